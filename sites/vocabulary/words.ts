/** Labels made comparable, cheaply: a page of a thousand controls is folded in a few milliseconds (lexicon.md §0). */

/** A longer text is no label. It also disarms pages made to explode patterns: nothing of ours runs on them. */
export const LONGEST_LABEL = 90;

/** The letter under an accent, for what French pages hold; the browser is asked for the rest */
export const plainLetters = new Map(
  [...'àâäáãéèêëíîïìóôöòõúùûüçñÿ'].map((sign) => [sign, sign.normalize('NFD').charAt(0)] as const),
);

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Lower-case letters and digits in words one space apart; `N°` and its kin are `numero`. */
function foldWords(text: string): string {
  let out = '';
  let gap = false;
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    const sign = lower.charAt(at);
    const code = lower.charCodeAt(at);
    let letters = '';
    if (isLetter(code)) letters = sign;
    else if (code > 127) {
      if (sign === '°' || sign === 'º') {
        // `n°` ends a word: it is the whole word « numéro ».
        if (/(?:^| )n$/.test(out) && !gap) out = `${out}umero`;
        gap = true;
        continue;
      }
      if (code >= 0x300 && code <= 0x36f) continue;
      letters = plainLetters.get(sign) ?? (sign === 'œ' ? 'oe' : sign === '€' ? 'eur' : '');
    }
    if (!letters) {
      gap = true;
      continue;
    }
    if (gap && out) out += ' ';
    gap = false;
    out += letters;
  }
  return out;
}

const short: Record<string, string> = { no: 'numero', num: 'numero', nr: 'numero' };

/** Folded text by text: a page says the same labels again at each look. Emptied when it has grown too large. */
const known = new Map<string, string>();
const MOST_KNOWN = 4_000;

/** The words of a label; '' for what is too long to be one. */
export function words(text: string): string {
  if (text.length > LONGEST_LABEL) return '';
  const had = known.get(text);
  if (had !== undefined) return had;
  let folded = foldWords(text.includes('(') ? text.replace(/\((obligatoire|requis)\)/i, '') : text);
  const [first = '', ...rest] = folded.split(' ');
  // « no facturation », « num. AM »; a lone « no » stays what it is.
  const long = rest.length > 0 ? short[first] : undefined;
  if (long !== undefined) folded = [long, ...rest].join(' ');
  folded = folded.replace(/ eur$/, '');
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, folded);
  return folded;
}
