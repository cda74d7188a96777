import type { Press } from '../../ledger/ledger.ts';

/** Words that must never be found in clear; nobody is called that. */
export const canaries = {
  lastName: 'CANARINETTE',
  firstName: 'Zéphyrine',
  nir: '2550814168025',
  marker: '65407357',
  reason: 'motif-canari-7f3a',
  expert: 'Docteur Serinus',
  expertAm: '751234569',
  biller: '691112223',
};

export const biller = canaries.biller;
export const zephyrine = { patientKeys: [`weda:${canaries.marker}`, `nir:${canaries.nir}`], biller };
export const octave = { patientKeys: ['weda:4411'], biller };

/** A press on Zéphyrine's sheet; `change` makes it another's, or another day's. */
export const pressOf = (change: Partial<Press> = {}): Press => ({
  ...zephyrine,
  code: 'RQD',
  actDate: '2026-03-12',
  role: 'requerant',
  patient: { lastName: canaries.lastName, firstName: canaries.firstName, birthDate: '1955-08-02' },
  amount: 1000,
  otherSide: { name: canaries.expert, numeroAm: canaries.expertAm, salaried: false },
  software: 'weda',
  pressId: 'tab-1:sheet-1',
  ...change,
});
