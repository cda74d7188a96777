/** `window.__fse`: what the practice software holds, whatever its page shows. Plain data, readable by a test. */

export type By = 'user' | 'script' | 'page' | 'weda-helper';
export type Mode = 'vitale' | 'sv' | 'dg';

export interface Act {
  code: string;
  quantity: number;
  coefficient: number;
  /** Line total, excess apart. */
  amountCents: number;
  excessCents: number;
  /** ISO. */
  date: string;
}

export type Cell = 'code' | 'quantite' | 'coefficient' | 'montant' | 'depassement' | 'date';
export type PrescriberField = 'number' | 'date' | 'name' | 'rpps';
export type Box = 'tpAmo' | 'tpAmc' | 'gestionUnique' | 'feuilletAt' | 'scor';

export interface Write {
  /** Milliseconds since the page began. */
  at: number;
  patientId: string;
  control: string;
  from: unknown;
  to: unknown;
  by: By;
}

export interface FseTruth {
  patientId: string;
  ready: boolean;
  renders: number;
  acts: Act[];
  pending: Array<{ row: number; cell: Cell; text: string; by: By }>;
  tpAmo: boolean;
  tpAmc: boolean;
  mode: Mode;
  adri: 'off' | 'ready' | 'done';
  cv: 'unread' | 'mismatch' | 'none';
  orientation: string | null;
  assurance: string;
  accident: boolean | null;
  ald: boolean | null;
  gestionUnique: boolean;
  feuilletAt: boolean;
  scor: boolean;
  payment: { mode: string; amountCents: number };
  /** `number` and `rpps` without spaces, `date` ISO; null when empty or not a date. */
  prescriber: Record<PrescriberField, string | null>;
  secured: boolean;
  secureTrusted: boolean | null;
  secureOutcome: 'done' | 'incomplete' | 'failed' | null;
  suspended: boolean;
  omnidocBroken: boolean;
  omnidocWhy: string[];
  writes: Write[];
  clicks: Array<{ at: number; on: string; trusted: boolean }>;
  errors: string[];
}

/** An empty sheet, as the page opens it. */
export function emptyTruth(patientId: string): FseTruth {
  return {
    patientId,
    ready: false,
    renders: 0,
    acts: [],
    pending: [],
    tpAmo: false,
    tpAmc: false,
    mode: 'vitale',
    adri: 'off',
    cv: 'unread',
    orientation: null,
    assurance: '10',
    accident: null,
    ald: null,
    gestionUnique: false,
    feuilletAt: false,
    scor: false,
    payment: { mode: 'CB', amountCents: 0 },
    prescriber: { number: null, date: null, name: null, rpps: null },
    secured: false,
    secureTrusted: null,
    secureOutcome: null,
    suspended: false,
    omnidocBroken: false,
    omnidocWhy: [],
    writes: [],
    clicks: [],
    errors: [],
  };
}
