import { atStake, unread, type Check } from '../check.ts';
import { line } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { seen } from '../wording.ts';

const id = 'acte.cumul';
const source = sourceOf('CUMUL.NONE');

export const acteCumul: Check = {
  id,
  title: 'La téléexpertise est seule sur sa feuille : ni autre acte, ni majoration.',
  severity: 'block',
  scope: 'sheet',
  rows: ['CUMUL.NONE', 'CUMUL.SAME_DAY', 'CUMUL.APC_AFTER_TE2', 'CUMUL.TWO_INVOICES'],
  examples: {
    pass: [
      { why: 'RQD seul' },
      { why: 'une seconde ligne vide', sheet: { acts: [line('RQD', 1000), { code: null }] } },
    ],
    fire: [
      {
        why: 'RQD avec une consultation',
        sheet: { acts: [line('G', 3000), line('RQD', 1000)] },
        severity: 'block',
      },
      {
        why: 'RQD avec une majoration',
        sheet: { acts: [line('RQD', 1000), line('MEG', 500)] },
        severity: 'block',
      },
      { why: 'deux lignes RQD', sheet: { acts: [line('RQD', 1000), line('RQD', 1000)] }, severity: 'block' },
    ],
  },
  check(sheet, _context, { code, act, index }) {
    const acts = sheet.acts!;
    if (acts.length === 1) return null;
    const others = acts
      .filter((other, at) => at !== index && other.code)
      .map((other) => seen(other.code!, 10));
    if (others.length === 0) {
      const missing = acts.flatMap((other, at) => (other.code === undefined ? [`acts[${at}].code`] : []));
      return missing.length > 0 ? unread(id, ...missing) : null;
    }
    const message = `${code} doit être seul sur la feuille, or elle porte aussi ${others.join(', ')} : facturer ${code} sur une feuille à part.`;
    return atStake({ rule: id, severity: 'block', message, field: 'acte.code', source }, act.amount);
  },
};
