import { unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { answering, changes, numbers } from '../examples.ts';
import { numeroAmCategory, numeroAmFault } from '../identifiers/numero-am.ts';
import { rowOf, sourceOf } from '../nomenclature/index.ts';
import { prescriberNumber } from '../prescriber.ts';

const id = 'prescripteur.categorie';
const source = sourceOf('ID.AM.CATEGORY');
const noNumber = unread(id, 'prescriber.number');
const noSalaried = unread(id, 'prescriber.salaried');
const names = rowOf('ID.AM.CATEGORY').value as Readonly<Record<string, string>>;
const establishment = '0';

/** An expert is a médecin, a sage-femme or, in limited cases, a dentist. */
const experts = '154';
/** Anybody who may ask: every profession that has a category, and the pharmacy. */
const requesters = '12456789';

export const prescripteurCategorie: Check = {
  id,
  title:
    'Le 3e caractère du numéro du prescripteur est celui d’une profession qui peut être de l’autre côté.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['ID.AM.CATEGORY', 'FSE.PRESCRIBER.HOSP', 'REQ.ONLY_MEDICAL'],
  examples: {
    pass: [
      { why: 'expert médecin' },
      { why: 'expert sage-femme', sheet: { prescriber: { number: numbers['sage-femme'] } } },
      { why: 'requérant infirmier', sheet: answering },
      {
        why: 'établissement d’un expert salarié',
        sheet: { prescriber: { number: numbers.etablissement, salaried: true } },
      },
    ],
    fire: [
      {
        why: 'RQD adressé à un infirmier',
        sheet: { prescriber: { number: numbers.infirmier } },
        severity: 'warn',
      },
      {
        why: 'établissement sans exercice salarié',
        sheet: { prescriber: { number: numbers.etablissement } },
        severity: 'warn',
      },
      {
        why: 'requérant laboratoire',
        sheet: changes(answering, { prescriber: { number: '993000009' } }),
        severity: 'warn',
      },
    ],
  },
  check(sheet, _context, { code }) {
    const number = prescriberNumber(sheet);
    if (number === undefined) return noNumber;
    const fault = numeroAmFault(number);
    if (fault !== null && fault !== 'key') return null;
    const category = numeroAmCategory(number);
    if ((isRequest(code) ? experts : requesters).includes(category)) return null;
    if (category === establishment) {
      const salaried = sheet.prescriber!.salaried;
      if (salaried === undefined) return noSalaried;
      if (salaried) return null;
    }
    const what = names[category] ?? 'inconnu';
    const wanted = isRequest(code) ? 'de l’expert, médecin ou sage-femme' : 'du requérant';
    const message = `Le 3e caractère de ${number} est ${category} (${what}) : vérifier que c’est bien le numéro ${wanted}.`;
    return { rule: id, severity: 'warn', message, field: 'prescripteur.numero', source };
  },
};
