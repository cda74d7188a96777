/**
 * Rows of an export → sheets. Lines that carry the same number of feuille, for the same patient, are one feuille;
 * a line without number, date or patient continues the one above. Without numbers nothing says which lines share a
 * feuille, and a consultation on the same day may rightly be on another one (billing-rules.md, section 4): lines
 * then stay apart, and the rule that needs to know is reported as undecided.
 */
import { labelReadings } from './column-vocabulary.ts';
import { draftsOf, hasTeleexpertise, linesOf, type Draft } from './drafts.ts';
import type { FileProblem, FileSheet, LeftOut, UnreadValue } from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import { rowReader, type Biller, type RowDetails, type RowReader } from './row-reader.ts';
import type { TableRow } from './table-rows.ts';
import type { Table } from './table.ts';
import { readDate, type DateStyle } from './values.ts';
import { isEmptyCell, professionWords } from './words.ts';

export interface SheetsOfRows {
  sheets: FileSheet[];
  problems: FileProblem[];
  unread: UnreadValue[];
  leftOut: LeftOut[];
  notes: string[];
}

export interface RowOptions {
  /** What the person says of who bills; a column of the file goes before it. */
  biller?: Biller | undefined;
  withPeople?: boolean;
  /** Told how far it is, 0 to 1. */
  onRow?: ((share: number) => void) | undefined;
}

/** Never throws. */
export function sheetsOfRows(
  table: Table,
  { biller = {}, withPeople = false, onRow }: RowOptions = {},
): SheetsOfRows {
  const notes: string[] = [];
  const above = billerAbove(table.preamble);
  if (above.note) notes.push(above.note);
  const reader = rowReader(table.columns, { ...above.biller, ...biller }, dateOrders(table, notes));
  if (reader.surnameOnly) {
    notes.push(
      'Le patient n’est désigné que par son nom : les quotas et les doublons ne peuvent pas être comptés.',
    );
  }
  const { drafts, leftOut } = draftsOf(table, reader, onRow);
  const sheets = toSheets(drafts, reader, withPeople);
  return { sheets, problems: reader.problems, unread: reader.unread, leftOut, notes };
}

function toSheets(drafts: readonly Draft[], reader: RowReader, withPeople: boolean): FileSheet[] {
  const apart = linesThatMayShareASheet(drafts, reader);
  return drafts.map((draft) => {
    const { first, others, older } = draft;
    const lines = linesOf(draft);
    const place = `ligne-${first.row.line}`;
    const id = !isSafeId(first.number) ? place : older ? `${first.number}-${place}` : first.number;
    const acts = others ? lines.flatMap((line) => line.acts) : first.acts;
    const file: FileSheet = { sheet: { id, acts }, lines: lines.map(({ row }) => row.line) };
    // The rules judge nothing else, and a code that was not read may be one of theirs.
    if (!draft.isTeleexpertise && acts.every(({ code }) => code !== undefined)) return file;

    const { sheet, context, total } = detailsOf(draft, reader);
    file.sheet = { id, acts, ...sheet };
    if (context) file.context = context;
    if (withPeople) file.own = { number: first.number, ...reader.person(first.row) };
    const [only, ...more] = acts;
    // An amount per feuille is the act's when there is one act.
    if (only && more.length === 0 && only.amount === undefined && typeof total === 'number')
      only.amount = total;
    const undecided = lines.flatMap((line) => line.undecided ?? []);
    if (apart.has(draft)) undecided.push({ rule: 'acte.cumul', missing: ['acts'] });
    if (undecided.length > 0) file.undecided = undecided;
    return file;
  });
}

/** The line with the act of téléexpertise speaks for the feuille; what it leaves empty, the other lines say. */
function detailsOf(draft: Draft, reader: RowReader): RowDetails {
  const lines = linesOf(draft);
  const speaker = lines.find(({ acts }) => hasTeleexpertise(acts)) ?? draft.first;
  let details = reader.details(speaker);
  for (const line of lines) {
    if (line !== speaker) details = merge(details, reader.details(line));
  }
  return details;
}

/** `main` with its empty and unread leaves taken from `other`. */
function merge<T extends object>(main: T, other: T): T {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(main));
  for (const [name, value] of Object.entries(other)) {
    const own = merged[name];
    if (isGroup(own) && isGroup(value)) merged[name] = merge(own, value);
    else if (own === undefined || own === null) merged[name] = value ?? own;
  }
  return merged as T;
}
const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number of feuille that can be printed: neither a name nor, by its length, a NIR. */
function isSafeId(number: string): boolean {
  if (!/^[\w./-]{0,31}\d[\w./-]{0,31}$/.test(number)) return false;
  return number.length < 12 || number.replace(/\D/g, '').length < 12;
}

/** Feuilles without number that have another line of the same patient (or of nobody known) on the same day. */
function linesThatMayShareASheet(drafts: readonly Draft[], reader: RowReader): Set<Draft> {
  const days = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { number, actDate } = draft.first;
    if (number !== '') continue;
    const key = `${actDate}\u001f${reader.who(draft.first).patientKey ?? ''}`;
    const sameDay = days.get(key);
    if (sameDay) sameDay.push(draft);
    else days.set(key, [draft]);
  }
  const shared = [...days.values()].filter((sameDay) => sameDay.length > 1).flat();
  return new Set(shared.filter(({ isTeleexpertise }) => isTeleexpertise));
}

/**
 * Columns written month first, as an American export does: at least three of their dates are impossible day first,
 * and none is impossible month first. One odd date alone is an error of that line.
 */
function dateOrders(table: Table, notes: string[]): Map<number, DateStyle['order']> {
  const orders = new Map<number, DateStyle['order']>();
  for (const { index, concept, label } of table.columns.used) {
    if (!/date|naissance/.test(concept)) continue;
    const birth = concept === 'patient.naissance';
    let onlyMonthFirst = 0;
    let dated = 0;
    let onlyDayFirst = 0;
    for (const row of table.rows.slice(0, 2000)) {
      const cell = row.cells[index] ?? '';
      if (isEmptyCell(cell) || !/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(cell.trim())) continue;
      dated++;
      const dayFirst = readDate(cell, { order: 'dmy', birth });
      const monthFirst = readDate(cell, { order: 'mdy', birth });
      if (!dayFirst && monthFirst) onlyMonthFirst++;
      if (dayFirst && !monthFirst) onlyDayFirst++;
    }
    if (onlyMonthFirst >= 3 && onlyDayFirst === 0 && onlyMonthFirst >= dated * 0.4) {
      orders.set(index, 'mdy');
      notes.push(
        `La colonne « ${label} » a été lue mois/jour/année : plusieurs dates n’ont pas d’autre sens.`,
      );
    }
  }
  return orders;
}

/** « N° AM : 991000019 » or « Profession ; Sage-femme » above the header. */
function billerAbove(preamble: readonly TableRow[]): { biller: Biller; note?: string } {
  const biller: Biller = {};
  for (const { cells } of preamble) {
    const pairs = cells.flatMap((cell, at): Array<[string, string]> => {
      const [, label = cell, value = cells[at + 1] ?? ''] = /^([^:]{1,40}):\s*(.{1,60})$/.exec(cell) ?? [];
      return [[label, value]];
    });
    for (const [label, value] of pairs) {
      const concept = labelReadings.get(normaliseLabel(label))?.[0]?.concept;
      const number = value.replace(/\s/g, '');
      if ((concept === 'facturant.numero' || concept === 'numero-am') && /^\d[\dAB]\d{7}$/i.test(number)) {
        biller.numeroAm = number;
      }
      const profession = professionWords.get(normaliseLabel(value));
      if (profession && (concept === 'facturant.profession' || normaliseLabel(label) === 'specialite')) {
        biller.profession = profession;
      }
    }
  }
  const found = Object.keys(biller).length > 0;
  return found ? { biller, note: 'Le facturant a été lu au-dessus du tableau.' } : { biller };
}
