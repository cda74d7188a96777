import { atStake, unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'tp.amo';
const source = sourceOf('FSE.TP_AMO');
const noAmo = unread(id, 'tiersPayant.amo');

export const tpAmo: Check = {
  id,
  title: 'Le tiers payant AMO est coché, sinon la caisse paie le patient.',
  severity: 'block',
  scope: 'sheet',
  rows: ['FSE.TP_AMO'],
  examples: {
    pass: [{ why: 'case cochée' }],
    fire: [
      { why: 'case décochée', sheet: { tiersPayant: { amo: false } }, severity: 'block' },
      { why: 'case vide', sheet: { tiersPayant: { amo: null } }, severity: 'block' },
    ],
  },
  check({ tiersPayant }, _context, { act }) {
    const amo = tiersPayant?.amo;
    if (amo === undefined) return noAmo;
    if (amo === true) return null;
    const message = 'Le tiers payant AMO n’est pas coché : la caisse paierait le patient, le cocher.';
    const fix = { field: 'tp.amo', value: true, label: 'Cocher le tiers payant AMO' } as const;
    return atStake({ rule: id, severity: 'block', message, field: 'tp.amo', source, fix }, act.amount);
  },
};
