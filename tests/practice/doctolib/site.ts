/** The Doctolib-like replica behind `pro.doctolib.fr`: one page, one bundle, a JSON search. */
import path from 'node:path';
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import { asked, dataIsland, html, json, redirect, text } from '../truth/answers.ts';
import { actNames, priceOf } from '../truth/sheet.ts';
import { ageText, toFrench, today } from '../weda/days.ts';
import { doctors, patients, spacedNir } from '../weda/people.ts';
import { styleSheet } from './look.ts';
import type { DoctolibData, DoctolibPatient, Prestation } from './page-data.ts';

const PAGES = /^\/(?:calendar\/today\/(?:week|month)|patients(?:\/\d+(?:\/invoices(?:\/new)?)?)?)$/;

let bundle: Promise<string> | null = null;

/** The application with its React, built once for the life of the process. */
async function buildBundle(): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'browser', 'main.tsx'), formats: ['iife'], name: 'pro' },
    },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunk = output.find((one) => one.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the application was not built');
  return chunk.code;
}

function shownPatients(): DoctolibPatient[] {
  return patients().map((patient) => ({
    id: patient.id,
    civility: patient.civility ?? '',
    lastName: patient.lastName,
    birthName: patient.birthName ?? '',
    firstName: patient.firstName.charAt(0) + patient.firstName.slice(1).toLowerCase(),
    sex: patient.sex,
    birth: toFrench(patient.birthDate),
    age: ageText(patient.birthDate, today()),
    nir: spacedNir(patient),
    phone: patient.phone,
    address: `${patient.address}, ${patient.zip} ${patient.city}`,
  }));
}

function readData(query: URLSearchParams): DoctolibData {
  const latency = Number(query.get('latence') ?? '350');
  if (!Number.isInteger(latency) || latency < 0 || latency > 5000) throw new Error(`latence=${latency}`);
  return {
    patients: shownPatients(),
    user: doctors.user,
    state: asked(query, 'etat', ['aucun', 'rqd', 'avance', 'prescripteur']),
    modal: asked(query, 'modale', ['direct', 'valider']),
    latency,
    release: Number(asked(query, 'release', ['1', '2'])),
  };
}

function application(query: URLSearchParams): PracticeResponse {
  const data = readData(query);
  return html(`<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Doctolib Pro (réplique)</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/pro-${data.release}.css">
</head><body><div id="root"></div>
${dataIsland(data)}
<script defer src="/assets/pro.js"></script>
</body></html>`);
}

async function search(query: URLSearchParams): Promise<PracticeResponse> {
  await new Promise((resolve) => setTimeout(resolve, Number(query.get('latence') ?? '0')));
  const words = (query.get('q') ?? '').trim().toLowerCase();
  const found: Prestation[] = Object.entries(actNames)
    .filter(([code, name]) => code.toLowerCase().startsWith(words) || name.toLowerCase().includes(words))
    .map(([code, name]) => ({ code, name, price: priceOf(code, today()) ?? 0 }));
  return json({ prestations: found });
}

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  if (request.path === '/') return redirect('/calendar/today/week');
  if (PAGES.test(request.path)) return application(request.query);
  if (request.path === '/api/billing/prestations') return search(request.query);
  const style = /^\/assets\/pro-([12])\.css$/.exec(request.path);
  if (style) return { headers: { 'Content-Type': 'text/css' }, body: styleSheet(Number(style[1])) };
  if (request.path === '/assets/pro.js') {
    bundle ??= buildBundle();
    return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: await bundle };
  }
  return text(404, `no page ${request.path}`);
}

export const site: Site = { hosts: ['pro.doctolib.fr'], handle };
