import { expect, test } from 'vitest';
import type { Fact, Standing } from '../../ledger/facts.ts';
import { standingOf } from '../../ledger/standing.ts';

const events = (...standings: Standing[]): Fact<'events'>[] =>
  standings.map((standing, at) => ({
    table: 'events',
    id: `e${at}`,
    v: 1,
    body: { at, salt: '', act: 'a', standing },
  }));

test.each<[Standing, Standing[]]>([
  ['intent', []],
  ['left', ['left']],
  ['left', ['stayed', 'left']],
  ['secured', ['left', 'secured']],
  ['secured', ['secured', 'stayed']],
  ['paid', ['secured', 'paid', 'left']],
  ['refused', ['paid', 'refused']],
  ['not-secured', ['stayed', 'not-secured', 'left']],
  ['intent', ['not-secured', 'intent']],
  ['left', ['not-secured', 'intent', 'left']],
])('is %s after %j, in whatever order it is read', (standing, followed) => {
  expect(standingOf(events(...followed))).toBe(standing);
  expect(standingOf(events(...followed).reverse())).toBe(standing);
});
