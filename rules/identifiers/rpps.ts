/** The lifelong number of a health professional: 11 digits, the last one a key (billing-rules 6.3). */
import { compact } from './compact.ts';
import { luhn, luhnKey } from './luhn.ts';
import { lengthMessage, verdict, type IdVerdict } from './verdict.ts';

const shape = /^\d{11}$/;

export function checkRpps(text: string): IdVerdict {
  const number = compact(text);
  if (number === '') return verdict('error', 'empty', 'Le numéro RPPS est vide.');
  if (number.length === 9) {
    return verdict(
      'error',
      'not-rpps',
      '9 caractères : c’est un numéro AM ou ADELI ; le RPPS a 11 chiffres.',
    );
  }
  if (number.length !== 11) return verdict('error', 'length', lengthMessage(number.length, 11));
  if (!shape.test(number)) return verdict('error', 'characters', 'Un numéro RPPS n’a que des chiffres.');
  if (luhn(number) !== 0) {
    const expected = luhnKey(number.slice(0, 10));
    return verdict(
      'warn',
      'key',
      `La clé ${number.charAt(10)} ne correspond pas, ${expected} attendu : vérifier le numéro.`,
    );
  }
  return verdict('ok', 'ok', 'Numéro RPPS complet.');
}
