import { isTurnedDown, countsAsBilled } from '../standing.ts';
import type { ActRow } from './model.ts';

export interface Month {
  /** `2026-03`. */
  month: string;
  /** Acts billed, by code. */
  acts: Record<string, number>;
  /** Cents of the acts billed, and of those among them that are paid. */
  billed: number;
  paid: number;
  /** Days from act to payment, the median; `null` where none is paid. */
  delay: number | null;
}

export interface Figures {
  /** The oldest first, none left out between the first and the last. */
  months: Month[];
  codes: string[];
  /** Refused and rejected acts by cause, the most frequent first. */
  refusals: { cause: string; count: number; cents: number }[];
  delays: { words: string; count: number }[];
  /** Acts whose amount was not read: they count in no sum. */
  withoutAmount: number;
}

const steps = [
  { words: '7 jours ou moins', most: 7 },
  { words: '8 à 14 jours', most: 14 },
  { words: '15 à 30 jours', most: 30 },
  { words: 'plus de 30 jours', most: Infinity },
] as const;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** `acts` of the months from `from` to `to`, both `YYYY-MM` and included. */
export function figuresOf(acts: readonly ActRow[], from: string, to: string): Figures {
  const months = new Map<string, Month & { delays: number[] }>();
  for (let month = from; month <= to; month = nextMonth(month)) {
    months.set(month, { month, acts: {}, billed: 0, paid: 0, delay: null, delays: [] });
  }
  const codes = new Set<string>();
  const causes = new Map<string, { count: number; cents: number }>();
  const delays = steps.map(({ words }) => ({ words, count: 0 }));
  let withoutAmount = 0;
  for (const act of acts) {
    const month = months.get(act.day.slice(0, 7));
    if (!month) continue;
    if (isTurnedDown(act.standing)) {
      const cause = act.reason || 'Motif non noté';
      const { count, cents } = causes.get(cause) ?? { count: 0, cents: 0 };
      causes.set(cause, { count: count + 1, cents: cents + (act.amount ?? 0) });
    }
    if (!countsAsBilled(act.standing)) continue;
    codes.add(act.code);
    month.acts[act.code] = (month.acts[act.code] ?? 0) + 1;
    month.billed += act.amount ?? 0;
    if (act.amount === null) withoutAmount += 1;
    if (act.standing !== 'paid') continue;
    month.paid += act.paid ?? act.amount ?? 0;
    const delay = act.paidOn === null ? -1 : daysBetween(act.day, act.paidOn);
    if (delay < 0) continue;
    month.delays.push(delay);
    const step = delays[steps.findIndex(({ most }) => delay <= most)];
    if (step) step.count += 1;
  }
  return {
    months: [...months.values()].map(({ delays: all, ...month }) => ({
      ...month,
      delay: all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? null,
    })),
    codes: [...codes].sort(),
    refusals: [...causes].map(([cause, sums]) => ({ cause, ...sums })).sort((a, b) => b.count - a.count),
    delays,
    withoutAmount,
  };
}
