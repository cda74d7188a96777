import { describe, expect, test } from 'vitest';
import { standingWords } from '../../../components/register/acts/words.ts';
import { actsTable } from '../../../ledger/export/acts-table.ts';
import { csvText } from '../../../ledger/export/csv.ts';
import { csvFile } from '../../../ledger/export/files.ts';
import { actRow } from './rows.ts';

/** Read as bytes: `text()` would take the mark that says UTF-8 away. */
const linesOf = async (blob: Blob): Promise<string[]> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()).split('\r\n');

describe('a text that a spreadsheet would run', () => {
  test.each([
    ['=', '=HYPERLINK(1)'],
    ['+', '+33 1'],
    ['-', '-2+3'],
    ['@', '@SUM(A1)'],
    ['tab', '\t=1+1'],
    ['space before', '  =1+1'],
  ])('begins with an apostrophe: %s', async (_, text) => {
    expect(await linesOf(csvText([[text]]))).toEqual([`\ufeff'${text}`, '']);
  });

  test('begins with an apostrophe inside its quotes where it holds a line break', async () => {
    expect(await linesOf(csvText([['\r=1+1']]))).toEqual([`\ufeff"'\r=1+1"`, '']);
    expect(await (await csvText([['\n=1+1']]).text()).split('\r\n')[0]).toBe(`"'\n=1+1"`);
  });

  test('never stands bare in an export of acts, whichever column it came in by', async () => {
    const evil = '=cmd|x!A1';
    const row = actRow({
      reason: evil,
      note: evil,
      otherName: evil,
      otherNumber: evil,
      code: evil,
      biller: evil,
      person: { lastName: evil, firstName: evil },
    });
    const [, line = ''] = await linesOf(csvFile(actsTable([row], standingWords)));
    const cells = line.split(';');
    expect(cells.filter((cell) => cell.includes('cmd'))).toHaveLength(8);
    expect(cells.filter((cell) => /^["\s]*[=+\-@]/.test(cell))).toEqual([]);
  });

  test('is none of the ordinary ones: names, dates, amounts and states stay as they are', async () => {
    const row = actRow({ standing: 'paid', paid: 950, paidOn: '2026-04-02', amount: 1000 });
    const [head, line] = await linesOf(csvFile(actsTable([row], standingWords)));
    expect(head).toMatch(/^\ufeffDate;Code;État;Montant;Payé;Payé le;Motif du refus;Nom;/);
    expect(line).toBe(
      '12/03/2026;RQD;Payé;10,00;9,50;02/04/2026;;MODÈLE;Zoé;02/08/1955;Dr Paul EXEMPLE;991000027;991000019;',
    );
  });
});

test('quotes, semicolons and line breaks stay inside their cell', async () => {
  expect(await linesOf(csvText([['a;b', 'dit "oui"', 'deux\nlignes', 3.5]]))).toEqual([
    '\ufeff"a;b";"dit ""oui""";"deux\nlignes";3,5',
    '',
  ]);
});
