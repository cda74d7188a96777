/** How values of the model are said to a French reader. Dates `12/03/2026`, amounts `10,00 €` with a narrow space. */

const modes: Record<string, string> = {
  vitale: 'Carte Vitale',
  'sans-vitale': 'SESAM sans Vitale',
  degrade: 'Dégradé',
};
const paths: Record<string, string> = {
  exclusion: 'Exclusion du parcours',
  'medecin-traitant': 'Médecin traitant',
  oriente: 'Orienté',
  'acces-direct': 'Accès direct',
  'hors-parcours': 'Hors parcours',
  urgence: 'Urgence',
  autre: 'Autre situation',
};

/** `2026-03-12` → `12/03/2026`; anything else comes back as it is. */
export function frenchDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  return year ? `${day}/${month}/${year}` : iso;
}

/** Text as it is searched: no accents, no capitals. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Cents → `1 234,50 €`. */
export function frenchEuros(cents: number): string {
  const sign = cents < 0 ? '−' : '';
  const absolute = Math.abs(Math.round(cents));
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${sign}${whole},${String(absolute % 100).padStart(2, '0')}\u202f€`;
}

/** `691234567` → `69 1 23456 7`, the way it is printed on a feuille de soins. */
export const spacedAm = (number: string): string =>
  number.replace(/^(\d{2})(\d)(\d{5})(\w)$/, '$1\u00a0$2\u00a0$3\u00a0$4');

/** A field value in words; `undefined` is said as not read, `null` and empty text as empty. */
export function sayValue(field: string, value: string | number | boolean | null | undefined): string {
  if (value === undefined) return 'non lu';
  if (value === null || value === '') return 'vide';
  if (typeof value === 'boolean') return value ? 'coché' : 'non coché';
  if (typeof value === 'number') {
    return field === 'acte.montant' || field === 'acte.depassement' ? frenchEuros(value) : String(value);
  }
  if (field === 'mode') return modes[value] ?? value;
  if (field === 'parcours') return paths[value] ?? value;
  if (field.endsWith('.date')) return frenchDate(value);
  if (field === 'prescripteur.numero')
    return value.replace(/^(\d{2})(\d)(\d{5})(\w)$/, '$1\u202f$2\u202f$3\u202f$4');
  return value;
}
