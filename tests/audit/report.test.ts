/** What the person, and the program, is given. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnConcepts, columnVocabulary } from '../../ledger/import/column-vocabulary.ts';
import { judgeFile } from '../../ledger/import/judge-file.ts';
import { auditJson } from '../../scripts/audit-json.ts';
import { auditText } from '../../scripts/audit-text.ts';
import { bytesOf, judged, read, today } from './files.ts';

function report(bytes: Uint8Array | string, colour = false, name = 'export.csv'): string {
  const reading = read(bytes, { name });
  return auditText({ file: name, reading, judgement: judgeFile(reading, today), today }, colour);
}
function json(bytes: Uint8Array | string, name = 'export.csv') {
  const reading = read(bytes, { name });
  return JSON.parse([...auditJson(reading, judgeFile(reading, today))].join('')) as {
    results: Array<{ id: string; findings: Array<Record<string, unknown>>; notChecked: unknown[] }>;
    summary: Record<string, unknown> & { file: Record<string, unknown> };
  };
}
const head = 'N° FSE;Date;Patient;Code;Montant;TP AMO;Mode;Zone libre';
const line = (number: number, box: string) => `F${number};12/03/2026;P${number};RQD;10,00;${box};SV;x`;

describe('the report', () => {
  it('groups by rule, worst first, with amounts, places and what to do', () => {
    const text = report(bytesOf('vendors', 'tamm-actes.csv'));
    const order = [
      'BLOQUANT',
      'acte.cumul',
      'acte.depassement',
      'À VÉRIFIER',
      'NON VÉRIFIÉ',
      'feuilles bloquantes',
    ];
    const places = order.map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('acte.depassement : 1 feuille, 5,00\u00a0€ en jeu');
    expect(text).toContain('5003 (ligne 5). À faire : Mettre le dépassement à zéro');
  });

  it('says a thing once for many sheets', () => {
    const text = report([head, ...Array.from({ length: 30 }, (_, at) => line(at, 'Non'))].join('\n'));
    expect(text.match(/Le tiers payant AMO n’est pas coché/g)).toHaveLength(1);
    expect(text).toContain('F0 (ligne 2), F1 (ligne 3)');
    expect(text).toContain('et 22 autres');
    expect(text.length).toBeLessThan(4000);
  });

  it('says what was not understood', () => {
    const text = report([head, line(1, 'Oui'), 'Total;;;;10,00;;;'].join('\n'));
    expect(text).toContain('Colonnes inconnues : « Zone libre »');
    expect(text).toContain(
      '« Mode » (mode de sécurisation) : 1 valeur non comprise ; « SV » a deux sens, ligne 2',
    );
    expect(text).toContain('Laissé de côté, ligne de total : ligne 3');
    expect(text).toContain('le mode de sécurisation : 1 feuille (mode.securisation)');
  });

  it('counts each sheet once in what is at stake', () => {
    const { summary } = judged(bytesOf('vendors', 'tamm-actes.csv'));
    expect(summary).toMatchObject({ sheets: 3, judged: 3, blocked: 2, clear: 1, amountAtStake: 2800 });
  });

  it('is coloured only when asked', () => {
    const bytes = bytesOf('vendors', 'tamm-actes.csv');
    expect(report(bytes)).not.toContain('\u001b[');
    expect(report(bytes, true)).toContain('\u001b[31m');
  });

  it('has its plurals right', () => {
    expect(report('Date;Code\n12/03/2026;G')).toContain('1 autre feuille non concernée.');
    expect(report('Date;Code\n12/03/2026;G\n12/03/2026;CS')).toContain('2 autres feuilles non concernées.');
    expect(report('Date;Code\n12/03/2026;G')).toContain('Aucune feuille de téléexpertise à contrôler.');
  });

  it('does not let a file drive the terminal', () => {
    expect(report(bytesOf('broken', 'escape-codes.csv'))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe('the JSON', () => {
  it('is in the order of the file, amounts in euros', () => {
    const rows = [
      'F3;12/03/2026;PA;TE2;27,60;Oui',
      'F1;11/03/2026;PB;TE2;23,00;Non',
      'F2;10/03/2026;PC;G;30,00;Oui',
    ];
    const { results, summary } = json(['N° FSE;Date;Patient;Code;Montant;TP AMO', ...rows].join('\n'));
    expect(results.map(({ id }) => id)).toEqual(['F3', 'F1', 'F2']);
    const tariff = results[0]?.findings.find(({ rule }) => rule === 'acte.tarif');
    expect(tariff).toMatchObject({ amountAtStake: 4.6, fix: { field: 'acte.montant', value: 23 } });
    expect(results[2]).toMatchObject({ applies: false, findings: [], notChecked: [] });
    expect(summary).toMatchObject({ sheets: 3, judged: 2, blocked: 2, amountAtStake: 27.6 });
  });

  it('holds what was not understood', () => {
    const { summary } = json([head, line(1, 'Oui'), line(2, 'Oui').slice(0, 20)].join('\n'));
    expect(summary.file).toMatchObject({
      format: 'csv',
      problems: [{ line: 3 }],
      unread: [{ line: 2, concept: 'mode', shown: 'SV' }],
      unknownColumns: ['Zone libre'],
    });
  });

  it('takes euros in and gives cents to the rules', () => {
    const sheet = { id: 'A', actDate: '2026-03-12', acts: [{ code: 'TE2', amount: 27.6, excess: 0.01 }] };
    const reading = read(JSON.stringify({ sheets: [sheet] }));
    expect(reading.sheets[0]?.sheet.acts).toEqual([{ code: 'TE2', amount: 2760, excess: 1 }]);
  });

  it('of sheets in JSON, keeps a history of their own', () => {
    const sheet = { actDate: '2026-03-12', biller: { profession: 'medecin', numeroAm: '991000019' } };
    const acts = [{ code: 'RQD', amount: 10 }];
    const sheets = Array.from({ length: 5 }, (_, at) => ({
      id: `S${at}`,
      ...sheet,
      acts,
      patient: { key: 'p' },
    }));
    const rulesOf = (list: object[]) =>
      json(JSON.stringify({ sheets: list })).results.map(({ findings }) => findings.map(({ rule }) => rule));
    expect(rulesOf(sheets)[4]).toContain('quota.atteint');
    expect(rulesOf(sheets.map((one) => ({ ...one, context: { history: [] } })))[4]).not.toContain(
      'quota.atteint',
    );
  });
});

it('docs/audit.md lists every column that is recognised', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'audit.md'), 'utf8');
  const used = columnConcepts.filter((concept) => !columnVocabulary[concept].ignored);
  expect(used.filter((concept) => !text.includes(`\`${concept}\``))).toEqual([]);
});
