import { atStake, unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { answering, changes, line } from '../examples.ts';
import { rowOf } from '../nomenclature/index.ts';
import { openingOf } from '../nomenclature/tables.ts';
import type { TeCode } from '../nomenclature/row.ts';
import { frenchDay } from '../wording.ts';

const id = 'acte.ferme';
const noActDate = unread(id, 'actDate');
const forfaitFrom = rowOf('FORFAIT.REQUERANT.TE2').from!;

function message(code: TeCode, day: string): string {
  const { from, to } = openingOf(code);
  const date = frenchDay(day);
  if (to !== null && day > to) {
    return `${code} n’est plus facturable après le ${frenchDay(to)} : pour l’acte du ${date}, facturer TE2 ou corriger la date.`;
  }
  if (isRequest(code) && day >= forfaitFrom) {
    return `${code} n’existe que depuis le ${frenchDay(from)} : retirer l’acte du ${date}, un forfait annuel était versé sans facture.`;
  }
  return `${code} n’est facturable qu’à partir du ${frenchDay(from)} : corriger la date (${date}) ou retirer l’acte.`;
}

export const acteFerme: Check = {
  id,
  title: 'Le code doit être ouvert à la date de l’acte.',
  severity: 'block',
  scope: 'line',
  rows: ['CODE.TE1.OPEN', 'CODE.TE2.OPEN', 'CODE.RQD.MED', 'FORFAIT.REQUERANT.TE1', 'FORFAIT.REQUERANT.TE2'],
  examples: {
    pass: [
      { why: 'RQD du premier jour', sheet: { actDate: '2022-04-01' } },
      {
        why: 'TE1 du dernier jour',
        sheet: changes(answering, { actDate: '2022-03-31', acts: [line('TE1', 1200)] }),
      },
      {
        why: 'TE2 du premier jour',
        sheet: changes(answering, { actDate: '2019-02-10', acts: [line('TE2', 2000)] }),
      },
    ],
    fire: [
      { why: 'RQD de la veille', sheet: { actDate: '2022-03-31' }, severity: 'block' },
      { why: 'RQD avant toute téléexpertise', sheet: { actDate: '2018-06-01' }, severity: 'block' },
      {
        why: 'TE1 du lendemain de la fermeture',
        sheet: changes(answering, { actDate: '2022-04-01', acts: [line('TE1', 1200)] }),
        severity: 'block',
      },
      {
        why: 'TE2 avant l’ouverture',
        sheet: changes(answering, { actDate: '2019-02-09', acts: [line('TE2', 2000)] }),
        severity: 'block',
      },
    ],
  },
  check(sheet, _context, { code, act, standing }) {
    if (!sheet.actDate) return noActDate;
    if (standing !== 'closed') return null;
    return atStake(
      {
        rule: id,
        severity: 'block',
        message: message(code, sheet.actDate),
        field: 'acte.code',
        source: openingOf(code).source,
      },
      act.amount,
    );
  },
};
