/** The INS matricule: a NIR (or a waiting number) with its key, carried only for a qualified identity (6.5). */
import { compact } from './compact.ts';
import { checkNir, nirKind } from './nir.ts';
import { verdict, type IdVerdict } from './verdict.ts';

/** Authorities that give matricules (ANS). Test and demonstration ones never designate a person. */
export const insOids = {
  nir: '1.2.250.1.213.1.4.8',
  nia: '1.2.250.1.213.1.4.9',
  test: '1.2.250.1.213.1.4.10',
  demonstration: '1.2.250.1.213.1.4.11',
} as const;

/** `oid` is judged only when given. */
export function checkIns(matricule: string, oid?: string): IdVerdict {
  const number = compact(matricule);
  if (number === '') return verdict('error', 'empty', 'Le matricule INS est vide.');
  if (number.length === 13 && nirKind(number) !== 'nir') {
    return verdict('error', 'provisional', 'Un numéro provisoire n’est pas un matricule INS.');
  }
  if (number.length === 13) {
    return verdict('error', 'key-missing', 'Il manque la clé : un matricule INS a 15 caractères.');
  }
  if (number.length !== 15) {
    const many = number.length > 1 ? 's' : '';
    return verdict(
      'error',
      'length',
      `${number.length} caractère${many} : un matricule INS en a 15, clé comprise.`,
    );
  }
  const nir = checkNir(number);
  const waiting = nir.code === 'waiting' && oid === insOids.nia;
  if (!nir.ok && !waiting) return nir;
  if (oid === undefined) return verdict('ok', 'ok', 'Matricule INS complet, clé juste.');
  if (oid === insOids.test || oid === insOids.demonstration) {
    return verdict(
      'warn',
      'test',
      'Matricule de test ou de démonstration : ne pas l’utiliser pour un vrai patient.',
    );
  }
  if (oid !== insOids.nir && oid !== insOids.nia) {
    return verdict('error', 'oid', 'L’autorité qui donne ce matricule (OID) n’est pas celle de l’INS.');
  }
  return verdict('ok', 'ok', 'Matricule INS complet, clé juste.');
}
