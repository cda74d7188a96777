/** Acts of the register → the table that is exported, and the month's summary. */
import type { ActRow } from '../overview/model.ts';
import type { Standing } from '../facts.ts';

export type Cell =
  | { kind: 'text'; value: string }
  | { kind: 'count'; value: number }
  | { kind: 'euros'; value: number }
  | { kind: 'day'; value: string };
export interface ExportTable {
  header: string[];
  rows: Cell[][];
}

const text = (value: string): Cell => ({ kind: 'text', value });
const day = (value: string | null): Cell => (value ? { kind: 'day', value } : text(''));
/** From cents; the cell holds cents too. */
const euros = (cents: number | null): Cell => (cents === null ? text('') : { kind: 'euros', value: cents });

/** @param words how a standing is said */
export function actsTable(rows: readonly ActRow[], words: Readonly<Record<Standing, string>>): ExportTable {
  return {
    header: [
      'Date',
      'Code',
      'État',
      'Montant',
      'Payé',
      'Payé le',
      'Motif du refus',
      'Nom',
      'Prénom',
      'Né(e) le',
      'Correspondant',
      'N° AM du correspondant',
      'N° AM du facturant',
      'Note',
    ],
    rows: rows.map((row) => [
      day(row.day),
      text(row.code),
      text(words[row.standing]),
      euros(row.amount),
      euros(row.paid),
      day(row.paidOn),
      text(row.reason),
      text(row.person.lastName),
      text(row.person.firstName),
      day(row.person.birthDate),
      text(row.otherName),
      text(row.otherNumber),
      text(row.biller),
      text(row.note),
    ]),
  };
}

/** By month, code and state: how many and how much. The latest month first. No patient in it. */
export function monthTable(rows: readonly ActRow[], words: Readonly<Record<Standing, string>>): ExportTable {
  const groups = new Map<string, { month: string; code: string; state: string; acts: ActRow[] }>();
  for (const row of rows) {
    const [month, state] = [row.day.slice(0, 7), words[row.standing]];
    const key = `${month} ${row.code} ${state}`;
    const group = groups.get(key) ?? { month, code: row.code, state, acts: [] };
    group.acts.push(row);
    groups.set(key, group);
  }
  const sum = (acts: readonly ActRow[], value: (row: ActRow) => number | null): number =>
    acts.reduce((total, row) => total + (value(row) ?? 0), 0);
  const inOrder = [...groups.values()].sort(
    (a, b) =>
      b.month.localeCompare(a.month) || `${a.code} ${a.state}`.localeCompare(`${b.code} ${b.state}`, 'fr'),
  );
  return {
    header: ['Mois', 'Code', 'État', 'Actes', 'Montant', 'Payé'],
    rows: inOrder.map(({ month, code, state, acts }) => [
      text(month.split('-').reverse().join('/')),
      text(code),
      text(state),
      { kind: 'count', value: acts.length },
      euros(sum(acts, ({ amount }) => amount)),
      euros(sum(acts, ({ paid }) => paid)),
    ]),
  };
}
