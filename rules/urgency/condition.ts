import { isCue, isMark, isTerm, type Item } from './items.ts';

/** The terms (by item) that are an advice, a condition, a risk or a prevention. */
export function findConditional(items: readonly Item[]): Set<Item> {
  const conditional = new Set<Item>();
  const callsBefore = callsBeforeACondition(items);
  let sentence = -1;
  let segment = -1;
  let condition = false;
  let risk = false;
  let fresh = false;
  for (const item of items) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      condition = item.section === 'advice';
      risk = false;
    }
    if (item.segment !== segment) {
      segment = item.segment;
      fresh = true;
      if (!isMark(item, '(')) risk = false;
    }
    if (isCue(item, 'if')) condition = true;
    else if (isCue(item, 'risk')) risk = true;
    else if (isCue(item, 'but')) {
      condition = false;
      risk = false;
    } else if (isCue(item, 'now')) {
      if (fresh) condition = false;
      risk = false;
    } else if (item.kind === 'term') {
      if (condition || risk || callsBefore.has(item)) conditional.add(item);
    }
    if (item.kind === 'word' || item.kind === 'term') fresh = false;
    if (isMark(item, ')')) risk = false;
  }
  return conditional;
}

/** « appeler le 15 si la douleur revient »: the call comes before its condition. */
function callsBeforeACondition(items: readonly Item[]): Set<Item> {
  const calls = new Set<Item>();
  let sentence = -1;
  let ahead = false;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      ahead = false;
    }
    if (isCue(item, 'if')) ahead = true;
    else if (isCue(item, 'but')) ahead = false;
    else if (isTerm(item) && item.term === 'call' && ahead) calls.add(item);
  }
  return calls;
}
