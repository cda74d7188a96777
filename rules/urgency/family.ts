import { isCue, isMark, isTerm, type Item } from './items.ts';
import type { Knowledge } from './knowledge.ts';
import type { Token } from './tokens.ts';

/** Words a relative may be away from the illness before it: « infarctus à 50 ans chez le père ». */
const longestLink = 8;
/** Words between a relative and what makes a witness of him. */
const longestWitness = 4;

/** The terms (by item) that are a relative's. */
export function findFamily(
  items: readonly Item[],
  tokens: readonly Token[],
  known: Knowledge,
  patientIsChild: boolean,
): Set<Item> {
  const relatives = findRelatives(items, tokens, known, patientIsChild);
  const family = new Set<Item>();
  const present = new Set<number>();
  for (const item of items) if (isCue(item, 'now')) present.add(item.sentence);
  let sentence = -1;
  let segment = -1;
  let relative: 'none' | 'named' | 'suffers' = 'none';
  let sameSegment = false;
  for (const [at, item] of items.entries()) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      relative = 'none';
    }
    if (item.segment !== segment) {
      segment = item.segment;
      sameSegment = false;
    }
    if (relatives.has(item)) {
      relative = isCue(item, 'heredity') ? 'suffers' : 'named';
      sameSegment = true;
    } else if (isCue(item, 'suffered', 'died', 'history') || isMark(item, ':', '(')) {
      if (relative === 'named') relative = 'suffers';
    } else if (isCue(item, 'but')) {
      relative = 'none';
    } else if (isCue(item, 'patient', 'now', 'complaint', 'relative', 'child')) {
      if (!sameSegment) relative = 'none';
    } else if (item.kind === 'term') {
      const before = items[at - 1];
      const event = isTerm(item) && item.term === 'event';
      const tied = relative === 'suffers' || (before !== undefined && relatives.has(before));
      const told =
        item.section === 'family'
          ? !isOfToday(item, present)
          : relative !== 'none' &&
            (sameSegment ? tied || event : tied && event && !isCue(items[at + 1], 'now'));
      if (told || isOfRelative(items, at, relatives)) family.add(item);
    }
  }
  return family;
}

/** The relatives named, but for those who tell, call or come along: what follows them is the patient's. */
function findRelatives(
  items: readonly Item[],
  tokens: readonly Token[],
  known: Knowledge,
  patientIsChild: boolean,
): Set<Item> {
  const relatives = new Set<Item>();
  for (const item of items) {
    if (isCue(item, 'heredity')) relatives.add(item);
    if (item.kind !== 'cue' || !isCue(item, 'relative', 'child')) continue;
    if (item.cue === 'child' && patientIsChild) continue;
    let next = item.to + 1;
    while (next <= item.to + longestWitness && known.witnessLinks.has(tokens[next]?.word ?? -1)) next += 1;
    let before = item.from - 1;
    while (before > item.from - longestWitness && known.determiners.has(tokens[before]?.word ?? -1))
      before -= 1;
    const witness =
      known.witnessVerbs.has(tokens[next]?.word ?? -1) ||
      known.witnessPrepositions.has(tokens[before]?.word ?? -1);
    if (!witness) relatives.add(item);
  }
  return relatives;
}

/** Under a family heading, a later sentence with a sign or a present time has left the family. */
function isOfToday(item: Item, present: ReadonlySet<number>): boolean {
  if (item.sentenceInSection === 0 || item.bullet) return false;
  return present.has(item.sentence) || (isTerm(item) && item.term === 'sign');
}

/** « AVC chez le père », « infarctus (mère) », « AVC maternel ». */
function isOfRelative(items: readonly Item[], at: number, relatives: ReadonlySet<Item>): boolean {
  for (let next = at + 1; next <= at + longestLink; next += 1) {
    const item = items[next];
    if (item === undefined) return false;
    if (isCue(item, 'kin') || relatives.has(item)) return true;
    const passes =
      isCue(item, 'suffered', 'died', 'then') ||
      isMark(item, '(', '-', ':') ||
      item.link ||
      item.kind === 'number';
    if (!passes || (item.kind === 'cue' && !isCue(item, 'suffered', 'died', 'then'))) return false;
  }
  return false;
}
