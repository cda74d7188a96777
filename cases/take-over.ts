/**
 * What is carried from a platform's page to the sheet of the same person: the other side's name and number. The two
 * pages number patients as they please, so a person is known by what both pages say of him, and by nothing less.
 */
import { checkNumeroAm } from '../rules/identifiers/numero-am.ts';
import type { FieldId, PatientReading, Reading } from '../sites/model.ts';
import { differ, isComplete } from './identity.ts';
import type { Role } from './wanted-sheet.ts';

/** What a platform's page offers to carry. */
export interface Offer {
  /** On which side the user stands there. */
  role: Role;
  name: string;
  /** Without spaces; '' = not on the page, or not readable. */
  numeroAm: string;
  /** Date de la demande, ISO, or ''. */
  requestedOn: string;
  /** Why nothing can be carried, or `null`. */
  obstacle: 'patient' | 'number' | 'wrong-number' | null;
}

export interface Carried {
  patient: PatientReading;
  role: Role;
  name: string;
  numeroAm: string;
  requestedOn: string;
  /** Name of the platform. */
  from: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const digits = (value: unknown): string => said(value).replace(/\s/g, '').toUpperCase();

/**
 * Whose number the page shows beside the user's own. `own` is the user's AM number: what is his is never offered to
 * him. `chosen` = the role he chose on this page, or `null`. `null` = the page shows no other side.
 */
export function offerOf(reading: Reading, own: string, chosen: Role | null): Offer | null {
  if (reading.screen !== 'request' && reading.screen !== 'answer') return null;
  // A guess is never carried: it would be written in the end.
  const sure = (field: FieldId) => {
    const seen = reading.fields[field];
    return seen?.provenance === 'guessed' ? undefined : seen?.value;
  };
  const side = (who: 'requis' | 'requerant') => ({
    name: said(sure(`${who}.nom`)),
    numeroAm: digits(sure(`${who}.numero`)),
  });
  const sides: Record<Role, ReturnType<typeof side>> = {
    requerant: side('requis'),
    requis: side('requerant'),
  };
  const mine = digits(own);
  const isThere = (role: Role) => Boolean(sides[role].name || sides[role].numeroAm);
  const isOther = (role: Role) => isThere(role) && sides[role].numeroAm !== mine;
  // The side that holds the user's own number tells his role better than anything else.
  const told = (['requerant', 'requis'] as const).filter(isOther);
  const role = told.length === 1 ? told[0] : told.length === 2 ? (chosen ?? 'requerant') : undefined;
  if (!role) return null;
  const { name, numeroAm } = sides[role];
  const requestedOn = said(sure('demande.date'));
  const faulty = numeroAm !== '' && checkNumeroAm(numeroAm).level === 'error';
  const obstacle = !isComplete(reading.patient)
    ? 'patient'
    : numeroAm === ''
      ? 'number'
      : faulty
        ? 'wrong-number'
        : null;
  return { role, name, numeroAm, requestedOn, obstacle };
}

/** Surely the same person: name, first name and birth date are said by both pages and nothing they say differs. */
export const isSamePerson = (a: PatientReading, b: PatientReading): boolean =>
  isComplete(a) && isComplete(b) && !differ({ ...a, marker: null }, { ...b, marker: null });

/** The last thing carried for this person. */
export const carriedFor = (patient: PatientReading, carried: readonly Carried[]): Carried | undefined =>
  carried.findLast((one) => isSamePerson(one.patient, patient));

/** `Omnidoc` → `d’Omnidoc`, `MonSisra` → `de MonSisra`. */
export const ofName = (name: string): string => (/^[aeiouyhéèê]/i.test(name) ? `d’${name}` : `de ${name}`);
