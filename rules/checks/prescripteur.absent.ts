import { atStake, unread, type Check } from '../check.ts';
import { answering, changes } from '../examples.ts';
import { ofOtherSide, otherSideSource, prescriberNumber } from '../prescriber.ts';

const id = 'prescripteur.absent';
const noNumber = unread(id, 'prescriber.number');

export const prescripteurAbsent: Check = {
  id,
  title: 'Le numéro de l’autre professionnel est dans la zone prescripteur.',
  severity: 'block',
  scope: 'sheet',
  rows: ['FSE.PRESCRIBER.RQD', 'FSE.PRESCRIBER.TE2', 'FSE.PRESCRIBER.HOSP'],
  examples: {
    pass: [{ why: 'numéro de l’expert' }, { why: 'numéro du requérant', sheet: answering }],
    fire: [
      { why: 'champ vide', sheet: { prescriber: { number: null } }, severity: 'block' },
      { why: 'des espaces seulement', sheet: { prescriber: { number: '  ' } }, severity: 'block' },
      {
        why: 'TE2 sans requérant',
        sheet: changes(answering, { prescriber: { number: '' } }),
        severity: 'block',
      },
    ],
  },
  check(sheet, _context, { code, act }) {
    const number = prescriberNumber(sheet);
    if (number === undefined) return noNumber;
    if (number !== '') return null;
    const message = `Le numéro du prescripteur est vide : saisir le numéro AM ${ofOtherSide(code)}.`;
    const source = otherSideSource(code);
    return atStake(
      { rule: id, severity: 'block', message, field: 'prescripteur.numero', source },
      act.amount,
    );
  },
};
