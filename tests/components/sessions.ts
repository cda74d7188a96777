/** Every state the panel can be in, with people who do not exist. Shared by the gallery and the tests. */
import { previewOf } from '../../cases/preview.ts';
import { wantedSheet, type Role } from '../../cases/wanted-sheet.ts';
import { consentMention, defaultMention } from '../../cases/consent-mention.ts';
import type { PanelEvents, PanelProps, QuotaCounts } from '../../components/panel/panel-props.ts';
import type { PanelSession, Settings } from '../../messages/contract.ts';
import type { Finding, LintResult } from '../../rules/schema.ts';
import type { FieldId, WriteOutcome, WriteReport } from '../../sites/model.ts';
import { findings, leaflet, ruleTitles } from './findings.ts';
import { asking, pointed, pointing, structureText } from './pointing-states.ts';
import { emptyFse, fse, mapped, patient, preparedFields } from './readings.ts';

export const today = '2026-11-22';

export const settings: Settings = {
  version: 1,
  who: {
    name: 'Dr Alix Verneuil',
    profession: 'medecin',
    numeroAm: '691234567',
    rpps: '10001234567',
    cabinet: 'Cabinet des Tilleuls, Saint-Ormin',
    territory: 'metropole',
  },
  software: ['weda'],
  lock: 'device',
  mention: defaultMention,
  rulesOff: [],
  securing: 'sans-vitale',
};

const lint = (found: Finding[] = [], notChecked: LintResult['notChecked'] = []): LintResult => ({
  applies: true,
  findings: found,
  notChecked,
});

export const correspondents: PanelSession['correspondents'] = [
  {
    id: 'c1',
    name: 'Dr Camille Roche',
    numeroAm: '699876543',
    rpps: '',
    speciality: 'Dermatologie',
    place: 'Lyon',
    salaried: false,
  },
  {
    id: 'c2',
    name: 'Dr Camélia Rochebrune',
    numeroAm: '130012345',
    rpps: '',
    speciality: 'Endocrinologie',
    place: 'Marseille',
    salaried: true,
  },
];

const roche = { name: 'Dr Camille Roche', numeroAm: '699876543', salaried: false, requestedOn: '2026-11-20' };

const session = (over: Partial<PanelSession> = {}): PanelSession => ({
  reading: fse(),
  settings,
  role: 'requerant',
  place: { open: true, side: 'right', top: 30 },
  patient: { ...patient },
  identity: 'read',
  history: [],
  historySeen: true,
  consent: { given: true, on: '2026-11-20', by: 'patient', how: 'oral' },
  reportReceivedOn: '2026-11-21',
  requestText: null,
  correspondents,
  lock: { mode: 'device', open: true, retryAt: 0 },
  otherSide: roche,
  offer: null,
  carried: null,
  billingSteps: [],
  report: null,
  held: null,
  askOutcome: null,
  trouble: null,
  ...over,
});

const quota = (civil: number, rolling: number, code: QuotaCounts['code'] = 'RQD'): QuotaCounts => ({
  code,
  limit: 4,
  civil: { used: civil, year: 2026 },
  rolling: { used: rolling },
  source: leaflet,
});

const nothing = () => undefined;
export const deaf: PanelEvents = {
  place: nothing,
  role: nothing,
  write: nothing,
  undo: nothing,
  fix: nothing,
  override: nothing,
  consent: nothing,
  reportReceived: nothing,
  otherSide: nothing,
  takeOver: nothing,
  saveCorrespondent: nothing,
  completeIdentity: nothing,
  settle: nothing,
  openOptions: nothing,
  unlock: () => Promise.resolve(),
  lock: nothing,
  openRegister: nothing,
  report: async () => ({ name: 'volet-structure-weda.txt', text: structureText }),
};

export const deafPointing: PanelProps['pointing'] = {
  start: nothing,
  at: nothing,
  forget: nothing,
  through: nothing,
  meaning: nothing,
  test: nothing,
  save: nothing,
  cancel: nothing,
};

/** A stand-in for the real check, which has its own tests: lengths only. */
export const checkNumeroAm: PanelProps['checkNumeroAm'] = (typed) => {
  const digits = typed.replace(/\s/g, '');
  if (digits === '') return { level: 'partial', message: '' };
  if (digits.length === 11) {
    return {
      level: 'wrong',
      message: 'C’est un numéro RPPS (11 chiffres) : il faut le numéro AM, à 9 chiffres.',
    };
  }
  if (digits.length < 9) return { level: 'partial', message: `${digits.length} chiffres sur 9` };
  if (digits.length > 9) return { level: 'wrong', message: 'Un numéro AM a 9 chiffres.' };
  return { level: 'ok', message: 'Clé exacte' };
};

const previewFor = (one: PanelSession) =>
  one.reading
    ? previewOf(
        one.reading,
        wantedSheet({ role: one.role, otherSide: one.otherSide, securing: 'sans-vitale' }),
        one.report,
      )
    : [];

const props = (one: PanelSession | null, over: Partial<PanelProps> = {}): PanelProps => ({
  link: 'open',
  session: one,
  lint: lint(),
  dateAssumed: false,
  quota: quota(2, 3),
  preview: one ? previewFor(one) : [],
  ruleTitles,
  rulesCheckedOn: '2026-11-22',
  today,
  consentMention: one?.consent ? consentMention(defaultMention, 'Mme DURIEU Mathilde', one.consent) : '',
  checkNumeroAm,
  trouble: null,
  visible: true,
  look: () => Promise.resolve(true),
  on: deaf,
  pointing: deafPointing,
  ...over,
});

const reportOf = (
  status: WriteReport['status'],
  outcomes: Partial<Record<FieldId, WriteOutcome>>,
): WriteReport => ({
  planId: 'plan-1',
  kind: 'prepare',
  status,
  results: Object.entries(outcomes).map(([field, outcome]) => ({
    field: field as FieldId,
    outcome,
    before: null,
    after: null,
  })),
  before: {},
  took: 412,
});

const prescriberRules = ['absent', 'format', 'cle', 'soi-meme', 'categorie'].map((name) => ({
  rule: `prescripteur.${name}`,
  missing: ['prescriber.number'],
}));

const patientPage = fse({ screen: 'patient', fields: {} });
delete patientPage.acts;

const onPatient = (over: Partial<PanelSession> = {}): PanelSession =>
  session({
    reading: patientPage,
    consent: null,
    reportReceivedOn: null,
    otherSide: null,
    ...over,
  });

const expert = (role: Role): Partial<PanelSession> => ({
  role,
  otherSide: { name: 'Dr Hugo Lemaître', numeroAm: '011234567', salaried: false, requestedOn: '2026-11-20' },
});

/** State name → props. A name ending in `open` starts with the preview open in the gallery. */
const locked: Partial<PanelSession> = {
  lock: { mode: 'passphrase', open: false, retryAt: 0 },
  history: undefined,
  consent: undefined,
  reportReceivedOn: undefined,
  correspondents: [],
};

export const states: Record<string, () => PanelProps> = {
  'fse-clean': () => props(session()),
  'fse-warn': () =>
    props(session({ consent: null }), { lint: lint([findings.consent, findings.carePath, findings.last]) }),
  'fse-block': () =>
    props(session({ reading: emptyFse(), otherSide: null }), {
      lint: lint([findings.carePath, findings.prescriberMissing, findings.amo]),
      quota: quota(4, 4),
    }),
  'fse-not-checked': () =>
    props(session(), {
      lint: lint([], [...prescriberRules, { rule: 'urgence.contexte', missing: ['requestText'] }]),
      dateAssumed: true,
    }),
  'fse-off-sheet': () =>
    props(session(), {
      lint: lint(
        [],
        [
          { rule: 'patient.hospitalise', missing: ['patient.hospitalised'] },
          { rule: 'structure.meme-site', missing: ['prescriber.sameSite'] },
        ],
      ),
    }),
  'fse-reading': () =>
    props(session({ reading: emptyFse({ settled: false }) }), { lint: lint([], prescriberRules) }),
  'fse-before-act': () =>
    props(session({ reading: emptyFse() }), { lint: { applies: false, findings: [], notChecked: [] } }),
  'fse-read-only': () =>
    props(
      session({
        reading: fse({
          mode: 'read-only',
          readOnlyWhy: 'Weda remplit cette FSE lui-même depuis Omnidoc : le volet lit, sans rien écrire.',
        }),
      }),
      { lint: lint([findings.carePath]) },
    ),
  'pointing-step': () => props(session({ reading: null, pointing: pointing('prescripteur.numero', 4) })),
  'pointing-text': () => props(session({ reading: null, pointing: pointing('patient.nom', 0) })),
  'pointing-ask': () => props(session({ reading: null, pointing: asking })),
  'pointing-list': () => props(session({ reading: null, pointing: pointing(null, pointed.length) })),
  'fse-changed': () => props(session({ reading: fse({ changed: ['tp.amo'] }) })),
  'fse-expert': () =>
    props(session({ ...expert('requis'), reportReceivedOn: null }), { quota: quota(1, 1, 'TE2') }),
  'identity-different': () => props(session({ identity: 'different' })),
  'identity-incomplete': () =>
    props(
      session({
        identity: 'incomplete',
        patient: { marker: 'p-1', lastName: 'DURIEU', firstName: null, birthDate: null, from: 'page' },
      }),
    ),
  'preview-open': () => props(session({ reading: emptyFse() }), { lint: lint([findings.amo]) }),
  'writing-open': () =>
    props(
      session({
        reading: emptyFse(),
        report: reportOf('running', { 'acte.code': 'written', 'acte.quantite': 'written' }),
      }),
      { lint: lint([findings.amo]) },
    ),
  'written-open': () =>
    props(
      session({
        report: reportOf('done', {
          'acte.code': 'written',
          'acte.quantite': 'written',
          'tp.amo': 'written',
          'tp.amc': 'already',
          mode: 'refused',
          parcours: 'changed-by-page',
          'prescripteur.numero': 'not-found',
        }),
      }),
    ),
  'written-well-open': () =>
    props(
      session({
        report: reportOf('done', { 'acte.code': 'written', 'tp.amo': 'written', parcours: 'written' }),
      }),
    ),
  'stopped-open': () =>
    props(
      session({
        reading: emptyFse(),
        report: { ...reportOf('stopped', { 'acte.code': 'written' }), why: 'patient-changed' },
      }),
    ),
  'amo-unticked': () =>
    props(
      session({
        reading: fse({ fields: { ...preparedFields, 'tp.amo': mapped(false) } }),
        report: reportOf('done', { 'acte.code': 'written', 'tp.amo': 'written' }),
      }),
      { lint: lint([findings.amo]) },
    ),
  held: () =>
    props(
      session({ held: { at: 1 }, reading: fse({ fields: { ...preparedFields, 'tp.amo': mapped(false) } }) }),
      {
        lint: lint([findings.amo, findings.prescriberMissing, findings.carePath]),
      },
    ),
  'held-resolved': () => props(session({ held: { at: 1 } })),
  'ask-outcome': () => props(session({ askOutcome: { actId: 'act-1', code: 'RQD' } })),
  trouble: () =>
    props(session({ trouble: 'Le registre de ce poste ne répond pas : l’acte n’a pas pu y être gardé.' })),
  covered: () =>
    props(session({ reading: emptyFse() }), {
      lint: lint([findings.amo]),
      visible: false,
      look: () => Promise.resolve(false),
    }),
  'quota-unknown': () => props(session({ history: undefined, historySeen: false }), { quota: null }),
  'quota-register-only': () => props(session({ historySeen: false }), { quota: quota(0, 1) }),
  'register-silent': () => props(session({ consent: undefined, reportReceivedOn: undefined })),
  'rules-stale': () => props(session(), { rulesCheckedOn: '2026-04-02' }),
  patient: () =>
    props(onPatient({ history: undefined, historySeen: false }), { lint: null, quota: quota(0, 0) }),
  'patient-urgent': () =>
    props(
      onPatient({
        requestText:
          'Douleur thoracique depuis 1 h chez une patiente de 71 ans, ECG en pièce jointe. Conduite à tenir ?',
        otherSide: { ...roche, requestedOn: '' },
      }),
      { lint: lint([findings.urgency, findings.consent]) },
    ),
  'patient-long-names': () =>
    props(
      onPatient({
        patient: {
          ...patient,
          lastName: 'DE LA ROCHEFOUCAULD-MONTBAZON',
          birthName: 'VANDENBROUCKE-LETELLIER',
          firstName: 'Marie-Bernadette-Philippine',
        },
      }),
      { lint: null },
    ),
  'first-run': () => props(session({ settings: null }), { lint: null, quota: null }),
  locked: () => props(session(locked), { quota: null }),
  'locked-block': () =>
    props(session({ ...locked, reading: fse({ fields: { ...preparedFields, 'tp.amo': mapped(false) } }) }), {
      lint: lint([findings.amo], [{ rule: 'quota.civil', missing: ['history'] }]),
      quota: null,
    }),
  lockable: () => props(session({ lock: { mode: 'passphrase', open: true, retryAt: 0 } })),
  lost: () => props(null, { link: 'lost' }),
  'no-screen': () => props(session({ reading: null, patient: null }), { lint: null, quota: null }),
  'tab-clean': () => props(session({ place: { open: false, side: 'right', top: 30 } })),
  'tab-warn': () =>
    props(session({ place: { open: false, side: 'right', top: 30 } }), {
      lint: lint([findings.consent, findings.carePath]),
    }),
  'tab-block': () =>
    props(session({ place: { open: false, side: 'left', top: 30 } }), { lint: lint([findings.amo]) }),
  'tab-not-checked': () =>
    props(session({ place: { open: false, side: 'right', top: 30 } }), { lint: lint([], prescriberRules) }),
  'tab-lost': () => props(null, { link: 'lost' }),
};
