import { isCue, isMark, isWord, lastWord, type Item } from './items.ts';

/** How far back a denial may stand behind its term: « un SCA me paraît donc peu probable ». */
const longestLink = 10;
/** An item of an enumeration is a bare term or no more words: « pas de fièvre, toux sèche ou dyspnée ». */
const longestListed = 3;

const definite = ['la', 'le', 'les', 'l'];
const articles = [...definite, 'un', 'une'];

/**
 * What a running negation has met since its cue:
 * - `nothing`: it reaches the next term;
 * - `content`: a word it denied already (« pas de fièvre »): the next term needs a connector or « de »;
 * - `complement`: « pas de sensation de …»: reaches the term;
 * - `whole`: « pas d'irradiation de la …»: the term itself is not denied;
 * - `term`: a term it denied already.
 */
type Met = 'nothing' | 'content' | 'complement' | 'whole' | 'term';

interface Negation {
  met: Met;
  /** After a colon or in brackets everything up to the end of the sentence is denied. */
  list: boolean;
  /** Opened inside brackets: ends with them. */
  bracket: number;
  /** A connector « et » was passed. */
  and: boolean;
}

/** The terms (by item) that are denied, by what is before or after them. One pass each way. */
export function findDenied(items: readonly Item[]): Set<Item> {
  const denied = new Set<Item>();
  findDeniedBefore(items, denied);
  findDeniedAfter(items, denied);
  return denied;
}

function findDeniedBefore(items: readonly Item[], denied: Set<Item>): void {
  const listed = enumerations(items);
  let no: Negation | undefined;
  let sentence = -1;
  let depth = 0;
  for (const [at, item] of items.entries()) {
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      depth = 0;
      no = item.section === 'negative' ? negation(depth, true) : undefined;
    }
    const next = items[at + 1];
    if (opensNegation(items, at)) {
      no = negation(depth, false);
    } else if (item.kind === 'cue') {
      no = afterCue(no, item, next);
    } else if (item.kind === 'mark') {
      if (item.text === '(') depth += 1;
      if (item.text === ')') depth = Math.max(0, depth - 1);
      no = afterMark(no, item, next, listed.has(item), depth);
    } else if (no !== undefined && item.kind === 'word') {
      readWord(no, item);
    } else if (no !== undefined && item.kind === 'term') {
      if (reaches(no, items, at)) {
        denied.add(item);
        no.met = 'term';
      } else {
        no = undefined;
      }
    }
  }
}

function negation(bracket: number, list: boolean): Negation {
  return { met: 'nothing', list, bracket, and: false };
}

/** « pas de », and also « pas retrouvé de », « éliminant un », « non fébrile », « 0 fièvre », « Plus de fièvre ». */
function opensNegation(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item === undefined) return false;
  if (item.kind === 'cue') {
    if (isCue(item, 'no')) return true;
    if (isCue(item, 'not-found')) return item.text !== lastWord(item) && isWord(next, 'de', 'd');
    if (isCue(item, 'rules-out')) return isWord(next, ...articles, 'tout', 'toute', 'd', 'cet', 'cette');
    return isCue(item, 'non') && next?.kind === 'term' && !isMark(items[at - 1], ':', '=', '?', '(');
  }
  if (item.kind === 'number') {
    return item.text === '0' && next?.kind === 'term' && !isMark(items[at - 1], ':', '=');
  }
  return isNoMore(items, at);
}

function afterCue(no: Negation | undefined, item: Item, next: Item | undefined): Negation | undefined {
  if (no === undefined || isCue(item, 'nothing', 'but', 'yes', 'non', 'if')) return undefined;
  if (isCue(item, 'history')) {
    if (no.met === 'nothing') no.met = 'content';
    return no;
  }
  if (no.list) return no;
  if (isCue(item, 'now', 'complaint') && no.met === 'term') return undefined;
  const ends = isCue(item, 'now', 'complaint', 'then', 'visit', 'again');
  return ends && no.met === 'content' && !isWord(next, 'de', 'd') ? undefined : no;
}

/** « Plus de douleur thoracique » opening a sentence or an item; not « plus de douleur qu'hier ». */
function isNoMore(items: readonly Item[], at: number): boolean {
  if (!isWord(items[at], 'plus') || !isWord(items[at + 1], 'de', 'd')) return false;
  const before = items[at - 1];
  const opens = before === undefined || before.sentence !== items[at]?.sentence || isMark(before, ',');
  return opens && items[at + 2]?.kind === 'term' && !isWord(items[at + 3], 'qu', 'que');
}

function reaches(no: Negation, items: readonly Item[], at: number): boolean {
  if (no.list) return true;
  if (no.met !== 'nothing' && no.met !== 'complement') return false;
  const after = items[at + 1];
  return !(no.and && isCue(after, 'now') && !isWord(items[at - 1], 'de', 'd'));
}

function readWord(no: Negation, item: Item): void {
  if (isWord(item, 'et', 'ou')) {
    no.and ||= item.text === 'et';
    no.met = 'nothing';
  } else if (isWord(item, 'avec')) {
    if (no.met === 'term') no.met = 'nothing';
  } else if (no.met === 'content' && isWord(item, 'de', 'd')) {
    no.met = 'complement';
  } else if (isWord(item, ...definite)) {
    if (no.met === 'complement') no.met = 'whole';
  } else if (isWord(item, 'du', 'des')) {
    if (no.met === 'content') no.met = 'whole';
  } else if (!item.neutral && !isWord(item, 'de', 'd', ...articles)) {
    if (no.met !== 'whole') no.met = 'content';
  }
}

function afterMark(
  no: Negation | undefined,
  item: Item,
  next: Item | undefined,
  listed: boolean,
  depth: number,
): Negation | undefined {
  if (no === undefined) return undefined;
  switch (item.text) {
    case ',':
      if (no.list) no.met = 'nothing';
      else if (listed || isWord(next, 'de', 'd', 'ou')) no.met = 'nothing';
      else return undefined;
      return no;
    case '/':
    case '+':
      no.met = 'nothing';
      return no;
    case ':':
      if (no.met !== 'nothing') return undefined;
      no.list = true;
      return no;
    case '(':
      if (no.met === 'term') return undefined;
      no.list ||= no.met === 'nothing' || no.met === 'complement';
      no.met = 'nothing';
      return no;
    case ')':
      return no.bracket > depth || no.list ? undefined : no;
    case '-':
      return no.list ? no : undefined;
    default:
      return no;
  }
}

/**
 * The commas of an enumeration that ends with « ou » or « ni »: « pas de fièvre, toux ou dyspnée »; not « pas de fièvre,
 * douleur ou malaise ce matin », nor a question.
 */
function enumerations(items: readonly Item[]): Set<Item> {
  const commas = new Set<Item>();
  let open = false;
  let told = false;
  let words = 0;
  let sentence = -1;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      open = false;
      told = false;
      words = 0;
    }
    if (isCue(item, 'now') || isMark(item, '?')) told = true;
    if (isWord(item, 'ou') || (isCue(item, 'no') && item.text === 'ni')) {
      open = !told;
      words = 0;
    } else if (isMark(item, ',')) {
      if (open) commas.add(item);
      words = 0;
    } else if (isCue(item, 'now', 'complaint', 'but', 'yes')) {
      open = false;
    } else if (item.kind === 'term') {
      words += longestListed;
    } else if (item.kind !== 'mark' && !isWord(item, ...articles, 'de', 'd', 'du', 'des', 'a', 'au', 'aux')) {
      words += 1;
    }
    if (words > longestListed) open = false;
  }
  return commas;
}

function findDeniedAfter(items: readonly Item[], denied: Set<Item>): void {
  let list = false;
  let sentence = -1;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.sentence !== sentence) {
      sentence = item.sentence;
      list = false;
    }
    if (
      isCue(item, 'not-found') &&
      /...[^a]s$/.test(lastWord(item)) &&
      (isMark(items[at - 1], ':', '=') || isWord(items[at - 1], 'sont', 'tous', 'toutes'))
    )
      list = true;
    else if (isCue(item, 'now', 'complaint', 'but', 'yes', 'not-found', 'non', 'onset')) list = false;
    else if (item.kind === 'term' && (list || isDeniedJustAfter(items, at))) denied.add(item);
  }
}

/** Follows the words that link a term to what is said of it, up to a denial. */
function isDeniedJustAfter(items: readonly Item[], at: number): boolean {
  let asked = false;
  for (let next = at + 1; next <= at + longestLink; next += 1) {
    const item = items[next];
    if (item === undefined) return false;
    const after = items[next + 1];
    if (item.kind === 'cue') {
      if (isCue(item, 'not-found', 'rules-out')) return true;
      if (isCue(item, 'non')) return asked || endsItem(after);
      if (isCue(item, 'no')) return item.text === 'aucun' && (asked || endsItem(after));
      if (isCue(item, 'suffered', 'complaint')) continue;
      return false;
    }
    if (item.kind === 'number') return item.text === '0' && (asked || endsItem(after));
    if (item.kind === 'mark') {
      if (item.text === ':' || item.text === '=' || item.text === '(' || item.text === '?') asked = true;
      else if (item.text === '-') return asked || (endsItem(after) && !isMark(after, '-'));
      else return false;
    } else if (item.kind === 'break') {
      if (!asked) return false;
    } else if (item.kind !== 'word' || !item.link) return false;
  }
  return false;
}

function endsItem(item: Item | undefined): boolean {
  return item === undefined || item.kind === 'break' || isMark(item, ',', '.', ';', ')', '/', '!');
}
