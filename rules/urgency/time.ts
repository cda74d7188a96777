import { isCue, isMark, isTerm, isWord, lastWord, type Item } from './items.ts';

/** Words a term may be away from what says it is old: « une douleur thoracique gauche ancienne ». */
const longestLink = 6;
/** Words that link nothing, between a term and a date that dates it. */
const longestDated = 4;
/** The same, between a term that is history and a time that makes it present again. */
const longestRenewed = 2;

/** What is known of the time of a term. */
export interface Timing {
  past: boolean;
  /** A present time or a sudden onset in its sentence: makes a weak term count. */
  acute: boolean;
}

/** Tells for each term (by item) whether it is past and whether it is acute. A few passes, each linear. */
export function findTimes(items: readonly Item[]): Map<Item, Timing> {
  const history = findHistory(items);
  const dated = findDatedBefore(items);
  const around = findDatedAfter(items);
  const sudden = new Set<number>();
  const present = new Set<number>();
  for (const item of items) {
    if (isCue(item, 'onset')) sudden.add(item.segment);
    if (isCue(item, 'now')) present.add(item.sentence);
  }
  const times = new Map<Item, Timing>();
  let sentence = -1;
  let introduced = false;
  for (const [at, item] of items.entries()) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      introduced = false;
    }
    if (isCue(item, 'now', 'complaint')) introduced = true;
    if (!isTerm(item)) continue;
    const { after, renewed, next, again } = around.get(item) ?? nothingAfter;
    const told =
      history.past.has(item) ||
      dated.has(item) ||
      isCue(after, 'then') ||
      isCue(next, 'then') ||
      isSaidOld(items, at);
    const listed =
      item.section === 'past' &&
      !introduced &&
      !isCue(next, 'now') &&
      !(item.term === 'sign' && item.sentenceInSection > 0 && !item.bullet);
    const back = renewed || history.back.has(item) || (again && item.term !== 'call');
    times.set(item, {
      past: (told || listed) && !back,
      acute: present.has(item.sentence) || sudden.has(item.segment) || isCue(next, 'now'),
    });
  }
  return times;
}

/** The terms told as history by the cue before them, and those told to have come back. */
function findHistory(items: readonly Item[]): { past: Set<Item>; back: Set<Item> } {
  const past = new Set<Item>();
  const back = new Set<Item>();
  let sentence = -1;
  let segment = -1;
  let list: 'no' | 'here' | 'after' = 'no';
  let linked: Item | undefined;
  for (const [at, item] of items.entries()) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      list = 'no';
      linked = undefined;
    }
    if (item.segment !== segment) {
      segment = item.segment;
      if (list === 'here') list = 'after';
    }
    if (isTerm(item)) {
      if (list === 'here' || (list === 'after' && item.term !== 'sign')) past.add(item);
      if (isCue(linked, 'after', 'former')) past.add(item);
      if (isCue(linked, 'again')) back.add(item);
      linked = undefined;
    } else if (item.kind === 'cue') {
      if (isCue(item, 'history', 'died')) list = isNone(items, at) ? 'no' : 'here';
      else if (isCue(item, 'now', 'complaint', 'but', 'again')) list = 'no';
      else if (isCue(item, 'patient') && list === 'after') list = 'no';
      if (isCue(item, 'after', 'former')) linked = item;
      else if (isCue(item, 'again')) linked = isDeniedOrRisk(items, at) ? undefined : item;
      else if (!isCue(item, 'onset')) linked = undefined;
    } else if ((item.kind === 'word' && !item.link) || (item.kind === 'mark' && item.text !== '-')) {
      linked = undefined;
    }
  }
  return { past, back };
}

/**
 * The terms dated by a past time before them: « En 2019, AVC », « il y a 10 ans il a fait un AVC », « hospitalisé en
 * 2021 pour une embolie »; not « diabétique depuis 2010, douleur thoracique ».
 */
function findDatedBefore(items: readonly Item[]): Set<Item> {
  const dated = new Set<Item>();
  let sentence = -1;
  let segment = -1;
  let date: Item | undefined;
  let opens = false;
  let direct = false;
  let content = false;
  let event = false;
  for (const [at, item] of items.entries()) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      date = undefined;
      segment = -1;
    }
    if (item.segment !== segment) {
      // A date alone between commas goes on to what follows.
      const inBrackets = isMark(item, '(') && date !== undefined && items[at - 1] === date;
      if (inBrackets) direct = true;
      else if (!(opens && direct) || (date !== undefined && item.segment > date.segment + 1))
        date = undefined;
      segment = item.segment;
      content = false;
      event = false;
    }
    if (isCue(item, 'then')) {
      if (!event) {
        direct = (date?.segment === item.segment && direct) || !content || tellsAnEvent(items, at);
        opens = !content;
        date = item;
      }
    } else if (isTerm(item)) {
      if (date !== undefined && direct && (!event || item.term !== 'sign')) dated.add(item);
      event = true;
      content = true;
    } else if (isCue(item, 'now', 'but') || (isCue(item, 'complaint') && !isAuxiliary(items[at - 1]))) {
      date = undefined;
      content = true;
    } else if (item.kind === 'word' || item.kind === 'cue') {
      const plain = item.kind === 'word' && !item.link && !item.neutral;
      if (plain || isCue(item, 'old', 'visit', 'after', 'patient')) {
        content = true;
        if (date?.segment === item.segment) direct = false;
      }
    }
  }
  return dated;
}

const events =
  /^(hospitalis|opere|traite|adresse|transfere|admis|vue?$|presente|eu$|fait$|subi|charge|explor|consult|victime|controle|bilan|suivi|surveill|accouch|interven|chirurg|sejour|grossess)/;

/** « hospitalisé en 2021 », « accouchement du 12/01/2025 »: a date that tells when something happened. */
function tellsAnEvent(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && (items[before]?.link === true || isCue(items[before], 'then'))) before -= 1;
  const item = items[before];
  return item !== undefined && events.test(lastWord(item));
}

function isAuxiliary(item: Item | undefined): boolean {
  return item !== undefined && /^(a|ai|ont|avait|avoir|aurait)$/.test(lastWord(item));
}

interface DatedAfter {
  /** The first time told after the term, in its segment and before any other term. */
  after: Item | undefined;
  /** That time makes it present again: « douleur chronique aggravée ce matin », not « vient ce matin pour ». */
  renewed: boolean;
  /** The time that the next segment opens with, when it holds nothing else: « douleur, depuis 2 ans ». */
  next: Item | undefined;
  /** It has come back: told later in the sentence, or at the start of the next one. */
  again: boolean;
}

const nothingAfter: DatedAfter = { after: undefined, renewed: false, next: undefined, again: false };

function findDatedAfter(items: readonly Item[]): Map<Item, DatedAfter> {
  const around = new Map<Item, DatedAfter>();
  let sentence = -1;
  let segment = -1;
  let time: Item | undefined;
  let visit = false;
  let away = 0;
  let opening: Item | undefined;
  let next: Item | undefined;
  let again = false;
  let againNext = false;
  let sinceAgain = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.sentence !== sentence) {
      againNext = again && sinceAgain <= 2;
      sentence = item.sentence;
      again = false;
      segment = -1;
      opening = undefined;
    }
    if (item.segment !== segment) {
      segment = item.segment;
      next = opening;
      opening = undefined;
      time = undefined;
      visit = false;
    }
    sinceAgain += item.kind === 'mark' || item.kind === 'break' ? 0 : 1;
    if (isCue(item, 'now', 'then')) {
      time = opening = item;
      visit = false;
      away = 0;
    } else if (isTerm(item)) {
      around.set(item, {
        after: isCue(time, 'now') || away <= longestDated ? time : undefined,
        renewed: isCue(time, 'now') && !visit && away <= longestRenewed,
        next,
        again: again || againNext,
      });
      time = opening = undefined;
    } else if (item.kind === 'cue') {
      if (isCue(item, 'again') && isRecurrence(items, at)) {
        again = true;
        sinceAgain = 0;
      }
      if (isCue(item, 'visit')) visit = true;
      if (isCue(item, 'patient')) time = undefined;
      opening = undefined;
    } else if (item.kind === 'word') {
      if (isWord(item, 'et')) away = longestRenewed + 1;
      else if (isWord(item, 'chez', 'sous')) time = undefined;
      else if (!item.link) away += 1;
      if (!item.link && !datesWhat(item)) opening = undefined;
    }
  }
  return around;
}

function datesWhat(item: Item): boolean {
  return /^(evolu|surven|datant|appar)/.test(item.text);
}

/** « récidive » alone or dated; not « sans récidive », nor « récidive de l'eczéma ». */
function isRecurrence(items: readonly Item[], at: number): boolean {
  return !isDeniedOrRisk(items, at) && !isWord(items[at + 1], 'de', 'd', 'du', 'des');
}

/** Follows the words that link a term to « ancien », « connu », « chronique »… */
function isSaidOld(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next <= at + longestLink; next += 1) {
    const item = items[next];
    if (isCue(item, 'old', 'former')) return true;
    if (item?.kind === 'word' && item.link) continue;
    return isMark(item, '(', ',') && next === at + 1 && isCue(items[next + 1], 'old', 'former');
  }
  return false;
}

/** « sans antécédent »: there is no history. */
function isNone(items: readonly Item[], at: number): boolean {
  return isDeniedOrRisk(items, at) && !isWord(items[at + 1], 'de', 'd', 'du', 'des');
}

function isDeniedOrRisk(items: readonly Item[], at: number): boolean {
  for (let before = at - 1; before >= at - 3; before -= 1) {
    const item = items[before];
    if (item === undefined || item.sentence !== items[at]?.sentence) return false;
    if (isCue(item, 'no', 'nothing', 'if', 'risk')) return true;
  }
  return false;
}
