/** The number of an establishment: 9 characters, the last one a key; Corsica has letters (billing-rules 6.4). */
import { compact } from './compact.ts';
import { luhn, luhnKey } from './luhn.ts';
import { lengthMessage, verdict, type IdVerdict } from './verdict.ts';

const shape = /^(?:\d\d|2[AB])\d{7}$/;

export function checkFiness(text: string): IdVerdict {
  const number = compact(text);
  if (number === '') return verdict('error', 'empty', 'Le numéro FINESS est vide.');
  if (number.length === 14 && /^\d+$/.test(number)) {
    return verdict('error', 'siret', '14 chiffres : c’est un SIRET ; le FINESS a 9 caractères.');
  }
  if (number.length !== 9) return verdict('error', 'length', lengthMessage(number.length, 9));
  if (!shape.test(number)) {
    return verdict(
      'error',
      'characters',
      'Un numéro FINESS n’a que des chiffres, sauf 2A ou 2B au début pour la Corse.',
    );
  }
  if (luhn(number) !== 0) {
    const expected = luhnKey(number.slice(0, 8));
    return verdict(
      'warn',
      'key',
      `La clé ${number.charAt(8)} ne correspond pas, ${expected} attendu : vérifier le numéro.`,
    );
  }
  return verdict('ok', 'ok', 'Numéro FINESS complet.');
}
