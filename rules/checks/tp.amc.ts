import { unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'tp.amc';
const source = sourceOf('FSE.TP_AMC');
const noAmc = unread(id, 'tiersPayant.amc');

export const tpAmc: Check = {
  id,
  title: 'Le tiers payant AMC n’est pas coché : l’AMO prend tout en charge.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.TP_AMC', 'FSE.TP_AMO'],
  examples: {
    pass: [{ why: 'case décochée' }, { why: 'case vide', sheet: { tiersPayant: { amc: null } } }],
    fire: [{ why: 'case cochée', sheet: { tiersPayant: { amc: true } }, severity: 'warn' }],
  },
  check({ tiersPayant }) {
    const amc = tiersPayant?.amc;
    if (amc === undefined) return noAmc;
    if (amc !== true) return null;
    const message = 'Le tiers payant AMC est coché alors que l’AMO prend tout en charge : le décocher.';
    const fix = { field: 'tp.amc', value: false, label: 'Décocher le tiers payant AMC' } as const;
    return { rule: id, severity: 'warn', message, field: 'tp.amc', source, fix };
  },
};
