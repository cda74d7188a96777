import { describe, expect, it } from 'vitest';
import { checks } from '../../rules/checks/index.ts';
import { rulesCheckedOn } from '../../rules/knowledge.ts';
import { nomenclature } from '../../rules/nomenclature/index.ts';
import { quotas } from '../../rules/nomenclature/quotas.ts';
import { rights } from '../../rules/nomenclature/rights.ts';
import {
  quotaRowSchema,
  rightRowSchema,
  rowSchema,
  sourceEntrySchema,
  tariffRowSchema,
} from '../../rules/nomenclature/row-schema.ts';
import type { RightRow, Row, TariffRow } from '../../rules/nomenclature/row.ts';
import { sources } from '../../rules/nomenclature/sources.ts';
import { tariffs } from '../../rules/nomenclature/tariffs.ts';
import { announce } from './announce.ts';
import { blockFaults, gapFaults, idFaults, overlapFaults, sourceFaults } from './nomenclature-faults.ts';
import { referenceRowIds } from './reference-rows.ts';

const rows: readonly Row[] = nomenclature;
const tariffList: readonly TariffRow[] = tariffs;
const rightList: readonly RightRow[] = rights;
const rowNamed = (id: string): Row => rows.find((row) => row.id === id)!;
const issues = (parsed: { success: boolean; error?: { message: string } | undefined }) =>
  parsed.error?.message ?? '';

describe('the nomenclature as it stands', () => {
  announce('nomenclature rows', rows.length);

  it('has every row well formed', () => {
    for (const row of tariffs) expect(issues(tariffRowSchema.safeParse(row)), row.id).toBe('');
    for (const row of rights) expect(issues(rightRowSchema.safeParse(row)), row.id).toBe('');
    for (const row of quotas) expect(issues(quotaRowSchema.safeParse(row)), row.id).toBe('');
    const judged = new Set<Row>([...tariffs, ...rights, ...quotas]);
    for (const row of rows.filter((each) => !judged.has(each))) {
      expect(issues(rowSchema.safeParse(row)), row.id).toBe('');
    }
  });

  it('has every source well formed and used, and every row sourced', () => {
    for (const [id, source] of Object.entries(sources)) {
      expect(issues(sourceEntrySchema.safeParse(source)), id).toBe('');
    }
    expect(sourceFaults(rows, sources)).toEqual([]);
  });

  it('holds every row of the reference, once', () => {
    expect(idFaults(rows, referenceRowIds)).toEqual([]);
  });

  it('has neither overlap nor gap where a right is open', () => {
    expect(overlapFaults(tariffs)).toEqual([]);
    expect(overlapFaults(quotas)).toEqual([]);
    expect(overlapFaults(rights)).toEqual([]);
    expect(gapFaults(tariffs, rights)).toEqual([]);
    expect(gapFaults(quotas, rights)).toEqual([]);
  });

  it('lets nothing block on an unconfirmed row', () => {
    expect(blockFaults(checks, rows)).toEqual([]);
  });

  it('cannot be altered', () => {
    const row = rowNamed('TARIF.TE2.METRO.2') as unknown as { value: unknown; sources: string[] };
    expect(() => (row.value = 1)).toThrow(TypeError);
    expect(() => row.sources.push('A1')).toThrow(TypeError);
    expect(Object.isFrozen(rows)).toBe(true);
  });

  it('was compared with its sources on the day the panel shows', () => {
    expect(rows.filter((row) => row.checkedOn > rulesCheckedOn)).toEqual([]);
    expect(rows.some((row) => row.checkedOn === rulesCheckedOn)).toBe(true);
  });
});

describe('the watch over the nomenclature sees', () => {
  const metro = tariffList.find((row) => row.id === 'TARIF.TE2.METRO.2')!;

  it('a row without source', () => {
    expect(sourceFaults([...rows, { ...metro, id: 'X.Y', sources: [] }], sources)).toContain(
      'X.Y: no source, and not a GAP',
    );
  });

  it('a source nobody knows, one that supports nothing, and a single voice called confirmed', () => {
    const stray = { ...metro, id: 'X.Y', sources: ['NOBODY' as 'A1'] };
    expect(sourceFaults([...rows, stray], sources)).toEqual([
      'X.Y: unknown source NOBODY',
      'X.Y: CONFIRMED by one voice',
    ]);
    const idle = { ...sources, IDLE: sources.A1 };
    expect(sourceFaults(rows, idle)).toEqual(['source IDLE supports nothing']);
  });

  it('an overlap', () => {
    const early = { ...metro, from: '2025-12-31' };
    expect(overlapFaults([...tariffList.filter((row) => row !== metro), early])).toEqual([
      'TARIF.TE2.METRO.1 and TARIF.TE2.METRO.2 overlap',
    ]);
  });

  it('a gap', () => {
    const late = { ...metro, from: '2026-01-02' };
    expect(gapFaults([...tariffList.filter((row) => row !== metro), late], rightList)).toEqual([
      'TE2 medecin metropole: nothing said from 2026-01-01',
    ]);
  });

  it('a row that is missing, and one that stands twice', () => {
    const without = rows.filter((row) => row.id !== 'DUTY.DELAY7');
    expect(idFaults([...without, metro], referenceRowIds)).toEqual([
      'TARIF.TE2.METRO.2 stands twice',
      'DUTY.DELAY7 is missing',
    ]);
  });

  it('a block that rests on a row nobody confirmed', () => {
    const doubted = rows.map((row) =>
      row.id === 'FSE.TP_AMO' ? { ...row, confidence: 'SINGLE' as const } : row,
    );
    const tpAmo = checks.filter((check) => check.id === 'tp.amo');
    expect(blockFaults(tpAmo, doubted)).toContain('tp.amo: may block and rests on nothing confirmed');
  });
});
