/** Acts of the register → a file the person keeps. Its name is a day and a kind: nothing of a patient. */
import type { ExportKind } from '../../../components/register/acts/acts.tsx';
import { standingWords } from '../../../components/register/acts/words.ts';
import { actsTable, monthTable } from '../../../ledger/export/acts-table.ts';
import { csvFile, workbookFile } from '../../../ledger/export/files.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { isoDay } from '../../panel/day.ts';
import { saveBlob } from './save.ts';

export async function exportActs(kind: ExportKind, acts: readonly ActRow[]): Promise<void> {
  const today = isoDay(new Date());
  const months = { name: 'Par mois', table: monthTable(acts, standingWords) };
  if (kind === 'csv') saveBlob(csvFile(actsTable(acts, standingWords)), `actes-${today}.csv`);
  else if (kind === 'months') saveBlob(await workbookFile([months]), `recapitulatif-${today}.xlsx`);
  else {
    const table = actsTable(acts, standingWords);
    saveBlob(await workbookFile([{ name: 'Actes', table }, months]), `actes-${today}.xlsx`);
  }
}
