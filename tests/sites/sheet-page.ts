/**
 * A small FSE with the elements of the Weda profile and a model of its own: the model is the truth, the page shows it
 * and is drawn again whenever it changes. Knobs make it as unhelpful as real software can be.
 */
import rawWeda from '../../sites/profiles/weda.jsonc';
import { parseProfile } from '../../sites/profile-schema.ts';
import type { Access } from '../../sites/hand.ts';
import type { Plan, PlanStep } from '../../sites/model.ts';
import type { VirtualClock } from './virtual-clock.ts';

export const weda = parseProfile(rawWeda);
export const address = (query = '') =>
  `https://secure.weda.fr/vitalzen/fse.aspx?PatDk=65407357|0|0|0${query}`;

type Children = Array<Node | string>;

/** `tag#id.class` with attributes and children. */
export function el(
  name: string,
  attributes: Record<string, string> = {},
  ...children: Children
): HTMLElement {
  const [tag = 'div', ...marks] = name.split(/(?=[#.])/);
  const element = document.createElement(tag);
  for (const mark of marks) {
    if (mark.startsWith('#')) element.id = mark.slice(1);
    else element.classList.add(mark.slice(1));
  }
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export interface Knobs {
  /** Which signal makes a typed code taken. */
  accept: 'change' | 'blur' | 'tab' | 'never';
  favourites: string[];
  /** ms between a change and its re-render. */
  delay: number;
  presc: 'inline' | 'dialog' | 'none';
  label: string;
  /** Number of further text fields that carry the same label. */
  twins: number;
  /** TP AMO is no longer box 1: the C2S box is. */
  shift: boolean;
  /** The number as the software keeps it. */
  keepNumber: (text: string) => string;
  /** The mode menu offers these. */
  modes: string[];
  /** Called after each change of the model, with the field's name. */
  changed: (what: string) => void;
}

const orientations = [
  'Je suis le médecin traitant',
  'Orienté par le MT',
  'Orienté par un médecin autre que le MT',
  'Exclusion du parcours de soin',
];

export class SheetPage {
  readonly knobs: Knobs;
  readonly clock: VirtualClock;
  readonly root = el('div.page');
  model = { codes: [] as string[], amo: false, amc: false, mode: '', parcours: '', number: '', date: '' };
  header = { name: 'DESMAUX', firstName: 'Nathalie', born: '15/06/1955' };
  url = address();
  isVisible = true;
  /** Every change of the model, in order. */
  writes: string[] = [];
  secured = 0;

  constructor(clock: VirtualClock, knobs: Partial<Knobs> = {}) {
    this.clock = clock;
    this.knobs = {
      accept: 'blur',
      favourites: ['Défaut', 'RQD', 'TE2'],
      delay: 120,
      presc: 'inline',
      label: 'N° AM',
      twins: 0,
      shift: false,
      keepNumber: (text) => text,
      modes: ['Dégradé', 'Téléconsultation'],
      changed: () => undefined,
      ...knobs,
    };
    document.body.replaceChildren(this.root);
    this.draw();
  }

  access(): Access {
    return {
      doc: document,
      profile: weda,
      url: () => this.url,
      visible: () => this.isVisible,
      now: this.clock.now,
      wait: this.clock.wait,
    };
  }

  plan(steps: PlanStep[], kind: Plan['kind'] = 'prepare'): Plan {
    return { id: 'p', marker: '65407357', role: 'requerant', steps, createdAt: 0, kind };
  }

  /** Draws everything again from the model: nothing of the old page survives. */
  draw(): void {
    const { shift, presc } = this.knobs;
    const third = shift
      ? [this.box(1, 'Réaliser une FSE en gestion unique', 'c2s'), this.box(4, 'AMO', 'amo')]
      : [this.box(1, 'AMO', 'amo'), this.box(2, 'AMC', 'amc')];
    const block =
      presc !== 'none' && this.model.codes.some((code) => /RQD|TE2/.test(code)) ? [this.prescriber()] : [];
    const sheet = el(
      'vz-feuille-de-soin',
      {},
      this.modeCard(),
      el('div.tp', {}, ...third),
      el('vz-orientation', {}, this.orientation()),
      ...[...this.model.codes, ''].map((code, row) => this.actRow(code, row)),
      el('div', {}, ...this.knobs.favourites.map((name) => this.favourite(name))),
      ...(presc === 'inline' ? block : []),
      el('vz-facturation', {}, el('input.mat-input-element', { placeholder: 'Montant' })),
      this.button('Sécuriser'),
      this.button('Sécuriser, suspendre'),
    );
    const { name, firstName, born } = this.header;
    this.root.replaceChildren(
      el(
        'div#LabelInfoPatientNom',
        {},
        el(
          'span',
          {},
          el('span', {}, 'Mme'),
          el('span', {}, name),
          el('span', { title: 'Prénom du patient' }, firstName),
          el('span', { title: `Date de naissance : ${born}` }, '70 ans'),
        ),
      ),
      sheet,
      el('div.cdk-overlay-container', {}, ...(presc === 'dialog' ? block : [])),
    );
  }

  /** The model changes; the page follows later. */
  private change(what: string, apply: () => void, redraw = true): void {
    apply();
    this.writes.push(what);
    this.knobs.changed(what);
    if (redraw) this.clock.after(this.knobs.delay, () => this.draw());
  }

  private box(number: number, text: string, key: string): HTMLElement {
    const input = el(`input#mat-checkbox-${number}-input`, { type: 'checkbox' }) as HTMLInputElement;
    input.checked = key === 'amo' ? this.model.amo : key === 'amc' ? this.model.amc : false;
    input.addEventListener('click', () => {
      this.change(`${key}:${String(input.checked)}`, () => {
        if (key === 'amo') this.model.amo = input.checked;
        if (key === 'amc') this.model.amc = input.checked;
      });
    });
    return el(
      `mat-checkbox#mat-checkbox-${number}`,
      {},
      el('label', { for: input.id }, input, el('span', {}, text)),
    );
  }

  private orientation(): HTMLElement {
    const select = el(
      'select',
      {},
      ...orientations.map((text) => el('option', {}, text)),
    ) as HTMLSelectElement;
    select.selectedIndex = orientations.indexOf(this.model.parcours);
    const heard = new Set<string>();
    for (const type of ['input', 'change']) {
      this.root.addEventListener(type, (event) => {
        if (event.target !== select) return;
        if (heard.add(type).size < 2) return;
        heard.clear();
        this.change(`parcours:${select.value}`, () => (this.model.parcours = select.value));
      });
    }
    return select;
  }

  private modeCard(): HTMLElement {
    const icon = el('mat-icon.mat-icon.notranslate.material-icons.mat-icon-no-color', {}, 'fingerprint');
    icon.addEventListener('click', () => this.clock.after(10, () => this.openMenu()));
    const shown = el('div', {}, this.model.mode);
    return el('vz-lecture-cv-widget', {}, icon, el('vz-mode-teletrans', {}, shown));
  }

  private openMenu(): void {
    const opened = this.clock.now();
    const entries = this.knobs.modes.map((name) => {
      const entry = el('button.mat-menu-item', {}, el('span.mat-button-wrapper', {}, name));
      entry.addEventListener('click', () => {
        panel.remove();
        if (this.clock.now() - opened < 200) return;
        this.clock.after(300, () => {
          this.change(`mode:${name}`, () => (this.model.mode = name === 'Dégradé' ? 'DG' : 'SV'));
        });
      });
      return entry;
    });
    const panel = el('div.mat-menu-panel', {}, ...entries);
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') panel.remove();
    });
    document.querySelector('.cdk-overlay-container')?.append(panel);
  }

  private actRow(code: string, row: number): HTMLElement {
    const input = el('input.mat-input-element') as HTMLInputElement;
    input.value = code;
    let typed = '';
    input.addEventListener('input', () => (typed = input.value));
    const take = (): void => {
      if (typed !== input.value || typed === code) return;
      this.change(`acte:${typed}`, () => {
        this.model.codes.splice(row, 1, ...(typed ? [typed] : []));
      });
    };
    const { accept } = this.knobs;
    if (accept === 'blur' || accept === 'change') input.addEventListener(accept, take);
    input.addEventListener('keydown', (event) => {
      if (accept === 'tab' && event.key === 'Tab') take();
    });
    const quantity = el('input.mat-input-element', { value: '1' });
    return el('div', { 'vz-acte': '' }, el('div.acteCell', {}, input), el('div.acteCell', {}, quantity));
  }

  private favourite(name: string): HTMLElement {
    const row = el(
      'div.flexRow.favoris.ng-star-inserted',
      {},
      el('mat-icon', {}, 'keyboard_arrow_right'),
      name,
    );
    row.addEventListener('click', () => this.change(`favori:${name}`, () => this.model.codes.push(name)));
    return row;
  }

  private prescriber(): HTMLElement {
    const field = (label: string, value: string, keep?: (text: string) => void): HTMLElement => {
      const input = el('input.mat-input-element') as HTMLInputElement;
      input.value = value;
      input.addEventListener('input', () => keep?.(input.value));
      return el('mat-form-field', {}, el('mat-label', {}, label), input);
    };
    return el(
      'vz-inconnu',
      {},
      field(this.knobs.label, this.model.number, (text) => {
        const kept = this.knobs.keepNumber(text);
        this.change(`numero:${text}`, () => (this.model.number = kept), kept !== text);
      }),
      ...Array.from({ length: this.knobs.twins }, () => field(this.knobs.label, '')),
      field('RPPS', ''),
      field('Nom du prescripteur', ''),
      field('Date de prescription', this.model.date, (text) => {
        this.change(`date:${text}`, () => (this.model.date = text), false);
      }),
    );
  }

  private button(text: string): HTMLElement {
    const button = el('button', { type: 'button' }, el('span.mat-button-wrapper', {}, text));
    button.addEventListener('click', () => this.secured++);
    return button;
  }
}

/** The whole sheet of a requérant. */
export const wholeSheet: PlanStep[] = [
  { field: 'acte.code', want: 'RQD' },
  { field: 'tp.amo', want: true },
  { field: 'tp.amc', want: false },
  { field: 'mode', want: 'sans-vitale' },
  { field: 'parcours', want: 'exclusion' },
  { field: 'prescripteur.numero', want: '991234564' },
  { field: 'prescripteur.date', want: '2026-11-20' },
];

/** What the model holds when that sheet was written. */
export const wholeModel = {
  codes: ['RQD'],
  amo: true,
  amc: false,
  mode: 'SV',
  parcours: 'Exclusion du parcours de soin',
  number: '991234564',
  date: '20/11/2026',
};
