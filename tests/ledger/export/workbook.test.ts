import { expect, test } from 'vitest';
import { standingWords } from '../../../components/register/acts/words.ts';
import { actsTable, monthTable } from '../../../ledger/export/acts-table.ts';
import { workbookFile } from '../../../ledger/export/files.ts';
import { actRow } from './rows.ts';
import { readWorkbook } from './workbook.ts';

test('the recapitulation by month counts and sums each code and state, the latest month first, and names nobody', async () => {
  const acts = [
    actRow({ day: '2026-02-10', standing: 'paid', paid: 1000 }),
    actRow({ day: '2026-03-02', standing: 'paid', paid: 990 }),
    actRow({ day: '2026-03-12', standing: 'paid', paid: 1000 }),
    actRow({ day: '2026-03-14', standing: 'refused', reason: 'Droits fermés' }),
    actRow({ day: '2026-03-20', code: 'TE2', amount: 2300 }),
    actRow({ day: '2026-03-21', code: 'TE2', amount: null }),
  ];
  const table = monthTable(acts, standingWords);
  const { sheets, xml } = await readWorkbook(await workbookFile([{ name: 'Par mois', table }]));
  expect(sheets).toEqual([
    {
      name: 'Par mois',
      rows: [
        ['Mois', 'Code', 'État', 'Actes', 'Montant', 'Payé'],
        ['03/2026', 'RQD', 'Payé', 2, 20, 19.9],
        ['03/2026', 'RQD', 'Refusé', 1, 10, 0],
        ['03/2026', 'TE2', 'Envoyé', 2, 23, 0],
        ['02/2026', 'RQD', 'Payé', 1, 10, 10],
      ],
    },
  ]);
  expect(xml).not.toContain('MODÈLE');
});

test('no text of a workbook is a formula, whatever it begins with', async () => {
  const evil = '=HYPERLINK("https://exemple.test")';
  const table = actsTable([actRow({ note: evil, person: { lastName: '+1' } })], standingWords);
  const { sheets, xml } = await readWorkbook(await workbookFile([{ name: 'Actes', table }]));
  expect(sheets[0]?.rows[1]).toContain(evil);
  expect(sheets[0]?.rows[1]).toContain('+1');
  expect(xml).not.toMatch(/<f[ >]/);
});
