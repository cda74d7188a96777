import { atStake, unread, type Check } from '../check.ts';
import { answering, changes, line } from '../examples.ts';
import { rowOf, sourceOf } from '../nomenclature/index.ts';
import { frenchDay } from '../wording.ts';

const id = 'patient.eligibilite';
const row = rowOf('ELIG.PATIENT.OLD');
const source = sourceOf('ELIG.PATIENT.OLD');

const before = changes(answering, { actDate: '2022-03-31', acts: [line('TE2', 2000)] });

export const patientEligibilite: Check = {
  id,
  title: 'Avant le 01/04/2022, le patient remplit une des conditions d’alors.',
  severity: 'block',
  scope: 'sheet',
  rows: ['ELIG.PATIENT.OLD', 'ELIG.PATIENT.ALL', 'ELIG.KNOWN.TE2.OLD'],
  examples: {
    pass: [
      { why: 'ALD, dernier jour de l’ancienne règle', sheet: before },
      {
        why: 'aucune condition, premier jour de la nouvelle règle',
        sheet: changes(before, { actDate: '2022-04-01', patient: { eligibility: [] } }),
      },
    ],
    fire: [
      {
        why: 'aucune condition',
        sheet: changes(before, { patient: { eligibility: [] } }),
        severity: 'block',
      },
      {
        why: 'rien de rempli',
        sheet: changes(before, { patient: { eligibility: null } }),
        severity: 'block',
      },
    ],
  },
  check({ actDate, patient }, _context, { code, act }) {
    if (actDate && (actDate < row.from! || actDate > row.to!)) return null;
    const eligibility = patient?.eligibility;
    if (eligibility && eligibility.length > 0) return null;
    if (!actDate || eligibility === undefined) {
      const missing = actDate ? [] : ['actDate'];
      return unread(id, ...missing, ...(eligibility === undefined ? ['patient.eligibility'] : []));
    }
    const message = `Au ${frenchDay(actDate)}, ${code} était réservé aux patients en ALD, atteints d’une maladie rare, de zone sous-dense, d’Ehpad ou détenus : aucune de ces conditions n’est notée, retirer l’acte ou compléter le dossier.`;
    return atStake({ rule: id, severity: 'block', message, source }, act.amount);
  },
};
