import { isCue, isMark, type Item } from './items.ts';

/** Words a relative may be away from the illness before it: « infarctus à 50 ans chez le père ». */
const longestLink = 8;

/** The terms (by item) that are a relative's. `witnesses` are the relatives who only tell or come along. */
export function findFamily(
  items: readonly Item[],
  witnesses: ReadonlySet<Item>,
  patientIsChild: boolean,
): Set<Item> {
  const family = new Set<Item>();
  const isRelative = (item: Item | undefined) =>
    item !== undefined &&
    !witnesses.has(item) &&
    (isCue(item, 'relative', 'heredity') || (isCue(item, 'child') && !patientIsChild));

  const present = new Set<number>();
  for (const item of items) if (isCue(item, 'now')) present.add(item.sentence);
  let sentence = -1;
  let segment = -1;
  let relative: 'none' | 'named' | 'suffers' = 'none';
  let sameSegment = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      relative = 'none';
    }
    if (item.segment !== segment) {
      segment = item.segment;
      sameSegment = false;
    }
    if (isRelative(item)) {
      relative = isCue(item, 'heredity') ? 'suffers' : 'named';
      sameSegment = true;
    } else if (item.kind === 'cue') {
      if (isCue(item, 'suffered', 'died', 'history') && relative === 'named') relative = 'suffers';
      else if (isCue(item, 'but')) relative = 'none';
      else if (!sameSegment && isCue(item, 'patient', 'now', 'complaint', 'relative', 'child'))
        relative = 'none';
    } else if (isMark(item, ':', '(') && relative === 'named') {
      relative = 'suffers';
    } else if (item.kind === 'term') {
      const event = item.term?.kind === 'event';
      if (item.section === 'family' && !isOfToday(item, present)) family.add(item);
      else if (relative !== 'none') {
        const adjacent = isRelative(items[at - 1]);
        const tied = relative === 'suffers' || adjacent;
        const told = sameSegment ? tied || event : tied && event;
        if (told && (sameSegment || !isCue(items[at + 1], 'now'))) family.add(item);
      }
      if (isOfRelative(items, at, isRelative)) family.add(item);
    }
  }
  return family;
}

/** Under a family heading, a later sentence with a sign or a present time has left the family. */
function isOfToday(item: Item, present: ReadonlySet<number>): boolean {
  if (item.sentenceInSection === 0 || item.bullet) return false;
  return present.has(item.sentence) || item.term?.kind === 'sign';
}

/** « AVC chez le père », « infarctus (mère) », « AVC maternel ». */
function isOfRelative(items: readonly Item[], at: number, isRelative: (item: Item) => boolean): boolean {
  for (let next = at + 1; next < items.length && next <= at + longestLink; next += 1) {
    const item = items[next]!;
    if (item.kind === 'cue') {
      if (isCue(item, 'kin')) return true;
      if (isRelative(item)) return true;
      if (!isCue(item, 'suffered', 'died', 'then')) return false;
    } else if (item.kind === 'mark') {
      if (item.text !== '(' && item.text !== '-' && item.text !== ':') return false;
    } else if (item.kind === 'word') {
      if (!item.link) return false;
    } else if (item.kind !== 'number') return false;
  }
  return false;
}
