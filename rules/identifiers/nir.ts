/** The number of the patient: NIR with or without its key, and the provisional numbers (billing-rules 6.5). */
import { compact } from './compact.ts';
import { verdict, type IdVerdict } from './verdict.ts';

export type NirFault =
  | 'empty'
  | 'length'
  | 'characters'
  | 'first-digit'
  | 'provisional-layout'
  | 'month'
  | 'month-incomplete'
  | 'waiting'
  | 'key';

/** `nnp`: numéro national provisoire; `mig`: migrant de passage; both have 13 characters and no key. */
export type NirKind = 'nir' | 'nnp' | 'mig';

const zero = 48;

/**
 * Key of the first 13 characters: 97 - (N mod 97), Corsica read as 19 (2A) or 18 (2B). `-1` when a character cannot be
 * read.
 */
export function nirKey(number: string): number {
  let rest = 0;
  for (let i = 0; i < 13; i++) {
    let value = number.charCodeAt(i) - zero;
    if (i === 5 && number.charCodeAt(6) > 57) value = 1;
    if (i === 6 && value > 9) value = number.charAt(6) === 'A' ? 9 : 8;
    rest = (rest * 10 + value) % 97;
  }
  return Number.isNaN(rest) ? -1 : 97 - rest;
}

function wellWritten(number: string): boolean {
  for (let i = 0; i < number.length; i++) {
    const c = number.charCodeAt(i);
    const corsican = i === 6 && (c === 65 || c === 66) && number.charAt(5) === '2';
    if (!corsican && (c < zero || c > 57)) return false;
  }
  return true;
}

export function nirKind(number: string): NirKind {
  const first = number.charAt(0);
  return first === '7' || first === '8' ? 'nnp' : first === '5' || first === '6' ? 'mig' : 'nir';
}

/** What is wrong with a number already made compact. Costs nothing on a right one. */
export function nirFault(number: string): NirFault | null {
  if (number.length === 0) return 'empty';
  if (number.length !== 13 && number.length !== 15) return 'length';
  if (!wellWritten(number)) return 'characters';
  const first = number.charCodeAt(0) - zero;
  if (first === 0 || first === 9) return 'first-digit';
  if (first >= 5) {
    const second = number.charCodeAt(1) - zero;
    const layout = number.length === 13 && (second === 1 || second === 2) && number.charCodeAt(6) <= 57;
    return layout ? null : 'provisional-layout';
  }
  if (number.length === 15) {
    const key = (number.charCodeAt(13) - zero) * 10 + number.charCodeAt(14) - zero;
    if (key !== nirKey(number)) return 'key';
  }
  const month = (number.charCodeAt(3) - zero) * 10 + number.charCodeAt(4) - zero;
  if (month === 0) return 'month';
  if (month > 12) return 'month-incomplete';
  return first > 2 ? 'waiting' : null;
}

/** The sentence for a fault, used as one types and by the check of the sheet. */
export function nirMessage(number: string, fault: NirFault): string {
  switch (fault) {
    case 'empty':
      return 'Le NIR du patient est vide.';
    case 'length':
      return `${number.length} caractère${number.length > 1 ? 's' : ''} : un NIR en a 13, ou 15 avec sa clé.`;
    case 'characters':
      return 'Un NIR n’a que des chiffres, sauf 2A ou 2B pour la Corse en 6e et 7e position.';
    case 'first-digit':
      return `Un NIR ne commence pas par ${number.charAt(0)} : vérifier le premier chiffre.`;
    case 'provisional-layout':
      return `Ce numéro commence par ${number.charAt(0)}, ce n’est pas un NIR ; un numéro provisoire a 13 chiffres, le 2e étant 1 ou 2.`;
    case 'month':
      return 'Le mois de naissance 00 n’existe pas : vérifier les 4e et 5e chiffres.';
    case 'month-incomplete':
      return `Le mois ${number.slice(3, 5)} n’existe que pour un état civil incomplet : vérifier les 4e et 5e chiffres.`;
    case 'waiting':
      return `Ce numéro commence par ${number.charAt(0)} : numéro d’attente possible, à vérifier auprès de la caisse.`;
    case 'key': {
      const expected = String(nirKey(number)).padStart(2, '0');
      return `La clé ${number.slice(13)} du NIR ne correspond pas, ${expected} attendu : vérifier les 15 caractères.`;
    }
  }
}

const doubtful: readonly NirFault[] = ['month-incomplete', 'waiting', 'provisional-layout'];

export function checkNir(text: string): IdVerdict {
  const number = compact(text);
  const fault = nirFault(number);
  if (fault) return verdict(doubtful.includes(fault) ? 'warn' : 'error', fault, nirMessage(number, fault));
  const kind = nirKind(number);
  if (kind === 'nnp') return verdict('ok', 'nnp', 'Numéro provisoire (NNP), sans clé.');
  if (kind === 'mig') return verdict('ok', 'mig', 'Numéro de migrant de passage, sans clé.');
  if (number.length === 13) return verdict('ok', 'no-key', 'NIR sans sa clé : rien d’autre à vérifier.');
  return verdict('ok', 'ok', 'NIR complet, clé juste.');
}
