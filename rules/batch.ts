import { checks } from './checks/index.ts';
import { judge } from './engine.ts';
import { FileHistory } from './file-history.ts';
import type { Context, LintResult, Sheet } from './schema.ts';
import { trustedContext, trustedSheet } from './trust.ts';

export interface BatchItem {
  sheet: Sheet;
  context?: Context | undefined;
}

function withToday(context: Context, bare: Context): Context {
  return context.today === undefined ? { ...context, ...bare } : context;
}

/**
 * Judges a file of sheets: one result per item, in the order of the items, whatever that order is. The sheets are each
 * other's history, unless an item's context brings its own.
 * @param today ISO; used where an item's context has none
 */
export function lintAll(items: readonly BatchItem[], today: string): LintResult[] {
  const sheets = items.map((item) => trustedSheet(item?.sheet));
  const history = new FileHistory(sheets);
  const bare = trustedContext({ today });
  let at = 0;
  const counter = (line: number) => history.pastOf(at, line);
  return sheets.map((sheet, index) => {
    at = index;
    const given = items[index]?.context;
    return judge(checks, sheet, given ? withToday(trustedContext(given), bare) : bare, counter);
  });
}
