/** The audit as a person reads it, in French: by rule, worst first; then what was not checked and not understood. */
import { styleText } from 'node:util';
import { columnVocabulary } from '../ledger/import/column-vocabulary.ts';
import { leftOutKinds, printable, type FileReading } from '../ledger/import/file-reading.ts';
import type { FileJudgement, JudgedSheet } from '../ledger/import/judge-file.ts';
import { checks } from '../rules/checks/index.ts';
import type { Finding, Severity } from '../rules/schema.ts';
import { counted, euros, frenchDay } from '../rules/wording.ts';

export interface Audit {
  file: string;
  reading: FileReading;
  judgement: FileJudgement;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** How much of a long list is written out. */
const shownSheets = 8;
const shownMessages = 12;

const severityTitles: Record<Severity, string> = {
  block: 'BLOQUANT',
  warn: 'À VÉRIFIER',
  info: 'POUR INFORMATION',
};
const severityColours = { block: 'red', warn: 'yellow', info: 'cyan' } as const;
type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** The whole report, ending with a newline. `colour`: write terminal colours. */
export function auditText(audit: Audit, colour: boolean): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const parts = [
    heading(audit, paint),
    ...(['block', 'warn', 'info'] as const).map((severity) => findingsText(audit.judgement, severity, paint)),
    notCheckedText(audit.judgement, paint),
    notUnderstoodText(audit.reading, paint),
    summaryText(audit, paint),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading({ file, reading, judgement, today }: Audit, paint: Paint): string {
  const { sheets, judged } = judgement.summary;
  const format =
    reading.format === 'json'
      ? 'JSON'
      : `CSV, séparateur « ${reading.separator === '\t' ? 'tabulation' : reading.separator} », ${reading.encoding}`;
  const others = sheets - judged;
  return [
    paint('bold', `Contrôle de ${printable(file, 120)}, au ${frenchDay(today)}`),
    `${format}. ${counted(judged, 'feuille')} de téléexpertise${others > 0 ? `, ${counted(others, 'autre feuille').replace(/autre feuilles/, 'autres feuilles')} non concernée${others > 1 ? 's' : ''}` : ''}.`,
  ].join('\n');
}

interface RuleGroup {
  rule: string;
  stake: number;
  sheets: Set<JudgedSheet>;
  messages: Map<string, { finding: Finding; sheets: JudgedSheet[] }>;
}

function findingsText({ results }: FileJudgement, severity: Severity, paint: Paint): string {
  const groups = new Map<string, RuleGroup>();
  for (const sheet of results) {
    for (const finding of sheet.findings) {
      if (finding.severity !== severity) continue;
      let group = groups.get(finding.rule);
      if (!group)
        groups.set(
          finding.rule,
          (group = { rule: finding.rule, stake: 0, sheets: new Set(), messages: new Map() }),
        );
      group.stake += finding.amountAtStake ?? 0;
      group.sheets.add(sheet);
      const same = group.messages.get(finding.message);
      if (same) same.sheets.push(sheet);
      else group.messages.set(finding.message, { finding, sheets: [sheet] });
    }
  }
  if (groups.size === 0) return '';
  const sorted = [...groups.values()].sort((a, b) => b.stake - a.stake || b.sheets.size - a.sheets.size);
  return [
    paint(['bold', severityColours[severity]], severityTitles[severity]),
    ...sorted.map((group) => groupText(group, paint)),
  ].join('\n');
}

function groupText({ rule, stake, sheets, messages }: RuleGroup, paint: Paint): string {
  const title = checks.find(({ id }) => id === rule)?.title;
  const atStake = stake > 0 ? `, ${euros(stake)} en jeu` : '';
  const lines = [`  ${paint('bold', rule)} : ${counted(sheets.size, 'feuille')}${atStake}`];
  if (title) lines.push(paint('dim', `    ${title}`));
  const sorted = [...messages.entries()].sort(([, a], [, b]) => b.sheets.length - a.sheets.length);
  for (const [message, { finding, sheets: concerned }] of sorted.slice(0, shownMessages)) {
    lines.push(`    • ${message}`);
    lines.push(`      ${placesOf(concerned)}${finding.fix ? `. À faire : ${finding.fix.label}` : ''}`);
  }
  const rest = sorted.slice(shownMessages).flatMap(([, { sheets: concerned }]) => concerned);
  if (rest.length > 0) lines.push(`    • et encore : ${placesOf(rest)}`);
  const source = sorted[0]?.[1].finding.source;
  if (source)
    lines.push(paint('dim', `    Source : ${source.title}${source.date ? ` (${source.date})` : ''}`));
  return lines.join('\n');
}

function placesOf(sheets: readonly JudgedSheet[]): string {
  const shown = sheets.slice(0, shownSheets).map(({ id, lines }) => {
    const [line] = lines;
    const name = printable(id, 40);
    return line === undefined || id === `ligne-${line}`
      ? name.replace(/^ligne-/, 'ligne ')
      : `${name} (ligne ${line})`;
  });
  const more = sheets.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` et ${counted(more, 'autre')}` : ''}`;
}

/** French names of the properties a rule may lack. */
const propertyNames: Record<string, string> = {
  acts: 'les autres actes de la feuille',
  'acts.code': 'le code de l’acte',
  'acts.amount': 'le montant',
  'acts.quantity': 'la quantité',
  'acts.excess': 'le dépassement',
  actDate: 'la date de l’acte',
  sentDate: 'la date d’envoi',
  'biller.profession': 'la profession du facturant (--profession)',
  'biller.numeroAm': 'le numéro AM du facturant (--numero-am)',
  'biller.structure': 'l’exercice du facturant',
  'biller.territory': 'le territoire',
  'tiersPayant.amo': 'le tiers payant AMO',
  'tiersPayant.amc': 'le tiers payant AMC',
  securing: 'le mode de sécurisation',
  carePath: 'le parcours de soins',
  'prescriber.number': 'le numéro du prescripteur',
  'prescriber.prescribedOn': 'la date de prescription',
  'prescriber.salaried': 'si le prescripteur est salarié',
  'prescriber.sameSite': 'si le prescripteur exerce sur le même site',
  'patient.key': 'le patient',
  'patient.nir': 'le numéro de sécurité sociale',
  'patient.birthDate': 'la date de naissance',
  'patient.hospitalised': 'si le patient était hospitalisé',
  'patient.eligibility': 'la condition d’éligibilité',
  history: 'les actes déjà facturés',
  consent: 'le consentement',
  requestText: 'le texte de la demande',
  reportReceivedOn: 'la date du compte-rendu',
  planDeTraitement: 'si l’acte est dans un plan de traitement',
  scor: 'l’envoi avec ou sans SCOR',
};

function notCheckedText({ results }: FileJudgement, paint: Paint): string {
  const missing = new Map<string, { rules: Set<string>; sheets: Set<JudgedSheet> }>();
  for (const sheet of results) {
    for (const { rule, missing: paths } of sheet.notChecked) {
      const names = paths.map((path) => {
        const plain = path.replace(/\[\d+\]/g, '').replace(/^context\./, '');
        return propertyNames[plain] ?? plain;
      });
      for (const name of names) {
        let entry = missing.get(name);
        if (!entry) missing.set(name, (entry = { rules: new Set(), sheets: new Set() }));
        entry.rules.add(rule);
        entry.sheets.add(sheet);
      }
    }
  }
  if (missing.size === 0) return '';
  const sorted = [...missing].sort(
    ([, a], [, b]) => b.sheets.size - a.sheets.size || b.rules.size - a.rules.size,
  );
  return [
    paint('bold', 'NON VÉRIFIÉ, faute d’avoir été lu dans le fichier'),
    ...sorted.map(([name, { rules, sheets }]) => {
      const several = rules.size > 6 ? counted(rules.size, 'règle') : [...rules].join(', ');
      return `  ${name} : ${counted(sheets.size, 'feuille')} (${several})`;
    }),
  ].join('\n');
}

function notUnderstoodText(reading: FileReading, paint: Paint): string {
  const lines: string[] = [];
  const { columns, unread, leftOut, notes } = reading;
  if (columns) {
    const quoted = (list: ReadonlyArray<{ label: string }>) =>
      list.map(({ label }) => `« ${label} »`).join(', ');
    if (columns.unknown.length > 0) lines.push(`Colonnes inconnues : ${quoted(columns.unknown)}`);
    for (const { label, message } of columns.refused) lines.push(`Colonne « ${label} » non lue : ${message}`);
    if (columns.unknown.length + columns.refused.length > 0)
      lines.push('(--colonne TITRE=SENS dit ce que contient une colonne)');
  }
  for (const [column, values] of Map.groupBy(unread, (value) => value.column)) {
    const known = new Set(values.flatMap(({ shown }) => shown ?? []));
    const ambiguous = known.size > 0 ? ` ; « ${[...known].join(' », « ')} » a deux sens` : '';
    const [first] = values;
    const title = first ? columnVocabulary[first.concept].title : '';
    lines.push(
      `« ${column} » (${title}) : ${counted(values.length, 'valeur')} non comprise${values.length > 1 ? 's' : ''}${ambiguous}, ${linesText(values)}`,
    );
  }
  for (const [kind, list] of Map.groupBy(leftOut, (one) => one.kind)) {
    lines.push(`Laissé de côté, ${leftOutKinds[kind]} : ${linesText(list)}`);
  }
  lines.push(...notes);
  if (lines.length === 0) return '';
  return [paint('bold', 'LECTURE DU FICHIER'), ...lines.map((line) => `  ${line}`)].join('\n');
}

function linesText(places: ReadonlyArray<{ line: number }>): string {
  const lines = [...new Set(places.map(({ line }) => line))];
  const more = lines.length - shownSheets;
  return `ligne${lines.length > 1 ? 's' : ''} ${lines.slice(0, shownSheets).join(', ')}${more > 0 ? ` et ${counted(more, 'autre')}` : ''}`;
}

function summaryText({ judgement, reading }: Audit, paint: Paint): string {
  const { blocked, toCheck, clear, incomplete, judged, amountAtStake } = judgement.summary;
  const unreadable = reading.problems.length;
  if (judged === 0)
    return paint(
      'bold',
      `Aucune feuille de téléexpertise à contrôler${unreadable > 0 ? ` ; ${counted(unreadable, 'problème')} de lecture` : ''}.`,
    );
  const parts = [
    counted(blocked, 'feuille bloquante').replace('feuille bloquantes', 'feuilles bloquantes'),
    `${toCheck} à vérifier`,
    `${clear} sans remarque`,
    ...(incomplete > 0 ? [`${incomplete} non vérifiée${incomplete > 1 ? 's' : ''} sur tous les points`] : []),
    ...(unreadable > 0 ? [`${counted(unreadable, 'problème')} de lecture`] : []),
  ];
  const style = blocked > 0 ? 'red' : toCheck > 0 || unreadable > 0 ? 'yellow' : 'green';
  return paint(
    ['bold', style],
    `${parts.join(', ')}${amountAtStake > 0 ? `. En jeu : ${euros(amountAtStake)}` : ''}.`,
  );
}
