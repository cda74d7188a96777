import type { PatientReading } from '../sites/model.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

const number = (text: string | null | undefined): string | null => {
  const bare = text?.replace(/\s/g, '').toUpperCase().slice(0, 13);
  return bare?.length === 13 ? bare : null;
};

/** True when the NIR's year and month are those of the birth date: then it is the person's own. */
const isOwn = (nir: string, birthDate: string): boolean =>
  nir.slice(1, 5) === birthDate.slice(2, 4) + birthDate.slice(5, 7);

/**
 * The words one person is known by, the software's own number first: it is the one that is always there and never
 * changes while a sheet is open. `software` is the id of the profile, because two programs number as they please.
 *
 * A child may be read under a parent's NIR (ayant droit). A NIR whose year and month are not the person's own is
 * therefore only used together with the birth date and the first name, and not at all where these are missing: a
 * quota must never count one person's acts for another.
 */
export function patientKeysOf(software: string, patient: PatientReading): string[] {
  const keys: string[] = [];
  if (patient.marker) keys.push(`${software}:${patient.marker}`);
  const ins = number(patient.ins);
  if (ins) keys.push(`nir:${ins}`);
  const nir = number(patient.nir);
  if (nir && patient.birthDate) {
    const [firstName] = plain(patient.firstName ?? '').split(' ');
    if (isOwn(nir, patient.birthDate)) keys.push(`nir:${nir}`);
    else if (firstName) keys.push(`nir:${nir}+${patient.birthDate}+${firstName}`);
  }
  return [...new Set(keys)];
}
