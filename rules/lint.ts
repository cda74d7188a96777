import { checks } from './checks/index.ts';
import { judge } from './engine.ts';
import type { Context, LintResult, Sheet } from './schema.ts';
import { trustedContext, trustedSheet } from './trust.ts';

/**
 * Judges one sheet. Pure and total: never throws whatever it is given; a value of the wrong kind counts as one that
 * could not be read. Findings come worst first.
 * @param context `today` is not read from the clock: give it, or the rules that need it are left unchecked
 */
export function lint(sheet: Sheet, context: Context): LintResult {
  return judge(checks, trustedSheet(sheet), trustedContext(context));
}
