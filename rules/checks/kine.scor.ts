import { atStake, unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { numbers } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'kine.scor';
const source = sourceOf('FSE.SCOR');

const kine = { biller: { profession: 'masseur-kinesitherapeute', numeroAm: numbers.kine } } as const;

export const kineScor: Check = {
  id,
  title: 'La demande d’un kinésithérapeute part sans pièce SCOR, sinon elle est rejetée faute d’ordonnance.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.SCOR'],
  examples: {
    pass: [
      { why: 'kiné, sans SCOR', sheet: kine },
      { why: 'médecin, sans objet', context: { scor: true } },
    ],
    fire: [{ why: 'kiné, avec SCOR', sheet: kine, context: { scor: true }, severity: 'warn' }],
  },
  check({ biller }, { scor }, { code, act }) {
    const profession = biller?.profession;
    if (!isRequest(code) || (profession && profession !== 'masseur-kinesitherapeute')) return null;
    if (scor === false || scor === null) return null;
    if (!profession || scor === undefined) {
      const missing = profession ? [] : ['biller.profession'];
      return unread(id, ...missing, ...(scor === undefined ? ['scor'] : []));
    }
    const message =
      'Une pièce SCOR accompagne RQD : envoyer la feuille sans SCOR, sinon elle est rejetée faute d’ordonnance.';
    return atStake({ rule: id, severity: 'warn', message, source }, act.amount);
  },
};
