/** The FSE page around the sheet, whichever view draws it: start data, full postbacks, click log, test levers. */
import type { FseData, HeaderText } from '../fse-page.ts';
import { el } from './elements.ts';
import { Sheet } from './fse-sheet.ts';
import type { By, FseTruth, Mode } from './fse-truth.ts';

/** What the page leaves on `window` for tests and for its own links. */
export interface PracticeWindow {
  __fse: FseTruth;
  __practice: Record<string, unknown>;
  __doPostBack: (target: string, argument: string) => void;
}

const exposed = window as unknown as PracticeWindow;

export interface HostView {
  render(): void;
  showErrors(): void;
}

function readData(): FseData {
  return JSON.parse(document.querySelector('#practiceData')?.textContent ?? '') as FseData;
}

function describe(target: EventTarget | null): string {
  if (!(target instanceof Element)) return 'document';
  const named = target.closest('[id], button, a, [vz-acte], .favoris, mat-icon');
  const text = (named?.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return named?.id ? `#${named.id}` : `${(named ?? target).nodeName.toLowerCase()} ${text}`.trim();
}

export class FseHost {
  readonly data: FseData = readData();
  readonly sheet: Sheet;
  /** Where `vz-feuille-de-soin` goes (weda.md 5.1). */
  readonly place: Element;
  #view: HostView | null = null;

  constructor() {
    this.sheet = new Sheet(this.data.patientId, this.data.options, this.data.kept as FseTruth | null);
    const place = document.querySelector('#form1 > div:nth-child(14) > div > div:nth-child(2)');
    if (!place) throw new Error('the shell has lost its place for the sheet');
    this.place = place;
    const { truth } = this.sheet;
    exposed.__fse = truth;
    window.addEventListener('error', (event) => truth.errors.push(`page: ${event.message}`));
    window.addEventListener(
      'click',
      (event) => {
        truth.clicks.push({
          at: Math.round(performance.now()),
          on: describe(event.target),
          trusted: event.isTrusted,
        });
      },
      true,
    );
    exposed.__doPostBack = (target, argument) => this.#post(target, argument);
  }

  attach(view: HostView): void {
    this.#view = view;
    exposed.__practice = {
      switchPatient: (id: string) => this.#switchPatient(id),
      untickAmo: () => this.sheet.setBox('tpAmo', false, 'page'),
      rerender: () => view.render(),
      release: (name: string) => {
        this.sheet.options.variants.push(name);
        view.render();
      },
    };
  }

  /** With `postback`, the mode comes back with a whole new page. */
  chooseMode(mode: Mode, by: By): void {
    this.sheet.later(300, () => {
      this.sheet.setMode(mode, by);
      if (this.sheet.has('postback')) this.#post('mode', mode);
    });
  }

  secure(isTrusted: boolean): void {
    const outcome = this.sheet.secure(isTrusted);
    this.#view?.showErrors();
    if (outcome === 'done') this.sheet.later(700, () => this.#post('securiser', ''));
  }

  suspend(): void {
    this.sheet.truth.suspended = true;
  }

  close(): void {
    this.#post('fermer', '');
  }

  #post(target: string, argument: string): void {
    const form = document.querySelector<HTMLFormElement>('#form1');
    const fill = (name: string, value: string) => {
      const field = document.querySelector<HTMLInputElement>(`#${name}`);
      if (field) field.value = value;
    };
    fill('__EVENTTARGET', target);
    fill('__EVENTARGUMENT', argument);
    fill('practiceModel', JSON.stringify(this.sheet.truth));
    document.querySelector('#UpdateProgress2')?.setAttribute('aria-hidden', 'false');
    form?.submit();
  }

  #switchPatient(id: string): void {
    const header = this.data.headers.find((one) => one.id === id);
    if (!header) throw new Error(`no patient ${id}`);
    const address = new URL(location.href);
    history.pushState(null, '', address.href.replace(/PatDk=\d+/, `PatDk=${id}`));
    document.querySelector('#LabelInfoPatientNom > span')?.replaceChildren(...headerNodes(header));
    this.sheet.startOver(id);
    this.#view?.render();
  }
}

function headerNodes(header: HeaderText): Node[] {
  const nodes: Node[] = [];
  if (header.civility !== null) nodes.push(el('span', {}, `${header.civility} `));
  nodes.push(el('span', {}, `${header.lastName} `));
  nodes.push(el('span', { title: 'Prénom du patient' }, header.firstName), document.createTextNode(' '));
  nodes.push(el('span', { title: header.birthTitle, 'data-inferred': true }, header.age));
  return nodes;
}
