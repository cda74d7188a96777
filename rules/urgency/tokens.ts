import type { SectionKind } from './sections.ts';

/**
 * A piece of the text. Reading goes by stages, each of which fills its fields in place, so that a long letter costs
 * one object a word: the words and marks (here), their numbers (phrases.ts), where they stand (layout.ts), what they
 * mean to each other (items.ts).
 */
export interface Token {
  kind: 'word' | 'number' | 'mark' | 'break';
  /** Lower case, no accents, no invisible characters. For a mark: one of `, . ; : ? ! ( ) / + - =`. */
  text: string;
  /** UTF-16 offsets in the text that was given. */
  start: number;
  end: number;
  /** Two letters or more, all capitals. */
  upper: boolean;
  /** Begins with a capital. */
  capital: boolean;
  /** Written with an e acute: tells « brûlé » from « brûle ». */
  acute: boolean;
  /** For a break: how many line ends it holds. */
  lines: number;
  /** Number of the word in the vocabulary; -1 when no lexicon uses it. */
  word: number;

  sentence: number;
  /** Part of a sentence between commas; a parenthesis is a part of its own and the sentence goes on after it. */
  segment: number;
  section: SectionKind;
  /** How many sentences of its section come before. */
  sentenceInSection: number;
  /** The line starts with a dash. */
  bullet: boolean;
  /** Belongs to a heading. */
  heading: boolean;

  /** Leaves a negation standing on its way to a term. */
  neutral: boolean;
  /** Links a term to what is said of it. */
  link: boolean;
}

/** The token before or after, past the end too. */
export type MaybeToken = Token | undefined;

/** Longer runs of letters are no words; cutting them keeps every later step linear. */
const longestWord = 40;

const folds = new Array<string | undefined>(0x250).fill(undefined);
for (let code = 0; code < folds.length; code += 1) {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) {
    folds[code] = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  }
}
for (const [character, fold] of Object.entries({
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ø: 'o',
  Ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
})) {
  folds[character.charCodeAt(0)] = fold;
}
folds['ª'.charCodeAt(0)] = undefined;
folds['º'.charCodeAt(0)] = undefined;

/** Letters and capitals among the characters of Latin scripts. */
const isLatin = folds.map((letter) => letter !== undefined);
const isCapital = folds.map(
  (letter, code) =>
    letter !== undefined && String.fromCharCode(code) !== String.fromCharCode(code).toLowerCase(),
);

const marks = new Map<string, string>([
  ...[...',.;:?!()/+-='].map((mark): [string, string] => [mark, mark]),
  ['[', '('],
  [']', ')'],
  ['{', '('],
  ['}', ')'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['•', '-'],
  ['·', '-'],
  ['▪', '-'],
  ['◦', '-'],
  ['*', '-'],
  ['…', '.'],
  ['|', ','],
  ['→', ':'],
  ['\t', ':'],
]);

const space = 32;
/** Written for « none ». */
const emptySets = 'Øø∅';

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Soft hyphens, zero-width characters, variation selectors and combining accents live inside words. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0x2060 ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x300 && code <= 0x36f)
  );
}

/** The plain letters of a character, or undefined when it is no letter. Scripts other than Latin stay as they are. */
function fold(code: number): string | undefined {
  if (code < 0x250) return folds[code];
  if ((code >= 0x370 && code < 0x2000) || (code >= 0x3041 && code < 0xd800)) return String.fromCharCode(code);
  if (code >= 0x1e00 && code < 0x1f00) return String.fromCharCode(code);
  return undefined;
}

function isUpperCase(code: number): boolean {
  if (code < 0x250) return isCapital[code] === true;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

function isEAcute(code: number): boolean {
  return code === 0xe9 || code === 0xc9 || code === 0x301;
}

/** Cuts a text into words, numbers, punctuation and line breaks. One pass, never throws. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const token = code === space ? undefined : readToken(text, at, code, tokens[tokens.length - 1]);
    if (token !== undefined) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function readToken(text: string, at: number, code: number, last: MaybeToken): MaybeToken {
  if (fold(code) !== undefined) return readWord(text, at);
  if (isLineEnd(code)) return readBreak(text, at);
  if (!isDigit(code)) return readMark(text, at, last);
  const end = endOfNumber(text, at);
  return makeToken('number', text.slice(at, end), at, end);
}

function makeToken(kind: Token['kind'], text: string, start: number, end: number): Token {
  return {
    kind,
    text,
    start,
    end,
    upper: false,
    capital: false,
    acute: false,
    lines: 0,
    word: -1,
    sentence: 0,
    segment: 0,
    section: 'neutral',
    sentenceInSection: 0,
    bullet: false,
    heading: false,
    neutral: false,
    link: false,
  };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Line ends with the blanks between them make one break. */
function readBreak(text: string, start: number): Token {
  const token = makeToken('break', '\n', start, start);
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
      token.lines += 1;
      token.end = at + 1;
    } else if (code !== 32 && code !== 9 && code !== 0xa0 && code !== 0x202f) break;
  }
  return token;
}

function readWord(text: string, start: number): Token {
  let at = start;
  let letters = 0;
  let capitals = 0;
  let plain = true;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (fold(code) !== undefined) {
      letters += 1;
      if (isUpperCase(code)) capitals += 1;
      if (code >= 128) plain = false;
    } else if (isInvisible(code)) plain = false;
    else break;
  }
  if (letters === 1 && emptySets.includes(text.charAt(start))) return makeToken('number', '0', start, at);
  if (letters === 1 && text.charAt(at) === '.') {
    const end = endOfInitials(text, at);
    letters += (end - at) / 2;
    for (let initial = at + 1; initial < end; initial += 2)
      if (isUpperCase(text.charCodeAt(initial))) capitals += 1;
    plain &&= end === at;
    at = end > at && text.charAt(end) === '.' ? end + 1 : end;
  }
  const token = makeToken('word', '', start, at);
  const written = text.slice(start, at);
  if (plain) token.text = (capitals > 0 ? written.toLowerCase() : written).slice(0, longestWord);
  else foldInto(token, written);
  token.upper = letters > 1 && capitals === letters;
  token.capital = isUpperCase(text.charCodeAt(start));
  return token;
}

/** Writes in a token the plain letters of what was written. */
function foldInto(token: Token, written: string): void {
  for (let at = 0; at < written.length && token.text.length < longestWord; at += 1) {
    const code = written.charCodeAt(at);
    if (isEAcute(code)) token.acute = true;
    token.text += fold(code) ?? '';
  }
}

/** A punctuation mark. The same one repeated extends `last`; anything else without meaning is nothing. */
function readMark(text: string, start: number, last: Token | undefined): Token | undefined {
  const character = text.charAt(start);
  if (emptySets.includes(character)) return makeToken('number', '0', start, start + 1);
  const mark = marks.get(character);
  if (mark === undefined) return undefined;
  if (last?.kind === 'mark' && last.text === mark && last.end === start) {
    last.end = start + 1;
    return undefined;
  }
  const indents = character === '\t' && (last === undefined || last.kind === 'break');
  return indents ? undefined : makeToken('mark', mark, start, start + 1);
}

/** « A.V.C. » is one word. Returns where the initials end, or `at` when there are none. */
function endOfInitials(text: string, at: number): number {
  let position = at;
  while (
    text.charCodeAt(position) === 46 &&
    fold(text.charCodeAt(position + 1)) !== undefined &&
    fold(text.charCodeAt(position + 2)) === undefined
  ) {
    position += 2;
  }
  return position;
}

/** « 38,5 », « 15/03/2024 » and « 06:30 » are one number each. */
function endOfNumber(text: string, at: number): number {
  let position = at;
  for (;;) {
    while (isDigit(text.charCodeAt(position))) position += 1;
    const separator = text.charAt(position);
    if (separator === '' || !',./-:'.includes(separator) || !isDigit(text.charCodeAt(position + 1))) {
      return position;
    }
    position += 1;
  }
}

/** Plural and feminine endings removed, so that one entry of a lexicon stands for its forms. */
export function stem(word: string): string {
  let end = word.length;
  if (end > 3 && (word.endsWith('s') || word.endsWith('x'))) end -= 1;
  while (end > 4 && word.charCodeAt(end - 1) === 101) end -= 1;
  if (end < word.length && (word.endsWith('enn', end) || word.endsWith('ell', end))) end -= 1;
  return end === word.length ? word : word.slice(0, end);
}

/** Most of the letters are capitals: then capitals tell nothing. */
export function isShouted(text: string): boolean {
  let letters = 0;
  let capitals = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= folds.length || isLatin[code] !== true) continue;
    letters += 1;
    if (isCapital[code] === true) capitals += 1;
  }
  return letters > 12 && capitals > letters * 0.7;
}
