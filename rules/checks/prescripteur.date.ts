import { unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { frenchDay } from '../wording.ts';

const id = 'prescripteur.date';
const source = sourceOf('FSE.PRESC_DATE');

export const prescripteurDate: Check = {
  id,
  title: 'La date de prescription est celle de la demande, au plus tard le jour de l’acte.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.PRESC_DATE'],
  examples: {
    pass: [
      { why: 'le jour de l’acte' },
      { why: 'quelques jours avant', sheet: { prescriber: { prescribedOn: '2026-03-05' } } },
    ],
    fire: [
      {
        why: 'le lendemain de l’acte',
        sheet: { prescriber: { prescribedOn: '2026-03-13' } },
        severity: 'warn',
      },
      { why: 'date vide', sheet: { prescriber: { prescribedOn: null } }, severity: 'warn' },
    ],
  },
  check({ actDate, prescriber }) {
    const day = prescriber?.prescribedOn;
    if (day === null) {
      const message = 'La date de prescription est vide : mettre celle de la demande.';
      return { rule: id, severity: 'warn', message, field: 'prescripteur.date', source };
    }
    if (day === undefined || !actDate) {
      const missing = day === undefined ? ['prescriber.prescribedOn'] : [];
      return unread(id, ...missing, ...(actDate ? [] : ['actDate']));
    }
    if (day <= actDate) return null;
    const message = `La date de prescription, ${frenchDay(day)}, vient après l’acte du ${frenchDay(actDate)} : mettre celle de la demande.`;
    return { rule: id, severity: 'warn', message, field: 'prescripteur.date', source };
  },
};
