/**
 * The history a file of sheets is for its own sheets: for each line of téléexpertise, how many others the same biller
 * billed for the same patient. Everything lies in arrays of numbers, filled in the order of the file and read back
 * patient by patient: sheets are large and scattered, and a file of a million must cost no more per sheet than one of
 * a thousand.
 */
import { teCode } from './codes.ts';
import { compact } from './identifiers/compact.ts';
import { teCodes } from './nomenclature/row.ts';
import { noPast, presentLimitsFrom, type Past } from './past.ts';
import type { HistoryAct, Sheet } from './schema.ts';

/** `2026-03-12` as 20260312. */
function dayNumber(day: string): number {
  let number = 0;
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7) number = number * 10 + day.charCodeAt(i) - 48;
  return number;
}

/** The day twelve months before; 29 February gives 28 February. */
function yearBefore(day: number): number {
  return day % 10_000 === 229 ? day - 10_001 : day - 10_000;
}

/** Up to so many lines, insertion beats a general sort: no call and no array for most patients. */
const FEW = 24;

const yearOf = (day: number) => Math.floor(day / 10_000);
const presentFrom = dayNumber(presentLimitsFrom);

/** True when the sheet says whose act it is, by whom and when: the others count for nobody. */
function countable({ actDate, patient, biller }: Sheet): boolean {
  return Boolean(actDate && patient?.key && biller?.numeroAm);
}

/** A small number for each text, in the order they are met. A file mostly repeats one biller: that one is kept at hand. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  let last = '';
  let number = -1;
  return (text) => {
    if (text === last) return number;
    last = text;
    number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}

export class FileHistory {
  private readonly sheets: readonly Sheet[];
  /** First line of each sheet among the lines; one more than there are sheets. */
  private readonly firstLine: Int32Array;
  /** By line: the sheet it is on and its place there. */
  private readonly sheetOf: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly dayOf: Int32Array;
  /** By line: code and biller together, under one set of limits. Lines of one kind count for each other. */
  private readonly kindOf: Int32Array;
  private readonly civil: Int32Array;
  private readonly rolling: Int32Array;
  /** By line: a line of another sheet on the same day, or -1. */
  private readonly sameDay: Int32Array;

  constructor(sheets: readonly Sheet[]) {
    let size = 0;
    for (const { acts } of sheets) size += acts?.length ?? 0;
    this.sheets = sheets;
    this.firstLine = new Int32Array(sheets.length + 1);
    this.sheetOf = new Int32Array(size);
    this.placeOf = new Int32Array(size);
    this.dayOf = new Int32Array(size);
    this.kindOf = new Int32Array(size);
    this.civil = new Int32Array(size);
    this.rolling = new Int32Array(size);
    this.sameDay = new Int32Array(size).fill(-1);
    this.countAll(this.fill(size));
  }

  /** What the rest of the file says about a line; `null` when the sheet does not say whose act it is. */
  pastOf(sheet: number, place: number): Readonly<Past> | null {
    if (!countable(this.sheets[sheet]!)) return null;
    for (let line = this.firstLine[sheet]!; line < this.firstLine[sheet + 1]!; line++) {
      if (this.placeOf[line] !== place) continue;
      const civil = this.civil[line]!;
      const rolling = this.rolling[line]!;
      if (civil === 0 && rolling === 0) return noPast;
      const sameDay = this.asHistory(this.sameDay[line]!);
      return { civil, rolling, sameDay, unsure: 0, unsureSameDay: false };
    }
    return noPast;
  }

  /** Fills the lines in the order of the file; gives for each the number of its patient, and how many lines and patients there are. */
  private fill(size: number): { patientOf: Int32Array; lines: number; patients: number } {
    const patientOf = new Int32Array(size);
    const known = new Map<string, number>();
    const billerNumber = numbering();
    let line = 0;
    this.sheets.forEach((sheet, at) => {
      this.firstLine[at] = line;
      if (!countable(sheet)) return;
      const key = sheet.patient!.key!;
      const day = dayNumber(sheet.actDate!);
      const biller = billerNumber(compact(sheet.biller!.numeroAm!)) * 2 + (day >= presentFrom ? 1 : 0);
      const acts = sheet.acts ?? [];
      for (let place = 0; place < acts.length; place++) {
        const code = acts[place]!.code;
        const te = code ? teCode(code) : null;
        if (!te) continue;
        this.sheetOf[line] = at;
        this.placeOf[line] = place;
        this.dayOf[line] = day;
        this.kindOf[line] = biller * teCodes.length + teCodes.indexOf(te);
        let patient = known.get(key);
        if (patient === undefined) known.set(key, (patient = known.size));
        patientOf[line] = patient;
        line++;
      }
    });
    this.firstLine[this.sheets.length] = line;
    return { patientOf, lines: line, patients: known.size };
  }

  /** Lays the lines of each patient side by side (a counting sort), so that they are read in the order they lie in. */
  private countAll({ patientOf, lines, patients }: ReturnType<FileHistory['fill']>): void {
    const end = new Int32Array(patients + 1);
    for (let line = 0; line < lines; line++) end[patientOf[line]! + 1]!++;
    for (let patient = 0; patient < patients; patient++) end[patient + 1]! += end[patient]!;
    const sorted = new Int32Array(lines);
    for (let line = 0; line < lines; line++) sorted[end[patientOf[line]!]!++] = line;
    for (let patient = 0, from = 0; patient < patients; patient++) {
      const to = end[patient]!;
      if (to - from > 1) this.countPatient(sorted.subarray(from, to));
      from = to;
    }
  }

  private countPatient(lines: Int32Array): void {
    this.order(lines);
    for (let start = 0; start < lines.length;) {
      const kind = this.kindOf[lines[start]!];
      let stop = start + 1;
      while (stop < lines.length && this.kindOf[lines[stop]!] === kind) stop++;
      if (stop - start > 1) this.countStretch(lines, start, stop);
      start = stop;
    }
  }

  /** A patient has a handful of lines: they are put in place one by one; the rare long list is left to the engine. */
  private order(lines: Int32Array): void {
    if (lines.length > FEW) {
      lines.sort((a, b) => this.compare(a, b));
      return;
    }
    for (let at = 1; at < lines.length; at++) {
      const line = lines[at]!;
      let to = at;
      for (; to > 0 && this.compare(lines[to - 1]!, line) > 0; to--) lines[to] = lines[to - 1]!;
      lines[to] = line;
    }
  }

  private compare(a: number, b: number): number {
    const order = this.kindOf[a]! - this.kindOf[b]! || this.dayOf[a]! - this.dayOf[b]!;
    if (order !== 0) return order;
    // Not by place in the file: which of three duplicates is named must not depend on the order of the input.
    const [one, other] = [this.sheets[this.sheetOf[a]!]!.id, this.sheets[this.sheetOf[b]!]!.id];
    if (one !== other) return one < other ? -1 : 1;
    return this.sheetOf[a]! - this.sheetOf[b]!;
  }

  /** Lines of one kind, from `from` to `to`, in the order of their days. Those of one sheet do not count for each other. */
  private countStretch(lines: Int32Array, from: number, to: number): void {
    const day = (at: number) => this.dayOf[lines[at]!]!;
    const sheet = (at: number) => this.sheetOf[lines[at]!]!;
    let yearStart = from;
    let yearEnd = from;
    let rollingStart = from;
    for (let dayStart = from, dayEnd = from; dayStart < to; dayStart = dayEnd) {
      const today = day(dayStart);
      while (dayEnd < to && day(dayEnd) === today) dayEnd++;
      if (dayStart >= yearEnd) {
        yearStart = dayStart;
        yearEnd = dayEnd;
        while (yearEnd < to && yearOf(day(yearEnd)) === yearOf(today)) yearEnd++;
      }
      while (day(rollingStart) <= yearBefore(today)) rollingStart++;
      for (let own = dayStart, ownEnd = dayStart; own < dayEnd; own = ownEnd) {
        while (ownEnd < dayEnd && sheet(ownEnd) === sheet(own)) ownEnd++;
        const other = own > dayStart ? lines[dayStart]! : ownEnd < dayEnd ? lines[ownEnd]! : -1;
        for (let at = own; at < ownEnd; at++) {
          const line = lines[at]!;
          this.civil[line] = yearEnd - yearStart - (ownEnd - own);
          this.rolling[line] = dayEnd - rollingStart - (ownEnd - own);
          this.sameDay[line] = other;
        }
      }
    }
  }

  private asHistory(line: number): HistoryAct | null {
    if (line < 0) return null;
    const { id, actDate, patient, biller, acts } = this.sheets[this.sheetOf[line]!]!;
    const code = teCode(acts![this.placeOf[line]!]!.code!)!;
    const act = { code, actDate: actDate!, patientKey: patient?.key, billerNumeroAm: biller?.numeroAm };
    return id ? { ...act, id } : act;
  }
}
