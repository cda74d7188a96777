/**
 * Ties the controls of a hand-written page to a sheet: which signal makes the software take a value, and what each
 * control shows when the model is drawn again. A value the software was not told of is lost at the next drawing.
 */
import { byOf } from './expose.ts';
import type { By, Cell, Mode, PrescriberField } from './fse-truth.ts';
import { showCell, type Sheet } from './sheet.ts';
import { toFrench } from '../weda/days.ts';

export interface Binding {
  /** Matches the control; every radio of a group, or the three parts of a date. */
  find: string;
  /** A field of the sheet (`tp.amo`, `acte.code`…) or a name of the software's own. */
  control: string;
  /** `parts` = one value in several inputs, in the order of the page. */
  kind: 'text' | 'check' | 'radio' | 'select' | 'parts';
  /** The signal that makes the software take what the control holds. */
  on: 'input' | 'change' | 'blur' | 'click';
  /** The control's own value → the model's word. */
  values?: Record<string, string>;
  /** Lengths of the parts of a number; a date without it is day, month, year. */
  lengths?: number[];
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const prescriberFields: Record<string, PrescriberField> = {
  'prescripteur.numero': 'number',
  'prescripteur.nom': 'name',
  'prescripteur.rpps': 'rpps',
  'prescripteur.date': 'date',
};
const cells: Record<string, Cell> = {
  'acte.code': 'code',
  'acte.quantite': 'quantite',
  'acte.montant': 'montant',
  'acte.depassement': 'depassement',
  'acte.date': 'date',
};

export class Binder {
  readonly #sheet: Sheet;
  readonly #bindings: Binding[];
  /** Selector of an act row; a control's row is its place among them. */
  readonly #rowFind: string;
  readonly #roots: Array<Document | ShadowRoot> = [];
  /** Controls typed in and not yet taken: a drawing leaves them alone. */
  readonly #pending = new Set<Element>();

  constructor(sheet: Sheet, bindings: Binding[], rowFind = '[data-no-row]') {
    this.#sheet = sheet;
    this.#bindings = bindings;
    this.#rowFind = rowFind;
  }

  attach(root: Document | ShadowRoot): void {
    this.#roots.push(root);
    for (const signal of ['input', 'change', 'blur', 'click'] as const) {
      root.addEventListener(signal, (event) => this.#hear(signal, event), true);
    }
  }

  #hear(signal: Binding['on'], event: Event): void {
    const target = event.composedPath()[0];
    // No `instanceof`: a control of a frame has the classes of that frame.
    if (!target || (target as Node).nodeType !== 1) return;
    const control = target as Control;
    const binding = this.#bindings.find((one) => control.matches(one.find));
    if (!binding) return;
    if (signal === 'input') this.#pending.add(control);
    if (signal !== binding.on) return;
    this.#pending.delete(control);
    this.#take(binding, control, byOf(event));
  }

  #take(binding: Binding, control: Control, by: By): void {
    const raw = this.#rawValue(binding, control);
    if (raw === null) return;
    this.#write(binding, control, raw, by);
    this.#sheet.onChange();
  }

  #rawValue(binding: Binding, control: Control): string | null {
    if (binding.kind === 'check') return String((control as HTMLInputElement).checked);
    if (binding.kind === 'radio') return (control as HTMLInputElement).checked ? control.value : null;
    if (binding.kind !== 'parts') return control.value;
    const controls = this.#all(binding);
    const parts = controls.map((part) => part.value.trim());
    const isWhole = parts.every((part) => part !== '');
    for (const part of controls) {
      if (isWhole) this.#pending.delete(part);
      else this.#pending.add(part);
    }
    if (binding.lengths) return parts.join('');
    return isWhole ? parts.map((part) => part.padStart(2, '0')).join('/') : '';
  }

  #write(binding: Binding, control: Control, raw: string, by: By): void {
    const value = binding.values?.[raw] ?? raw;
    const sheet = this.#sheet;
    const cell = cells[binding.control];
    const field = prescriberFields[binding.control];
    if (binding.control === 'tp.amo') sheet.setBox('tpAmo', value === 'true', by);
    else if (binding.control === 'tp.amc') sheet.setBox('tpAmc', value === 'true', by);
    else if (binding.control === 'mode') sheet.setMode((value || null) as Mode | null, by);
    else if (binding.control === 'parcours') sheet.setOrientation(value, by);
    else if (field) sheet.setPrescriber(field, value, by);
    else if (cell) sheet.setCell(this.#rowOf(control), cell, value, by);
    else sheet.setOther(binding.control, value, by);
  }

  #rowOf(control: Element): number {
    const row = control.closest(this.#rowFind);
    if (!row) return 0;
    return [...(row.parentElement?.querySelectorAll(`:scope > ${this.#rowFind}`) ?? [])].indexOf(row);
  }

  #all(binding: Binding): Control[] {
    return this.#roots.flatMap((root) => [...root.querySelectorAll<Control>(binding.find)]);
  }

  /** Shows the model in every control that is there. */
  show(): void {
    for (const binding of this.#bindings) {
      const controls = this.#all(binding);
      for (const [index, control] of controls.entries()) this.#showOne(binding, control, index);
    }
  }

  #showOne(binding: Binding, control: Control, index: number): void {
    const model = this.#modelValue(binding, control);
    if (binding.kind === 'check') (control as HTMLInputElement).checked = model === 'true';
    else if (binding.kind === 'radio') {
      (control as HTMLInputElement).checked = (binding.values?.[control.value] ?? control.value) === model;
    } else if (this.#pending.has(control)) return;
    else if (binding.kind === 'parts') control.value = partOf(binding, model, index);
    else if (binding.kind === 'select') control.value = domValue(binding, model);
    else if (control.value !== model) control.value = model;
  }

  #modelValue(binding: Binding, control: Control): string {
    const { truth } = this.#sheet;
    const cell = cells[binding.control];
    const field = prescriberFields[binding.control];
    if (binding.control === 'tp.amo') return String(truth.tpAmo);
    if (binding.control === 'tp.amc') return String(truth.tpAmc);
    if (binding.control === 'mode') return truth.mode ?? '';
    if (binding.control === 'parcours') return truth.orientation ?? '';
    if (cell) return showCell(truth.acts[this.#rowOf(control)], cell);
    if (!field) return String(truth.other[binding.control] ?? '');
    const value = truth.prescriber[field] ?? '';
    return field === 'date' && value !== '' ? dateFor(control, value) : value;
  }
}

const dateFor = (control: Control, iso: string): string => (control.type === 'date' ? iso : toFrench(iso));

function partOf(binding: Binding, model: string, index: number): string {
  if (!binding.lengths) return model.split('/')[index] ?? '';
  const start = binding.lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
  return model.slice(start, start + (binding.lengths[index] ?? 0));
}

function domValue(binding: Binding, model: string): string {
  const pair = Object.entries(binding.values ?? {}).find(([, word]) => word === model);
  return pair?.[0] ?? model;
}
