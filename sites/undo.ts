import type { PlanStep, WriteReport } from './model.ts';

/** Steps that put back what a writing changed. A field whose former value nobody could read is left out. */
export function undoSteps(report: WriteReport): PlanStep[] {
  return report.results.flatMap(({ field, outcome }) => {
    const former = report.before[field];
    const changed = outcome === 'written' || outcome === 'changed-by-page';
    return changed && field in report.before && former !== undefined ? { field, want: former ?? '' } : [];
  });
}
