import { atStake, type Check } from '../check.ts';
import { line } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { euros } from '../wording.ts';

const id = 'acte.depassement';
const source = sourceOf('CUMUL.DEPASSEMENT');

export const acteDepassement: Check = {
  id,
  title: 'Aucun dépassement d’honoraires, quel que soit le secteur.',
  severity: 'block',
  scope: 'line',
  rows: ['CUMUL.DEPASSEMENT'],
  examples: {
    pass: [
      { why: 'dépassement à zéro' },
      { why: 'champ vide', sheet: { acts: [line('RQD', 1000, { excess: null })] } },
    ],
    fire: [
      {
        why: 'dépassement de 5,00 €',
        sheet: { acts: [line('RQD', 1000, { excess: 500 })] },
        severity: 'block',
      },
    ],
  },
  check(_sheet, _context, { code, act }) {
    if (!act.excess) return null;
    const message = `Un dépassement de ${euros(act.excess)} accompagne ${code}, ce qui n’est jamais permis : le mettre à zéro.`;
    const fix = { field: 'acte.depassement', value: 0, label: 'Mettre le dépassement à zéro' } as const;
    return atStake(
      { rule: id, severity: 'block', message, field: 'acte.depassement', source, fix },
      act.excess,
    );
  },
};
