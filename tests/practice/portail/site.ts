/** The regional portal behind `www.sante-ra.fr`; the page of experts is the only address a source gives. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, html, redirect, text } from '../truth/answers.ts';
import { findPatient } from '../weda/people.ts';
import { expertPage, filePage, requestPage } from './pages.ts';

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  const patient = findPatient(request.query.get('patient') ?? '65407357');
  if (!patient) return text(404, 'Patient introuvable');
  switch (request.path) {
    case '/':
      return redirect('/teleexpertise/demande');
    case '/teleexpertise/demande':
      return html(requestPage());
    case '/teleexpertise/teledossier/881':
      return html(filePage(patient));
    case '/teleexpertise/expert':
      return html(expertPage());
    default:
      return text(404, `no page ${request.path}`);
  }
}

export const site: Site = { hosts: ['www.sante-ra.fr'], handle };
