/** An exported table → a file: CSV, or a workbook. Made here, in memory, without a worker. */
import writeWorkbook, { type SheetData } from 'write-excel-file/universal';
import { frenchDate } from '../../cases/words.ts';
import type { Cell, ExportTable } from './acts-table.ts';
import { csvText } from './csv.ts';

const csvCell = (cell: Cell): string | number => {
  if (cell.kind === 'euros') return (cell.value / 100).toFixed(2).replace('.', ',');
  return cell.kind === 'day' ? frenchDate(cell.value) : cell.value;
};

export function csvFile({ header, rows }: ExportTable): Blob {
  return csvText([header, ...rows.map((row) => row.map(csvCell))]);
}

/** Texts stay texts whatever they begin with: a workbook runs only what is written as a formula, and nothing is. */
const workbookCell = (cell: Cell) => {
  if (cell.kind === 'euros') return { type: Number, value: cell.value / 100, format: '# ##0.00 "€"' };
  if (cell.kind === 'count') return { type: Number, value: cell.value };
  if (cell.kind === 'day') {
    return { type: Date, value: new Date(`${cell.value}T00:00:00Z`), format: 'dd/mm/yyyy' };
  }
  return cell.value === '' ? null : { type: String, value: cell.value };
};

const widths = (header: readonly string[]) =>
  header.map((title) => ({ width: Math.max(12, title.length + 2) }));

export async function workbookFile(
  tables: ReadonlyArray<{ name: string; table: ExportTable }>,
): Promise<Blob> {
  const sheets = tables.map(({ name, table: { header, rows } }) => ({
    sheet: name,
    columns: widths(header),
    data: [
      header.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(workbookCell)),
    ] as SheetData,
    stickyRowsCount: 1,
  }));
  return writeWorkbook(sheets).toBlob();
}
