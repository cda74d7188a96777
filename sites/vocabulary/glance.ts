/**
 * One look along a text, letter by letter, that tells most labels of a page from those that may name something: no string
 * is made, nothing is looked up. Wrong only in one direction: what is « plain » names nothing, what is « asked » may not
 * either. A page of a thousand controls has a thousand labels, of which a dozen are ours.
 */
import { anywhere, sections, whole } from './match.ts';
import { LONGEST_LABEL, plainLetters } from './words.ts';

/** No word at all, or too long to be a label. */
export const MUTE = 0;
/** One number and nothing else. */
export const DIGITS = 1;
/** Words that name nothing. */
export const PLAIN = 2;
/** To be looked at properly. */
export const ASKED = 3;

/** Beside any of these: as many digits as a date has, or a text that was not looked at to its end. */
export const NUMBERED = 4;
const FEWEST_DIGITS = 6;

export type Glance = number;

/** What a sign is: a letter or digit (its code), a gap (0), or something that only `words` understands. */
const RARE = 255;
const TABLE = 0x180;
const signs = new Uint8Array(TABLE);
for (let code = 48; code <= 57; code++) signs[code] = code;
for (let code = 97; code <= 122; code++) signs[code] = signs[code - 32] = code;
for (const [sign, letter] of plainLetters) {
  signs[sign.charCodeAt(0)] = letter.charCodeAt(0);
  const capital = sign.toUpperCase().charCodeAt(0);
  if (capital < TABLE) signs[capital] = letter.charCodeAt(0);
}
// `:` `,` `/` and brackets cut a label into parts; a small `°` makes a word of the letter before it.
for (const sign of ':,/()°ºœŒİ') signs[sign.charCodeAt(0)] = RARE;

/** The euro sign, the Kelvin sign (a k), and accents that follow their letter. */
const isRare = (code: number): boolean =>
  code === 0x20ac || code === 0x212a || (code >= 0x300 && code <= 0x36f);

/** What a run of words is: a phrase of ours wherever it stands, the beginning of one, or one when it is all that is said. */
const PHRASE = 1;
const BEGINNING = 2;
const WHOLE = 4;
const MASK = 0xffff;
const known = new Uint8Array(MASK + 1);
const add = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0;
const next = (phrase: number, word: number): number => Math.imul(phrase, 1_000_003) ^ word;
const at = (hash: number): number => (hash ^ (hash >>> 16)) & MASK;

function mark(phrase: string, kind: number): void {
  const words = phrase.split(' ');
  let hash = 0;
  for (const [place, word] of words.entries()) {
    let letters = 0;
    for (let letter = 0; letter < word.length; letter++) letters = add(letters, word.charCodeAt(letter));
    hash = place === 0 ? letters : next(hash, letters);
    const slot = at(hash);
    if (place === words.length - 1) known[slot] = (known[slot] as number) | kind;
    else if (kind === PHRASE) known[slot] = (known[slot] as number) | BEGINNING;
  }
}

for (const phrase of [...whole.keys(), ...sections.keys()]) mark(phrase, WHOLE);
for (const phrase of anywhere.keys()) mark(phrase, PHRASE);
// Words that `words` makes others of.
for (const word of ['no', 'num', 'nr', 'eur']) mark(word, PHRASE);

/** Runs of words that may still become a phrase: one begins at each word, few go on. */
const MOST_RUNS = 8;
const runs = new Int32Array(MOST_RUNS);

export function glance(text: string): Glance {
  const { length } = text;
  if (length > LONGEST_LABEL) return MUTE;
  let word = 0;
  let all = 0;
  let count = 0;
  let open = 0;
  let inside = false;
  let digits = true;
  let figures = 0;
  let ordinal = false;
  for (let place = 0; place <= length; place++) {
    const code = place < length ? text.charCodeAt(place) : 32;
    const sign = code < TABLE ? (signs[code] as number) : isRare(code) ? RARE : 0;
    if (sign === 0) {
      if (!inside) continue;
      inside = false;
      let kept = 0;
      for (let run = 0; run <= open && kept < MOST_RUNS; run++) {
        const hash = run < open ? next(runs[run] as number, word) : word;
        const kind = known[at(hash)] as number;
        if ((kind & PHRASE) !== 0) return ASKED | NUMBERED;
        if ((kind & BEGINNING) !== 0) runs[kept++] = hash;
      }
      open = kept;
      // « 2. Prescripteur »: the number of a heading is not its name.
      all = count === 0 || (count === 1 && ordinal) ? word : next(all, word);
      if (count === 0) ordinal = digits && figures <= 2;
      count++;
      word = 0;
    } else if (sign === RARE) return ASKED | NUMBERED;
    else {
      inside = true;
      if (sign > 57) digits = false;
      else figures++;
      word = add(word, sign);
    }
  }
  if (count === 0) return MUTE;
  const numbered = figures >= FEWEST_DIGITS ? NUMBERED : 0;
  if (((known[at(all)] as number) & WHOLE) !== 0) return ASKED | numbered;
  return (digits && count === 1 ? DIGITS : PLAIN) | numbered;
}
