/**
 * What a page shows, made comparable (lexicon.md §0). Values come out as the model wants them: ISO dates, integer
 * cents. `undefined` = the text is no such value.
 */

/** Case, accents, ligatures, curly apostrophes and odd spaces put away. */
export const fold = (text: string): string =>
  text
    .replace(/œ/gi, 'oe')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Folded words between single spaces, so that `includes` only finds whole words. */
const padded = (text: string): string =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** True when `text` holds the words of `part`, whole and in order. */
export const holdsWords = (text: string, part: string): boolean => padded(text).includes(padded(part));

/** True when `text` begins with the words of `part`. */
export const startsWithWords = (text: string, part: string): boolean => padded(text).startsWith(padded(part));

export const sameWords = (text: string, other: string): boolean => padded(text) === padded(other);

/** A label as the lexicon compares it: `N° AM :` and `Numéro AM` are one. */
export const labelWords = (text: string): string =>
  fold(text)
    .replace(/\b[a-z]+(?:_[a-z]+)+/g, '')
    .replace(/\(obligatoire\)/g, '')
    .replace(/\bn(?:°|o\.|um\.|o (?=[a-z]))\s*/g, 'numero ')
    .replace(/\s*\/\s*/g, '/')
    // Bullets, asterisks, the tick of a drawn box.
    .replace(/^[^a-z0-9(]+|[\s:*?✓✔]+$/g, '');

/** `12/03/2026`, `12-3-2026` or an ISO date → ISO. */
export function isoDate(text: string): string | undefined {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [year, month, day] = french
    ? [french[3], french[2], french[1]]
    : (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim())?.slice(1) ?? []);
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse lets 31/02 roll over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** ISO → `12/03/2026`, as French software wants it typed. */
export const frenchDate = (iso: string): string => iso.split('-').reverse().join('/');

/** `1 234,50 €` or `1234.5` → 123450 cents. */
export function cents(text: string): number | undefined {
  const bare = text.replace(/[\s€]/g, '').replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  const match = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -value : value;
}

export function number(text: string): number | undefined {
  const bare = text.replace(/\s/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}
