import { unread, type Check } from '../check.ts';
import { numeroAmFault, numeroAmKey } from '../identifiers/numero-am.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { prescriberNumber } from '../prescriber.ts';

const id = 'prescripteur.cle';
const source = sourceOf('ID.AM.KEY');
const noNumber = unread(id, 'prescriber.number');

export const prescripteurCle: Check = {
  id,
  title: 'La clé du numéro du prescripteur, calculée par une règle que nul texte lu ne confirme, correspond.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['ID.AM.KEY', 'ID.AM.PREFIX', 'ID.FINESS.KEY'],
  examples: {
    pass: [
      { why: 'clé juste' },
      { why: '09 pour 90 : la clé ne le voit pas', sheet: { prescriber: { number: '990900011' } } },
      { why: 'FINESS de Corse', sheet: { prescriber: { number: '2A0000006', salaried: true } } },
    ],
    fire: [{ why: 'clé fausse', sheet: { prescriber: { number: '991000018' } }, severity: 'warn' }],
  },
  check(sheet) {
    const number = prescriberNumber(sheet);
    if (number === undefined) return noNumber;
    if (numeroAmFault(number) !== 'key') return null;
    const message = `La clé de ${number} est ${number.charAt(8)} alors que ${numeroAmKey(number)} est attendu : vérifier le numéro auprès de son titulaire.`;
    return { rule: id, severity: 'warn', message, field: 'prescripteur.numero', source };
  },
};
