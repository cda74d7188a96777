/** The Omnidoc-like platform behind `app.omnidoc.fr`. Only the host and `/discover/map` are facts. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, asked, html, redirect, text } from '../truth/answers.ts';
import { findPatient } from '../weda/people.ts';
import { answerPage, billingPage, formPage, listPage, receivedPage, REQUEST } from './pages.ts';

const DEFAULT_PATIENT = '65407357';

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  const { query } = request;
  const patient = findPatient(query.get('patient') ?? DEFAULT_PATIENT);
  if (!patient) return text(404, 'Patient introuvable');
  const speciality = query.get('specialty') ?? 'derm_venero';
  switch (request.path) {
    case '/':
    case '/billing':
      return redirect('/requests');
    case '/requests':
    case '/requests/received':
      return html(listPage());
    case '/discover/map':
      return redirect(`/requests/new?specialty=${encodeURIComponent(speciality)}`);
    case '/requests/new':
      return html(formPage(speciality));
    case `/requests/${REQUEST}`:
      return html(receivedPage(patient));
    case `/requests/${REQUEST}/answer`:
      return html(answerPage(patient));
    case `/requests/${REQUEST}/billing`:
      return html(billingPage(patient, asked(query, 'role', ['requerant', 'requis'])));
    default:
      return text(404, `no page ${request.path}`);
  }
}

export const site: Site = { hosts: ['app.omnidoc.fr'], handle };
