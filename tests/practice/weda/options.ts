/** What a test asks of the Weda replica through the address (README.md, "addresses"). Shared with the browser. */

export const variantNames = [
  'nobirthname',
  'nonir',
  'nirhidden',
  'homonym',
  'slow',
  'maternite',
  'shift',
  'c2s',
  'at',
  'mismatch',
  'wh',
  'postback',
  'changed',
  'infant',
] as const;

export interface WedaOptions {
  variants: string[];
  buffer: boolean;
  prescriber: 'inline' | 'dialog' | 'none';
  labels: number;
  accept: 'blur' | 'change' | 'tab' | 'never';
  favourites: 'all' | 'autres' | 'none';
  /** Prices of 2025, whatever the day. */
  oldPrices: boolean;
  motif: 'calme' | 'urgence' | 'negation';
  /** Past RQD: by the user this year, by the user last year within twelve months, by another author this year. */
  rqd: number;
  rqdBefore: number;
  rqdOther: number;
  secureStays: boolean;
  material: boolean;
}

/** Options that follow from page to page: every parameter but these. */
const ownParameters = ['PatDk', 'crypt'];

function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const asked = query.get(name);
  if (asked === null) return fallback;
  const found = allowed.find((word) => word === asked);
  if (found === undefined) throw new Error(`${name}=${asked}: expected ${allowed.join(', ')}`);
  return found;
}

function count(query: URLSearchParams, name: string, fallback: number): number {
  const asked = query.get(name);
  if (asked === null) return fallback;
  if (!/^\d{1,2}$/.test(asked)) throw new Error(`${name}=${asked}: expected a number up to 99`);
  return Number(asked);
}

/** Throws on an unknown word, so that a test with a typing mistake fails instead of passing on the plain page. */
export function readOptions(query: URLSearchParams): WedaOptions {
  const variants = query
    .getAll('variant')
    .flatMap((list) => list.split(','))
    .filter(Boolean);
  const unknown = variants.find((name) => !(variantNames as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`variant=${unknown}: expected ${variantNames.join(', ')}`);
  const material = oneOf(query, 'widgets', ['plain', 'material'], 'plain') === 'material';
  if (material && (query.has('Buffer') || variants.includes('wh'))) {
    throw new Error('widgets=material has neither Buffer nor wh');
  }
  return {
    variants,
    buffer: query.has('Buffer'),
    prescriber: oneOf(query, 'presc', ['inline', 'dialog', 'none'], 'inline'),
    labels: Number(oneOf(query, 'labels', ['1', '2', '3', '4'], '1')),
    accept: oneOf(query, 'accept', ['blur', 'change', 'tab', 'never'], 'blur'),
    favourites: oneOf(query, 'favoris', ['all', 'autres', 'none'], 'all'),
    oldPrices: oneOf(query, 'tarif', ['2025', 'jour'], 'jour') === '2025',
    motif: oneOf(query, 'motif', ['calme', 'urgence', 'negation'], 'calme'),
    rqd: count(query, 'rqd', 1),
    rqdBefore: count(query, 'rqdavant', 0),
    rqdOther: count(query, 'rqdautre', 0),
    secureStays: oneOf(query, 'secure', ['leave', 'stay'], 'leave') === 'stay',
    material,
  };
}

/** Address of a page of the replica for a patient, with the test's options kept. */
export function pageAddress(path: string, patientId: string, crypt: string, query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => !ownParameters.includes(name));
  const rest = kept.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');
  return `${path}?PatDk=${patientId}|0|0|0&crypt=${crypt}${rest}`;
}
