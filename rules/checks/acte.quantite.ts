import { type Check } from '../check.ts';
import { line } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'acte.quantite';
const source = sourceOf('CUMUL.NONE');

export const acteQuantite: Check = {
  id,
  title: 'Un seul acte par feuille : la quantité est 1.',
  severity: 'block',
  scope: 'line',
  rows: ['CUMUL.NONE'],
  examples: {
    pass: [
      { why: 'quantité 1' },
      { why: 'quantité non lue : 1 par défaut', sheet: { acts: [{ code: 'RQD', amount: 1000 }] } },
    ],
    fire: [
      { why: 'quantité 2', sheet: { acts: [line('RQD', 2000, { quantity: 2 })] }, severity: 'block' },
      { why: 'quantité vide', sheet: { acts: [line('RQD', 1000, { quantity: null })] }, severity: 'warn' },
    ],
  },
  check(_sheet, _context, { code, act: { quantity } }) {
    if (quantity === undefined || quantity === 1) return null;
    const message =
      quantity === null
        ? `La quantité de ${code} est vide : mettre 1.`
        : `La quantité de ${code} est ${String(quantity).replace('.', ',')} : un acte par feuille, mettre 1.`;
    const fix = { field: 'acte.quantite', value: 1, label: 'Mettre la quantité à 1' } as const;
    const severity = quantity === null ? 'warn' : 'block';
    return { rule: id, severity, message, field: 'acte.quantite', source, fix };
  },
};
