/** The yearly limit: how much of it is used, in the two readings of "par an" that no text decides between. */
import { teCode } from './codes.ts';
import { unread, type Knowledge } from './check.ts';
import { quotas } from './nomenclature/quotas.ts';
import { quotaOn, type Cell } from './nomenclature/tables.ts';
import type { QuotaRow, TeCode } from './nomenclature/row.ts';
import { pastOf, type Past } from './past.ts';
import type { Context, NotChecked, Sheet, Source } from './schema.ts';
import { standingMissing } from './standing.ts';
import { trustedContext, trustedSheet } from './trust.ts';

/**
 * - `over`: the civil year is full, which fills both windows;
 * - `rolling-over`: only the twelve months are full;
 * - `last`: this act is the last one allowed in one of them;
 * - `free`: others may follow.
 */
export type QuotaState = 'over' | 'rolling-over' | 'last' | 'free';

export function quotaState(limit: number, civil: number, rolling: number): QuotaState {
  if (civil >= limit) return 'over';
  if (rolling >= limit) return 'rolling-over';
  return Math.max(civil, rolling) + 1 === limit ? 'last' : 'free';
}

/** The rows that hold a limit. */
export const quotaRowIds = quotas.filter((row) => row.value !== null).map((row) => row.id);

export interface QuotaFacts {
  state: QuotaState;
  limit: number;
  cell: Cell<QuotaRow>;
  past: Readonly<Past>;
}

/** Where this act stands, for the three checks of the quota; `null` when they have nothing to say. */
export function quotaFacts(rule: string, sheet: Sheet, knowledge: Knowledge): QuotaFacts | NotChecked | null {
  const { code, standing, past, pastMissing } = knowledge;
  if (standing === 'closed' || standing === 'barred') return null;
  if (standing === 'unread' || !past) {
    return unread(rule, ...new Set([...standingMissing(sheet), ...pastMissing]));
  }
  const cell = quotaOn(code, sheet.biller!.profession!, sheet.actDate!);
  const limit = cell?.row.value;
  if (!cell || typeof limit !== 'number') return null;
  const state = quotaState(limit, past.civil, past.rolling);
  if (past.unsure > 0 && state !== 'over') {
    // Acts that may or may not count would change the answer: then there is none.
    const most = quotaState(limit, past.civil + past.unsure, past.rolling + past.unsure);
    if (most !== state) return unread(rule, 'history');
  }
  return { state, limit, cell, past };
}

/** `4 RQD par an et par patient`. */
export function limitPhrase(code: TeCode, { limit }: QuotaFacts): string {
  return `${limit} ${code} par an et par patient`;
}

/** What was counted, and from where: acts billed at another cabinet are invisible. */
export function countPhrase({ past }: QuotaFacts, day: string): string {
  return `${past.civil} en ${day.slice(0, 4)} et ${past.rolling} sur 12 mois, d’après les actes connus ici`;
}

export interface QuotaCounts {
  code: TeCode;
  /** Acts allowed per year; `null` when the profession may not bill the code or when no limit is known. */
  limit: number | null;
  /** Others already billed in the calendar year of the act, this sheet excluded. */
  civil: { used: number; year: number };
  /** Others already billed in the twelve months that end on the act date. */
  rolling: { used: number };
  /** Where the limit comes from. */
  source: Source | null;
}

/**
 * The two counts for the first line of téléexpertise. `null` when the code, the act date, the patient, the biller or
 * the history is not known.
 */
export function quotaCounts(sheetGiven: Sheet, contextGiven: Context): QuotaCounts | null {
  const sheet = trustedSheet(sheetGiven);
  const { history } = trustedContext(contextGiven);
  const code = sheet.acts?.map((act) => (act.code ? teCode(act.code) : null)).find((each) => each !== null);
  const { actDate, biller, patient } = sheet;
  if (!code || !actDate || !patient?.key || !biller?.numeroAm || history === undefined) return null;
  const past = pastOf(history ?? [], code, actDate, patient.key, biller.numeroAm);
  const cell = biller.profession ? quotaOn(code, biller.profession, actDate) : undefined;
  return {
    code,
    limit: cell?.row.value ?? null,
    civil: { used: past.civil, year: Number(actDate.slice(0, 4)) },
    rolling: { used: past.rolling },
    source: cell?.source ?? null,
  };
}
