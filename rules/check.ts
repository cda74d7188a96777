/** What a check is: one rule of the model, with its texts, its examples and its judgement. */
import type { Example } from './examples.ts';
import type { RowId } from './nomenclature/index.ts';
import type { TeCode } from './nomenclature/row.ts';
import type { Past } from './past.ts';
import type { Act, Context, Finding, NotChecked, Severity, Sheet } from './schema.ts';
import type { Standing } from './standing.ts';

/** What is known of the line under judgement before any rule speaks. */
export interface Knowledge {
  readonly code: TeCode;
  readonly act: Act;
  /** Place of the line on the sheet. */
  readonly index: number;
  readonly standing: Standing;
  /** `null` when what is needed to count is missing: see `pastMissing`. */
  readonly past: Readonly<Past> | null;
  /** Paths that would be needed to count the past. */
  readonly pastMissing: readonly string[];
}

/** `null`: nothing to say, either because all is well or because the rule does not concern this sheet. */
export type Verdict = Finding | NotChecked | null;

export interface Check {
  readonly id: string;
  /** What the rule asks for, in one French sentence. */
  readonly title: string;
  /** The most it can be; a row that is not CONFIRMED brings a block down to a warning. */
  readonly severity: Severity;
  /** Judged for each line of téléexpertise, or once for the sheet. */
  readonly scope: 'line' | 'sheet';
  /** The rows it rests on. */
  readonly rows: readonly RowId[];
  readonly examples: { readonly pass: readonly Example[]; readonly fire: readonly Example[] };
  check(sheet: Sheet, context: Context, knowledge: Knowledge): Verdict;
}

/**
 * A rule that could not be judged, with the property paths it lacks. Frozen, because checks keep the usual ones and
 * give the same one for every sheet.
 */
export function unread(rule: string, ...missing: string[]): NotChecked {
  return Object.freeze({ rule, missing: Object.freeze(missing) as string[] });
}

export function isUnread(verdict: Finding | NotChecked): verdict is NotChecked {
  return 'missing' in verdict;
}

/** Path of a leaf of the line under judgement. */
export function linePath(knowledge: Knowledge, leaf: keyof Act): string {
  return `acts[${knowledge.index}].${leaf}`;
}

/** Adds the cents that are lost or refused if nothing is done, when they are known. */
export function atStake(finding: Finding, cents: number | null | undefined): Finding {
  if (typeof cents === 'number' && cents > 0) finding.amountAtStake = Math.round(cents);
  return finding;
}
