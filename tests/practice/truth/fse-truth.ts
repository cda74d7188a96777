/**
 * `window.__fse`: what a replica's software holds, whatever its page shows. The core has the shape of the Weda
 * replica's truth, so that one test reads them all. Plain data.
 */

export type By = 'user' | 'script' | 'page';
/** `autre` = a mode of the software that is none of the three (désynchronisé, visite…). */
export type Mode = 'vitale' | 'sv' | 'dg' | 'autre';

export interface Act {
  code: string;
  quantity: number;
  /** Line total, excess apart. */
  amountCents: number;
  excessCents: number;
  /** ISO. */
  date: string;
}

export type Cell = 'code' | 'quantite' | 'montant' | 'depassement' | 'date';
export type PrescriberField = 'number' | 'date' | 'name' | 'rpps';

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
  tpAmo: boolean;
  tpAmc: boolean;
  mode: Mode | null;
  /** The software's own code, null when nothing is chosen. */
  orientation: string | null;
  /** `number` and `rpps` without spaces, `date` ISO; null when empty or not a date. */
  prescriber: Record<PrescriberField, string | null>;
  /** What the sheet holds besides, by the name the software gives it. */
  other: Record<string, string | boolean | null>;
  secured: boolean;
  secureTrusted: boolean | null;
  writes: Write[];
  clicks: Array<{ at: number; on: string; trusted: boolean }>;
  errors: string[];
}

/** An empty sheet, as most software opens it. */
export function emptyTruth(patientId: string): FseTruth {
  return {
    patientId,
    ready: false,
    renders: 0,
    acts: [],
    tpAmo: false,
    tpAmc: false,
    mode: null,
    orientation: null,
    prescriber: { number: null, date: null, name: null, rpps: null },
    other: {},
    secured: false,
    secureTrusted: null,
    writes: [],
    clicks: [],
    errors: [],
  };
}
