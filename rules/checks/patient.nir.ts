import { unread, type Check } from '../check.ts';
import { compact } from '../identifiers/compact.ts';
import { nirFault, nirMessage } from '../identifiers/nir.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'patient.nir';
const keySource = sourceOf('ID.NIR.KEY');
const monthSource = sourceOf('ID.NIR.MONTH');
const waitingSource = sourceOf('ID.NIA');
const noNir = unread(id, 'patient.nir');

export const patientNir: Check = {
  id,
  title: 'Le NIR du patient est bien formé et sa clé est juste.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['ID.NIR.KEY', 'ID.NIR.MONTH', 'ID.NNP', 'ID.MIG', 'ID.NIA', 'ID.INS'],
  examples: {
    pass: [
      { why: 'clé juste' },
      { why: 'sans la clé', sheet: { patient: { nir: '2550814168025' } } },
      { why: 'Corse, minuscule et espaces', sheet: { patient: { nir: '2 84 05 2a 321 025 52' } } },
      { why: 'numéro provisoire', sheet: { patient: { nir: '7101312345678' } } },
    ],
    fire: [
      { why: 'clé fausse', sheet: { patient: { nir: '255081416802539' } }, severity: 'warn' },
      { why: 'il manque un chiffre', sheet: { patient: { nir: '25508141680253' } }, severity: 'warn' },
      { why: 'champ vide', sheet: { patient: { nir: null } }, severity: 'warn' },
      {
        why: 'commence par 8, avec une clé',
        sheet: { patient: { nir: '884058832102523' } },
        severity: 'warn',
      },
    ],
  },
  check({ patient }) {
    const nir = patient?.nir;
    if (nir === undefined) return noNir;
    const number = nir === null ? '' : compact(nir);
    const fault = nirFault(number);
    if (fault === null) return null;
    const source =
      fault === 'month-incomplete' ? monthSource : fault === 'waiting' ? waitingSource : keySource;
    return { rule: id, severity: 'warn', message: nirMessage(number, fault), field: 'patient.nir', source };
  },
};
