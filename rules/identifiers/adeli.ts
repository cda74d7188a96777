/** The former number of a professional in a département, no longer given since 2024 (billing-rules 6.2). */
import { compact } from './compact.ts';
import { lengthMessage, verdict, type IdVerdict } from './verdict.ts';

const shape = /^(?:\d\d|2[AB]|9[A-F])\d{7}$/;

/** Never `ok`: a well-formed one is still a number nobody should type any more. */
export function checkAdeli(text: string): IdVerdict {
  const number = compact(text);
  if (number === '') return verdict('error', 'empty', 'Le numéro ADELI est vide.');
  if (number.length === 11) {
    return verdict('error', 'rpps', '11 chiffres : c’est un numéro RPPS, qui a remplacé le numéro ADELI.');
  }
  if (number.length !== 9) return verdict('error', 'length', lengthMessage(number.length, 9));
  if (!shape.test(number)) {
    return verdict(
      'error',
      'characters',
      'Un numéro ADELI n’a que des chiffres, sauf 2A, 2B ou 9A à 9F au début.',
    );
  }
  return verdict(
    'warn',
    'decommissioned',
    'Les numéros ADELI ont disparu en 2024 : pour facturer, saisir le numéro AM ; pour identifier, le RPPS.',
  );
}
