/** The acts a row holds: codes, quantities, amounts in cents, and what of them could not be read. */
import type { Act } from '../../rules/schema.ts';
import type { CellReaders } from './cell-readers.ts';
import type { ColumnConcept } from './column-vocabulary.ts';
import type { ColumnReport, Undecided } from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import type { TableRow } from './table-rows.ts';
import { readCents, readCodes, readCount, type CodeInCell, type Read } from './values.ts';
import { isEmptyCell } from './words.ts';

/** An act of a cell; without code when the cell could not be read. */
type FoundAct = Partial<CodeInCell>;

/** Stands for an act the software names in words; shown when it is met beside an act of téléexpertise. */
const uncodedAct: readonly FoundAct[] = [{ code: 'ACTE NON CODÉ' }];
const unreadAct: readonly FoundAct[] = [{}];

/** What the rules would take a default for, where the file says something that could not be read. */
export const unreadDefaults = {
  quantity: [
    { rule: 'acte.quantite', missing: ['acts.quantity'] },
    { rule: 'acte.tarif', missing: ['acts.quantity'] },
  ],
  excess: [{ rule: 'acte.depassement', missing: ['acts.excess'] }],
  territory: [{ rule: 'acte.tarif', missing: ['biller.territory'] }],
  structure: [{ rule: 'structure.etablissement', missing: ['biller.structure'] }],
} as const satisfies Record<string, readonly Undecided[]>;

type ActsReader = (row: TableRow, undecided: Undecided[]) => Act[];

export function actsReader(columns: ColumnReport, readers: CellReaders): ActsReader {
  const codeColumns = columns.used.filter(({ concept }) => concept === 'acte.code');
  const lists = codeColumns.map(({ series, index }) => actReader(columns, readers, series, index));
  const [only, ...others] = lists;
  if (only && others.length === 0) return only;
  return (row, undecided) => lists.flatMap((list) => list(row, undecided));
}

/** The acts of one code column: « Acte », or « Acte 2 » with « Montant 2 ». */
function actReader(
  columns: ColumnReport,
  { known, value }: CellReaders,
  series: number,
  codeAt: number,
): ActsReader {
  const at = (concept: ColumnConcept) =>
    columns.used.find((use) => use.concept === concept && use.series === series)?.index ?? -1;
  const codes = known('acte.code', readCodes, series);
  const quantity = value('acte.quantite', 'quantité', readCount, { series });
  const excess = value('acte.depassement', 'montant', readCents, { series });
  const amount = value('acte.montant', 'montant', readCents, { series });
  const base = value('acte.base', 'montant', readCents, { series });
  const quantityAt = at('acte.quantite');
  const excessAt = at('acte.depassement');
  const hasAmount = at('acte.montant') >= 0;
  const amountOf = (row: TableRow, times: number, over: Read<number>): Read<number> => {
    const unit = base(row);
    if (!hasAmount) return typeof unit === 'number' ? Math.round(unit * times) : unit;
    const written = amount(row);
    if (typeof written !== 'number' || typeof unit !== 'number' || !over || over < 0) return written;
    // The model keeps the excess apart; most software adds it in, and the base tells when it did.
    return written === Math.round(unit * times) + over ? written - over : written;
  };
  return (row, undecided) => {
    const found = codes(row) ?? readWords(row.cells[codeAt]);
    if (found === null) return [];
    // An empty quantity is one, an empty excess none; an unread one is neither.
    const count = quantity(row);
    const written = excess(row);
    const over = written === null ? 0 : written;
    if (count === undefined && row.cells[quantityAt] !== undefined)
      undecided.push(...unreadDefaults.quantity);
    if (over === undefined && row.cells[excessAt] !== undefined) undecided.push(...unreadDefaults.excess);
    const [first = {}, ...others] = found;
    if (others.length === 0) {
      const times = first.quantity ?? count ?? undefined;
      return [{ code: first.code, quantity: times, amount: amountOf(row, times ?? 1, over), excess: over }];
    }
    // The amount of « G + MD » is their sum: neither's is known. What is in excess is in excess of the feuille.
    return [
      { code: first.code, quantity: first.quantity, amount: undefined, excess: over },
      ...others.map((one) => ({ code: one.code, quantity: one.quantity, amount: undefined, excess: 0 })),
    ];
  };
}

/** A cell where no code could be told: another act named in words, or something that may be one of ours. */
function readWords(cell: string | undefined): readonly FoundAct[] | null {
  if (cell === undefined || isEmptyCell(cell)) return null;
  const plain = normaliseLabel(cell);
  const mayBeOurs = /rqd|\bte ?[12]|tele|expert|\btle\b/.test(plain);
  return /[a-z]{3}/.test(plain) && !mayBeOurs ? uncodedAct : unreadAct;
}
