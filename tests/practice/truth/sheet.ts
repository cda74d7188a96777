/** The rules every replica of a billing sheet shares, without any DOM. What a page shows comes from here. */
import { fromFrench, toFrench, today } from '../weda/days.ts';
import {
  emptyTruth,
  type Act,
  type By,
  type Cell,
  type FseTruth,
  type Mode,
  type PrescriberField,
} from './fse-truth.ts';

const TELEEXPERTISE = ['RQD', 'TE2'];

/** Unit prices in cents on a day; TE2 went to 23,00 on 1 January 2026. */
export function priceOf(code: string, day: string): number | null {
  const prices: Record<string, number> = {
    RQD: 1000,
    TE2: day >= '2026-01-01' ? 2300 : 2000,
    G: 3000,
    GS: 3000,
    TCG: 2500,
    VG: 3000,
    MD: 1000,
    MOP: 500,
    IK: 61,
    DEQP003: 1426,
  };
  return prices[code] ?? null;
}

export const actNames: Record<string, string> = {
  RQD: 'Demande de téléexpertise (requérant)',
  TE2: 'Téléexpertise (requis)',
  G: 'Consultation médecin généraliste',
  GS: 'Consultation médecin spécialiste en médecine générale',
  TCG: 'Téléconsultation médecin généraliste',
  VG: 'Visite médecin généraliste',
  MD: 'Majoration de déplacement',
  MOP: 'Majoration personne âgée',
  IK: 'Indemnité kilométrique',
  DEQP003: 'Électrocardiographie sur au moins 12 dérivations',
};

/** `10,00` */
export function showCents(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}

export function readCents(text: string): number | null {
  const match = /^\s*(\d+(?:[.,]\d{1,2})?)\s*€?\s*$/.exec(text);
  return match ? Math.round(Number(match[1]?.replace(',', '.')) * 100) : null;
}

const prescriberControls: Record<PrescriberField, string> = {
  number: 'prescripteur.numero',
  rpps: 'prescripteur.rpps',
  name: 'prescripteur.nom',
  date: 'prescripteur.date',
};

export class Sheet {
  readonly truth: FseTruth;
  /** Asked to show the model again. */
  onChange: () => void = () => {};

  constructor(patientId: string, kept: Partial<FseTruth> = {}) {
    this.truth = { ...emptyTruth(patientId), ...kept };
  }

  #log(control: string, from: unknown, to: unknown, by: By): void {
    const { patientId } = this.truth;
    this.truth.writes.push({ at: Math.round(performance.now()), patientId, control, from, to, by });
  }

  fail(message: string): void {
    this.truth.errors.push(message);
    this.onChange();
  }

  setBox(box: 'tpAmo' | 'tpAmc', value: boolean, by: By): void {
    const from = this.truth[box];
    if (from === value) return;
    this.truth[box] = value;
    this.#log(box === 'tpAmo' ? 'tp.amo' : 'tp.amc', from, value, by);
    this.onChange();
  }

  setMode(mode: Mode | null, by: By): void {
    const from = this.truth.mode;
    if (from === mode) return;
    this.truth.mode = mode;
    this.#log('mode', from, mode, by);
    this.onChange();
  }

  setOrientation(code: string | null, by: By): void {
    const from = this.truth.orientation;
    const to = code === '' ? null : code;
    if (from === to) return;
    this.truth.orientation = to;
    this.#log('parcours', from, to, by);
    this.onChange();
  }

  setPrescriber(field: PrescriberField, text: string, by: By): void {
    const trimmed = text.trim();
    const value =
      field === 'date' ? readDay(trimmed) : field === 'name' ? trimmed : trimmed.replace(/\s/g, '');
    const from = this.truth.prescriber[field];
    const to = value === '' ? null : value;
    if (from === to) return;
    this.truth.prescriber[field] = to;
    this.#log(prescriberControls[field], from, to, by);
    this.onChange();
  }

  setOther(name: string, value: string | boolean | null, by: By): void {
    const from = this.truth.other[name] ?? null;
    if (from === value) return;
    this.truth.other[name] = value;
    this.#log(name, from, value, by);
    this.onChange();
  }

  /** A code is looked up in the price list; an unknown one is refused with a message. */
  addAct(code: string, by: By): boolean {
    const act = newAct(code.trim().toUpperCase());
    if (!act) {
      this.fail(`Acte ${code} inconnu`);
      return false;
    }
    this.truth.acts.push(act);
    this.#log('acte.code', null, act.code, by);
    this.onChange();
    return true;
  }

  removeAct(row: number, by: By): void {
    const [act] = this.truth.acts.splice(row, 1);
    if (!act) return;
    this.#log('acte.code', act.code, null, by);
    this.onChange();
  }

  /** What was typed in a cell. A code in the row after the last one adds an act; an emptied code removes its row. */
  setCell(row: number, cell: Cell, text: string, by: By): boolean {
    const act = this.truth.acts[row];
    if (cell === 'code') return this.#setCode(row, text, by);
    if (!act) return false;
    const change = readCell(cell, text);
    if (!change) {
      this.fail(`Valeur « ${text} » invalide`);
      return false;
    }
    const from = showCell(act, cell);
    Object.assign(act, change);
    if (cell === 'quantite' || cell === 'date') {
      act.amountCents = (priceOf(act.code, act.date) ?? 0) * act.quantity;
    }
    if (from !== showCell(act, cell)) this.#log(`acte.${cell}`, from, showCell(act, cell), by);
    this.onChange();
    return true;
  }

  #setCode(row: number, text: string, by: By): boolean {
    const code = text.trim().toUpperCase();
    const known = this.truth.acts[row];
    if (code === (known?.code ?? '')) return true;
    if (code === '') {
      this.removeAct(row, by);
      return true;
    }
    const act = newAct(code);
    if (!act) {
      this.fail(`Acte ${code} inconnu`);
      return false;
    }
    const at = Math.min(row, this.truth.acts.length);
    this.truth.acts[at] = act;
    this.#log('acte.code', known?.code ?? null, code, by);
    this.onChange();
    return true;
  }

  get totalCents(): number {
    return this.truth.acts.reduce((sum, act) => sum + act.amountCents + act.excessCents, 0);
  }

  /** What is left to the patient: nothing in téléexpertise, 30 % of other acts unless AMC pays. */
  get dueCents(): number {
    return this.truth.acts.reduce((sum, act) => {
      if (!this.truth.tpAmo) return sum + act.amountCents + act.excessCents;
      const isCovered = this.truth.tpAmc || TELEEXPERTISE.includes(act.code);
      return sum + act.excessCents + (isCovered ? 0 : Math.round(act.amountCents * 0.3));
    }, 0);
  }

  get isTeleexpertise(): boolean {
    return this.truth.acts.some((act) => TELEEXPERTISE.includes(act.code));
  }

  /** The software's own last button was pressed, by anyone. */
  secure(isTrusted: boolean): void {
    this.truth.secured = true;
    this.truth.secureTrusted = isTrusted;
    this.onChange();
  }
}

/** ISO day of `23/11/2026` or of `2026-11-23`, or null. */
export function readDay(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? fromFrench(toFrench(text)) : fromFrench(text);
}

export function newAct(code: string): Act | null {
  const date = today();
  const amountCents = priceOf(code, date);
  return amountCents === null ? null : { code, quantity: 1, amountCents, excessCents: 0, date };
}

/** What a cell shows when the model is drawn. */
export function showCell(act: Act | undefined, cell: Cell): string {
  if (!act) return '';
  const shown: Record<Cell, string> = {
    code: act.code,
    quantite: String(act.quantity),
    montant: showCents(act.amountCents),
    depassement: showCents(act.excessCents),
    date: toFrench(act.date),
  };
  return shown[cell];
}

function readCell(cell: Exclude<Cell, 'code'>, text: string): Partial<Act> | null {
  if (cell === 'date') {
    const date = readDay(text);
    return date === null ? null : { date };
  }
  if (cell === 'quantite') return /^[1-9]\d?$/.test(text.trim()) ? { quantity: Number(text) } : null;
  const cents = readCents(text);
  if (cents === null) return null;
  return cell === 'montant' ? { amountCents: cents } : { excessCents: cents };
}
