/** The TAMM/Mediboard-like replica: server templates, fragments asked by AJAX. The server keeps nothing. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, asked, escapeHtml, html, redirect, text } from '../truth/answers.ts';
import { correspondents } from '../truth/correspondents.ts';
import type { FseTruth } from '../truth/fse-truth.ts';
import { actNames, priceOf } from '../truth/sheet.ts';
import { today } from '../weda/days.ts';
import { findPatient } from '../weda/people.ts';
import { consultPage, patientPage } from './consult-page.ts';
import { invoiceView } from './invoice-view.ts';
import type { TammOptions } from './options.ts';
import { prescriptionWindow } from './prescription-window.ts';

const DEFAULT_PATIENT = '65407357';
const CONSULTATION = '88213';

function readOptions(query: URLSearchParams): TammOptions {
  const latency = Number(query.get('latence') ?? '180');
  if (!Number.isInteger(latency) || latency < 0 || latency > 5000) throw new Error(`latence=${latency}`);
  return {
    state: asked(query, 'etat', ['ferme', 'ouverte', 'rqd', 'prescription']),
    modal: asked(query, 'modale', ['valider', 'direct']),
    latency,
  };
}

const startsWith = (words: string) => (one: string) => one.toLowerCase().startsWith(words.toLowerCase());

function codeList(words: string): string {
  const codes = Object.keys(actNames).filter(startsWith(words));
  return `<ul>${codes
    .map(
      (code) =>
        `<li data-code="${code}" data-price="${priceOf(code, today()) ?? 0}"><strong class="code">${code}</strong> <small>${escapeHtml(actNames[code] ?? '')}</small></li>`,
    )
    .join('')}</ul>`;
}

function physicianList(words: string): string {
  const found = Object.values(correspondents).filter((one) => startsWith(words)(one.lastName));
  return `<ul>${found
    .map(
      (one) =>
        `<li data-last="${one.lastName}" data-first="${one.firstName}" data-number="${one.numeroAm}" data-rpps="${one.rpps}"><strong>${one.lastName} ${one.firstName}</strong> <small>${one.speciality}</small></li>`,
    )
    .join('')}</ul>`;
}

async function answerAction(request: PracticeRequest, action: string): Promise<PracticeResponse> {
  const latency = Number(request.query.get('latence') ?? '0');
  await new Promise((resolve) => setTimeout(resolve, latency));
  const posted = request.form.get('invoice');
  const truth = posted ? (JSON.parse(posted) as FseTruth) : null;
  if (action === 'ngapCodeAutocomplete') return html(codeList(request.form.get('code') ?? ''));
  if (action === 'physicianAutocomplete') return html(physicianList(request.form.get('physician') ?? ''));
  if (!truth) return text(400, 'no invoice');
  if (action === 'viewInvoice') return html(invoiceView(truth, CONSULTATION));
  if (action === 'editPrescription') return html(prescriptionWindow(truth));
  return text(404, `no action ${action}`);
}

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  if (request.path === '/') {
    return redirect(`/index.php?m=cabinet&tab=edit_consultation&selConsult=${CONSULTATION}`);
  }
  if (request.path !== '/index.php') return text(404, `no page ${request.path}`);
  const { query } = request;
  if (query.get('m') === 'jfse') return answerAction(request, query.get('a') ?? '');
  const patient = findPatient(query.get('patient_id') ?? DEFAULT_PATIENT);
  if (!patient) return text(404, 'Patient introuvable');
  if (query.get('m') === 'patients') return html(patientPage(patient));
  const options = readOptions(query);
  return html(consultPage(patient, { patientId: patient.id, consultationId: CONSULTATION, options }));
}

export const site: Site = { hosts: ['tamm.clinique-des-tilleuls.test'], handle };
