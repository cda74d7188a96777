/** The script of most of nobody's software: controls tied to the sheet, and the little the page does around it. */
import { Binder } from '../../truth/bind.ts';
import { expose, readIsland, watchPage } from '../../truth/expose.ts';
import type { FseTruth } from '../../truth/fse-truth.ts';
import { Sheet, showCents } from '../../truth/sheet.ts';
import type { NobodyData } from '../software.ts';

export interface Started {
  sheet: Sheet;
  binder: Binder;
  /** Asked at each drawing, after the controls. */
  onShow(work: () => void): void;
}

export function start(): Started {
  const data = readIsland<NobodyData>();
  const { behaviour } = data;
  const sheet = new Sheet(data.patientId, (data.kept as FseTruth | null) ?? { mode: 'vitale' });
  expose(sheet);
  const binder = new Binder(sheet, behaviour.bindings, behaviour.rows);
  const works: Array<() => void> = [];
  const documents: Document[] = [document];
  const findAll = (selector: string): HTMLElement[] =>
    documents.flatMap((one) => [...one.querySelectorAll<HTMLElement>(selector)]);

  const show = (): void => {
    binder.show();
    const put = (selector: string | undefined, content: string): void => {
      for (const place of selector ? findAll(selector) : []) place.textContent = content;
    };
    put(behaviour.total, `${showCents(sheet.totalCents)} €`);
    put(behaviour.due, `${showCents(sheet.dueCents)} €`);
    put(behaviour.messages, sheet.truth.errors.join(' · '));
    for (const zone of behaviour.prescriber ? findAll(behaviour.prescriber) : []) {
      zone.hidden = !sheet.isTeleexpertise;
    }
    for (const work of works) work();
    sheet.truth.renders += 1;
  };

  const press = (event: Event): void => {
    const target = event.target as Element;
    if (target.closest(behaviour.final)) {
      event.preventDefault();
      finish(sheet, event.isTrusted);
    }
    for (const [button, panel] of behaviour.openers ?? []) {
      if (target.closest(button)) for (const one of findAll(panel)) one.hidden = !one.hidden;
    }
    if (behaviour.addRow && behaviour.rows && target.closest(behaviour.addRow))
      addRow(findAll(behaviour.rows));
    // Not before the `change` that a click on a box ends with.
    setTimeout(show, 0);
  };

  const attach = (one: Document): void => {
    if (one !== document) {
      documents.push(one);
      if (one.defaultView) watchPage(sheet, one.defaultView);
    }
    binder.attach(one);
    one.addEventListener('click', press);
    one.addEventListener('submit', (event) => event.preventDefault());
    show();
  };

  attach(document);
  if (behaviour.frames) whenFramesAreThere(document, attach);
  if (data.state === 'rqd' && sheet.truth.acts.length === 0) sheet.addAct('RQD', 'page');
  sheet.onChange = show;
  sheet.truth.ready = true;
  show();
  return { sheet, binder, onShow: (work) => works.push(work) };
}

function finish(sheet: Sheet, isTrusted: boolean): void {
  sheet.truth.errors.length = 0;
  const { number, date } = sheet.truth.prescriber;
  if (sheet.truth.acts.length === 0) sheet.fail('Aucun acte saisi');
  else if (sheet.isTeleexpertise && (number === null || date === null))
    sheet.fail('Prescripteur obligatoire');
  else sheet.secure(isTrusted);
}

function addRow(rows: HTMLElement[]): void {
  const last = rows.at(-1);
  if (!last) return;
  const copy = last.cloneNode(true) as HTMLElement;
  for (const input of copy.querySelectorAll('input')) input.value = '';
  for (const named of copy.querySelectorAll('[id]')) named.id = `${named.id}_${rows.length}`;
  last.after(copy);
}

/** Frames of frames too: each is taken when its document has loaded. */
function whenFramesAreThere(within: Document, attach: (one: Document) => void): void {
  for (const frame of within.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
    const take = (): void => {
      const inner = frame.contentDocument;
      if (!inner || inner.URL === 'about:blank') return;
      attach(inner);
      whenFramesAreThere(inner, attach);
    };
    if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank')
      take();
    else frame.addEventListener('load', take, { once: true });
  }
}
