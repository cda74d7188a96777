/** Whatever is in the file, reading ends, nothing is thrown, and nothing of a patient is shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitStatus, judgeFile } from '../../ledger/import/judge-file.ts';
import { auditJson } from '../../scripts/audit-json.ts';
import { auditText } from '../../scripts/audit-text.ts';
import { biller, bytesOf, namesOf, read, today } from './files.ts';

function whole(bytes: Uint8Array | string, name = 'export.csv'): { exit: number; said: string } {
  const reading = read(bytes, { name });
  const judgement = judgeFile(reading, today);
  const json = [...auditJson(reading, judgement)].join('');
  const { results } = JSON.parse(json) as { results: unknown[] };
  expect(results).toHaveLength(reading.sheets.length);
  const text = auditText({ file: name, reading, judgement, today }, false);
  const problems = reading.problems.map(({ message }) => message).join('\n');
  return { exit: exitStatus(reading, judgement), said: `${json}\n${text}\n${problems}` };
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    'Oui',
    'Non',
    'SV',
    'SSV',
    'RQD',
    'TE2',
    'G',
    'G + RQD',
    '10,00',
    '23',
    '1 234,50',
    'Total',
  ),
  fc.constantFrom(
    '12/03/2026',
    '31/02/2026',
    '2026-03-12',
    '991000027',
    '2 55 08 14 168 025 38',
    '"',
    '""',
    '\n',
    '="1"',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const headers = fc.subarray(
  [
    'N° FSE',
    'Date',
    'Patient',
    'Code',
    'Montant',
    'Dépassement',
    'TP AMO',
    'TP',
    'Mode',
    'Parcours',
    'N° AM',
    'NIR',
  ],
  { minLength: 2 },
);
const table = fc
  .tuple(
    fc.constantFrom(';', ',', '\t', '|'),
    headers,
    fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }),
  )
  .map(([separator, header, rows]) => [header, ...rows].map((row) => row.join(separator)).join('\n'));

describe('any file', () => {
  it('of any bytes is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('a.csv', 'a.json'), (bytes, name) => {
        expect([0, 1, 2]).toContain(whole(bytes, name).exit);
      }),
      { numRuns: 300 },
    );
  });

  it('that looks like an export is read or refused', () => {
    fc.assert(
      fc.property(table, (text) => {
        expect([0, 1, 2]).toContain(whole(text).exit);
      }),
      { numRuns: 500 },
    );
  });

  it('of any JSON value is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.json().map((value) => `{"sheets":[${value}]}`),
        ),
        (text) => {
          expect([0, 1, 2]).toContain(whole(text, 'a.json').exit);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('damaged anywhere is still read or refused', () => {
    const originals = [
      ...namesOf('vendors').map((name) => bytesOf('vendors', name)),
      bytesOf('broken', 'with-bom.json'),
    ];
    const damage = fc.record({
      file: fc.nat({ max: originals.length - 1 }),
      at: fc.nat(),
      length: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom(...['"', ';', '\n', '""', '{', ']'].map((one) => new TextEncoder().encode(one))),
      ),
    });
    fc.assert(
      fc.property(damage, ({ file, at, length, put }) => {
        const bytes = originals[file] ?? new Uint8Array();
        const from = at % bytes.length;
        const damaged = Uint8Array.from([
          ...bytes.subarray(0, from),
          ...put,
          ...bytes.subarray(from + length),
        ]);
        expect([0, 1, 2]).toContain(whole(damaged).exit);
      }),
      { numRuns: 500 },
    );
  });
});

describe('nothing of a patient is shown', () => {
  const names = ['Zézette', 'MODELECANARI', '255081416802538', '2 55 08 14 168 025 38', '25508141680253'];
  const secret = new RegExp(['Z[ée]zette', 'CANARI', '1416802', '14 168 025'].join('|'), 'i');

  it('wherever it is in an export', () => {
    const sheet = [
      'F1',
      '12/03/2026',
      'PA',
      'RQD',
      '10,00',
      '0,00',
      'Non',
      'AMO',
      'SSV',
      'Exclusion',
      '991000027',
      '',
    ];
    const header = 'N° FSE;Date;Patient;Code;Montant;Dépassement;TP AMO;TP;Mode;Parcours;N° prescripteur;NIR';
    fc.assert(
      fc.property(
        fc.nat({ max: 11 }),
        fc.nat({ max: 11 }),
        fc.constantFrom(...names),
        (first, second, name) => {
          const row = sheet.map((value, at) => (at === first || at === second ? name : value));
          const patients = ['F2', ...sheet.slice(1, 2), name, ...sheet.slice(3, 11), name];
          const { said } = whole([header, row.join(';'), patients.join(';'), patients.join(';')].join('\n'));
          expect(said).not.toMatch(secret);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('nor in JSON, even in a finding about it', () => {
    const patient = { key: 'MODELECANARI Zézette', nir: '255081416802539', birthDate: '1955-08-01' };
    const sheets = ['A', 'B', 'C'].map((id) => ({
      id,
      actDate: '2026-03-12',
      biller,
      acts: [{ code: 'RQD', amount: 10 }],
      patient,
      prescriber: { number: '255081416802538' },
    }));
    const { said } = whole(JSON.stringify({ sheets }), 'a.json');
    expect(said).toContain('patient.nir');
    expect(said).not.toMatch(secret);
  });
});
