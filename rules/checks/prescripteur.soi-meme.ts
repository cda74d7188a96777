import { atStake, unread, type Check } from '../check.ts';
import { answering, changes, numbers } from '../examples.ts';
import { compact } from '../identifiers/compact.ts';
import { ofOtherSide, otherSideSource, prescriberNumber } from '../prescriber.ts';

const id = 'prescripteur.soi-meme';

/** One of the two may lack its key. */
function sameNumber(a: string, b: string): boolean {
  if (a === b) return true;
  const oneWithoutKey = a.length + b.length === 17 && (a.length === 8 || b.length === 8);
  return oneWithoutKey && a.slice(0, 8) === b.slice(0, 8);
}

export const prescripteurSoiMeme: Check = {
  id,
  title: 'Le prescripteur est l’autre professionnel, jamais celui qui facture.',
  severity: 'block',
  scope: 'sheet',
  rows: ['FSE.PRESCRIBER.RQD', 'FSE.PRESCRIBER.TE2'],
  examples: {
    pass: [{ why: 'numéro de l’expert' }],
    fire: [
      { why: 'son propre numéro', sheet: { prescriber: { number: numbers.medecin } }, severity: 'block' },
      {
        why: 'son propre numéro, avec des espaces',
        sheet: { prescriber: { number: '99 1 00001 9' } },
        severity: 'block',
      },
      {
        why: 'son propre numéro sans la clé',
        sheet: { prescriber: { number: '99100001' } },
        severity: 'block',
      },
      {
        why: 'requis qui se désigne lui-même',
        sheet: changes(answering, { prescriber: { number: numbers.medecin } }),
        severity: 'block',
      },
    ],
  },
  check(sheet, _context, { code, act }) {
    const number = prescriberNumber(sheet);
    if (number === '') return null;
    const own = sheet.biller?.numeroAm;
    if (number === undefined || !own) {
      const missing = number === undefined ? ['prescriber.number'] : [];
      return unread(id, ...missing, ...(own ? [] : ['biller.numeroAm']));
    }
    if (!sameNumber(number, compact(own))) return null;
    const message = `Le prescripteur ${number} est votre propre numéro : saisir celui ${ofOtherSide(code)}.`;
    const source = otherSideSource(code);
    return atStake(
      { rule: id, severity: 'block', message, field: 'prescripteur.numero', source },
      act.amount,
    );
  },
};
