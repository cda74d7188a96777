/** What was read from a file → what the rules say of it, ready to be shown: nothing of a patient is left in it. */
import { lintAll } from '../../rules/batch.ts';
import type { Finding, LintResult, NotChecked, Severity } from '../../rules/schema.ts';
import { hideLongNumbers, type FileReading, type FileSheet } from './file-reading.ts';

export interface JudgedSheet {
  id: string;
  /** Lines of the file; empty for JSON. */
  lines: number[];
  /** False when no act of téléexpertise is on the sheet. */
  applies: boolean;
  findings: Finding[];
  notChecked: NotChecked[];
}

export interface FileSummary {
  /** Sheets read, those that carry téléexpertise, and of these the ones with a block, a warning but no block, neither. */
  sheets: number;
  judged: number;
  blocked: number;
  toCheck: number;
  clear: number;
  /** Of the judged, those on which at least one rule could not be checked. */
  incomplete: number;
  findings: Record<Severity, number>;
  /** Cents; for each sheet the largest amount of its findings, since one act is not lost twice. */
  amountAtStake: number;
}

export interface FileJudgement {
  /** In the order of the file. */
  results: JudgedSheet[];
  summary: FileSummary;
}

/** Judges every sheet of a file, each with the others as its history. `today`: `YYYY-MM-DD`. */
export function judgeFile(reading: FileReading, today: string): FileJudgement {
  const judged = lintAll(reading.sheets, today);
  const results = reading.sheets.map((file, at) => judgedSheet(file, judged[at] ?? notJudged));
  const summary: FileSummary = {
    sheets: results.length,
    judged: 0,
    blocked: 0,
    toCheck: 0,
    clear: 0,
    incomplete: 0,
    findings: { block: 0, warn: 0, info: 0 },
    amountAtStake: 0,
  };
  for (const { applies, findings, notChecked } of results) {
    if (!applies) continue;
    summary.judged++;
    if (notChecked.length > 0) summary.incomplete++;
    let worst = 0;
    for (const { severity, amountAtStake = 0 } of findings) {
      summary.findings[severity]++;
      if (amountAtStake > worst) worst = amountAtStake;
    }
    summary.amountAtStake += worst;
    if (findings.some(({ severity }) => severity === 'block')) summary.blocked++;
    else if (findings.some(({ severity }) => severity === 'warn')) summary.toCheck++;
    else summary.clear++;
  }
  return { results, summary };
}

const notJudged: LintResult = { applies: false, findings: [], notChecked: [] };

function judgedSheet(file: FileSheet, { applies, findings, notChecked }: LintResult): JudgedSheet {
  const { sheet, lines } = file;
  const result: JudgedSheet = { id: sheet.id, lines, applies, findings, notChecked };
  const undecided = (applies && file.undecided) || [];
  if (undecided.length > 0) {
    const open = new Set(undecided.map(({ rule }) => rule));
    const already = new Set(notChecked.map(({ rule }) => rule));
    result.findings = findings.filter(({ rule }) => !open.has(rule));
    result.notChecked = [...notChecked, ...undecided.filter(({ rule }) => !already.has(rule))];
  }
  if (findings.length > 0) {
    result.findings = result.findings.map((finding) => withoutPatient(finding, sheet.patient));
  }
  return result;
}

function withoutPatient(finding: Finding, patient: FileSheet['sheet']['patient']): Finding {
  let message = hideLongNumbers(finding.message);
  for (const own of [patient?.nir, patient?.key]) {
    // Shorter texts would be found inside words and dates.
    if (own && own.length >= 4 && message.includes(own)) message = message.replaceAll(own, '●●●');
  }
  if (finding.fix && finding.field === 'patient.nir') {
    const { fix: _nir, ...rest } = finding;
    return { ...rest, message };
  }
  return message === finding.message ? finding : { ...finding, message };
}

/** 0 nothing blocks, 1 something does, 2 something could not be read. */
export function exitStatus({ problems }: FileReading, { summary }: FileJudgement): 0 | 1 | 2 {
  if (problems.length > 0) return 2;
  return summary.blocked > 0 ? 1 : 0;
}
