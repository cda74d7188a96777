import { describe, expect, it } from 'vitest';
import { undoSteps } from '../../sites/undo.ts';
import type { FieldId, FieldValue, WriteOutcome, WriteReport } from '../../sites/model.ts';

const reportOf = (lines: Array<[FieldId, WriteOutcome, FieldValue]>): WriteReport => ({
  planId: 'p',
  kind: 'prepare',
  status: 'done',
  results: lines.map(([field, outcome, before]) => ({ field, outcome, before, after: 'x' })),
  before: Object.fromEntries(lines.map(([field, , before]) => [field, before])),
  took: 1,
});

describe('undoing', () => {
  it('takes back what was written or bent, and nothing else', () => {
    const report = reportOf([
      ['tp.amo', 'written', false],
      ['parcours', 'changed-by-page', 'oriente'],
      ['tp.amc', 'already', false],
      ['mode', 'refused', 'degrade'],
      ['prescripteur.date', 'by-hand', null],
    ]);
    expect(undoSteps(report)).toEqual([
      { field: 'tp.amo', want: false },
      { field: 'parcours', want: 'oriente' },
    ]);
  });

  it('empties what was empty, and leaves out what nobody could read', () => {
    const report = reportOf([
      ['prescripteur.numero', 'written', null],
      ['mode', 'written', undefined],
    ]);
    expect(undoSteps(report)).toEqual([{ field: 'prescripteur.numero', want: '' }]);
  });
});
