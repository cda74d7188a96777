import { unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'mode.securisation';
const source = sourceOf('FSE.MODE.NEW');
const noSecuring = unread(id, 'securing');

export const modeSecurisation: Check = {
  id,
  title: 'La feuille est sécurisée sans carte Vitale, ou en dégradé dans un logiciel ancien.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.MODE.NEW', 'FSE.MODE.OLD', 'FSE.PAPER'],
  examples: {
    pass: [{ why: 'SESAM sans Vitale' }, { why: 'dégradé', sheet: { securing: 'degrade' } }],
    fire: [
      { why: 'avec la carte', sheet: { securing: 'vitale' }, severity: 'warn' },
      { why: 'mode vide', sheet: { securing: null }, severity: 'warn' },
    ],
  },
  check({ securing }) {
    if (securing === undefined) return noSecuring;
    if (securing === 'sans-vitale' || securing === 'degrade') return null;
    const shown = securing === null ? 'est vide' : 'est « avec carte Vitale »';
    const message = `Le mode de sécurisation ${shown} alors que le patient n’est pas là : choisir SESAM sans Vitale, ou dégradé.`;
    const fix = { field: 'mode', value: 'sans-vitale', label: 'Choisir SESAM sans Vitale' } as const;
    return { rule: id, severity: 'warn', message, field: 'mode', source, fix };
  },
};
