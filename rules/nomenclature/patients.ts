/** Whose case may be put to an expert. */
import { rulesCheckedOn as checkedOn } from '../knowledge.ts';
import { rows } from './row.ts';

export const patients = rows([
  {
    id: 'ELIG.PATIENT.OLD',
    value: 'ald, maladie-rare, zone-sous-dense, ehpad, detenu',
    from: '2019-02-10',
    to: '2022-03-31',
    professions: 'all',
    territories: 'all',
    sources: ['SN7', 'U1', 'SEED1'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'EHPAD stands for médico-social establishments too. SN7 copies the NGAP text of that time.',
  },
  {
    id: 'ELIG.PATIENT.ALL',
    value: 'all patients',
    from: '2022-04-01',
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['N1', 'O1', 'A2'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'Avenant 9.',
  },
  {
    id: 'ELIG.KNOWN.TE2.OLD',
    value: 'the requis must know the patient',
    from: '2019-02-10',
    to: '2022-03-31',
    professions: ['medecin'],
    territories: 'all',
    sources: ['U1'],
    confidence: 'SINGLE',
    checkedOn,
    note: 'Level 2 only. The sheet does not show it, so nothing judges it.',
  },
  {
    id: 'ELIG.KNOWN.NOW',
    value: 'the requis need not know the patient',
    from: '2022-04-01',
    to: null,
    professions: 'all',
    territories: 'all',
    sources: ['SEED3', 'B1'],
    confidence: 'CONFIRMED',
    checkedOn,
    note: 'Except the dentist in the EHPAD case (CODE.TE2.CD).',
  },
]);
