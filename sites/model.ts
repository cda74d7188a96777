/**
 * What is read from somebody else's page, and what is asked of it. Types only: the sentinel, the background and the
 * panel all import this file. House rule: three states (`value`, `null` = looked for and empty, `undefined` = could
 * not be read) and a provenance for each field.
 */
import type { CarePath, Securing } from '../rules/schema.ts';

export type ScreenKind = 'fse' | 'patient' | 'history' | 'request' | 'answer' | 'list';
export type Provenance = 'mapped' | 'guessed' | 'taught';
export type Grade = 'source' | 'vendor-doc' | 'third-party' | 'none';

/** Every concept a profile can map. */
export const fieldIds = [
  'acte.code',
  'acte.quantite',
  'acte.montant',
  'acte.depassement',
  'acte.date',
  'acte.total',
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'prescripteur.numero',
  'prescripteur.nom',
  'prescripteur.rpps',
  'prescripteur.date',
  'patient.nom',
  'patient.nomNaissance',
  'patient.prenom',
  'patient.naissance',
  'patient.sexe',
  'patient.nir',
  'patient.ins',
  'patient.ecart',
  'demande.motif',
  'demande.date',
  'reponse.date',
  'requerant.nom',
  'requerant.numero',
  'requerant.rpps',
  'requis.nom',
  'requis.numero',
  'requis.rpps',
  'utilisateur.nom',
] as const;
export type FieldId = (typeof fieldIds)[number];

/** Normalised: text as shown, ISO dates, cents, booleans for boxes, model words for `mode` and `parcours`. */
export type FieldValue = string | number | boolean | null | undefined;

export interface FieldReading {
  value: FieldValue;
  provenance: Provenance;
  /**
   * Why the value is `undefined`: the element is not there; it is there and no longer what the profile expects; or it is
   * behind something that is still to be opened, and is there.
   */
  missing?: 'not-found' | 'unexpected' | 'closed';
  /** The software has no way to write what a téléexpertise needs, or nobody has seen how: read, never written. */
  byHand?: true;
  /** What the page shows when the value has no normal form, or shares it with another text (an option): for display. */
  shown?: string;
}

export interface ActReading {
  code: string | null | undefined;
  quantity: number | null | undefined;
  /** Cents. */
  amount: number | null | undefined;
  /** Cents. */
  excess: number | null | undefined;
}

export interface PatientReading {
  /** The software's own patient id: an opaque word, compared before every write, never shown and never logged. */
  marker: string | null;
  lastName?: string | null;
  birthName?: string | null;
  firstName?: string | null;
  /** ISO. */
  birthDate?: string | null;
  sex?: 'F' | 'M' | null;
  /** 13 or 15 characters, no spaces. */
  nir?: string | null;
  ins?: string | null;
  /** Where these came from. */
  from: 'page' | 'api' | 'none';
}

/** One past act read on the patient page. */
export interface HistoryRow {
  code: string;
  /** ISO. */
  actDate: string;
  /** Initials shown beside the row, or null. */
  author: string | null;
}

export interface Reading {
  screen: ScreenKind;
  profile: { id: string; name: string; checkedOn: string; grade: Grade };
  mode: 'full' | 'read-only';
  /** French sentence shown when `mode` is `read-only`. */
  readOnlyWhy?: string;
  patient: PatientReading;
  fields: Partial<Record<FieldId, FieldReading>>;
  /** Act rows that hold something; `null` = rows looked for and none filled; `undefined` = not readable. */
  acts?: ActReading[] | null;
  history?: HistoryRow[] | null;
  /** Mapped fields that ought to be here and are not, once the page has settled: nothing is written then. */
  changed: FieldId[];
  /** False while the page is still being built. */
  settled: boolean;
  /** Milliseconds since the epoch. */
  at: number;
}

/** One wanted value. `by-hand` steps are shown and read back, never written. */
export interface PlanStep {
  field: FieldId;
  want: string | number | boolean;
}

export interface Plan {
  id: string;
  marker: string;
  role: 'requerant' | 'requis';
  steps: PlanStep[];
  /** Milliseconds since the epoch. A plan older than two minutes is dropped. */
  createdAt: number;
  /** What the fields held before the first write, for *Rétablir*. Filled as writing goes. */
  before?: Partial<Record<FieldId, FieldValue>>;
  kind: 'prepare' | 'fix' | 'undo';
}

export type WriteOutcome = 'written' | 'already' | 'refused' | 'changed-by-page' | 'not-found' | 'by-hand';

export interface WriteResult {
  field: FieldId;
  outcome: WriteOutcome;
  before: FieldValue;
  after: FieldValue;
}

export interface WriteReport {
  planId: string;
  kind: Plan['kind'];
  /** `stopped` = the patient or the screen changed, or the profile no longer fits: see `why`. */
  status: 'done' | 'stopped' | 'running';
  why?: 'patient-changed' | 'page-changed' | 'read-only' | 'timeout' | 'hidden';
  results: WriteResult[];
  before: Partial<Record<FieldId, FieldValue>>;
  /** Milliseconds from first action to last read-back. */
  took: number;
}

export type { CarePath, Securing };
