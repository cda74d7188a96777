/** The FSE page as it arrives: a WebForms shell, empty until its scripts draw the sheet (weda.md 9.2). */
import { ageText, toFrench, today } from './days.ts';
import type { WedaOptions } from './options.ts';
import { doctors, findPatient, patients, shownPatient, type Patient } from './people.ts';
import { band, dataIsland, escapeHtml, hidden, menuEntries, page } from './shell.ts';

/** What the page's header shows; also used by the browser when the patient changes in place. */
export interface HeaderText {
  id: string;
  civility: string | null;
  lastName: string;
  firstName: string;
  /** `Date de naissance : 15/06/1955` */
  birthTitle: string;
  age: string;
}

export function headerText(patient: Patient, id: string): HeaderText {
  return {
    id,
    civility: patient.civility,
    lastName: patient.lastName,
    firstName: patient.firstName.charAt(0) + patient.firstName.slice(1).toLowerCase(),
    birthTitle: `Date de naissance : ${toFrench(patient.birthDate)}`,
    age: ageText(patient.birthDate, today()),
  };
}

/** One span fewer for an infant, who has no civility. */
export function headerSpans(header: HeaderText): string {
  const civility = header.civility === null ? '' : `<span>${header.civility} </span>`;
  return `${civility}<span>${escapeHtml(header.lastName)} </span><span title="Prénom du patient">${escapeHtml(
    header.firstName,
  )}</span> <span title="${escapeHtml(header.birthTitle)}" data-inferred>${header.age}</span>`;
}

export interface FseData {
  patientId: string;
  options: WedaOptions;
  /** Header of each patient, for the in-place change; the shown one is first. */
  headers: HeaderText[];
  doctor: string;
  /** The model kept by the server across a full postback, or null. */
  kept: unknown;
}

/** Material's scripts in dependency order, then ours. */
const widgetScripts = [
  'zone.js/bundles/zone.umd.js',
  'rxjs/bundles/rxjs.umd.js',
  '@angular/core/bundles/core.umd.js',
  '@angular/common/bundles/common.umd.js',
  '@angular/common/bundles/common-http.umd.js',
  '@angular/compiler/bundles/compiler.umd.js',
  '@angular/platform-browser/bundles/platform-browser.umd.js',
  '@angular/platform-browser-dynamic/bundles/platform-browser-dynamic.umd.js',
  '@angular/animations/bundles/animations.umd.js',
  '@angular/animations/bundles/animations-browser.umd.js',
  '@angular/platform-browser/bundles/platform-browser-animations.umd.js',
  '@angular/forms/bundles/forms.umd.js',
  '@angular/cdk/bundles/cdk.umd.js',
  ...[
    'coercion',
    'platform',
    'keycodes',
    'observers',
    'collections',
    'bidi',
    'a11y',
    'scrolling',
    'portal',
    'layout',
    'text-field',
    'overlay',
  ].map((name) => `@angular/cdk/bundles/cdk-${name}.umd.js`),
  ...[
    'core',
    'form-field',
    'input',
    'checkbox',
    'radio',
    'menu',
    'button',
    'icon',
    'card',
    'dialog',
    'slide-toggle',
  ].map((name) => `@angular/material/bundles/material-${name}.umd.js`),
];

function scripts(data: FseData): string[] {
  const island = dataIsland(data);
  if (!data.options.material)
    return [island, '<script type="module" src="/app/browser/fse-main.ts"></script>'];
  return [
    island,
    ...widgetScripts.map((path) => `<script defer src="/widgets/${path}"></script>`),
    '<script type="module" src="/app/browser/fse-material.ts"></script>',
  ];
}

/** `id` is the patient of the address; the header may lie about it (`variant=homonym`). */
export function fsePage(
  id: string,
  options: WedaOptions,
  action: string,
  viewState: string,
  kept: unknown,
): string {
  const patient = shownPatient(id, options.variants);
  if (!patient || !findPatient(id)) throw new Error(`no patient ${id}`);
  const shown = headerText(patient, id);
  const data: FseData = {
    patientId: id,
    options,
    headers: [
      shown,
      ...patients()
        .map((other) => headerText(other, other.id))
        .filter((other) => other.id !== id),
    ],
    doctor: doctors.user.name,
    kept,
  };
  // weda.md 5.1: the sheet hangs under the fourteenth child of the form.
  return page({
    title: 'FSE - WEDA',
    action,
    style: [
      ...(options.material
        ? ['/widgets/@angular/material/prebuilt-themes/indigo-pink.css']
        : ['/Styles/controls.css']),
      '/Styles/weda.css',
      '/Styles/fse.css',
    ],
    scripts: scripts(data),
    content: `${hidden('__EVENTTARGET')}
${hidden('__EVENTARGUMENT')}
${hidden('__LASTFOCUS')}
${hidden('__VIEWSTATE', viewState)}
${hidden('__VIEWSTATEGENERATOR', '7A1C05B2')}
${hidden('__PREVIOUSPAGE')}
${hidden('practiceModel')}
${band()}
<ul class="level1 static menu-haut">${menuEntries.map((name) => `<li><a class="level2">${name}</a></li>`).join('')}</ul>
<div class="bandeau-patient"><div id="LabelInfoPatientNom"><span>${headerSpans(shown)}</span></div>
<span class="fse-titre">Feuille de soins électronique du ${toFrench(today())} · <b>CPS lue</b> · Secteur 1</span></div>
<div id="UpdateProgress2" aria-hidden="true">Chargement en cours…</div>
<div id="postitWidget_divContainer"></div>
<div class="mention">Réplique de test : logiciel et personnes fictifs</div>
<div class="fse-page"><div><div class="fse-marge"></div><div></div></div></div>`,
  });
}
