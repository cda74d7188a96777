/**
 * Every message of the house: its shape, who may send it, what comes back.
 *
 * Three doors speak: `sentinel` (content script, untrusted: page facts, write reports, presses), `panel` (framed
 * extension page) and `page` (register, settings, popup in a tab of their own). The background checks the sender and
 * the shape; the sentinel imports types only, never this file's values.
 */
import { z } from '../rules/zod.ts';
import { consentSchema, historyActSchema, professions, territories } from '../rules/schema.ts';
import { fieldIds, type PatientReading, type Plan, type Reading, type WriteReport } from '../sites/model.ts';
import type { Offer } from '../cases/take-over.ts';
import type { Consent, HistoryAct } from '../rules/schema.ts';
import type { Concept } from '../sites/pointing/concepts.ts';
import type { Profile, SentinelProfile } from '../sites/profile.ts';

export type Role = 'requerant' | 'requis';

const text = (max: number) => z.string().max(max);

export const settingsSchema = z.object({
  version: z.literal(1),
  who: z.object({
    /** Shown in the consent mention; the logged user of the software when empty. */
    name: text(80).default(''),
    profession: z.enum(professions),
    numeroAm: text(20),
    rpps: text(20).default(''),
    cabinet: text(120).default(''),
    territory: z.enum(territories).default('metropole'),
  }),
  /** Ids of the profiles the user works with. */
  software: z.array(text(40)).default([]),
  /** What was answered on the first run. How the register is locked now, the register itself says (`lockState`). */
  lock: z.enum(['device', 'passphrase']).default('device'),
  /** When an open register locks by itself; absent = as the register proposes. */
  lockAfter: z
    .object({
      idleMinutes: z.number().int().min(1).max(720),
      openHours: z.number().int().min(1).max(24),
      withScreen: z.boolean(),
    })
    .optional(),
  /** Wording of the consent mention; `{patient}`, `{date}`, `{par}`, `{comment}` are replaced. */
  mention: text(600),
  /** Rules the user switched off. Blocks stay visible all the same. */
  rulesOff: z.array(text(60)).default([]),
  /** Mode written when the software offers both. */
  securing: z.enum(['sans-vitale', 'degrade']).default('sans-vitale'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const correspondentSchema = z.object({
  id: z.string().max(60),
  name: text(80),
  /** Digits and letters without spaces. */
  numeroAm: text(20),
  rpps: text(20).default(''),
  speciality: text(80).default(''),
  place: text(120).default(''),
  salaried: z.boolean().default(false),
});
export type Correspondent = z.infer<typeof correspondentSchema>;

/** What is typed in the panel about the other side for the case at hand. */
export const otherSideSchema = z.object({
  name: text(80),
  numeroAm: text(20),
  salaried: z.boolean(),
  /** Date de la demande, ISO, or empty. */
  requestedOn: text(10),
  /** Where it was taken over, as said after « repris »: `d’Omnidoc`. Absent = typed or chosen in the panel. */
  from: text(70).optional(),
});
export type OtherSide = z.infer<typeof otherSideSchema>;

export const panelPlaceSchema = z.object({
  open: z.boolean(),
  side: z.enum(['left', 'right']),
  /** Distance from the top of the window, in percent of its height. */
  top: z.number().min(0).max(90),
});
export type PanelPlace = z.infer<typeof panelPlaceSchema>;

/** How the register is locked. Moments in ms since the epoch. */
export interface LockState {
  mode: 'device' | 'passphrase';
  open: boolean;
  /** When it locks by itself; `null` = never, or locked already. */
  locksAt: number | null;
  /** No passphrase is looked at before. */
  retryAt: number;
  hasRecoveryFile: boolean;
}

/** What was pointed at, as the page's own script says it: its maps are judged by the background before they are kept. */
export const pointedSchema = z.object({
  concept: z.enum([...fieldIds, 'final']),
  label: text(120),
  kind: text(60),
  path: text(300),
  lasting: z.boolean(),
  options: z.array(text(300)).max(300).optional(),
  map: z.unknown().optional(),
  acts: z.unknown().optional(),
  final: z.unknown().optional(),
});

/** One concept that was shown, for the panel. */
export interface PointedLine {
  concept: Concept;
  label: string;
  kind: string;
  path: string;
  /** Would most likely survive the software's next version. */
  lasting: boolean;
  /** A choice of which the needed option is not told yet: its texts, and the word that is missing. */
  ask?: { word: string | boolean; options: string[] };
  test?: 'running' | 'kept' | 'refused' | 'by-hand' | 'not-found';
}

/** *Montrer les champs*, as far as it is. */
export interface PointingState {
  host: string;
  /** What is looked for now; null = the summary. */
  at: Concept | null;
  /** Everything that can be shown, in the order it is asked. */
  order: Concept[];
  lines: PointedLine[];
  /** One field alone is shown again. */
  single: boolean;
  /** The next press goes to the page. */
  through: boolean;
  /** The last press named nothing that lasts. */
  refused: boolean;
}

export type IdentityState = 'read' | 'incomplete' | 'different';

/** Everything the panel shows. Sent whole at each change: it is small, and a whole state cannot be half applied. */
export interface PanelSession {
  reading: Reading | null;
  settings: Settings | null;
  role: Role;
  place: PanelPlace;
  /** Patient page and FSE page put together. */
  patient: PatientReading | null;
  identity: IdentityState;
  /** Acts known for this patient and this biller (register and shown history, merged); `undefined` = could not be read. */
  history: HistoryAct[] | undefined;
  /** False when no history of the practice software was seen for this patient: the register alone speaks. */
  historySeen: boolean;
  consent: Consent | null | undefined;
  reportReceivedOn: string | null | undefined;
  requestText: string | null | undefined;
  correspondents: Correspondent[];
  /** While the register is locked, what depends on it is not checked, and what is recorded waits, sealed. */
  lock: Pick<LockState, 'mode' | 'open' | 'retryAt'>;
  otherSide: OtherSide | null;
  /** What the platform's page on screen offers to carry to the sheet. */
  offer: Offer | null;
  /** What was carried and still waits; `here` = it is for the patient on screen. */
  carried: { name: string; numeroAm: string; from: string; here: boolean } | null;
  /** What this software wants at billing and no rule says. */
  billingSteps: readonly string[];
  /** The last writing, whole or in progress. */
  report: WriteReport | null;
  /** The press that was held, waiting for *Corriger* or *Envoyer quand même*. */
  held: { at: number } | null;
  /** A press whose outcome nobody could read: the panel asks. */
  askOutcome: { actId: string; code: string } | null;
  /** French sentence when something of ours failed and the user should know. */
  trouble: string | null;
  /** The user is showing the fields of this page. */
  pointing?: PointingState | null;
}

export const senders = ['sentinel', 'panel', 'page'] as const;
export type Sender = (typeof senders)[number];

const fieldId = z.enum(fieldIds);
const concept = z.enum([...fieldIds, 'final']);
const stepValue = z.union([text(60), z.number(), z.boolean()]);

/**
 * Page facts are checked for shape and size only where the background uses them; the rest is display.
 * `loose` because a field reading holds whatever the page showed.
 */
const fieldReading = z.object({
  value: z.union([text(20_000), z.number(), z.boolean(), z.null()]).optional(),
  provenance: z.enum(['mapped', 'guessed', 'taught']),
  missing: z.enum(['not-found', 'unexpected', 'closed']).optional(),
  byHand: z.literal(true).optional(),
  shown: text(200).optional(),
});
const optionalText = text(200).nullable().optional();
const patientReading = z.object({
  marker: text(80).nullable(),
  lastName: optionalText,
  birthName: optionalText,
  firstName: optionalText,
  birthDate: optionalText,
  sex: z.enum(['F', 'M']).nullable().optional(),
  nir: optionalText,
  ins: optionalText,
  from: z.enum(['page', 'api', 'none']),
});
export const readingSchema = z.object({
  screen: z.enum(['fse', 'patient', 'history', 'request', 'answer', 'list']),
  profile: z.object({
    id: text(40),
    name: text(60),
    checkedOn: text(10),
    grade: z.enum(['source', 'vendor-doc', 'third-party', 'none']),
  }),
  mode: z.enum(['full', 'read-only']),
  readOnlyWhy: text(300).optional(),
  patient: patientReading,
  fields: z.partialRecord(fieldId, fieldReading),
  acts: z
    .array(
      z.object({
        code: text(20).nullable().optional(),
        quantity: z.number().nullable().optional(),
        amount: z.number().nullable().optional(),
        excess: z.number().nullable().optional(),
      }),
    )
    .max(50)
    .nullable()
    .optional(),
  history: z
    .array(z.object({ code: text(20), actDate: text(10), author: text(20).nullable() }))
    .max(2000)
    .nullable()
    .optional(),
  changed: z.array(fieldId),
  settled: z.boolean(),
  at: z.number(),
});
export const reportSchema = z.object({
  planId: text(60),
  kind: z.enum(['prepare', 'fix', 'undo']),
  status: z.enum(['done', 'stopped', 'running']),
  why: z.enum(['patient-changed', 'page-changed', 'read-only', 'timeout', 'hidden']).optional(),
  results: z
    .array(
      z.object({
        field: fieldId,
        outcome: z.enum(['written', 'already', 'refused', 'changed-by-page', 'not-found', 'by-hand']),
        before: z.unknown().optional(),
        after: z.unknown().optional(),
      }),
    )
    .max(40),
  before: z.partialRecord(fieldId, z.unknown()),
  took: z.number(),
});

const passphrase = text(500);

/** What may be asked of the background, by whom. */
export const requests = {
  /** The sentinel arrives on a page: gets the profile of its host, or null. */
  hello: {
    from: ['sentinel'],
    /** `as`: a profile without hosts of which the sentinel recognised a screen. */
    body: z.object({ url: text(2000), as: text(40).optional() }),
  },
  /** The page as read now. */
  reading: { from: ['sentinel'], body: z.object({ reading: readingSchema.nullable() }) },
  /** The patient as the software's own API tells him, after the user asked for it. */
  identity: { from: ['sentinel'], body: z.object({ patient: patientReading }) },
  /** Progress or end of a writing. */
  report: { from: ['sentinel'], body: z.object({ report: reportSchema }) },
  /** The human pressed the software's own final button. */
  press: { from: ['sentinel'], body: z.object({ held: z.boolean(), reading: readingSchema }) },
  /** What became of a press: `left` = the page went away, `stayed` = still the same sheet. */
  outcome: { from: ['sentinel'], body: z.object({ sign: z.enum(['left', 'stayed']) }) },
  /** The panel proves it is the frame the sentinel inserted. */
  open: { from: ['panel'], body: z.object({ token: text(80) }) },
  place: { from: ['panel'], body: panelPlaceSchema },
  role: { from: ['panel'], body: z.object({ role: z.enum(['requerant', 'requis']) }) },
  plan: {
    from: ['panel'],
    body: z.object({
      kind: z.enum(['prepare', 'fix', 'undo']),
      steps: z.array(z.object({ field: fieldId, want: stepValue })).max(20),
    }),
  },
  /** Does something block right now? Arms the single hold of the final button. */
  verdict: { from: ['panel'], body: z.object({ hold: z.boolean(), rules: z.array(text(60)).max(60) }) },
  /** *Envoyer quand même*: kept in the trail. */
  override: { from: ['panel'], body: z.object({ reason: text(300) }) },
  consent: { from: ['panel'], body: z.object({ consent: consentSchema.nullable() }) },
  reportReceived: { from: ['panel'], body: z.object({ on: text(10).nullable() }) },
  otherSide: { from: ['panel'], body: otherSideSchema },
  /** *Reprendre le numéro AM*: what the page on screen offers, for the sheet of the same patient. */
  takeOver: { from: ['panel'], body: z.object({}) },
  saveCorrespondent: { from: ['panel', 'page'], body: correspondentSchema },
  /** Asks the software's own API for the identity: only on the user's click. */
  completeIdentity: { from: ['panel'], body: z.object({}) },
  /** The user says what became of a sheet. */
  settle: { from: ['panel'], body: z.object({ actId: text(60), secured: z.boolean() }) },
  openPage: { from: ['panel', 'page'], body: z.object({ page: z.enum(['options', 'register']) }) },
  /** *Montrer les champs* in the tab in front, or *Montrer le champ* from the panel. */
  point: {
    from: ['page', 'panel'],
    body: z.object({ tabId: z.number().int().optional(), concept: concept.optional() }),
  },
  /** The user pressed on something while showing fields. */
  pointed: { from: ['sentinel'], body: z.object({ pointed: pointedSchema }) },
  /** Échap in the page. */
  pointerStopped: { from: ['sentinel'], body: z.object({}) },
  /** Another concept, or null for the summary. */
  pointAt: { from: ['panel'], body: z.object({ concept: concept.nullable() }) },
  pointForget: { from: ['panel'], body: z.object({ concept }) },
  pointThrough: { from: ['panel'], body: z.object({}) },
  /** Which option means what. */
  pointMeaning: {
    from: ['panel'],
    body: z.object({ concept, option: text(300), word: z.union([text(40), z.boolean()]) }),
  },
  /** Writes a harmless value there, reads it back and puts the former one back. */
  pointTest: { from: ['panel'], body: z.object({ concept }) },
  pointSave: { from: ['panel'], body: z.object({}) },
  pointCancel: { from: ['panel'], body: z.object({}) },
  /** *Enregistrer un rapport*: structure of the page on screen, to be shown before it is saved. */
  pageReport: { from: ['panel'], body: z.object({}) },
  taughtProfiles: { from: ['page'], body: z.object({}) },
  /** A file of a taught profile. Longer than any that is accepted, so that its fault can be said. */
  readTaught: { from: ['page'], body: z.object({ text: text(1_000_000) }) },
  /** A taught profile, changed in the settings. */
  saveTaught: { from: ['page'], body: z.object({ profile: z.unknown() }) },
  /** *Montrer à nouveau*, from the settings: one concept, on a page of that software that is open. */
  pointAgain: { from: ['page'], body: z.object({ id: text(40), concept }) },
  forgetTaught: { from: ['page'], body: z.object({ id: text(40) }) },
  /** What the extension may do at this address, for the popup. */
  siteAt: { from: ['page'], body: z.object({ url: text(2000) }) },
  /** Sites the user activated, after the sentinel was registered for them and brought into their open pages. */
  activatedSites: { from: ['page'], body: z.object({}) },
  /** *Désactiver sur ce site*. */
  deactivate: { from: ['page'], body: z.object({ host: text(255) }) },
  lockState: { from: ['page'], body: z.object({}) },
  unlock: { from: ['panel', 'page'], body: z.object({ passphrase }) },
  /** *Verrouiller*. */
  lock: { from: ['panel', 'page'], body: z.object({}) },
  /** `current` is asked for again where a passphrase stands already. */
  setPassphrase: { from: ['page'], body: z.object({ next: passphrase, current: passphrase.optional() }) },
  useDeviceKey: { from: ['page'], body: z.object({ current: passphrase }) },
  /** Text of the file that stands for a forgotten passphrase. */
  makeRecoveryFile: { from: ['page'], body: z.object({}) },
  recover: { from: ['page'], body: z.object({ file: text(10_000), next: passphrase }) },
  /** *Refacturer*: what the panel is to have when this patient is opened in that software. Lives as long as any hand-off. */
  carryCase: {
    from: ['page'],
    body: z.object({
      profileId: text(40),
      marker: text(80),
      patient: z.object({ lastName: text(200), firstName: text(200), birthDate: text(10).nullable() }),
      otherSide: otherSideSchema.nullable(),
    }),
  },
  /** The register's page wrote something: what the panels show may be out of date. */
  registerChanged: { from: ['page'], body: z.object({}) },
  getSettings: { from: ['page'], body: z.object({}) },
  saveSettings: { from: ['page'], body: settingsSchema },
} as const satisfies Record<string, { from: readonly Sender[]; body: z.ZodType }>;

export type RequestName = keyof typeof requests;
export type RequestBody<N extends RequestName> = z.input<(typeof requests)[N]['body']>;

/** What the extension may do on the site of a page. */
export interface SiteState {
  host: string;
  /** Name of its software, shipped or taught; null = unknown. */
  software: string | null;
  /** `fixed` = named by the manifest; `no` = the user has not activated it. */
  access: 'fixed' | 'activated' | 'no';
  /** Fields were shown here by the user. */
  taught: boolean;
}

/** What the sentinel is given for its host. Nothing of another site, nothing of the ledger. */
export interface Hello {
  profile: SentinelProfile;
  /** Software met under any host (a practice's own server): the page's elements say which. */
  others: SentinelProfile[];
  /** One-time word that the inserted frame must show. */
  token: string;
  place: ShownPlace;
}

/** `height` in CSS pixels: the panel guides the cursor that shows, and stays whether or not a screen is known. */
export type ShownPlace = PanelPlace & { height?: number };

/** A file to be read by the user, then saved if he wants. */
export interface PageReport {
  name: string;
  text: string;
}

/** Answers by request; anything not listed answers `null`. */
export interface Answers {
  hello: Hello | null;
  siteAt: SiteState | null;
  taughtProfiles: Profile[];
  pageReport: PageReport;
  activatedSites: SiteState[];
  getSettings: Settings | null;
  lockState: LockState;
  makeRecoveryFile: string;
}
export type Answer<N extends RequestName> = N extends keyof Answers ? Answers[N] : null;

/** Background → the hand, a script that comes into the page only when something is to be written. */
export type ToHand =
  | { to: 'hand'; type: 'plan'; plan: Plan; profile: SentinelProfile }
  | { to: 'hand'; type: 'identity'; marker: string | null; profile: SentinelProfile };

/** Background → the cursor that shows fields; `words` = name of the concept in French. */
export type ToPointer =
  | { to: 'pointer'; type: 'seek'; concept: Concept; words: string }
  | { to: 'pointer'; type: 'through' | 'stop' };

/** Background → sentinel. */
export type ToSentinel =
  | { to: 'sentinel'; type: 'guard'; hold: boolean }
  | { to: 'sentinel'; type: 'place'; place: ShownPlace }
  | { to: 'sentinel'; type: 'pass' };

/** Background → panel, over the port named `panel`. */
export type ToPanel = { type: 'session'; session: PanelSession };

export type Envelope<N extends RequestName = RequestName> = { v: 1; type: N; body: RequestBody<N> };
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string } };

export { historyActSchema };
