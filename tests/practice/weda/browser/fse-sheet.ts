/** The rules of the practice software, without any DOM: two views draw it (plain, Angular Material). */
import { fromFrench, today } from '../days.ts';
import type { WedaOptions } from '../options.ts';
import {
  emptyTruth,
  type Act,
  type Box,
  type By,
  type Cell,
  type FseTruth,
  type Mode,
  type PrescriberField,
} from './fse-truth.ts';

/** Unit prices in cents on a day; TE2 went to 23,00 on 1 January 2026. */
function prices(day: string, oldPrices: boolean): Record<string, number> {
  return {
    RQD: 1000,
    TE2: day >= '2026-01-01' && !oldPrices ? 2300 : 2000,
    G: 3000,
    TCG: 2500,
    VG: 3000,
    MD: 1000,
    MOP: 500,
    DEQP003: 1426,
  };
}

const TELEEXPERTISE = ['RQD', 'TE2'];

export const favouriteActs: Record<string, string> = { Défaut: 'G', DéfautTC: 'TCG', RQD: 'RQD', TE2: 'TE2' };

const boxControls: Record<Box, string> = {
  tpAmo: 'tp.amo',
  tpAmc: 'tp.amc',
  gestionUnique: 'gestionUnique',
  feuilletAt: 'feuilletAt',
  scor: 'scor',
};

const prescriberControls: Record<PrescriberField, string> = {
  number: 'prescripteur.numero',
  rpps: 'prescripteur.rpps',
  name: 'prescripteur.nom',
  date: 'prescripteur.date',
};

export class Sheet {
  readonly truth: FseTruth;
  readonly options: WedaOptions;
  /** True while the page itself is redrawing: signals that its own DOM work fires are nobody's answer. */
  painting = false;
  /** Asked for a full redraw, later. */
  onRender: () => void = () => {};
  /** Asked to show the model again in the controls that are there, at once. */
  onSync: () => void = () => {};

  constructor(patientId: string, options: WedaOptions, kept: FseTruth | null) {
    this.options = options;
    this.truth = { ...emptyTruth(patientId), ...kept, ready: false };
    if (!kept) this.#prefill();
    else if (kept.mode !== 'vitale') this.#settleMode();
  }

  has(variant: string): boolean {
    return this.options.variants.includes(variant);
  }

  /** Delays are five times longer in `slow`. */
  later(milliseconds: number, work: () => void): void {
    setTimeout(work, milliseconds * (this.has('slow') ? 5 : 1));
  }

  #prefill(): void {
    const { truth } = this;
    if (this.has('maternite')) truth.assurance = '30';
    if (this.has('at')) truth.assurance = '41';
    if (this.has('mismatch')) truth.cv = 'mismatch';
    if (this.options.buffer) {
      truth.acts.push(this.#newAct('RQD'));
      truth.tpAmo = true;
      truth.mode = 'sv';
      truth.cv = 'none';
    }
    this.#repay();
  }

  /** Another patient in the same page: a fresh sheet; the logs go on. */
  startOver(patientId: string): void {
    const { writes, clicks, errors, renders, ready } = this.truth;
    Object.assign(this.truth, emptyTruth(patientId), { writes, clicks, errors, renders, ready });
    this.#prefill();
    this.onRender();
  }

  #log(control: string, from: unknown, to: unknown, by: By): void {
    const { patientId } = this.truth;
    this.truth.writes.push({ at: Math.round(performance.now()), patientId, control, from, to, by });
  }

  fail(message: string): void {
    this.truth.errors.push(message);
  }

  setBox(box: Box, value: boolean, by: By): void {
    const from = this.truth[box];
    if (from === value) return;
    this.truth[box] = value;
    this.#log(boxControls[box], from, value, by);
    this.#repay();
    this.onSync();
  }

  setAnswer(question: 'accident' | 'ald', value: boolean, by: By): void {
    const from = this.truth[question];
    this.truth[question] = value;
    this.#log(question, from, value, by);
    this.onRender();
  }

  setAssurance(code: string, by: By): void {
    this.#log('assurance', this.truth.assurance, code, by);
    this.truth.assurance = code;
    if (code === '30') this.truth.accident = null;
    this.onRender();
  }

  setOrientation(code: string, by: By): void {
    this.#log('parcours', this.truth.orientation, code, by);
    this.truth.orientation = code === '' ? null : code;
    this.onSync();
  }

  setPaymentMode(mode: string, by: By): void {
    this.#log('paiement.mode', this.truth.payment.mode, mode, by);
    this.truth.payment.mode = mode;
  }

  setPaymentAmount(text: string, by: By): void {
    const cents = readCents(text);
    if (cents === null) return;
    this.#log('paiement.montant', this.truth.payment.amountCents, cents, by);
    this.truth.payment.amountCents = cents;
  }

  setPrescriber(field: PrescriberField, text: string, by: By): void {
    const trimmed = text.trim();
    const value =
      field === 'date' ? fromFrench(trimmed) : field === 'name' ? trimmed : trimmed.replace(/\s/g, '');
    const from = this.truth.prescriber[field];
    this.truth.prescriber[field] = value === '' ? null : value;
    if (from !== this.truth.prescriber[field]) {
      this.#log(prescriberControls[field], from, this.truth.prescriber[field], by);
    }
  }

  setMode(mode: Mode, by: By): void {
    this.#log('mode', this.truth.mode, mode, by);
    this.truth.mode = mode;
    this.truth.cv = 'none';
    this.truth.adri = 'off';
    this.onRender();
    this.#settleMode();
  }

  /** ADRi answers three seconds after the mode was chosen. */
  #settleMode(): void {
    this.later(2700, () => {
      if (this.truth.adri === 'done') return;
      this.truth.adri = 'ready';
      this.onSync();
    });
  }

  askRights(by: By): void {
    if (this.truth.adri !== 'ready') return;
    this.later(600, () => {
      this.#log('adri', 'ready', 'done', by);
      this.truth.adri = 'done';
      this.onRender();
    });
  }

  get favourites(): string[] {
    const names = Object.keys(favouriteActs);
    if (this.options.favourites === 'none') return [];
    return this.options.favourites === 'autres' ? names.slice(0, 2) : names;
  }

  /** The stored cotation goes to the empty row, over whatever text was typed there. */
  addFavourite(name: string, by: By): void {
    const code = favouriteActs[name];
    if (code === undefined) return;
    this.#dropPending(this.truth.acts.length);
    this.#log('favori', null, name, by);
    this.truth.acts.push(this.#newAct(code));
    this.#repay();
    this.onRender();
  }

  removeAct(row: number, by: By): void {
    const [act] = this.truth.acts.splice(row, 1);
    if (!act) return;
    this.#log('acte.code', act.code, null, by);
    this.truth.pending = [];
    this.#repay();
    this.onRender();
  }

  /** Text in a cell, not yet an answer. */
  type(row: number, cell: Cell, text: string, by: By): void {
    const from = this.cellText(row, cell);
    this.truth.pending = this.truth.pending.filter((one) => one.row !== row || one.cell !== cell);
    this.truth.pending.push({ row, cell, text, by });
    this.#log('acte.saisie', from, text, by);
  }

  /** The cell has been left in the way the software waits for: what was typed becomes an answer, or an error. */
  take(row: number, cell: Cell): void {
    if (this.painting || (cell === 'code' && this.options.accept === 'never')) return;
    const typed = this.truth.pending.find((one) => one.row === row && one.cell === cell);
    if (!typed) return;
    const text = typed.text.trim();
    if (text === this.#storedText(row, cell)) {
      this.truth.pending = this.truth.pending.filter((one) => one !== typed);
      return;
    }
    const taken =
      cell === 'code' ? this.#takeCode(row, text, typed.by) : this.#takeCell(row, cell, text, typed.by);
    if (taken) this.truth.pending = this.truth.pending.filter((one) => one !== typed);
    this.#repay();
    this.onRender();
  }

  #takeCode(row: number, text: string, by: By): boolean {
    const code = text.toUpperCase();
    const known = this.truth.acts[row];
    if (code === '') {
      if (known) this.removeAct(row, by);
      return true;
    }
    if (prices(today(), this.options.oldPrices)[code] === undefined) {
      this.fail(`Acte ${code} inconnu`);
      return false;
    }
    this.#log('acte.code', known?.code ?? null, code, by);
    this.truth.acts[row] = this.#newAct(code);
    return true;
  }

  #takeCell(row: number, cell: Exclude<Cell, 'code'>, text: string, by: By): boolean {
    const act = this.truth.acts[row];
    if (!act) return false;
    const change = readCell(cell, text);
    if (!change) {
      this.fail(`Valeur « ${text} » invalide`);
      return false;
    }
    this.#log(`acte.${cell}`, this.#storedText(row, cell), text, by);
    Object.assign(act, change);
    if (cell === 'quantite' || cell === 'coefficient' || cell === 'date') {
      act.amountCents = Math.round(this.#unitPrice(act) * act.quantity * act.coefficient);
    }
    return true;
  }

  #unitPrice(act: { code: string; date: string }): number {
    return prices(act.date, this.options.oldPrices)[act.code] ?? 0;
  }

  #newAct(code: string): Act {
    const date = today();
    const amountCents = this.#unitPrice({ code, date });
    return { code, quantity: 1, coefficient: 1, amountCents, excessCents: 0, date };
  }

  #dropPending(row: number): void {
    this.truth.pending = this.truth.pending.filter((one) => one.row !== row);
  }

  /** Where typing is refused, a redraw brings the cell back to what is stored. */
  beforeRender(): void {
    if (this.options.accept === 'never') {
      this.truth.pending = this.truth.pending.filter((one) => one.cell !== 'code');
    }
    this.truth.renders += 1;
  }

  #storedText(row: number, cell: Cell): string {
    const act = this.truth.acts[row];
    if (!act) return '';
    const shown: Record<Cell, string> = {
      code: act.code,
      quantite: String(act.quantity),
      coefficient: act.coefficient.toFixed(2),
      montant: showCents(act.amountCents),
      depassement: showCents(act.excessCents),
      date: act.date.split('-').reverse().join('/'),
    };
    return shown[cell];
  }

  /** What a cell shows: typed text first. */
  cellText(row: number, cell: Cell): string {
    const typed = this.truth.pending.find((one) => one.row === row && one.cell === cell);
    return typed?.text ?? this.#storedText(row, cell);
  }

  get totalCents(): number {
    return this.truth.acts.reduce((sum, act) => sum + act.amountCents + act.excessCents, 0);
  }

  get isTeleexpertise(): boolean {
    return this.truth.acts.some((act) => TELEEXPERTISE.includes(act.code));
  }

  get wantsPrescriber(): boolean {
    return this.isTeleexpertise && this.options.prescriber !== 'none';
  }

  /** Téléexpertise is covered in full; other acts leave 30 % when AMC does not pay it. */
  #repay(): void {
    this.truth.payment.amountCents = this.truth.acts.reduce((sum, act) => {
      if (!this.truth.tpAmo) return sum + act.amountCents + act.excessCents;
      const isCovered = this.truth.tpAmc || TELEEXPERTISE.includes(act.code);
      return sum + act.excessCents + (isCovered ? 0 : Math.round(act.amountCents * 0.3));
    }, 0);
  }

  /** Sécuriser was pressed. `incomplete` and `failed` keep the page; `done` leaves it. */
  secure(isTrusted: boolean): 'done' | 'incomplete' | 'failed' {
    const { truth } = this;
    truth.secured = true;
    truth.secureTrusted = isTrusted;
    truth.secureOutcome = this.#secureOutcome();
    return truth.secureOutcome;
  }

  #secureOutcome(): 'done' | 'incomplete' | 'failed' {
    const { truth } = this;
    if (truth.acts.length === 0) {
      this.fail('Champ de donnée Actes invalide : aucun acte saisi');
      return 'incomplete';
    }
    if (this.wantsPrescriber && (truth.prescriber.number === null || truth.prescriber.date === null)) {
      this.fail('Champ de donnée Prescripteur invalide : Erreur de saisie Identification');
      return 'incomplete';
    }
    if (this.options.secureStays) {
      this.fail('Sécurisation impossible : lecteur de carte indisponible');
      return 'failed';
    }
    return 'done';
  }
}

export function showCents(cents: number): string {
  return (cents / 100).toFixed(2);
}

function readCents(text: string): number | null {
  const match = /^\d+(?:[.,]\d{1,2})?$/.exec(text.trim());
  return match ? Math.round(Number(match[0].replace(',', '.')) * 100) : null;
}

function readCell(cell: Exclude<Cell, 'code'>, text: string): Partial<Act> | null {
  if (cell === 'date') {
    const date = fromFrench(text);
    return date === null ? null : { date };
  }
  if (cell === 'quantite') return /^[1-9]\d?$/.test(text) ? { quantity: Number(text) } : null;
  const hundredths = readCents(text);
  if (hundredths === null) return null;
  if (cell === 'coefficient') return { coefficient: hundredths / 100 };
  return cell === 'montant' ? { amountCents: hundredths } : { excessCents: hundredths };
}
