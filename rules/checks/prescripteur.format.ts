import { atStake, unread, type Check } from '../check.ts';
import { numbers } from '../examples.ts';
import { numeroAmFault } from '../identifiers/numero-am.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { ofOtherSide, otherSideSource, prescriberNumber } from '../prescriber.ts';
import { counted, seen } from '../wording.ts';

const id = 'prescripteur.format';
const source = sourceOf('ID.AM.FORMAT');
const noNumber = unread(id, 'prescriber.number');

export const prescripteurFormat: Check = {
  id,
  title: 'Le numéro du prescripteur a 9 caractères, et n’est pas un RPPS.',
  severity: 'block',
  scope: 'sheet',
  rows: [
    'ID.AM.FORMAT',
    'ID.AM.PREFIX',
    'ID.RPPS',
    'ID.ADELI',
    'ID.AM.PER_SITE',
    'FSE.SITE',
    'FSE.PRESCRIBER.RQD',
    'FSE.PRESCRIBER.TE2',
  ],
  examples: {
    pass: [
      { why: '9 chiffres' },
      { why: 'espaces ignorés', sheet: { prescriber: { number: '99 1 00002 7' } } },
      { why: 'FINESS de Corse', sheet: { prescriber: { number: '2a0000006', salaried: true } } },
    ],
    fire: [
      { why: 'RPPS', sheet: { prescriber: { number: '99900000011' } }, severity: 'block' },
      { why: 'clé oubliée', sheet: { prescriber: { number: '99100002' } }, severity: 'warn' },
      { why: 'trop court', sheet: { prescriber: { number: '9910' } }, severity: 'warn' },
      { why: 'trop long', sheet: { prescriber: { number: `${numbers.otherMedecin}0` } }, severity: 'warn' },
      { why: 'une lettre', sheet: { prescriber: { number: '99l000027' } }, severity: 'warn' },
    ],
  },
  check(sheet, _context, { code, act }) {
    const number = prescriberNumber(sheet);
    if (number === undefined) return noNumber;
    const fault = numeroAmFault(number);
    if (fault === null || fault === 'key' || fault === 'empty') return null;
    const who = ofOtherSide(code);
    const field = 'prescripteur.numero';
    if (fault === 'rpps') {
      const message = `${number} est un numéro RPPS, que la caisse n’attend pas ici : saisir le numéro AM ${who}, 9 caractères.`;
      return atStake(
        { rule: id, severity: 'block', message, field, source: otherSideSource(code) },
        act.amount,
      );
    }
    const shown = seen(number, 20);
    const message =
      fault === 'key-missing'
        ? `${shown} n’a que 8 chiffres : ajouter la clé, 9e caractère du numéro AM.`
        : fault === 'characters'
          ? `${shown} contient un caractère qu’un numéro AM n’a pas : vérifier le numéro ${who}.`
          : `${shown} a ${counted(number.length, 'caractère')} au lieu de 9 : vérifier le numéro AM ${who}.`;
    return { rule: id, severity: 'warn', message, field, source };
  },
};
