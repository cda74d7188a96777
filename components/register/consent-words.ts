import { frenchDate } from '../../cases/words.ts';
import type { Consent } from '../../rules/schema.ts';

const hows = { oral: 'oral', ecrit: 'écrit' } as const;
const givers = { patient: 'par le patient', 'representant-legal': 'par le représentant légal' } as const;

/** `recueilli le 12/03/2026, oral, par le patient`; a refusal is said as one. */
export const consentWords = ({ given, on, how, by }: Consent): string =>
  [`${given ? 'recueilli' : 'refusé'} le ${frenchDate(on)}`, how && hows[how], by && givers[by]]
    .filter(Boolean)
    .join(', ');

/** The same beside a label that says of what. */
export const consentSaid = (consent: Consent): string => {
  const words = consentWords(consent);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};
