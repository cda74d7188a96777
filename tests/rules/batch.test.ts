import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintAll } from '../../rules/batch.ts';
import { teCode } from '../../rules/codes.ts';
import { billed, exampleSheet, line, numbers, type SheetChange } from '../../rules/examples.ts';
import { lint } from '../../rules/lint.ts';
import type { HistoryAct, Sheet } from '../../rules/schema.ts';
import { sheets } from './generated-sheets.ts';

const today = '2026-11-22';
const named = (id: string, sheet: SheetChange = {}) => ({
  sheet: { ...exampleSheet({ why: '', sheet }), id },
});
const rulesOf = (items: Parameters<typeof lintAll>[0], prefix: string) =>
  lintAll(items, today).map(({ findings }) =>
    findings.map(({ rule }) => rule).filter((rule) => rule.startsWith(prefix)),
  );

/** The acts of a sheet as another sheet's history. */
function actsOf({ id, actDate, acts, patient, biller }: Sheet): HistoryAct[] {
  return (acts ?? []).flatMap((act) => {
    const code = act.code ? teCode(act.code) : null;
    if (!code || !actDate || !patient?.key || !biller?.numeroAm) return [];
    return [{ id, code, actDate, patientKey: patient.key, billerNumeroAm: biller.numeroAm }];
  });
}

const comparable = (result: ReturnType<typeof lint>) => ({
  ...result,
  // Which of several duplicates is named is a matter of taste; that one is met is not.
  findings: result.findings.map((finding) => ({
    ...finding,
    message: finding.message.replace(/ \(feuille [^)]*\)/, ''),
  })),
});

describe('the sheets of one file', () => {
  it('are each other’s history, whatever their order in the year', () => {
    const days = ['2026-05-04', '2026-01-05', '2026-03-03', '2026-02-02', '2026-04-04'];
    const five = days.map((actDate, at) => named(`s${at}`, { actDate }));
    expect(rulesOf(five, 'quota.')).toEqual(days.map(() => ['quota.atteint']));
    expect(rulesOf(five.slice(1), 'quota.')).toEqual(days.slice(1).map(() => ['quota.dernier']));
  });

  it('count apart by code, patient and biller', () => {
    const days = ['2026-05-04', '2026-01-05', '2026-03-03', '2026-02-02'];
    const four = days.map((actDate, at) => named(`s${at}`, { actDate }));
    const others = [
      named('other patient', { patient: { key: 'patient-2' } }),
      named('other biller', { biller: { numeroAm: numbers['sage-femme'] } }),
      named('other code', { acts: [line('TE2', 2300)] }),
    ];
    expect(rulesOf([...others, ...four], 'quota.').slice(0, 3)).toEqual([[], [], []]);
  });

  it('meet their duplicates by name', () => {
    const [first, second] = lintAll([named('s1'), named('s2')], today);
    expect(first!.findings.map(({ message }) => message)).toEqual([
      'Un RQD du 12/03/2026 est déjà facturé pour ce patient (feuille s2) : vérifier que ce n’est pas le même.',
    ]);
    expect(second!.findings[0]!.message).toContain('(feuille s1)');
  });

  it('are not their own duplicates', () => {
    const twoLines = named('s1', { acts: [line('RQD', 1000), line('RQD', 1000)] });
    expect(rulesOf([twoLines], 'doublon')).toEqual([[]]);
  });

  it('yield to a history that is given', () => {
    const twin = named('s1');
    const alone = { ...named('s2'), context: { history: [] } };
    const full = {
      ...named('s3'),
      context: { history: billed('RQD', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08') },
    };
    expect(rulesOf([twin, alone, full], 'doublon')).toEqual([['doublon'], [], []]);
    expect(rulesOf([twin, alone, full], 'quota.')).toEqual([[], [], ['quota.atteint']]);
    expect(rulesOf([twin, { ...alone, context: { history: null } }], 'doublon')).toEqual([['doublon'], []]);
  });

  it('say what a sheet without patient, biller or date lacks', () => {
    const [result] = lintAll([named('s1', { patient: { key: undefined } })], today);
    expect(result!.notChecked).toContainEqual({ rule: 'quota.atteint', missing: ['patient.key'] });
    expect(result!.notChecked).toContainEqual({ rule: 'doublon', missing: ['patient.key'] });
  });

  it('are judged on the day that is given', () => {
    const late = { actDate: '2026-11-23', prescriber: { prescribedOn: '2026-11-20' } };
    expect(rulesOf([named('s1', late)], 'acte.date')).toEqual([['acte.date']]);
    expect(rulesOf([{ ...named('s1', late), context: { today: '2026-11-23' } }], 'acte.date')).toEqual([[]]);
    expect(rulesOf([{ ...named('s1', late), context: { today: undefined } }], 'acte.date')).toEqual([
      ['acte.date'],
    ]);
  });
});

describe('over generated files', { timeout: 60_000 }, () => {
  const files = fc.array(sheets, { minLength: 1, maxLength: 14 });

  it('a file judged at once says what each sheet says with all the others as its history', () => {
    fc.assert(
      fc.property(files, (file) => {
        const together = lintAll(
          file.map((sheet) => ({ sheet })),
          today,
        );
        file.forEach((sheet, at) => {
          const history = file.filter((_, other) => other !== at).flatMap(actsOf);
          expect(comparable(together[at]!)).toEqual(comparable(lint(sheet, { today, history })));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('the order of the file changes nothing', () => {
    const shuffled = files.chain((file) =>
      fc.tuple(fc.constant(file), fc.shuffledSubarray(file, { minLength: file.length })),
    );
    fc.assert(
      fc.property(shuffled, ([file, other]) => {
        const byId = (list: Sheet[]) =>
          new Map(
            lintAll(
              list.map((sheet) => ({ sheet })),
              today,
            ).map((result, at) => [list[at]!.id, result]),
          );
        expect(byId(other)).toEqual(byId(file));
      }),
      { numRuns: 200 },
    );
  });
});
