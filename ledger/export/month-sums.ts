/** Acts of one month → its sums by code and by state, for paper. */
import type { Standing } from '../facts.ts';
import type { ActRow } from '../overview/model.ts';
import { countsAsBilled } from '../standing.ts';

export interface Sum {
  acts: number;
  /** Cents. */
  amount: number;
  /** Cents. */
  paid: number;
}

export interface CodeSums {
  code: string;
  /** Acts of this code by the words of their state, the most frequent first. */
  states: Array<Sum & { state: string }>;
  /** Those that count as billed: neither unsent nor turned down. */
  billed: Sum;
}

export interface MonthSums {
  codes: CodeSums[];
  billed: Sum;
  /** Acts counted as billed whose amount was not read. */
  withoutAmount: number;
}

const sumOf = (acts: readonly ActRow[]): Sum => ({
  acts: acts.length,
  amount: acts.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  paid: acts.reduce((sum, { standing, paid, amount }) => {
    return standing === 'paid' ? sum + (paid ?? amount ?? 0) : sum;
  }, 0),
});

/** @param words how a standing is said; those said alike are one state */
export function monthSums(acts: readonly ActRow[], words: Readonly<Record<Standing, string>>): MonthSums {
  const billed = acts.filter(({ standing }) => countsAsBilled(standing));
  const codes = [...Map.groupBy(acts, ({ code }) => code)].map(([code, ofCode]) => ({
    code,
    states: [...Map.groupBy(ofCode, ({ standing }) => words[standing])]
      .map(([state, ofState]) => ({ state, ...sumOf(ofState) }))
      .sort((a, b) => b.acts - a.acts),
    billed: sumOf(ofCode.filter(({ standing }) => countsAsBilled(standing))),
  }));
  return {
    codes: codes.sort((a, b) => a.code.localeCompare(b.code, 'fr')),
    billed: sumOf(billed),
    withoutAmount: billed.filter(({ amount }) => amount === null).length,
  };
}
