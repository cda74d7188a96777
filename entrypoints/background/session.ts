import type { HistoryAct } from '../../rules/schema.ts';
import { differ, isComplete, mergePatients } from '../../cases/identity.ts';
import { offerOf } from '../../cases/take-over.ts';
import type { HistoryRow, PatientReading, Reading, ScreenKind } from '../../sites/model.ts';
import type { Profile, SentinelProfile } from '../../sites/profile.ts';
import type {
  IdentityState,
  OtherSide,
  PanelPlace,
  PanelSession,
  Role,
  Settings,
} from '../../messages/contract.ts';
import { mayAnswer } from '../../cases/wanted-sheet.ts';
import { pointingState } from './pointing.ts';
import { FILE_LIFE, type PatientFile, type TabState } from './tab-state.ts';

/** Local date, ISO: the day as the practice lives it. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What a page may be told of its profile: nothing that only people read. */
export function forSentinel(profile: Profile): SentinelProfile {
  const { evidence, reach: _, candidateHosts: __, billingSteps: ___, ...told } = profile;
  return { ...told, evidence: { grade: evidence.grade, checkedOn: evidence.checkedOn } };
}

/** A script that reads pages by their words and comes where a profile needs it. */
export type Reader = 'captions' | 'reader';

/** Captions for a profile of words alone; labels for software of which no screen was ever seen. */
export const readerFor = ({ screens, evidence }: Profile): Reader | null =>
  screens.some(({ when }) => when.captions !== undefined)
    ? 'captions'
    : evidence.grade === 'none'
      ? 'reader'
      : null;

/** The other side as it is kept in the register: where it was taken over is for the eye. */
export const onRecord = ({ from: _, ...otherSide }: OtherSide): OtherSide => otherSide;

export const emptyFile = (patient: PatientReading, at: number): PatientFile => ({
  patient,
  conflict: false,
  history: null,
  user: null,
  requestText: undefined,
  otherSide: null,
  at,
});

const shownText = (
  reading: Reading,
  field: 'utilisateur.nom' | 'demande.motif',
): string | null | undefined => {
  const value = reading.fields[field]?.value;
  return typeof value === 'string' || value === null ? value : undefined;
};

/**
 * Adds a page to what is known of its patient. A page that speaks of somebody else marks a conflict, which lasts until
 * a page agrees again; nothing of the stranger is taken over.
 */
export function fileWith(file: PatientFile | null, reading: Reading, now: number): PatientFile {
  const kept = file && now - file.at <= FILE_LIFE ? file : emptyFile(reading.patient, now);
  const conflict = differ(kept.patient, reading.patient) || Boolean(reading.fields['patient.ecart']?.value);
  const next: PatientFile = { ...kept, conflict, at: now };
  if (!conflict) next.patient = mergePatients(kept.patient, reading.patient);
  if (reading.history) next.history = reading.history;
  next.user = shownText(reading, 'utilisateur.nom') ?? kept.user;
  const motif = shownText(reading, 'demande.motif');
  if (motif !== undefined && (motif !== null || kept.requestText === undefined)) next.requestText = motif;
  return next;
}

/**
 * On the patient page the NIR or INS is part of who he is: without it his acts are only found again under the software's
 * own number, and the software can be asked for it. A sheet does not show it.
 */
export function identityOf(file: PatientFile | null, screen: ScreenKind | undefined): IdentityState {
  if (!file) return 'incomplete';
  if (file.conflict) return 'different';
  const numbered = screen !== 'patient' || Boolean(file.patient.nir ?? file.patient.ins);
  return numbered && isComplete(file.patient) ? 'read' : 'incomplete';
}

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .sort()
    .join('');

/**
 * Rows of this user. Initials are compared whatever their order (some screens show NOM Prénom); a row without an
 * author counts: a quota is better counted once too many than once too few, and one window alone never blocks.
 */
export function ownRows(rows: HistoryRow[], user: string | null): HistoryRow[] {
  if (!user) return rows;
  const own = initials(user);
  return rows.filter((row) => !row.author || [...row.author.toUpperCase()].sort().join('') === own);
}

/**
 * RQD or TE2: what the user chose, else what the sheet or the platform's page says, else what was carried from there.
 */
export function roleOf(tab: TabState, settings: Settings | null, file: PatientFile | null): Role {
  if (tab.role) return tab.role;
  const offer = tab.reading && offerOf(tab.reading, settings?.who.numeroAm ?? '', null);
  if (offer) return offer.role;
  const codes = tab.reading?.acts?.map((act) => act.code?.toUpperCase()) ?? [];
  if (codes.includes('RQD')) return 'requerant';
  if (codes.includes('TE2') || codes.includes('TE1')) {
    return settings && !mayAnswer(settings.who.profession) ? 'requerant' : 'requis';
  }
  return file?.role ?? 'requerant';
}

export interface SessionParts {
  tab: TabState;
  file: PatientFile | null;
  settings: Settings | null;
  place: PanelPlace;
  history: HistoryAct[] | undefined;
  consent: PanelSession['consent'];
  reportReceivedOn: string | null | undefined;
  correspondents: PanelSession['correspondents'];
  carried: PanelSession['carried'];
  billingSteps: readonly string[];
  lock: PanelSession['lock'];
}

export function sessionOf(parts: SessionParts): PanelSession {
  const { tab, file, settings } = parts;
  return {
    reading: tab.reading,
    settings,
    role: roleOf(tab, settings, file),
    place: tab.pointing ? { ...parts.place, open: true } : parts.place,
    patient: file?.patient ?? tab.reading?.patient ?? null,
    identity: identityOf(file, tab.reading?.screen),
    history: parts.history,
    historySeen: Boolean(file?.history),
    consent: parts.consent,
    reportReceivedOn: parts.reportReceivedOn,
    requestText: file?.requestText,
    correspondents: parts.correspondents,
    lock: parts.lock,
    otherSide: file?.otherSide ?? null,
    offer: tab.reading && offerOf(tab.reading, settings?.who.numeroAm ?? '', tab.role),
    carried: parts.carried,
    billingSteps: parts.billingSteps,
    report: tab.report,
    held: tab.held && { at: tab.held.at },
    askOutcome: tab.askOutcome,
    trouble: tab.trouble,
    pointing: tab.pointing && pointingState(tab.pointing),
  };
}
