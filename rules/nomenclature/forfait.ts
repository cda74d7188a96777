/** What the requérant was paid before RQD existed: cents, without any act to bill. */
import { rulesCheckedOn as checkedOn } from '../knowledge.ts';
import { rows } from './row.ts';

export const forfait = rows([
  {
    id: 'FORFAIT.REQUERANT.TE1',
    value: 500,
    from: '2019-02-10',
    to: '2022-03-31',
    professions: ['medecin'],
    territories: 'all',
    sources: ['A1', 'C1', 'O2', 'U1'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'For each TE1 the requis billed. Computed by the Cnam: no act, no invoice of the requérant.',
  },
  {
    id: 'FORFAIT.REQUERANT.TE2',
    value: 1000,
    from: '2019-02-10',
    to: '2022-03-31',
    professions: ['medecin'],
    territories: 'all',
    sources: ['A1', 'O2', 'SEED1', 'U1', 'SEED3'],
    confidence: 'CONFLICT',
    conflict: {
      says: [
        { value: '10 €', sources: ['A1', 'SEED1', 'O1', 'U1'] },
        { value: '5 €', sources: ['SEED3'] },
      ],
      taken: '10 €',
      why: 'The official page and three others agree; one regional page, written later, differs.',
    },
    checkedOn,
    note: 'For each TE2 the requis billed. No act, no invoice of the requérant.',
  },
  {
    id: 'FORFAIT.REQUERANT.CAP',
    value: 50000,
    from: '2019-02-10',
    to: '2022-03-31',
    professions: ['medecin'],
    territories: 'all',
    sources: ['A1', 'O2'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'Per year and requérant, all patients.',
  },
  {
    id: 'FORFAIT.REQUERANT.PAID',
    value: 'start of the following year',
    from: '2019-02-10',
    to: '2022-03-31',
    professions: ['medecin'],
    territories: 'all',
    sources: ['O2'],
    confidence: 'SINGLE',
    checkedOn,
    note: 'When the forfait was paid.',
  },
]);
