import { describe, expect, it } from 'vitest';
import { exitStatus, judgeFile } from '../../ledger/import/judge-file.ts';
import { brokenExports, type Expectation } from './broken-exports.ts';
import { brokenJson } from './broken-json.ts';
import { bytesOf, namesOf, read, today } from './files.ts';

const expectations: Record<string, Expectation> = { ...brokenExports, ...brokenJson };

describe('broken files', () => {
  it('are all kept here, at least sixty of them', () => {
    expect(namesOf('broken')).toEqual(Object.keys(expectations).sort());
    expect(namesOf('broken').length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(expectations))('%s', (name, expected) => {
    const reading = read(bytesOf('broken', name), { name });
    const judgement = judgeFile(reading, today);
    const found: Expectation = { exit: exitStatus(reading, judgement), sheets: reading.sheets.length };
    const { problems, notes, leftOut, unread, columns } = reading;
    if (problems.length > 0) found.lines = problems.map(({ line }) => line);
    const [said] = [...problems.map(({ message }) => message), ...notes];
    if (said) found.says = said;
    if (leftOut.length > 0) found.leftOut = leftOut.map(({ line, kind }) => `${line} ${kind}`);
    if (unread.length > 0)
      found.unread = unread.map(({ line, concept, shown }) => [line, concept, shown].join(' ').trim());
    if (columns?.unknown.length) found.unknown = columns.unknown.map(({ label }) => label);
    if (columns?.refused.length) found.refused = columns.refused.map(({ label }) => label);
    expect(found).toEqual(expected);
  });

  it('keep judging the readable lines: the sheet that blocks is still found', () => {
    const withBlock = namesOf('broken').filter((name) => {
      const text = new TextDecoder().decode(bytesOf('broken', name));
      return /^F9;/m.test(text) && expectations[name]?.exit === 2;
    });
    expect(withBlock.length).toBeGreaterThanOrEqual(8);
    for (const name of withBlock.filter((one) => one !== 'no-header.csv')) {
      const { results } = judgeFile(read(bytesOf('broken', name), { name }), today);
      const blocked = results.find(({ id }) => id === 'F9');
      expect(
        blocked?.findings.map(({ rule }) => rule),
        name,
      ).toContain('tp.amo');
    }
  });

  it('never show what a cell holds when it may be a name or a NIR', () => {
    const said = namesOf('broken').flatMap((name) => {
      const { problems, notes } = read(bytesOf('broken', name), { name });
      return [...problems.map(({ message }) => message), ...notes];
    });
    expect(said.join('\n')).not.toMatch(/MODELE|ESSAI|Camille|25508|2,55/);
  });
});
