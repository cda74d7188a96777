/** The fictional office: its patients and its two doctors. */
import { addDays, today } from './days.ts';

export interface Patient {
  id: string;
  civility: string | null;
  lastName: string;
  birthName: string | null;
  firstName: string;
  sex: 'F' | 'M';
  /** ISO. */
  birthDate: string;
  /** 13 digits. */
  nir: string | null;
  nirKey: string | null;
  address: string;
  zip: string;
  city: string;
  phone: string;
  background: string[];
  treatment: string[];
}

export interface Doctor {
  name: string;
  initials: string;
}

export const doctors: { user: Doctor; other: Doctor } = {
  user: { name: 'Jeanne MARTIN', initials: 'JM' },
  other: { name: 'Paul LEROY', initials: 'PL' },
};

const nathalie: Patient = {
  id: '65407357',
  civility: 'Mme',
  lastName: 'DESMAUX',
  birthName: 'DESMAUX',
  firstName: 'NATHALIE',
  sex: 'F',
  birthDate: '1955-06-15',
  nir: '2550699999999',
  nirKey: '34',
  address: '12 rue des Tilleuls',
  zip: '69009',
  city: 'LYON',
  phone: '04 00 00 00 12',
  background: [
    'Hypertension artérielle essentielle (2009)',
    'Appendicectomie (1971)',
    'Phototype II, nævus multiples',
  ],
  treatment: ['AMLODIPINE 5 mg : 1 le matin', 'Protection solaire indice 50'],
};

const homonym: Patient = {
  ...nathalie,
  id: '70011223',
  birthName: 'CARLIER',
  birthDate: '1984-03-02',
  nir: '2840399999998',
  nirKey: '21',
  address: '3 place du Marché',
  phone: '04 00 00 00 31',
  background: ['Asthme allergique'],
  treatment: ['SALBUTAMOL à la demande'],
};

const marcel: Patient = {
  id: '58120044',
  civility: 'M.',
  lastName: 'LEBRUN',
  birthName: 'LEBRUN',
  firstName: 'MARCEL',
  sex: 'M',
  birthDate: '1948-11-07',
  nir: '1481199999997',
  nirKey: '24',
  address: '8 chemin des Vignes',
  zip: '69260',
  city: 'CHARBONNIÈRES-LES-BAINS',
  phone: '04 00 00 00 44',
  background: ['Diabète de type 2 (2011), ALD', 'Dyslipidémie'],
  treatment: ['METFORMINE 1000 mg : 1 matin et soir'],
};

const lina = (): Patient => ({
  id: '71230045',
  civility: null,
  lastName: 'PETIT',
  birthName: 'PETIT',
  firstName: 'LINA',
  sex: 'F',
  birthDate: addDays(today(), -128),
  nir: '2910599999996',
  nirKey: '03',
  address: '21 avenue de la Gare',
  zip: '69009',
  city: 'LYON',
  phone: '04 00 00 00 58',
  background: ['Née à terme, 3 250 g'],
  treatment: ['Vitamine D'],
});

export function patients(): Patient[] {
  return [nathalie, homonym, marcel, lina()];
}

/** The record of `id`, or undefined. */
export function findPatient(id: string): Patient | undefined {
  return patients().find((patient) => patient.id === id);
}

/** The record a page shows for `id`: the variants that lie about identity do it here. */
export function shownPatient(id: string, variants: string[]): Patient | undefined {
  const known = findPatient(id);
  if (!known) return undefined;
  const patient = variants.includes('homonym')
    ? { ...homonym }
    : variants.includes('infant')
      ? { ...lina(), id }
      : { ...known };
  if (variants.includes('nobirthname')) patient.birthName = null;
  if (variants.includes('nonir') || variants.includes('nirhidden')) {
    patient.nir = null;
    patient.nirKey = null;
  }
  return patient;
}

/** `2 55 06 99 999 999 34` */
export function spacedNir(patient: Patient): string {
  if (patient.nir === null) return '';
  return `${patient.nir.replace(/^(.)(..)(..)(..)(...)(...)$/, '$1 $2 $3 $4 $5 $6')} ${patient.nirKey ?? ''}`;
}

/** `GET /api/patients/{id}` (weda.md 2.1). */
export function patientJson(patient: Patient, id: string): Record<string, unknown> {
  return {
    id: Number(id),
    patientFileUrl: `/FolderMedical/PatientViewForm.aspx?PatDk=${id}|0|0|0&crypt=abc`,
    medicalOfficeId: 4341,
    createdDate: '2019-02-11T09:12:00',
    lastModifiedDate: `${addDays(today(), -12)}T10:41:00`,
    prefix: patient.civility,
    sex: patient.sex,
    birthName: patient.birthName,
    lastName: patient.lastName,
    firstNames: patient.firstName,
    preferredBirthFirstName: patient.firstName,
    preferredFirstName: patient.firstName,
    isLunarBirthDate: false,
    birthDate: `${patient.birthDate}T00:00:00`,
    dateOfBirth: { date: patient.birthDate.split('-').reverse().join('/'), isLunar: false },
    birthPlace: 'LYON',
    birthPlaceInsee: '69123',
    zip: patient.zip,
    city: patient.city,
    nir: patient.nir,
    nirCle: patient.nirKey,
    birthRank: 1,
    isDeceased: false,
    refDoctorUserId: 90011,
    refDoctorStart: '2019-02-11T00:00:00',
    refDoctorEnd: null,
    refDoctorNote: null,
    recordNumber: 2214,
    consent: { consentSharingWithinStructure: true, consentSharingWithDmp: true, mspVisitData: null },
  };
}
