/** Two cards that may be of one person. */
import { compact } from '../../../rules/identifiers/compact.ts';
import { folded } from '../../../cases/words.ts';
import type { Correspondent } from '../../../ledger/facts.ts';

/** Titles and order tell nobody apart: `Dr Paul EXEMPLE` and `EXEMPLE Paul` are said alike. */
const nameWord = (name: string): string =>
  folded(name)
    .replace(/[^a-z]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !['dr', 'docteur', 'pr', 'professeur', 'mme', 'm'].includes(word))
    .sort()
    .join(' ');

export interface Twin {
  other: Correspondent;
  /** A number is one person's; a name may be two persons'. */
  by: 'number' | 'name';
}

/** Another card with the same AM number or RPPS, or else with the same name. */
export function twinOf(card: Correspondent, all: readonly Correspondent[]): Twin | null {
  const others = all.filter(({ id }) => id !== card.id);
  const same = (field: 'numeroAm' | 'rpps') => {
    const own = compact(card[field]);
    return own === '' ? undefined : others.find((other) => compact(other[field]) === own);
  };
  // A FINESS is an establishment's: several people may share it.
  const byNumber = (card.salaried ? undefined : same('numeroAm')) ?? same('rpps');
  if (byNumber) return { other: byNumber, by: 'number' };
  const name = nameWord(card.name);
  const byName = name === '' ? undefined : others.find((other) => nameWord(other.name) === name);
  return byName ? { other: byName, by: 'name' } : null;
}

/** Ids of the cards whose number stands on another card too. */
export function doubled(all: readonly Correspondent[]): Set<string> {
  const words = ({ numeroAm, rpps, salaried }: Correspondent): string[] =>
    [salaried ? '' : `am:${compact(numeroAm)}`, `rpps:${compact(rpps)}`].filter((word) => /:./.test(word));
  const by = new Map<string, string[]>();
  for (const card of all) {
    for (const word of words(card)) by.set(word, [...(by.get(word) ?? []), card.id]);
  }
  return new Set([...by.values()].flatMap((ids) => (ids.length > 1 ? ids : [])));
}

/** One card of two: what `kept` does not say is taken from the other. */
export const merged = (kept: Correspondent, other: Correspondent): Correspondent => ({
  id: kept.id,
  name: kept.name || other.name,
  numeroAm: kept.numeroAm || other.numeroAm,
  rpps: kept.rpps || other.rpps,
  speciality: kept.speciality || other.speciality,
  place: kept.place || other.place,
  salaried: kept.numeroAm ? kept.salaried : other.salaried,
});
