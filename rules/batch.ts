/**
 * Judges a file of sheets. The sheets of one file are each other's history, unless a sheet brings its own: it is
 * counted once for all, in one pass over each patient's acts, so that ten times the sheets cost ten times the time.
 */
import { checks } from './checks/index.ts';
import { teCode } from './codes.ts';
import { judge } from './engine.ts';
import { compact } from './identifiers/compact.ts';
import type { TeCode } from './nomenclature/row.ts';
import { noPast, presentLimitsFrom, type Past } from './past.ts';
import type { Context, HistoryAct, LintResult, Sheet } from './schema.ts';
import { yearBefore } from './dates.ts';
import { trustedContext, trustedSheet } from './trust.ts';

export interface BatchItem {
  sheet: Sheet;
  context?: Context | undefined;
}

/** One line of téléexpertise whose date, patient and biller are known. */
interface Entry {
  id: string;
  sheet: number;
  line: number;
  code: TeCode;
  biller: string;
  day: string;
  past: Readonly<Past>;
}

function compareEntries(a: Entry, b: Entry): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  if (a.biller !== b.biller) return a.biller < b.biller ? -1 : 1;
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  // Not by place in the file: which of three duplicates is named must not depend on the order of the input.
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.sheet - b.sheet;
}

/** End of the stretch of entries from `start` on that `same` holds for. */
function endOf(
  entries: readonly Entry[],
  start: number,
  limit: number,
  same: (entry: Entry) => boolean,
): number {
  let end = start + 1;
  while (end < limit && same(entries[end]!)) end++;
  return end;
}

function asHistory({ id, sheet, code, day }: Entry, sheets: readonly Sheet[]): HistoryAct {
  const { patient, biller } = sheets[sheet]!;
  const act = { code, actDate: day, patientKey: patient?.key, billerNumeroAm: biller?.numeroAm };
  return id ? { ...act, id } : act;
}

/**
 * Counts for the acts of one code, patient and biller under one set of limits, in the order of their days.
 * `from` and `to` bound them among `entries`; acts of the same sheet do not count for each other.
 */
function countStretch(entries: readonly Entry[], from: number, to: number, sheets: readonly Sheet[]): void {
  let yearStart = from;
  let yearEnd = from;
  let rollingStart = from;
  for (let dayStart = from; dayStart < to;) {
    const { day } = entries[dayStart]!;
    const year = day.slice(0, 4);
    const dayEnd = endOf(entries, dayStart, to, (entry) => entry.day === day);
    if (dayStart >= yearEnd) {
      yearStart = dayStart;
      yearEnd = endOf(entries, dayStart, to, (entry) => entry.day.startsWith(year));
    }
    const after = yearBefore(day);
    while (entries[rollingStart]!.day <= after) rollingStart++;
    for (let at = dayStart; at < dayEnd;) {
      const { sheet } = entries[at]!;
      const own = endOf(entries, at, dayEnd, (entry) => entry.sheet === sheet);
      const count = own - at;
      const other = at > dayStart ? entries[dayStart] : own < dayEnd ? entries[own] : undefined;
      const past: Past = {
        civil: yearEnd - yearStart - count,
        rolling: dayEnd - rollingStart - count,
        sameDay: other ? asHistory(other, sheets) : null,
        unsure: 0,
        unsureSameDay: false,
      };
      for (; at < own; at++) entries[at]!.past = past;
    }
    dayStart = dayEnd;
  }
}

function countPatient(entries: Entry[], sheets: readonly Sheet[]): void {
  entries.sort(compareEntries);
  for (let start = 0; start < entries.length;) {
    const { code, biller, day } = entries[start]!;
    const present = day >= presentLimitsFrom;
    const end = endOf(
      entries,
      start,
      entries.length,
      (entry) => entry.code === code && entry.biller === biller && entry.day >= presentLimitsFrom === present,
    );
    countStretch(entries, start, end, sheets);
    start = end;
  }
}

/** The countable lines of each sheet, with what the rest of the file says about them. */
function countFile(sheets: readonly Sheet[]): (readonly Entry[])[] {
  const patients = new Map<string, Entry[]>();
  const bySheet = sheets.map((sheet, at) => {
    const day = sheet.actDate;
    const key = sheet.patient?.key;
    const numeroAm = sheet.biller?.numeroAm;
    const lines: Entry[] = [];
    if (!day || !key || !numeroAm) return lines;
    const biller = compact(numeroAm);
    sheet.acts?.forEach((act, line) => {
      const code = act.code ? teCode(act.code) : null;
      if (!code) return;
      const entry: Entry = { id: sheet.id, sheet: at, line, code, biller, day, past: noPast };
      lines.push(entry);
      const known = patients.get(key);
      if (known) known.push(entry);
      else patients.set(key, [entry]);
    });
    return lines;
  });
  for (const entries of patients.values()) {
    if (entries.length > 1) countPatient(entries, sheets);
  }
  return bySheet;
}

function withToday(context: Context, bare: Context): Context {
  return context.today === undefined ? { ...context, ...bare } : context;
}

/**
 * One result per item, in the order of the items, whatever that order is.
 * @param today ISO; used where an item's context has none
 */
export function lintAll(items: readonly BatchItem[], today: string): LintResult[] {
  const sheets = items.map((item) => trustedSheet(item?.sheet));
  const pasts = countFile(sheets);
  const bare = trustedContext({ today });
  return sheets.map((sheet, at) => {
    const given = items[at]?.context;
    const context = given ? withToday(trustedContext(given), bare) : bare;
    return judge(checks, sheet, context, (line) => pasts[at]!.find((e) => e.line === line)?.past ?? null);
  });
}
