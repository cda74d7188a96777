/** Nobody's software, one product for each sub-domain of `nobody.test`. */
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { answerApp, appScript, asked, dataIsland, html, redirect, text } from '../truth/answers.ts';
import { findPatient } from '../weda/people.ts';
import { softwares } from './pages/index.ts';
import type { NobodyData, PageContext } from './software.ts';

const DEFAULT_PATIENT = '65407357';
const PAGE = '/facturation/feuille';

function readContext(request: PracticeRequest): Omit<PageContext, 'head'> | null {
  const patient = findPatient(request.query.get('patient') ?? DEFAULT_PATIENT);
  if (!patient) return null;
  const release = asked(request.query, 'release', ['1', '2']);
  const query = request.query.size > 0 ? `?${request.query}` : '';
  return {
    patient,
    query,
    id: (name) => (release === '1' ? name : `v2-${name.split('').reverse().join('')}`),
    newBox:
      release === '1'
        ? ''
        : '<label><input type="checkbox" name="avance"> Dispense partielle d’avance de frais</label>',
  };
}

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const app = await answerApp(request.path);
  if (app) return app;
  const software = softwares.find((one) => request.host === `${one.name}.nobody.test`);
  if (!software) return text(404, `no software at ${request.host}`);
  if (request.path === '/') return redirect(PAGE);
  const context = readContext(request);
  if (!context) return text(404, 'Patient introuvable');
  const frame = software.frames?.[request.path];
  if (!frame && request.path !== PAGE) return text(404, `no page ${request.path}`);
  const posted = request.form.get('etatFeuille');
  const data: NobodyData = {
    patientId: context.patient.id,
    state: asked(request.query, 'etat', ['vide', 'rqd']),
    behaviour: software.behaviour(context),
    kept: posted ? (JSON.parse(posted) as unknown) : null,
  };
  const head = dataIsland(data) + appScript(`nobody/browser/${software.script ?? 'plain.ts'}`);
  return html((frame ?? software.page)({ ...context, head }));
}

export const site: Site = { hosts: ['*.nobody.test'], handle };
