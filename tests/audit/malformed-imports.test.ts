/** Malformed files through the whole way of an import: preview, reading, judging, acts to keep; and of returns. */
import { describe, expect, it } from 'vitest';
import { openControl } from '../../ledger/control/control.ts';
import { previewBytes, previewOf } from '../../ledger/control/preview.ts';
import { judgeFile } from '../../ledger/import/judge-file.ts';
import { registerActs } from '../../ledger/import/register-acts.ts';
import { matchReturns } from '../../ledger/returns/match-returns.ts';
import { readReturns } from '../../ledger/returns/read-returns.ts';
import { bytesOf, namesOf, read, today } from './files.ts';

function controlled(name: string, bytes: Uint8Array) {
  const preview = previewOf(bytes.subarray(0, previewBytes), bytes.length);
  const reading = read(bytes, { name, withPeople: true });
  const { control } = openControl(reading, judgeFile(reading, today));
  const { acts, notKept } = registerActs(reading.sheets, 'weda');
  return { preview, control, acts, notKept };
}

const header =
  'N° facture;Date acte;Nom;Prénom;Code acte;Montant;État;Montant payé;Date de paiement;Motif du rejet';
const good = '101;12/03/2026;MODÈLE;Zoé;RQD;10,00;Payé;10,00;30/03/2026;';
const cells = good.split(';');
const withCell = (at: number, cell: string) =>
  cells.map((own, index) => (index === at ? cell : own)).join(';');
const odd = [
  '',
  ' ',
  '??',
  '#REF!',
  '=1+1',
  '99/99/9999',
  '-1',
  '1e309',
  'NaN',
  '"',
  '\u0000',
  '\u202e',
  'é'.repeat(500),
];
const text = (content: string) => new TextEncoder().encode(content);
const heads = [
  'PK\u0003\u0004',
  '%PDF-1.7',
  '{\\rtf1',
  '<html><table>',
  'SQLite format 3',
  '',
  '\n\n\n',
  '[]',
  '{}',
  'bonjour',
];

/** Name → bytes. */
const returns: Array<[string, Uint8Array]> = [
  ...cells.flatMap((_, at) =>
    odd.map((cell, nth): [string, Uint8Array] => [
      `column ${at + 1}, odd cell ${nth + 1}`,
      text([header, withCell(at, cell), good].join('\n')),
    ]),
  ),
  ...heads.map((content, nth): [string, Uint8Array] => [`not a table ${nth + 1}`, text(content)]),
  ...cells.map((_, at): [string, Uint8Array] => [
    `cut at column ${at + 1}`,
    text([header, cells.slice(0, at).join(';'), good].join('\n')),
  ]),
  ...cells.map((_, at): [string, Uint8Array] => [
    `without column ${at + 1}`,
    text([header, good].map((line) => line.split(';').toSpliced(at, 1).join(';')).join('\n')),
  ]),
  ['utf-16', new Uint8Array(Buffer.from(`\ufeff${header}\n${good}`, 'utf16le'))],
  ['windows-1252', new Uint8Array(Buffer.from(`${header}\n${good}`, 'latin1'))],
  ['cut inside a character', text(`${header}\n${good.replace('Zoé', 'é')}`).subarray(0, -1)],
];

describe('malformed exports, by the way of an import', () => {
  it.each(namesOf('broken'))('%s is read or refused, and explained', (name) => {
    const { preview, control, acts, notKept } = controlled(name, bytesOf('broken', name));
    if (preview.kind === 'refused') expect(preview.why).not.toBe('');
    const isWhole = control.summary.sheets > 0;
    expect(isWhole || control.leftOut.length > 0 || control.notes.length > 0).toBe(true);
    for (const { why } of [...control.leftOut, ...notKept]) expect(why).toMatch(/\p{L}{3}/u);
    for (const { actDate, biller, patientKeys } of acts) {
      expect(actDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(biller).not.toBe('');
      expect(patientKeys.length).toBeGreaterThan(0);
    }
  });
});

describe('malformed returns', () => {
  it.each(returns)('%s: every line is a return or is explained', (_, bytes) => {
    const { lines, problems, leftOut } = readReturns(bytes, { software: 'weda', numeroAm: '991000019' });
    expect(lines.length + problems.length + leftOut.length).toBeGreaterThan(0);
    for (const said of [...problems.map(({ message }) => message), ...leftOut.map(({ why }) => why)]) {
      expect(said).toMatch(/\p{L}{3}/u);
    }
    // Nothing is in the register: nothing may be found in it.
    expect(matchReturns(lines, []).every(({ state, why }) => state === 'unmatched' && why !== '')).toBe(true);
  });

  it('are, with the exports, more than two hundred', () => {
    expect(namesOf('broken').length + returns.length).toBeGreaterThanOrEqual(200);
  });
});
