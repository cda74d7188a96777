import type { PatientReading } from '../sites/model.ts';

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const digits = (text: string): string => text.replace(/\s/g, '').toUpperCase().slice(0, 13);

const says = (value: string | null | undefined): value is string => typeof value === 'string' && value !== '';

/** The names a person may be called by on one screen: the used name on one page can be the birth name on another. */
const surnames = (patient: PatientReading): string[] =>
  [patient.lastName, patient.birthName].filter(says).map(fold).filter(Boolean);

/**
 * True when two readings cannot be the same person. Only what both sides say is compared: a page that shows less is
 * not a different patient. First names are compared on their first word (one page may show all of them).
 */
export function differ(a: PatientReading, b: PatientReading): boolean {
  if (a.marker && b.marker && a.marker !== b.marker) return true;
  if (says(a.birthDate) && says(b.birthDate) && a.birthDate !== b.birthDate) return true;
  if (says(a.nir) && says(b.nir) && digits(a.nir) !== digits(b.nir)) return true;
  if (says(a.firstName) && says(b.firstName)) {
    const [one] = fold(a.firstName).split(' ');
    const [other] = fold(b.firstName).split(' ');
    if (one && other && one !== other) return true;
  }
  const ours = surnames(a);
  const theirs = surnames(b);
  return ours.length > 0 && theirs.length > 0 && !ours.some((name) => theirs.includes(name));
}

/** Puts two readings of one patient together; `a` wins where both speak. */
export function mergePatients(a: PatientReading, b: PatientReading): PatientReading {
  const merged: PatientReading = { ...b, ...a };
  for (const key of ['lastName', 'birthName', 'firstName', 'birthDate', 'nir', 'ins'] as const) {
    const value = says(a[key]) ? a[key] : b[key];
    if (value !== undefined) merged[key] = value;
  }
  const sex = a.sex ?? b.sex;
  if (sex !== undefined) merged.sex = sex;
  merged.marker = a.marker ?? b.marker;
  merged.from = a.from === 'api' || b.from === 'api' ? 'api' : a.from;
  return merged;
}

/** Name, first name and birth date are what a sheet and a request need. */
export const isComplete = (patient: PatientReading): boolean =>
  surnames(patient).length > 0 && says(patient.firstName) && says(patient.birthDate);
