import type { Finding, Severity } from './schema.ts';

/** Worst first. */
export const severityOrder: readonly Severity[] = ['block', 'warn', 'info'];

const rank: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };

/** Worst first; for `Array.prototype.sort`, which keeps equal ones in the order of the rules. */
export function compareFindings(a: Finding, b: Finding): number {
  return rank[a.severity] - rank[b.severity];
}
