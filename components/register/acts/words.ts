import type { Standing } from '../../../ledger/facts.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import type { Tone } from '../../ui/sign.tsx';

/** Where an act stands, as it is said to a reader. */
export const standingWords: Readonly<Record<Standing, string>> = {
  intent: 'À confirmer',
  left: 'Envoyé',
  stayed: 'À confirmer',
  secured: 'Envoyé',
  'not-secured': 'Non envoyé',
  paid: 'Payé',
  refused: 'Refusé',
  rejected: 'Rejeté',
  rebilled: 'À refacturer',
};

export const standingTones: Readonly<Record<Standing, Tone>> = {
  intent: 'grey',
  left: 'info',
  stayed: 'grey',
  secured: 'info',
  'not-secured': 'warn',
  paid: 'clean',
  refused: 'block',
  rejected: 'block',
  rebilled: 'warn',
};

/** States told apart by a filter: those that are said alike are one. */
export const stateGroups = {
  confirm: { words: 'À confirmer', standings: ['intent', 'stayed'] },
  sent: { words: 'Envoyé', standings: ['left', 'secured'] },
  unsent: { words: 'Non envoyé', standings: ['not-secured'] },
  paid: { words: 'Payé', standings: ['paid'] },
  refused: { words: 'Refusé', standings: ['refused'] },
  rejected: { words: 'Rejeté', standings: ['rejected'] },
  rebilled: { words: 'À refacturer', standings: ['rebilled'] },
} as const satisfies Record<string, { words: string; standings: readonly Standing[] }>;
export type StateGroup = keyof typeof stateGroups;

export const personName = ({ person }: Pick<ActRow, 'person'>): string =>
  [person.lastName, person.firstName].filter(Boolean).join(' ') || 'Patient sans nom';

/** `991000027` → `99 1 00002 7`, with narrow spaces. */
export const amNumber = (number: string): string =>
  number.replace(/^(\d{2})(\d)(\d{5})(\w)$/, '$1\u202f$2\u202f$3\u202f$4');

const counter = new Intl.NumberFormat('fr-FR');
/** `100 000`, with a narrow space. */
export const figure = (count: number): string => counter.format(count);
