/** What hospitals and establishments change. */
import { rulesCheckedOn as checkedOn } from '../knowledge.ts';
import { rows } from './row.ts';

export const hospital = rows([
  {
    id: 'HOSP.INPATIENT',
    value: 'not billable to the AMO',
    from: '2019-02-10',
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['O10', 'OP'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'Patient in MCO at the hospital of the requérant: inside the GHS; the hospital pays the requis (PIE).',
  },
  {
    id: 'HOSP.EXTERNAL',
    value: 'billable by the establishment',
    from: '2019-02-10',
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['O10', 'O11', 'N1'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'External activity: actes et consultations externes.',
  },
  {
    id: 'HOSP.SALARIED',
    value: 'the establishment bills, not the person',
    from: '2019-02-10',
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['O10', 'O11'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'Salaried hospital professional, on either side.',
  },
  {
    id: 'HOSP.ALREADY_FUNDED',
    value: 'individual billing only for own liberal activity',
    from: null,
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['SEED4', 'O11'],
    confidence: 'SINGLE',
    checkedOn,
    note: 'EHPAD, clinic: not when a forfait already covers it.',
  },
]);
