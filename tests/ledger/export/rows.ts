import type { ActRow, Person } from '../../../ledger/overview/model.ts';

let made = 0;

const person: Person = {
  key: 'weda:1',
  keys: ['weda:1'],
  lastName: 'MODÈLE',
  firstName: 'Zoé',
  birthDate: '1955-08-02',
  folded: 'modele zoe 02/08/1955',
};

/** A line of the register as its views have it; `over` makes it another's. */
export const actRow = ({
  person: who = {},
  ...over
}: Partial<Omit<ActRow, 'person'>> & { person?: Partial<Person> } = {}): ActRow => ({
  id: `act-${(made += 1)}`,
  day: '2026-03-12',
  code: 'RQD',
  standing: 'secured',
  biller: '991000019',
  person: { ...person, ...who },
  amount: 1000,
  otherName: 'Dr Paul EXEMPLE',
  otherNumber: '991000027',
  software: 'weda',
  origin: 'import',
  role: 'requerant',
  at: made,
  paidOn: null,
  paid: null,
  reason: '',
  note: '',
  ...over,
});
