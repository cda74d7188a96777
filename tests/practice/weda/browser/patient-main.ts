/** Patient page: late islands, partial postbacks, and links that only a real press can follow. */
import type { PracticeWindow } from './fse-host.ts';
import type { FseTruth } from './fse-truth.ts';
import type { WedaOptions } from '../options.ts';
import { el } from './elements.ts';

interface PatientData {
  options: WedaOptions;
  lastSheet: FseTruth | null;
  ins: string | null;
}

/** What a partial postback brings back as new nodes with the same ids. */
const replaced = ['ContentPlaceHolder1_PanelPatient', 'ContentPlaceHolder1_DivScrollHistorique'];

let data = readData(document);
let isBusy = false;
let posts = 0;

function readData(from: Document): PatientData {
  return JSON.parse(from.querySelector('#practiceData')?.textContent ?? '') as PatientData;
}

function later(milliseconds: number, work: () => void): void {
  setTimeout(work, milliseconds * (data.options.variants.includes('slow') ? 5 : 1));
}

function showIslands(): void {
  later(800, () => {
    if (data.ins !== null) {
      document
        .querySelector('#ContentPlaceHolder1_EtatCivilUCForm1_insiContainer')
        ?.replaceChildren(el('dmp-insi.ng-star-inserted', {}, el('span.label', {}, data.ins)));
    }
    document
      .querySelector('#ContentPlaceHolder1_PanelDmp')
      ?.replaceChildren(
        el('dmp-statut.ng-star-inserted', { 'data-inferred': true }, 'DMP existant, accès autorisé'),
      );
  });
}

function setBusy(busy: boolean): void {
  isBusy = busy;
  document.querySelector('#UpdateProgress2')?.setAttribute('aria-hidden', String(!busy));
}

/** 400 to 1200 ms, then the panels are new nodes and the islands are empty again. */
async function partialPostback(target: string, address = location.href): Promise<void> {
  if (isBusy) return;
  setBusy(true);
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'X-MicrosoftAjax': 'Delta=true' },
    body: new URLSearchParams({ __EVENTTARGET: target, __ASYNCPOST: 'true' }),
  });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  posts += 1;
  await new Promise<void>((resolve) => later(400 + ((posts * 311) % 800), resolve));
  for (const id of replaced) {
    const wanted = fresh.getElementById(id);
    if (wanted) document.getElementById(id)?.replaceWith(wanted);
  }
  data = { ...readData(fresh), lastSheet: data.lastSheet };
  setBusy(false);
  showIslands();
}

function fullPostback(target: string, argument: string): void {
  const form = document.querySelector<HTMLFormElement>('#form1');
  for (const [name, value] of Object.entries({ __EVENTTARGET: target, __EVENTARGUMENT: argument })) {
    const field = document.querySelector<HTMLInputElement>(`#${name}`);
    if (field) field.value = value;
  }
  form?.submit();
}

function doPostBack(target: string, argument: string): void {
  if (target.endsWith('MenuNavigate')) fullPostback(target, argument);
  else void partialPostback(target);
}

// The page's CSP runs no `javascript:` link. A person's press is answered here; a script's click is left to the CSP.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="javascript:"]') : null;
  const call = /__doPostBack\('([^']*)','([^']*)'\)/.exec(link?.getAttribute('href') ?? '');
  if (!event.isTrusted || !call) return;
  event.preventDefault();
  doPostBack(call[1] ?? '', call[2] ?? '');
});

document.addEventListener('change', (event) => {
  if (event.target instanceof Element && event.target.id === 'ContentPlaceHolder1_DropDownListUsers') {
    void partialPostback('ctl00$ContentPlaceHolder1$DropDownListUsers');
  }
});

const exposed: Omit<PracticeWindow, '__fse'> & { Sys: unknown } = {
  __doPostBack: doPostBack,
  __practice: {
    lastSheet: data.lastSheet,
    rerender: () => partialPostback('rerender'),
    switchPatient: async (id: string) => {
      const address = location.href.replace(/PatDk=\d+/, `PatDk=${id}`);
      history.pushState(null, '', address);
      await partialPostback('switch', address);
    },
  },
  Sys: { WebForms: { PageRequestManager: { getInstance: () => ({ get_isInAsyncPostBack: () => isBusy }) } } },
};
Object.assign(window, exposed);
showIslands();
