import { atStake, unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'structure.meme-site';
const source = sourceOf('CUMUL.SAME_MSP_SITE');
const noSameSite = unread(id, 'prescriber.sameSite');

export const structureMemeSite: Check = {
  id,
  title: 'Les deux professionnels n’exercent pas dans la même MSP sur le même site.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['CUMUL.SAME_MSP_SITE', 'CUMUL.EHPAD_MT'],
  examples: {
    pass: [{ why: 'sites différents' }, { why: 'rien de noté', sheet: { prescriber: { sameSite: null } } }],
    fire: [{ why: 'même MSP, même site', sheet: { prescriber: { sameSite: true } }, severity: 'warn' }],
  },
  check({ prescriber }, _context, { code, act }) {
    const sameSite = prescriber?.sameSite;
    if (sameSite === undefined) return noSameSite;
    if (sameSite !== true) return null;
    const message = `Les deux professionnels sont de la même MSP et du même site : ${code} ne serait pas facturable, vérifier avec la caisse.`;
    return atStake({ rule: id, severity: 'warn', message, source }, act.amount);
  },
};
