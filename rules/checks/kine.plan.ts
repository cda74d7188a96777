import { atStake, unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { numbers } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'kine.plan';
const source = sourceOf('CUMUL.PLAN_DE_TRAITEMENT');

const kine = { biller: { profession: 'masseur-kinesitherapeute', numeroAm: numbers.kine } } as const;

export const kinePlan: Check = {
  id,
  title: 'La demande d’un kinésithérapeute est facturée hors du plan de traitement.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['CUMUL.PLAN_DE_TRAITEMENT'],
  examples: {
    pass: [
      { why: 'kiné, hors plan de traitement', sheet: kine },
      { why: 'médecin, sans objet', context: { planDeTraitement: true } },
    ],
    fire: [
      {
        why: 'kiné, dans un plan de traitement',
        sheet: kine,
        context: { planDeTraitement: true },
        severity: 'warn',
      },
    ],
  },
  check({ biller }, { planDeTraitement }, { code, act }) {
    const profession = biller?.profession;
    if (!isRequest(code) || (profession && profession !== 'masseur-kinesitherapeute')) return null;
    if (planDeTraitement === false || planDeTraitement === null) return null;
    if (!profession || planDeTraitement === undefined) {
      const missing = profession ? [] : ['biller.profession'];
      return unread(id, ...missing, ...(planDeTraitement === undefined ? ['planDeTraitement'] : []));
    }
    const message = 'RQD est dans un plan de traitement : le facturer hors plan, sur une feuille à part.';
    return atStake({ rule: id, severity: 'warn', message, source }, act.amount);
  },
};
