/** The MLM-like replica behind `*.monlogicielmedical.com`: a home page and the frames it opens. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, asked, html, redirect, text } from '../truth/answers.ts';
import { findPatient } from '../weda/people.ts';
import { fsePage, prescriberPage } from './fse-page.ts';
import { administrativePage, homePage, listPage, medicalPage } from './pages.ts';

const DEFAULT_PATIENT = '65407357';
const HOME = '/suite-webapp/home.html';

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  const { query } = request;
  if (request.path === '/') return redirect(HOME);
  const patient = findPatient(query.get('paciente') ?? DEFAULT_PATIENT);
  if (!patient) return text(404, 'Patient introuvable');
  const state = asked(query, 'etat', ['vide', 'rqd']);
  switch (request.path) {
    case HOME: {
      const view = asked(query, 'vista', ['listado', 'tapiz', 'personas', 'fse']);
      return html(homePage(patient, { patientId: patient.id, view, rest: `&etat=${state}` }));
    }
    case '/jenomi/listadoPacientes.htm':
      return html(listPage());
    case '/jenomi/tapizTheme.htm':
      return html(medicalPage(patient));
    case '/jenomi/formularioPersonas.htm':
      return html(administrativePage(patient));
    case '/jenomi/formularioFse.htm':
      return html(fsePage(patient, { patientId: patient.id, state }));
    case '/jenomi/formularioPrescriptor.htm':
      return html(prescriberPage());
    default:
      return text(404, `no page ${request.path}`);
  }
}

export const site: Site = { hosts: ['*.monlogicielmedical.com'], handle };
