/** Which rows of an export are lines of one feuille. */
import type { Act } from '../../rules/schema.ts';
import { labelReadings } from './column-vocabulary.ts';
import type { LeftOut } from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import type { ReadRow, RowReader } from './row-reader.ts';
import { isTotal, type TableRow } from './table-rows.ts';
import type { Table } from './table.ts';
import type { Read } from './values.ts';

/** A feuille being put together from its lines. */
export interface Draft {
  first: ReadRow;
  /** Its further lines, in the order of the file. */
  others?: ReadRow[];
  /** Position of its last line among the rows. */
  lastRow: number;
  isTeleexpertise: boolean;
  /** Date of its first line with an act of téléexpertise. */
  teleexpertiseDate: Read<string>;
  /** The feuille before it that has the same number. */
  older: Draft | undefined;
}

/** How many feuilles of one number, and lines of one feuille, are compared: more only a hostile file has. */
const looksBack = 50;

const teleexpertise = new Set(['RQD', 'TE1', 'TE2']);
export const hasTeleexpertise = (acts: readonly Act[]): boolean =>
  acts.some(({ code }) => typeof code === 'string' && teleexpertise.has(code));

export const linesOf = ({ first, others }: Draft): ReadRow[] => (others ? [first, ...others] : [first]);

/** Rows between two words of progress. */
const tellEvery = 20_000;

export function draftsOf(
  table: Table,
  reader: RowReader,
  onRow?: (share: number) => void,
): { drafts: Draft[]; leftOut: LeftOut[] } {
  const { used } = table.columns;
  const codeColumns = used.filter(({ concept }) => concept === 'acte.code').map(({ index }) => index);
  const numberColumn = used.find(({ concept }) => concept === 'feuille.numero');
  // « N° » alone may count lines or patients: the date must agree too.
  const numberIsOfSheet =
    numberColumn !== undefined &&
    (labelReadings.get(normaliseLabel(numberColumn.label)) ?? []).every(({ tier }) => tier === 'sure');
  const leftOut: LeftOut[] = [];
  const drafts: Draft[] = [];
  const newest = new Map<string, Draft>();

  /** A line without number, date or patient, or that repeats only the number: reports write the patient once. */
  const continues = (read: ReadRow, above: Draft): boolean => {
    if (read.number === '') return read.actDate === null && reader.who(read).patientKey === null;
    return read.number === above.first.number && reader.who(read).patientKey === null;
  };
  const isSameSheet = (draft: Draft, read: ReadRow): boolean => {
    const one = reader.who(draft.first);
    const other = reader.who(read);
    if (one.patientKey !== other.patientKey || one.numeroAm !== other.numeroAm) return false;
    if (!numberIsOfSheet) return draft.first.actDate === read.actDate;
    // Two acts of téléexpertise of different days are two feuilles whatever their number.
    return !draft.isTeleexpertise || !hasTeleexpertise(read.acts) || draft.teleexpertiseDate === read.actDate;
  };
  const sameSheet = (read: ReadRow, last: Draft | undefined): Draft | undefined => {
    let draft = last;
    for (let step = 0; draft && step < looksBack; step++, draft = draft.older) {
      if (isSameSheet(draft, read)) return draft;
    }
    return undefined;
  };

  const saysTotal = ({ cells }: TableRow): boolean =>
    codeColumns.some((index) => isTotal(cells[index] ?? ''));
  const isAbove = (draft: Draft, at: number): boolean => draft.lastRow === at - 1 && !table.gaps.has(at);
  table.rows.forEach((row, at) => {
    if (at % tellEvery === 0) onRow?.(at / table.rows.length);
    const { line } = row;
    const read = saysTotal(row) ? 'total' : reader.read(row);
    if (typeof read === 'string') {
      leftOut.push({ line, kind: read });
      return;
    }
    const above = drafts.at(-1);
    if (above && isAbove(above, at) && continues(read, above)) {
      addTo(above, read, at);
      return;
    }
    const older = read.number === '' ? undefined : newest.get(read.number);
    const known = sameSheet(read, older);
    if (known && !isAbove(known, at) && hasLine(known, row)) {
      // Two exports put end to end repeat lines; the same act twice on one feuille stands on adjacent lines.
      leftOut.push({ line, kind: 'same-line' });
    } else if (known) addTo(known, read, at);
    else {
      const isTeleexpertise = hasTeleexpertise(read.acts);
      const draft = { first: read, lastRow: at, isTeleexpertise, teleexpertiseDate: read.actDate, older };
      drafts.push(draft);
      if (read.number !== '') newest.set(read.number, draft);
    }
  });
  return { drafts, leftOut };
}

function addTo(draft: Draft, read: ReadRow, at: number): void {
  if (!draft.isTeleexpertise && hasTeleexpertise(read.acts)) {
    draft.isTeleexpertise = true;
    draft.teleexpertiseDate = read.actDate;
  }
  if (draft.others) draft.others.push(read);
  else draft.others = [read];
  draft.lastRow = at;
}

function hasLine({ first, others = [] }: Draft, row: TableRow): boolean {
  return sameCells(first.row, row) || others.slice(-looksBack).some((other) => sameCells(other.row, row));
}

function sameCells(one: TableRow, other: TableRow): boolean {
  return one.cells.length === other.cells.length && one.cells.every((cell, at) => cell === other.cells[at]);
}
