import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintAll } from '../../rules/batch.ts';
import { checks } from '../../rules/checks/index.ts';
import { lint } from '../../rules/lint.ts';
import { quotaCounts } from '../../rules/quota.ts';
import { contextSchema, sheetSchema, type Context, type LintResult, type Sheet } from '../../rules/schema.ts';
import { severityOrder } from '../../rules/severity.ts';
import { trustedContext, trustedSheet } from '../../rules/trust.ts';
import { contexts, sheets } from './generated-sheets.ts';

/** What each rule says of a sheet: its severities, or that it was left unchecked. */
function outcomes({ findings, notChecked }: LintResult): Map<string, string> {
  const said = new Map<string, string>(checks.map(({ id }) => [id, '']));
  for (const { rule, severity } of findings) said.set(rule, `${said.get(rule)} ${severity}`.trim());
  for (const { rule } of notChecked) said.set(rule, `${said.get(rule)} unchecked`.trim());
  return said;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

type Path = readonly (string | number)[];

/** Every leaf that holds something, in the sheet or in the context. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...inside] : inside;
}

function without<T>(whole: T, path: Path): T {
  const copy = structuredClone(whole);
  const last = path.at(-1)!;
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => (at as Record<string, unknown>)[key] as object, copy as object);
  (parent as Record<string, unknown>)[last] = undefined;
  return copy;
}

/** Their absence is answered by a default of the model, so it is known, not unread; the biller holds two of them. */
const defaults = ['quantity', 'excess', 'territory', 'structure', 'biller'];
/** Nothing judges these. */
const idle = ['id', 'sentDate'];

const runs = { numRuns: 400 };
/** Generation is slow on a busy machine; the time says nothing about the rules. */
const patient = 60_000;

describe('over generated sheets', { timeout: patient }, () => {
  it('nothing blocks on what nobody confirmed', () => {
    let blocks = 0;
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        for (const { severity, source } of lint(sheet, context).findings) {
          if (severity !== 'block') continue;
          blocks++;
          expect(source.confidence).toBe('CONFIRMED');
        }
      }),
      runs,
    );
    expect(blocks).toBeGreaterThan(100);
  });

  it('findings come worst first', () => {
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        const ranks = lint(sheet, context).findings.map(({ severity }) => severityOrder.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
      runs,
    );
  });

  it('a rule left unchecked names what it lacks', () => {
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        for (const { missing } of lint(sheet, context).notChecked) expect(missing.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  // No unread value passes: taking one away leaves every rule as it was, or unchecked. It never turns a finding into
  // silence, nor silence into a finding.
  it('taking a value away makes a rule unchecked or leaves it as it was', () => {
    let removed = 0;
    fc.assert(
      fc.property(sheets, contexts, fc.infiniteStream(fc.nat()), (sheet, context, picks) => {
        const whole = { sheet, context };
        const lines = sheet.acts?.length ?? 0;
        const paths = leavesOf(whole).filter((path) => {
          const last = String(path.at(-1));
          if (path.length === 1 || defaults.includes(last) || idle.includes(last)) return false;
          // With two lines, what concerns the sheet as a whole is judged on the other one.
          return !(path[1] === 'acts' && lines > 1 && (last === 'code' || typeof path.at(-1) === 'number'));
        });
        fc.pre(paths.length > 0);
        const before = outcomes(lint(sheet, context));
        for (const pick of picks.take(6)) {
          const path = paths[pick % paths.length]!;
          const less = without(whole, path);
          const after = outcomes(lint(less.sheet, less.context));
          removed++;
          for (const { id } of checks) {
            const now = after.get(id)!;
            if (now === before.get(id) || now.includes('unchecked')) continue;
            expect.fail(`${id} went from "${before.get(id)}" to "${now}" without ${path.join('.')}`);
          }
        }
      }),
      runs,
    );
    expect(removed).toBeGreaterThan(1000);
  });

  it('an absent default is that default', () => {
    const filled = (sheet: Sheet): Sheet => ({
      ...sheet,
      acts: sheet.acts?.map((act) => ({
        ...act,
        quantity: act.quantity === undefined ? 1 : act.quantity,
        excess: act.excess === undefined ? 0 : act.excess,
      })),
      biller: {
        ...sheet.biller,
        territory: sheet.biller?.territory === undefined ? 'metropole' : sheet.biller.territory,
        structure: sheet.biller?.structure === undefined ? 'liberal' : sheet.biller.structure,
      },
    });
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        fc.pre(Array.isArray(sheet.acts));
        expect(lint(filled(sheet), context)).toEqual(lint(sheet, context));
      }),
      runs,
    );
  });

  it('the same question has the same answer, and nothing that was given is altered', () => {
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        const first = lint(deepFreeze(sheet), deepFreeze(context));
        expect(lint(structuredClone(sheet), structuredClone(context))).toEqual(first);
      }),
      runs,
    );
  });
});

describe('whatever it is given', { timeout: patient }, () => {
  const junk = fc.anything({
    withNullPrototype: true,
    withDate: true,
    withMap: true,
    withBigInt: true,
    withSparseArray: true,
  });

  /** A good sheet with one leaf, group or line replaced by anything. */
  const spoiled = fc.tuple(sheets, contexts, junk, fc.nat()).map(([sheet, context, thing, pick]) => {
    const whole = structuredClone({ sheet, context }) as { sheet: unknown; context: unknown };
    const paths = leavesOf(whole);
    const path = paths[pick % paths.length]!;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as never, whole as never);
    parent[path.at(-1)!] = thing;
    return whole as { sheet: Sheet; context: Context };
  });

  const ids = new Set(checks.map(({ id }) => id));

  function wellFormed({ applies, findings, notChecked }: LintResult): void {
    const said = findings.every(
      ({ rule, severity, message, source }) =>
        ids.has(rule) &&
        severityOrder.includes(severity) &&
        !/undefined|NaN|\[object/.test(message) &&
        source.title !== '',
    );
    const unsaid = notChecked.every(({ rule, missing }) => ids.has(rule) && missing.length > 0);
    if (typeof applies !== 'boolean' || !said || !unsaid)
      expect.fail(JSON.stringify({ findings, notChecked }));
  }

  it('lint answers', () => {
    fc.assert(
      fc.property(junk, junk, (a, b) => wellFormed(lint(a as Sheet, b as Context))),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(spoiled, ({ sheet, context }) => wellFormed(lint(sheet, context))),
      { numRuns: 1000 },
    );
  });

  it('the counts of the panel answer', () => {
    fc.assert(
      fc.property(junk, junk, (a, b) => void expect(quotaCounts(a as Sheet, b as Context)).toBeNull()),
      runs,
    );
    fc.assert(
      fc.property(spoiled, ({ sheet, context }) => void quotaCounts(sheet, context)),
      { numRuns: 1000 },
    );
  });

  it('a batch answers once per item', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(spoiled, junk as fc.Arbitrary<never>), { maxLength: 6 }), (items) => {
        const results = lintAll(items, '2026-11-22');
        expect(results).toHaveLength(items.length);
        results.forEach(wellFormed);
      }),
      runs,
    );
  });

  it('what is kept of it fits the model, and what fits is kept as it is', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled, fc.record({ sheet: junk, context: junk })), ({ sheet, context }) => {
        expect(sheetSchema.safeParse(trustedSheet(sheet)).error?.message).toBeUndefined();
        const { history: _history, consent: _consent, ...rest } = trustedContext(context);
        expect(contextSchema.safeParse(rest).error?.message).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(sheets, contexts, (sheet, context) => {
        expect(trustedSheet(sheet)).toBe(sheet);
        expect(trustedContext(context)).toBe(context);
      }),
      runs,
    );
  });
});
