import { atStake, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'structure.etablissement';
const source = sourceOf('HOSP.SALARIED');

export const structureEtablissement: Check = {
  id,
  title: 'L’acte d’un salarié d’établissement est facturé par l’établissement, pas en son nom.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['HOSP.SALARIED', 'HOSP.EXTERNAL', 'HOSP.ALREADY_FUNDED'],
  examples: {
    pass: [
      { why: 'activité libérale' },
      { why: 'structure non lue : libérale par défaut', sheet: { biller: { structure: undefined } } },
    ],
    fire: [
      { why: 'salarié d’établissement', sheet: { biller: { structure: 'etablissement' } }, severity: 'warn' },
    ],
  },
  check({ biller }, _context, { code, act }) {
    if (biller?.structure !== 'etablissement') return null;
    const message = `${code} est fait comme salarié d’un établissement : le faire facturer par l’établissement, pas sur une feuille à votre nom.`;
    return atStake({ rule: id, severity: 'warn', message, source }, act.amount);
  },
};
