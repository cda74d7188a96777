/** A file read and judged, kept where it was read (a worker), and asked for a piece at a time: the page stays light. */
import { checks } from '../../rules/checks/index.ts';
import type { Severity } from '../../rules/schema.ts';
import { leftOutKinds, type FileReading, type FileSheet } from '../import/file-reading.ts';
import type { FileJudgement, FileSummary, JudgedSheet } from '../import/judge-file.ts';
import { columnVocabulary } from '../import/column-vocabulary.ts';

/** A sheet with something to say. */
export interface ControlRow {
  id: string;
  /** Lines of the file. */
  lines: number[];
  /** ISO, or `''`. */
  day: string;
  codes: string[];
  /** As written in the file; `''` = not read. */
  who: string;
  findings: Array<{ rule: string; severity: Severity; message: string; todo: string }>;
  /** Cents: the largest of its findings. */
  stake: number;
}

export interface ControlGroup {
  key: string;
  title: string;
  severity: Severity;
  count: number;
  /** Cents. */
  stake: number;
}

/** Why a kind of line was not judged, and which lines: ready to be said. */
export interface LeftOutGroup {
  why: string;
  /** False when it is as it should be (a total, a repeated header). */
  isProblem: boolean;
  count: number;
  /** `4, 18–22, 30…`; `''` for the whole file. */
  lines: string;
}

export interface Control {
  encoding: string | null;
  format: 'csv' | 'json';
  summary: FileSummary;
  rules: ControlGroup[];
  patients: ControlGroup[];
  /** Sheets with a finding. */
  rows: number;
  leftOut: LeftOutGroup[];
  /** Lines of the file that made no sheet: totals, repeated headings, lines that could not be read. */
  linesLeftOut: number;
  notes: string[];
  /** Whether nothing at all could be read: then `leftOut` says why. */
  refused: boolean;
}

export type ControlOrder = { by: 'stake' } | { by: 'rule' | 'patient'; key: string };

export interface ControlDesk {
  control: Control;
  rows(order: ControlOrder, from: number, count: number): ControlRow[];
  /** Every line that was not judged, and why, as the rows of a table. */
  everyLineLeftOut(): Array<[line: string, why: string]>;
}

const severityRank: Record<Severity, number> = { block: 0, warn: 1, info: 2 };
const mostGroups = 500;
const titles = new Map(checks.map(({ id, title }) => [id, title]));

/** A sheet with a finding. */
interface Told {
  at: number;
  result: JudgedSheet;
  file: FileSheet;
  stake: number;
}

const stakeOf = (findings: JudgedSheet['findings']): number =>
  findings.reduce((most, { amountAtStake = 0 }) => Math.max(most, amountAtStake), 0);
const rankOf = ({ findings }: JudgedSheet): number =>
  Math.min(...findings.map(({ severity }) => severityRank[severity]));
const whoOf = ({ own }: FileSheet): string => `${own?.lastName ?? ''} ${own?.firstName ?? ''}`.trim();

export function openControl(reading: FileReading, { results, summary }: FileJudgement): ControlDesk {
  const told = results
    .flatMap((result, at): Told[] => {
      const file = reading.sheets[at];
      return file && result.findings.length > 0
        ? [{ at, result, file, stake: stakeOf(result.findings) }]
        : [];
    })
    .sort((a, b) => b.stake - a.stake || rankOf(a.result) - rankOf(b.result) || a.at - b.at);
  const byRule = new Map<string, Told[]>();
  const byPatient = new Map<string, Told[]>();
  const put = (groups: Map<string, Told[]>, key: string, one: Told) => {
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  };
  for (const one of told) {
    for (const rule of new Set(one.result.findings.map((finding) => finding.rule))) put(byRule, rule, one);
    put(byPatient, one.file.sheet.patient?.key ?? '', one);
  }

  const groupsOf = (groups: Map<string, Told[]>, title: (key: string, first: Told | undefined) => string) =>
    [...groups]
      .map(([key, members]): ControlGroup => {
        let severity: Severity = 'info';
        let stake = 0;
        for (const { result } of members) {
          const own =
            groups === byRule ? result.findings.filter(({ rule }) => rule === key) : result.findings;
          stake += stakeOf(own);
          for (const one of own)
            if (severityRank[one.severity] < severityRank[severity]) severity = one.severity;
        }
        return { key, title: title(key, members[0]), severity, count: members.length, stake };
      })
      .sort(
        (a, b) =>
          b.stake - a.stake || severityRank[a.severity] - severityRank[b.severity] || b.count - a.count,
      )
      .slice(0, mostGroups);

  const leftOut = leftOutGroups(reading);
  return {
    control: {
      encoding: reading.encoding,
      format: reading.format,
      summary,
      rules: groupsOf(byRule, (key) => titles.get(key) ?? key),
      patients: groupsOf(
        byPatient,
        (key, first) => (first && whoOf(first.file)) || (key === '' ? 'Patient non lu' : 'Sans nom'),
      ),
      rows: told.length,
      leftOut,
      linesLeftOut: linesWithoutSheet(reading),
      notes: reading.notes,
      refused: reading.sheets.length === 0,
    },
    rows(order, from, count) {
      const members =
        order.by === 'stake' ? told : ((order.by === 'rule' ? byRule : byPatient).get(order.key) ?? []);
      return members.slice(from, from + count).map(({ result, file, stake }) => {
        const { sheet } = file;
        return {
          id: result.id,
          lines: result.lines,
          day: sheet.actDate ?? '',
          codes: (sheet.acts ?? []).flatMap(({ code }) => code ?? []),
          who: whoOf(file),
          findings: result.findings.map(({ rule, severity, message, fix }) => ({
            rule,
            severity,
            message,
            todo: fix?.label ?? '',
          })),
          stake,
        };
      });
    },
    everyLineLeftOut: () =>
      reasonsOf(reading).map(({ line, why }) => [line === null ? '' : String(line), why]),
  };
}

interface Reason {
  line: number | null;
  why: string;
  isProblem: boolean;
}

function reasonsOf({ sheets, problems, leftOut, unread }: FileReading): Reason[] {
  if (sheets.length + problems.length + leftOut.length + unread.length === 0) {
    return [{ line: null, why: 'le fichier ne contient aucune ligne de facturation', isProblem: true }];
  }
  return [
    ...problems.map(({ line, message }) => ({ line, why: message, isProblem: true })),
    ...leftOut.map(({ line, kind }) => ({ line, why: leftOutKinds[kind], isProblem: false })),
    ...unread.map(({ line, column, concept, shown }) => ({
      line,
      why: `« ${column} » : ${columnVocabulary[concept].title} non compris${shown === undefined ? '' : ` (${shown})`}`,
      isProblem: true,
    })),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function linesWithoutSheet({ sheets, problems, leftOut }: FileReading): number {
  const lines = new Set([...problems, ...leftOut].map(({ line }) => line));
  for (const { lines: own } of lines.size === 0 ? [] : sheets) for (const line of own) lines.delete(line);
  return lines.size;
}

function leftOutGroups(reading: FileReading): LeftOutGroup[] {
  const groups = Map.groupBy(reasonsOf(reading), ({ why }) => why);
  return [...groups]
    .map(([why, reasons]) => ({
      why,
      isProblem: reasons[0]?.isProblem ?? false,
      count: reasons.length,
      lines: lineRanges(reasons.flatMap(({ line }) => line ?? [])),
    }))
    .sort((a, b) => Number(b.isProblem) - Number(a.isProblem) || b.count - a.count);
}

const mostRanges = 8;

/** `[3, 4, 5, 9]` → `3–5, 9`. Ascending lines. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: Array<[number, number]> = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const said = ranges.slice(0, mostRanges).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return said.join(', ') + (ranges.length > mostRanges ? '…' : '');
}
