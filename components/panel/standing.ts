/** Where we are: what is shown of a lint, in which order, and the one sentence and sign above it. */
import type { Finding, LintResult, NotChecked, Severity } from '../../rules/schema.ts';
import type { FieldId, Reading } from '../../sites/model.ts';
import { counted, unbroken } from '../ui/format.ts';
import type { Tone } from '../ui/sign.tsx';
import { movedFields } from './field-words.ts';
import type { PanelProps } from './panel-props.ts';

/** Public hooks (experience.md, "Stable hooks"). */
export type PanelState = 'clean' | 'warn' | 'block' | 'changed' | 'locked';
export type PanelScreen = 'fse' | 'patient' | 'request' | 'answer' | 'none';

export interface Standing {
  state: PanelState;
  tone: Tone;
  sentence: string;
  /** What the collapsed tab counts. */
  count: number;
}

/** Rules that could not run for one and the same reason. */
export interface Unchecked {
  rules: string[];
  sentence: string;
  /** No sheet ever shows it: said, and not counted against this one. */
  offSheet: boolean;
}

const worst: Record<Severity, number> = { block: 0, warn: 1, info: 2 };

/** Worst first, then by money. A rule that was switched off is silent unless it blocks. */
export function shownFindings(lint: LintResult | null, rulesOff: readonly string[]): Finding[] {
  return (lint?.findings ?? [])
    .filter(({ rule, severity }) => severity === 'block' || !rulesOff.includes(rule))
    .sort((a, b) => worst[a.severity] - worst[b.severity] || (b.amountAtStake ?? 0) - (a.amountAtStake ?? 0));
}

/**
 * What a rule misses, in words, and the field of the page it would have been read from, if any sheet has one. `kept`:
 * it lies in the register.
 */
const properties: Record<string, { words: string; field?: FieldId; offSheet?: true; kept?: true }> = {
  acts: { words: 'acte', field: 'acte.code' },
  'acts.code': { words: 'acte', field: 'acte.code' },
  'acts.amount': { words: 'montant', field: 'acte.montant' },
  'acts.quantity': { words: 'quantité', field: 'acte.quantite' },
  'acts.excess': { words: 'dépassement', field: 'acte.depassement' },
  actDate: { words: 'date de l’acte', field: 'acte.date' },
  'tiersPayant.amo': { words: 'TP AMO', field: 'tp.amo' },
  'tiersPayant.amc': { words: 'TP AMC', field: 'tp.amc' },
  securing: { words: 'mode de sécurisation', field: 'mode' },
  carePath: { words: 'parcours de soins', field: 'parcours' },
  'prescriber.number': { words: 'numéro du prescripteur', field: 'prescripteur.numero' },
  'prescriber.prescribedOn': { words: 'date de prescription', field: 'prescripteur.date' },
  'prescriber.salaried': { words: 'prescripteur salarié ou non', offSheet: true },
  'prescriber.sameSite': { words: 'exercice sur le même site', offSheet: true },
  'patient.nir': { words: 'NIR', field: 'patient.nir' },
  'patient.birthDate': { words: 'date de naissance', field: 'patient.naissance' },
  'patient.key': { words: 'identité du patient' },
  'patient.hospitalised': { words: 'hospitalisation en cours', offSheet: true },
  'patient.eligibility': { words: 'conditions d’avant avril 2022', offSheet: true },
  'biller.numeroAm': { words: 'votre numéro AM' },
  'biller.profession': { words: 'votre profession' },
  history: { words: 'actes déjà facturés', kept: true },
  consent: { words: 'consentement', kept: true },
  requestText: { words: 'motif de la demande' },
  reportReceivedOn: { words: 'compte-rendu', kept: true },
  planDeTraitement: { words: 'plan de traitement', offSheet: true },
  scor: { words: 'pièce jointe SCOR', offSheet: true },
};

/** `context.consent` and `acts[0].code` name the same things as `consent` and `acts.code`. */
const propertyOf = (path: string) =>
  properties[path.replace(/^context\./, '').replace(/(\[\d+\]|\.\d+)/g, '')];

function sayMissing(path: string, reading: Reading | null, isLocked: boolean): string {
  const property = propertyOf(path);
  if (!property) return 'une donnée (non lue)';
  if (property.offSheet) return property.words;
  if (isLocked && property.kept) return `${property.words} (registre verrouillé)`;
  if (!property.field) return `${property.words} (non lu)`;
  const missing = reading?.fields[property.field]?.missing ?? 'not-found';
  return `${property.words} (${missing === 'unexpected' ? 'champ inattendu' : 'champ non trouvé'})`;
}

const OFF_SHEET = '(la feuille ne le montre pas)';

/** One line per reason, in the order met; what no sheet shows shares the last one. */
export function uncheckedOf(
  notChecked: readonly NotChecked[],
  rulesOff: readonly string[],
  reading: Reading | null,
  isLocked = false,
): Unchecked[] {
  const groups = new Map<string, string[]>();
  const offSheet = { rules: [] as string[], words: new Set<string>() };
  for (const { rule, missing } of notChecked) {
    if (rulesOff.includes(rule)) continue;
    const words = missing.map((path) => sayMissing(path, reading, isLocked));
    if (missing.every((path) => propertyOf(path)?.offSheet)) {
      offSheet.rules.push(rule);
      for (const word of words) offSheet.words.add(word);
    } else {
      const reason = [...new Set(words)].join(', ');
      groups.set(reason, [...(groups.get(reason) ?? []), rule]);
    }
  }
  const say = (words: string) => unbroken(`Non vérifié : ${words}`);
  const lines = [...groups].map(([words, rules]) => ({ rules, sentence: say(words), offSheet: false }));
  if (offSheet.rules.length === 0) return lines;
  const sentence = say(`${[...offSheet.words].join(', ')} ${OFF_SHEET}`);
  return [...lines, { rules: offSheet.rules, sentence, offSheet: true }];
}

export function screenOf(reading: Reading | null): PanelScreen {
  if (!reading || reading.screen === 'list') return 'none';
  return reading.screen === 'history' ? 'patient' : reading.screen;
}

function judged(findings: Finding[], unchecked: Unchecked[]): Standing {
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const doubtful = findings.filter(({ severity }) => severity === 'warn').length;
  if (blocking > 0) {
    const more = doubtful > 0 ? `, ${doubtful}\u00a0à vérifier` : '';
    const sentence = `${counted(blocking, 'point')} bloquant${blocking > 1 ? 's' : ''}${more}`;
    return { state: 'block', tone: 'block', sentence, count: blocking + doubtful };
  }
  if (doubtful > 0) {
    return {
      state: 'warn',
      tone: 'warn',
      sentence: `${counted(doubtful, 'point')} à vérifier`,
      count: doubtful,
    };
  }
  const unread = unchecked.filter(({ offSheet }) => !offSheet).length;
  if (unread > 0) {
    // Not checked is never green: the hook says `warn`, the sign is grey.
    const sentence = `${counted(unread, 'point')} non vérifié${unread > 1 ? 's' : ''}`;
    return { state: 'warn', tone: 'grey', sentence, count: unread };
  }
  return { state: 'clean', tone: 'clean', sentence: 'Rien à signaler', count: 0 };
}

/** Quotas and consents cannot be asked for; what the page itself shows is judged all the same. */
function locked(findings: Finding[]): Standing {
  const sentence = 'Registre verrouillé';
  if (findings.every(({ severity }) => severity === 'info')) {
    return { state: 'locked', tone: 'locked', sentence, count: 0 };
  }
  const found = judged(findings, []);
  const tone = found.tone === 'block' ? 'block' : 'locked';
  return { ...found, state: 'locked', tone, sentence: `${sentence} · ${found.sentence}` };
}

/** The one line and the one colour. */
export function standingOf(
  { session, lint }: Pick<PanelProps, 'session' | 'lint'>,
  findings: Finding[],
  unchecked: Unchecked[],
): Standing {
  const idle = (sentence: string): Standing => ({ state: 'clean', tone: 'idle', sentence, count: 0 });
  const reading = session?.reading;
  if (!reading) return idle('Aucun écran reconnu');
  if (reading.settled && reading.changed.length > 0) {
    const sentence = `${reading.profile.name} a changé\u00a0: ${movedFields(reading.changed)}. Rien ne sera écrit.`;
    return { state: 'changed', tone: 'changed', sentence, count: reading.changed.length };
  }
  if (session.identity === 'different') {
    const sentence = 'La FSE et le dossier ne montrent pas le même patient. Rien ne sera écrit.';
    return { state: 'block', tone: 'block', sentence, count: 1 };
  }
  if (session.lock.open === false) return locked(findings);
  if (findings.some(({ severity }) => severity !== 'info')) return judged(findings, unchecked);
  if (!reading.settled) return idle('Lecture en cours…');
  if (reading.screen === 'request') return idle('Demande de téléexpertise à l’écran');
  if (reading.screen === 'answer') return idle('Réponse de téléexpertise à l’écran');
  if (reading.screen !== 'fse') return idle('Aucune FSE à l’écran');
  if (!lint) return idle('Rien n’est vérifié ici');
  if (!lint.applies) return idle('Pas encore d’acte de téléexpertise');
  return judged(findings, unchecked);
}
