import { unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { frenchDay } from '../wording.ts';

const id = 'acte.date';
const source = sourceOf('FSE.ACT_DATE');
const noActDate = unread(id, 'actDate');
const noToday = unread(id, 'today');

export const acteDate: Check = {
  id,
  title: 'La date de l’acte doit être remplie et passée : tarifs, droits et quotas se jugent à cette date.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.ACT_DATE'],
  examples: {
    pass: [{ why: 'acte passé' }, { why: 'acte du jour', sheet: { actDate: '2026-11-22' } }],
    fire: [
      { why: 'date vide', sheet: { actDate: null }, severity: 'warn' },
      { why: 'acte de demain', sheet: { actDate: '2026-11-23' }, severity: 'warn' },
    ],
  },
  check({ actDate }, { today }) {
    if (actDate === undefined) return noActDate;
    if (actDate === null) {
      const message = 'La date de l’acte est vide : la remplir, tarif, droit et quota en dépendent.';
      return { rule: id, severity: 'warn', message, field: 'acte.date', source };
    }
    if (today === undefined) return noToday;
    if (actDate <= today) return null;
    const message = `La date de l’acte, ${frenchDay(actDate)}, n’est pas encore passée : la corriger.`;
    return { rule: id, severity: 'warn', message, field: 'acte.date', source };
  },
};
