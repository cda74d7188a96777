/**
 * What each table's sealed bodies hold, and which clear columns follow from them.
 *
 * A fact is written once and never changed: a correction, a payment, a withdrawal is a later fact. That is what makes
 * two computers' registers mergeable in any order, and a trail possible.
 */
import { z } from '../rules/zod.ts';
import { consentSchema } from '../rules/schema.ts';
import type { FactTable } from './database.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const written = {
  /** When it was written, in milliseconds since the epoch. */
  at: z.number().int(),
  /** Random: keeps the digest in the trail from telling the content of an erased fact. */
  salt: z.string(),
};
const about = {
  /** Words the patient is known by (patient-keys.ts). */
  patientKeys: z.array(z.string()),
  /** AM number of the practitioner it was done for; absent = whoever works on this computer. */
  biller: z.string().optional(),
};

/** The patient as the screen or the file named him. */
const namedPatient = z.object({
  lastName: z.string().nullable().optional(),
  firstName: z.string().nullable().optional(),
  birthDate: isoDate.nullable().optional(),
});

const otherSide = z.object({
  name: z.string(),
  numeroAm: z.string(),
  salaried: z.boolean().optional(),
  requestedOn: z.string().optional(),
});

/**
 * Where an act stands.
 * - `intent`: the final button was pressed, nothing more is known.
 * - `left`, `stayed`: what the page did after the press: went away, or still shows the same sheet.
 * - `secured`, `not-secured`: what the person, or an import, says.
 * - `paid`, `refused`, `rejected`, `rebilled`: what became of the money.
 */
export const standings = [
  'intent',
  'left',
  'stayed',
  'secured',
  'not-secured',
  'paid',
  'refused',
  'rejected',
  'rebilled',
] as const;
export type Standing = (typeof standings)[number];

/** An act as the sheet said it when the person pressed the final button, or as an import says it was billed. */
export const actBody = z.object({
  ...written,
  ...about,
  biller: z.string(),
  code: z.string(),
  actDate: isoDate,
  role: z.enum(['requerant', 'requis']).optional(),
  patient: namedPatient.optional(),
  quantity: z.number().optional(),
  /** Cents. */
  amount: z.number().int().optional(),
  /** Cents. */
  excess: z.number().int().optional(),
  securing: z.enum(['vitale', 'sans-vitale', 'degrade']).optional(),
  otherSide: otherSide.optional(),
  /** Id of the profile of the software it was seen in. */
  software: z.string().optional(),
  /** Date of the rules it was judged by. */
  rulesOn: isoDate.optional(),
  /** `press` = the final button was pressed under our eyes; `import` = read in a file of the software. */
  origin: z.enum(['press', 'import']),
  /** Where it stood when it was written; absent = `intent`. */
  standing: z.enum(standings).optional(),
  /** Two acts with the same word are one act. */
  sameAs: z.string(),
  /** Caller's name for the sheet it was pressed on. */
  pressId: z.string().optional(),
  /** Import that brought it. */
  importId: z.string().optional(),
  /** Number of the feuille in the software: returns name it. */
  invoice: z.string().optional(),
});

/** A note is a reminder about the bill, not a place for the record: too short for one. Characters. */
export const noteLength = 160;

export const eventBody = z.object({
  ...written,
  act: z.string(),
  /** Absent: the act stands where it stood; a note, or `undoes`. */
  standing: z.enum(standings).optional(),
  /** Day of the payment or of the return, where it is known. */
  on: isoDate.optional(),
  /** No clinical text. */
  note: z.string().max(noteLength).optional(),
  /** Id of an event of the same act that was a mistake. */
  undoes: z.string().optional(),
  /** Cents, for `paid`. */
  amount: z.number().int().optional(),
  /** Wording of the return, for `refused` and `rejected`. No clinical text. */
  reason: z.string().optional(),
  /** Names the line of a file of returns it was read in: two events with the same word are one. */
  sameAs: z.string().optional(),
  /** Import of returns that brought it. */
  importId: z.string().optional(),
});

export const consentBody = z.object({
  ...written,
  ...about,
  /** A consent may be all that is known of a patient until something is billed: then this is his only name. */
  patient: namedPatient.optional(),
  /** `null` takes back what was recorded before: it was a mistake. */
  consent: consentSchema.nullable(),
});

export const reportBody = z.object({
  ...written,
  ...about,
  /** Day the compte-rendu was received or sent; `null` takes back what was recorded before. */
  on: isoDate.nullable(),
});

/** A final press that was held because something blocked, or one that passed all the same, with the reason given. */
export const pressBody = z.object({
  ...written,
  ...about,
  kind: z.enum(['held', 'override']),
  code: z.string().optional(),
  actDate: isoDate.optional(),
  /** Ids of the rules that blocked. */
  rules: z.array(z.string()),
  reason: z.string().optional(),
  pressId: z.string(),
});

export const correspondentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Without spaces. */
  numeroAm: z.string(),
  rpps: z.string(),
  speciality: z.string(),
  place: z.string(),
  salaried: z.boolean(),
});
export type Correspondent = z.infer<typeof correspondentSchema>;

/** The life of a dossier, as house.md gives it. */
export const caseSteps = [
  'draft',
  'consent',
  'sent',
  'accepted',
  'answered',
  'billed',
  'paid',
  'refused',
  'rejected',
] as const;

/** One step of a dossier; the latest is where it is. No clinical text. */
export const caseBody = z.object({
  ...written,
  ...about,
  case: z.string(),
  step: z.enum(caseSteps),
  on: isoDate,
  otherSide: otherSide.optional(),
  /** The act it was billed by. */
  act: z.string().optional(),
});

/** What a person answered about acts that only a name tells apart: are they one patient's? The latest answer stands. */
export const identityBody = z.object({
  ...written,
  ...about,
  verdict: z.enum(['one', 'several']),
});

/** A file that was read into the register. */
export const importBody = z.object({
  ...written,
  biller: z.string().optional(),
  kind: z.enum(['acts', 'returns']),
  software: z.string(),
  /** Acts or returns it brought. */
  lines: z.number().int(),
  /** Lines of the file that were left out, each with its reason on the screen of the import. */
  leftOut: z.number().int().optional(),
  /**
   * SHA-256 of the file (of the digests of its pieces, where it is a large one), base64: says that it was read before,
   * and nothing of what it is called.
   */
  file: z.string().optional(),
});

/** Why records are gone. Which ones: the `erased` table. */
export const erasureBody = z.object({
  ...written,
  why: z.enum(['patient', 'retention', 'import']),
  count: z.number().int(),
  /**
   * Salted digests of the words the erased patient was known by: what another computer wrote about him before `at`
   * goes too, the day its backup is merged. Empty for the others.
   */
  people: z.array(z.string()),
});

/** One state of an address; the latest of the same `correspondent.id` is the one in use. */
export const correspondentBody = z.object({
  ...written,
  correspondent: correspondentSchema,
  removed: z.boolean(),
});

/** One link of the trail: what was written, in what order, and the digest of each (trail.ts). */
export const trailBody = z.object({
  at: z.number().int(),
  chain: z.string(),
  seq: z.number().int(),
  prev: z.string(),
  hash: z.string(),
  refs: z.array(z.object({ table: z.string(), id: z.string(), digest: z.string() })),
});

export const bodies = {
  acts: actBody,
  events: eventBody,
  consents: consentBody,
  reports: reportBody,
  presses: pressBody,
  cases: caseBody,
  identities: identityBody,
  correspondents: correspondentBody,
  imports: importBody,
  erasures: erasureBody,
  trail: trailBody,
} satisfies Record<FactTable, z.ZodType>;

/** Version of the shape of every body written now. */
export const bodyVersion = 1;

export type Body<T extends FactTable> = z.infer<(typeof bodies)[T]>;

/** A fact opened. */
export interface Fact<T extends FactTable = FactTable> {
  table: T;
  id: string;
  v: number;
  body: Body<T>;
}

/** What of a body stands outside the seal; patients, biller and `once` are blinded before they are written. */
export interface ClearSide {
  day: string;
  kind: string;
  patientKeys: string[];
  biller?: string | undefined;
  once?: string;
  of?: string;
  chain?: string;
  seq?: number;
}

const dayLength = 86_400_000;
let lastDay = { number: 0, iso: '1970-01-01' };

/** UTC day of a moment, ISO: the same on every computer, wherever it is read again. */
export function dayOf(at: number): string {
  const number = Math.floor(at / dayLength);
  // Records are read by the thousand, and one after the other are mostly of one day.
  if (number !== lastDay.number) lastDay = { number, iso: new Date(at).toISOString().slice(0, 10) };
  return lastDay.iso;
}

const clearSides: { [T in FactTable]: (body: Body<T>) => ClearSide } = {
  acts: ({ actDate, code, patientKeys, biller, sameAs }) => ({
    day: actDate,
    kind: code,
    patientKeys,
    biller,
    once: sameAs,
  }),
  events: ({ at, standing, note, act, sameAs }) => ({
    day: dayOf(at),
    kind: standing ?? (note === undefined ? 'undone' : 'note'),
    patientKeys: [],
    of: act,
    ...(sameAs !== undefined && { once: sameAs }),
  }),
  consents: ({ at, patientKeys, biller }) => ({ day: dayOf(at), kind: 'consent', patientKeys, biller }),
  reports: ({ at, patientKeys, biller }) => ({ day: dayOf(at), kind: 'report', patientKeys, biller }),
  presses: ({ at, kind, patientKeys, biller }) => ({ day: dayOf(at), kind, patientKeys, biller }),
  cases: ({ at, step, case: of, patientKeys, biller }) => ({
    day: dayOf(at),
    kind: step,
    patientKeys,
    biller,
    of,
  }),
  identities: ({ at, patientKeys }) => ({ day: dayOf(at), kind: 'identity', patientKeys }),
  imports: ({ at, kind, biller }) => ({ day: dayOf(at), kind, patientKeys: [], biller }),
  erasures: ({ at, why }) => ({ day: dayOf(at), kind: why, patientKeys: [] }),
  correspondents: ({ at }) => ({ day: dayOf(at), kind: 'correspondent', patientKeys: [] }),
  trail: ({ at, chain, seq }) => ({ day: dayOf(at), kind: 'trail', patientKeys: [], chain, seq }),
};

export const clearSideOf = <T extends FactTable>(table: T, body: Body<T>): ClearSide =>
  clearSides[table](body);
