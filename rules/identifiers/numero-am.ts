/** The number the caisse knows a liberal professional by, one per cabinet (billing-rules 6.1). */
import { compact } from './compact.ts';
import { luhn, luhnKey } from './luhn.ts';
import { lengthMessage, verdict, type IdVerdict } from './verdict.ts';

export type NumeroAmFault = 'empty' | 'rpps' | 'key-missing' | 'length' | 'characters' | 'key';

const allDigits = /^\d+$/;

/** Corsica and the DROM may be written with a letter: how is not settled, so all known forms are accepted. */
function wellWritten(number: string): boolean {
  for (let i = 0; i < number.length; i++) {
    const c = number.charCodeAt(i);
    if (c >= 48 && c <= 57) continue;
    const last = number.charAt(0) === '2' ? 66 : number.charAt(0) === '9' ? 70 : 0;
    if (i !== 1 || c < 65 || c > last) return false;
  }
  return true;
}

/** What is wrong with a number already made compact. Costs nothing on a right one: the checks call it for each sheet. */
export function numeroAmFault(number: string): NumeroAmFault | null {
  if (number.length === 9) {
    if (!wellWritten(number)) return 'characters';
    return luhn(number) === 0 ? null : 'key';
  }
  if (number.length === 0) return 'empty';
  if (number.length === 11 && allDigits.test(number)) return 'rpps';
  if (number.length === 8) return wellWritten(number) ? 'key-missing' : 'characters';
  return 'length';
}

/** The key this number ought to end with, under the inferred rule. */
export function numeroAmKey(number: string): number {
  return luhnKey(number.slice(0, 8));
}

/** Third character: 1 médecin, 4 dentiste, 5 sage-femme… (`ID.AM.CATEGORY`). Empty when there is none. */
export function numeroAmCategory(number: string): string {
  return number.charAt(2);
}

export function checkNumeroAm(text: string): IdVerdict {
  const number = compact(text);
  const fault = numeroAmFault(number);
  switch (fault) {
    case null:
      return verdict('ok', 'ok', 'Numéro AM complet.');
    case 'empty':
      return verdict('error', fault, 'Le numéro AM est vide.');
    case 'rpps':
      return verdict(
        'error',
        fault,
        '11 chiffres : c’est un numéro RPPS ; saisir le numéro AM, 9 caractères.',
      );
    case 'key-missing':
      return verdict('warn', fault, '8 chiffres : il manque la clé, 9e caractère du numéro AM.');
    case 'characters':
      return verdict(
        'warn',
        fault,
        'Un numéro AM n’a que des chiffres, sauf 2A, 2B ou 9A à 9F au début : vérifier la saisie.',
      );
    case 'key':
      return verdict(
        'warn',
        fault,
        `La clé ${number.charAt(8)} ne correspond pas, ${numeroAmKey(number)} attendu : vérifier le numéro.`,
      );
    case 'length':
      return verdict('error', fault, lengthMessage(number.length, 9));
  }
}
