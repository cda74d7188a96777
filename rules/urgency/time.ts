import { isCue, isMark, isWord, type Item } from './items.ts';

/** Words a time may be away from its term. */
const longestLink = 6;

/** What is known of the time of a term. */
export interface Timing {
  past: boolean;
  /** A present time or a sudden onset in its sentence: makes a weak term count. */
  acute: boolean;
}

interface Around {
  /** First cue of time after the term in its segment, before any other term. */
  after: Item | undefined;
  /** A visit is told between the term and that cue. */
  visit: boolean;
  /** The next segment only dates the term: « douleur, depuis 2 ans ». */
  dated: Item | undefined;
  /** The complaint has come back, later in the sentence or at the start of the next. */
  again: boolean;
}

/** Tells for each term (by item) whether it is past and whether it is acute. A few passes, each linear. */
export function findTimes(items: readonly Item[]): Map<Item, Timing> {
  const around = readBackwards(items);
  const sudden = suddenSegments(items);
  const present = new Set<number>();
  for (const item of items) if (isCue(item, 'now')) present.add(item.sentence);
  const times = new Map<Item, Timing>();

  let sentence = -1;
  let segment = -1;
  let history: 'no' | 'yes' | 'list' = 'no';
  let after = false;
  let former = false;
  let back = false;
  let led: Item | undefined;
  let ledSegment = -1;
  let termInSegment = false;
  let presentBefore = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      history = 'no';
      after = former = back = false;
      led = undefined;
      presentBefore = false;
      segment = -1;
    }
    if (item.segment !== segment) {
      // A date alone in its segment goes on to the next one: « En 2019, AVC ».
      if (led !== undefined && (termInSegment || item.segment > ledSegment + 1)) led = undefined;
      segment = item.segment;
      termInSegment = false;
      if (history === 'yes') history = 'list';
    }
    if (item.kind === 'cue') {
      if (isCue(item, 'history', 'died')) history = isNone(items, at) ? 'no' : 'yes';
      else if (isCue(item, 'now', 'complaint', 'but', 'again', 'patient')) {
        if (!(isCue(item, 'patient') && history === 'yes')) history = 'no';
      }
      if (isCue(item, 'now', 'complaint')) presentBefore = true;
      if (isCue(item, 'now', 'but')) led = undefined;
      if (isCue(item, 'then') && !termInSegment) {
        led = item;
        ledSegment = item.segment;
      }
      if (!isCue(item, 'onset')) {
        after = isCue(item, 'after');
        former = isCue(item, 'former');
        back = isCue(item, 'again') && !isDeniedOrRisk(items, at);
      }
    } else if (item.term !== undefined) {
      const term = item.term;
      const { after: next, visit, dated, again } = around.get(item)!;
      const nowAfter = isCue(next, 'now') && !visit;
      const told =
        after ||
        former ||
        history === 'yes' ||
        (history === 'list' && term.kind !== 'sign') ||
        led !== undefined ||
        isCue(next, 'then') ||
        isCue(dated, 'then') ||
        isSaidOld(items, at);
      const inSection =
        item.section === 'past' &&
        !presentBefore &&
        !isCue(dated, 'now') &&
        !(term.kind === 'sign' && item.sentenceInSection > 0 && !item.bullet);
      const past = (told || inSection) && !nowAfter && !back && !(again && term.kind !== 'call');
      times.set(item, {
        past,
        acute: present.has(item.sentence) || sudden.has(item.segment) || isCue(dated, 'now'),
      });
      termInSegment = true;
      after = former = back = false;
    } else if (item.kind === 'word') {
      if (!item.roles.link) {
        after = former = back = false;
      }
    } else if (item.kind === 'mark' && item.text !== '-') {
      after = former = back = false;
    }
  }
  return times;
}

function suddenSegments(items: readonly Item[]): Set<number> {
  const segments = new Set<number>();
  for (const item of items) if (isCue(item, 'onset')) segments.add(item.segment);
  return segments;
}

function readBackwards(items: readonly Item[]): Map<Item, Around> {
  const around = new Map<Item, Around>();
  let sentence = -1;
  let segment = -1;
  let time: Item | undefined;
  let visit = false;
  let leading: Item | undefined;
  let dated: Item | undefined;
  let again = false;
  let againNext = false;
  let sinceStart = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    if (item.sentence !== sentence) {
      againNext = again && sinceStart <= 2;
      sentence = item.sentence;
      again = false;
      sinceStart = 0;
      segment = -1;
      dated = undefined;
      leading = undefined;
    }
    if (item.segment !== segment) {
      dated = leading;
      leading = undefined;
      segment = item.segment;
      time = undefined;
      visit = false;
    }
    if (isCue(item, 'now', 'then')) {
      time = item;
      visit = false;
      leading = item;
    } else if (isCue(item, 'again') && isRecurrence(items, at)) {
      again = true;
      sinceStart = 0;
      leading = undefined;
    } else if (isCue(item, 'visit')) {
      visit = true;
      leading = undefined;
    } else if (item.term !== undefined) {
      around.set(item, { after: time, visit, dated, again: again || againNext });
      time = undefined;
      visit = false;
      leading = undefined;
    } else if (
      item.kind === 'word' &&
      leading !== undefined &&
      !item.roles.link &&
      !isWord(item, 'evoluant', 'survenu', 'survenue', 'datant', 'apparu', 'apparue', 'evolution')
    ) {
      leading = undefined;
    }
    if (item.kind !== 'mark' && item.kind !== 'break') sinceStart += 1;
  }
  return around;
}

/** « récidive » alone or dated; not « sans récidive », nor « récidive de l'eczéma ». */
function isRecurrence(items: readonly Item[], at: number): boolean {
  if (isDeniedOrRisk(items, at)) return false;
  const next = items[at + 1];
  return next === undefined || next.kind !== 'word' || !['de', 'd', 'du', 'des'].includes(next.text);
}

/** Follows the words that link a term to « ancien », « connu », « chronique »… */
function isSaidOld(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < items.length && next <= at + longestLink; next += 1) {
    const item = items[next]!;
    if (isCue(item, 'old', 'former')) return true;
    if (item.kind === 'word' && item.roles.link) continue;
    if (isMark(item, '(', ',') && next === at + 1 && isCue(items[next + 1], 'old', 'former')) return true;
    return false;
  }
  return false;
}

/** « sans antécédent »: there is no history. */
function isNone(items: readonly Item[], at: number): boolean {
  return isDeniedOrRisk(items, at) && !isWord(items[at + 1], 'de', 'd', 'du', 'des');
}

function isDeniedOrRisk(items: readonly Item[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 3; before -= 1) {
    const item = items[before]!;
    if (item.sentence !== items[at]!.sentence) return false;
    if (isCue(item, 'no', 'nothing', 'if', 'risk')) return true;
  }
  return false;
}
