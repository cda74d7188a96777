/** The Weda replica behind `secure.weda.fr`: addresses, postbacks, and the little the server remembers. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { PracticeRequest, PracticeResponse, Site } from '../site.ts';
import type { FseTruth } from './browser/fse-truth.ts';
import { fsePage } from './fse-page.ts';
import type { BilledAct } from './history.ts';
import { pageAddress, readOptions, type WedaOptions } from './options.ts';
import { historyFrame, patientPage, type PatientView } from './patient-page.ts';
import { findPatient, patientJson, shownPatient } from './people.ts';
import { pageHeaders } from './shell.ts';

const HERE = import.meta.dirname;
const WIDGETS = path.join(HERE, '..', 'widgets', 'node_modules');
const PATIENT_PATH = '/FolderMedical/PatientViewForm.aspx';
const FSE_PATH = '/vitalzen/fse.aspx';
const DEFAULT_PATIENT = '65407357';

/** A session key (`crypt`) and the sheets secured under it: tests on `crypt=abc` do not see one another's acts. */
const billedUnder = new Map<string, Array<{ patientId: string; sheet: FseTruth }>>();
/** Models kept across a full postback, by view state. */
const keptModels = new Map<string, FseTruth>();

/** Requests made from an Omnidoc page that are not its own navigation. */
const strangers: Array<{ at: number; path: string }> = [];

/** `/practice/strangers?since=<ms>`: the page asks what it cannot see, a request of another JavaScript world. */
function watchStrangers(request: PracticeRequest): PracticeResponse | null {
  if (request.path === '/practice/strangers') {
    const since = Number(request.query.get('since'));
    const paths = strangers.filter((one) => one.at >= since).map((one) => one.path);
    return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(paths) };
  }
  const { referer, 'sec-fetch-dest': dest } = request.headers;
  const isFromOmnidoc = typeof referer === 'string' && /fse\.aspx\?.*Buffer=/.test(referer);
  if (isFromOmnidoc && (dest === 'empty' || dest === 'iframe'))
    strangers.push({ at: Date.now(), path: request.path });
  return null;
}

const text = (status: number, body: string): PracticeResponse => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body,
});
const html = (body: string, allowEval = false): PracticeResponse => ({
  headers: pageHeaders(allowEval),
  body,
});
const redirect = (to: string): PracticeResponse => ({ status: 302, headers: { Location: to }, body: '' });

interface Asked {
  id: string;
  crypt: string;
  options: WedaOptions;
}

function readAddress(query: URLSearchParams): Asked {
  return {
    id: /^\d+/.exec(query.get('PatDk') ?? '')?.[0] ?? DEFAULT_PATIENT,
    crypt: query.get('crypt') ?? 'abc',
    options: readOptions(query),
  };
}

function patientView(asked: Asked, query: URLSearchParams, pagePath: string, all: boolean): PatientView {
  const sheets = (billedUnder.get(asked.crypt) ?? []).filter((one) => one.patientId === asked.id);
  const patient = shownPatient(asked.id, asked.options.variants);
  if (!patient) throw new Error(`no patient ${asked.id}`);
  return {
    patient,
    options: asked.options,
    action: pageAddress(pagePath, asked.id, asked.crypt, query),
    billed: sheets.map(({ sheet }): BilledAct[] =>
      sheet.acts.map((act) => ({ code: act.code, amountCents: act.amountCents + act.excessCents })),
    ),
    lastSheet: sheets.at(-1)?.sheet ?? null,
    allHistory: all,
  };
}

function answerPatient(request: PracticeRequest, asked: Asked): PracticeResponse {
  const target = request.form.get('__EVENTTARGET') ?? '';
  if (target.endsWith('MenuNavigate') && request.form.get('__EVENTARGUMENT') === 'fse') {
    return redirect(pageAddress(FSE_PATH, asked.id, asked.crypt, request.query));
  }
  const all = target.endsWith('LinkButtonSuiteWeda');
  return html(patientPage(patientView(asked, request.query, PATIENT_PATH, all)));
}

function answerFse(request: PracticeRequest, asked: Asked): PracticeResponse {
  const target = request.form.get('__EVENTTARGET') ?? '';
  const posted = request.form.get('practiceModel');
  const model = posted ? (JSON.parse(posted) as FseTruth) : null;
  if (target === 'fermer') return redirect(pageAddress(PATIENT_PATH, asked.id, asked.crypt, request.query));
  if (target === 'securiser' && model) {
    const crypt = randomBytes(9).toString('hex');
    billedUnder.set(crypt, [...(billedUnder.get(asked.crypt) ?? []), { patientId: asked.id, sheet: model }]);
    return redirect(pageAddress(PATIENT_PATH, asked.id, crypt, request.query));
  }
  const viewState = randomBytes(12).toString('base64');
  if (model) keptModels.set(viewState, model);
  const action = pageAddress(FSE_PATH, asked.id, asked.crypt, request.query);
  const page = fsePage(asked.id, asked.options, action, viewState, keptModels.get(viewState) ?? null);
  return html(page, asked.options.material);
}

function answerApi(request: PracticeRequest, id: string): PracticeResponse {
  const referer = request.headers['referer'];
  const asking = typeof referer === 'string' ? new URL(referer).searchParams.getAll('variant') : [];
  const variants = asking
    .flatMap((names) => names.split(','))
    .filter((name) => !['homonym', 'nirhidden'].includes(name));
  const patient = shownPatient(id, variants);
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  if (!patient) return { status: 404, headers, body: JSON.stringify({ message: 'Patient introuvable' }) };
  return { headers, body: JSON.stringify(patientJson(patient, id)) };
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

async function readInside(folder: string, name: string): Promise<string | null> {
  const file = path.join(folder, name);
  if (!file.startsWith(folder + path.sep)) return null;
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

async function answerFile(folder: string, name: string): Promise<PracticeResponse> {
  const body = await readInside(folder, name);
  if (body === null) return text(404, `no file ${name}`);
  return { headers: { 'Content-Type': types[path.extname(name)] ?? 'text/plain' }, body };
}

/** Browser scripts are TypeScript; Node takes the types out. */
async function answerScript(name: string): Promise<PracticeResponse> {
  const source = name.endsWith('.ts') ? await readInside(HERE, name) : null;
  if (source === null) return text(404, `no script ${name}`);
  return { headers: { 'Content-Type': types['.js'] ?? '' }, body: stripTypeScriptTypes(source) };
}

async function widgetsMissing(): Promise<PracticeResponse | null> {
  const core = await readInside(WIDGETS, '@angular/core/package.json');
  if (core !== null) return null;
  return text(
    503,
    'widgets=material: Angular Material is not installed.\nRun: npm ci (in tests/practice/widgets)\n',
  );
}

async function answerAsset(name: string): Promise<PracticeResponse | null> {
  const [, folder = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(name) ?? [];
  if (folder === 'Styles') return answerFile(path.join(HERE, 'styles'), rest);
  // Real image addresses end in .png; what is drawn here is SVG, which the browser takes from the content type.
  if (folder === 'Images') return answerFile(path.join(HERE, 'images'), rest.replace(/\.png$/, '.svg'));
  if (folder === 'app') return answerScript(rest);
  if (folder === 'widgets') return (await widgetsMissing()) ?? answerFile(WIDGETS, rest);
  return null;
}

async function handle(request: PracticeRequest): Promise<PracticeResponse> {
  const asset = watchStrangers(request) ?? (await answerAsset(request.path));
  if (asset) return asset;
  const wanted = request.path.toLowerCase();
  const api = /^\/api\/patients\/(\d+)$/.exec(wanted);
  if (api) return answerApi(request, api[1] ?? '');
  if (wanted === '/') return redirect(pageAddress(PATIENT_PATH, DEFAULT_PATIENT, 'abc', request.query));
  const asked = readAddress(request.query);
  if (!findPatient(asked.id)) return text(404, `no patient ${asked.id}`);
  switch (wanted) {
    case PATIENT_PATH.toLowerCase():
      return answerPatient(request, asked);
    case FSE_PATH:
      return (asked.options.material ? await widgetsMissing() : null) ?? answerFse(request, asked);
    case '/foldermedical/framehistoriqueform.aspx':
    case '/foldermedical/popuphistoriqueform.aspx':
      return html(historyFrame(patientView(asked, request.query, request.path, true)));
    default:
      return text(404, `no page ${request.path}`);
  }
}

export const site: Site = { hosts: ['secure.weda.fr'], handle };
