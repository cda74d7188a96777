import { atStake, unread, type Check } from '../check.ts';
import { billed } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { frenchDay, seen } from '../wording.ts';

const id = 'doublon';
const source = sourceOf('CUMUL.NONE');

export const doublon: Check = {
  id,
  title: 'Le même acte n’a pas déjà été facturé ce jour-là pour ce patient.',
  severity: 'warn',
  scope: 'line',
  rows: ['CUMUL.NONE'],
  examples: {
    pass: [
      { why: 'acte de la veille', context: { history: billed('RQD', '2026-03-11') } },
      { why: 'autre code le même jour', context: { history: billed('TE2', '2026-03-12') } },
    ],
    fire: [
      { why: 'même jour, même patient', context: { history: billed('RQD', '2026-03-12') }, severity: 'warn' },
    ],
  },
  check(_sheet, _context, { code, act, past, pastMissing }) {
    if (!past) return unread(id, ...pastMissing);
    if (!past.sameDay) return past.unsureSameDay ? unread(id, 'history') : null;
    const { actDate, id: met } = past.sameDay;
    const which = met ? ` (feuille ${seen(met, 40)})` : '';
    const message = `Un ${code} du ${frenchDay(actDate)} est déjà facturé pour ce patient${which} : vérifier que ce n’est pas le même.`;
    return atStake({ rule: id, severity: 'warn', message, field: 'acte.date', source }, act.amount);
  },
};
