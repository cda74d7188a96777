import { expect, test } from 'vitest';
import { standingWords } from '../../../components/register/acts/words.ts';
import { monthSums } from '../../../ledger/export/month-sums.ts';
import { actRow } from './rows.ts';

test('a month is summed by code and state; what was refused or never sent is not billed', () => {
  const sums = monthSums(
    [
      actRow({ code: 'RQD', standing: 'paid', amount: 1000, paid: 990 }),
      actRow({ code: 'RQD', standing: 'left', amount: 1000 }),
      actRow({ code: 'RQD', standing: 'secured', amount: 1000 }),
      actRow({ code: 'RQD', standing: 'refused', amount: 1000 }),
      actRow({ code: 'TE2', standing: 'not-secured', amount: 2300 }),
    ],
    standingWords,
  );
  expect(sums.codes.map(({ code, billed }) => [code, billed])).toEqual([
    ['RQD', { acts: 3, amount: 3000, paid: 990 }],
    ['TE2', { acts: 0, amount: 0, paid: 0 }],
  ]);
  // Two standings that are said alike are one line.
  expect(sums.codes[0]?.states.map(({ state, acts }) => [state, acts])).toEqual([
    ['Envoyé', 2],
    ['Payé', 1],
    ['Refusé', 1],
  ]);
  expect(sums.billed).toEqual({ acts: 3, amount: 3000, paid: 990 });
});

test('an act whose amount was not read is counted as an act, and said to be in no sum', () => {
  const sums = monthSums([actRow({ amount: null }), actRow({ amount: 1000 })], standingWords);
  expect(sums.billed).toEqual({ acts: 2, amount: 1000, paid: 0 });
  expect(sums.withoutAmount).toBe(1);
});
