/** Runs checks over one sheet. No clock, no storage, no exception: the same input always gives the same result. */
import { isUnread, unread, type Check, type Knowledge, type Verdict } from './check.ts';
import { teCode } from './codes.ts';
import type { TeCode } from './nomenclature/row.ts';
import { pastOf, type Past } from './past.ts';
import type { Context, LintResult, Sheet } from './schema.ts';
import { compareFindings } from './severity.ts';
import { standingOf } from './standing.ts';

/** Counts what was billed before for a line, from somewhere else than the context: a file read as a whole. */
export type PastCounter = (line: number) => Readonly<Past> | null;

const none: readonly never[] = Object.freeze([]);

function missingForPast(sheet: Sheet, historyRead: boolean): string[] {
  const missing: string[] = [];
  if (!sheet.actDate) missing.push('actDate');
  if (!sheet.patient?.key) missing.push('patient.key');
  if (!sheet.biller?.numeroAm) missing.push('biller.numeroAm');
  if (!historyRead) missing.push('history');
  return missing;
}

function countPast(sheet: Sheet, { history }: Context, code: TeCode, line: number, counter?: PastCounter) {
  if (history === undefined && counter) return counter(line);
  const { actDate } = sheet;
  const key = sheet.patient?.key;
  const numeroAm = sheet.biller?.numeroAm;
  if (history === undefined || !actDate || !key || !numeroAm) return null;
  return pastOf(history ?? none, code, actDate, key, numeroAm);
}

/** One rule that fails must not silence the others: it is left unchecked, for want of nothing nameable. */
function ask(check: Check, sheet: Sheet, context: Context, known: Knowledge): Verdict {
  try {
    return check.check(sheet, context, known);
  } catch {
    return unread(check.id);
  }
}

function run(checks: readonly Check[], sheet: Sheet, context: Context, known: Knowledge, result: LintResult) {
  const first = !result.applies;
  for (const check of checks) {
    if (check.scope === 'sheet' && !first) continue;
    const verdict = ask(check, sheet, context, known);
    if (verdict === null) continue;
    if (isUnread(verdict)) {
      result.notChecked.push(verdict);
      continue;
    }
    // The law of the house, kept in one place: what nobody has confirmed never blocks.
    if (verdict.severity === 'block' && verdict.source.confidence !== 'CONFIRMED') verdict.severity = 'warn';
    result.findings.push(verdict);
  }
}

/** Paths of the lines whose code could not be read: any of them may be téléexpertise. */
function unreadCodes(sheet: Sheet): string[] {
  if (sheet.acts === undefined) return ['acts'];
  const missing: string[] = [];
  sheet.acts?.forEach((act, index) => {
    if (act.code === undefined) missing.push(`acts[${index}].code`);
  });
  return missing;
}

/** What a line that could not be read would have been judged by is left unchecked, so that none of it says OK. */
function leaveUnchecked(checks: readonly Check[], sheet: Sheet, result: LintResult): void {
  const missing = unreadCodes(sheet);
  if (missing.length === 0) return;
  for (const check of checks) {
    if (!result.applies || check.scope === 'line') result.notChecked.push(unread(check.id, ...missing));
  }
  result.applies = true;
}

/**
 * @param sheet as given back by `trustedSheet`
 * @param context as given back by `trustedContext`
 * @param counter used when the context holds no history
 */
export function judge(
  checks: readonly Check[],
  sheet: Sheet,
  context: Context,
  counter?: PastCounter,
): LintResult {
  const result: LintResult = { applies: false, findings: [], notChecked: [] };
  const acts = sheet.acts ?? none;
  for (let index = 0; index < acts.length; index++) {
    const act = acts[index]!;
    const code = act.code ? teCode(act.code) : null;
    if (!code) continue;
    const standing = standingOf(code, sheet.biller?.profession, sheet.actDate);
    const past = countPast(sheet, context, code, index, counter);
    const historyRead = context.history !== undefined || counter !== undefined;
    const pastMissing = past ? none : missingForPast(sheet, historyRead);
    run(checks, sheet, context, { code, act, index, standing, past, pastMissing }, result);
    result.applies = true;
  }
  leaveUnchecked(checks, sheet, result);
  if (result.findings.length > 1) result.findings.sort(compareFindings);
  // A list that grew holds room for seventeen; of a million results that is most of the memory.
  if (result.findings.length > 0) result.findings = result.findings.slice();
  if (result.notChecked.length > 0) result.notChecked = result.notChecked.slice();
  return result;
}
