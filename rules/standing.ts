/** Whether the one who signs may bill a code on a day. Read by the checks that fall silent when the answer is no. */
import { openingOf, rightOf } from './nomenclature/tables.ts';
import type { TeCode } from './nomenclature/row.ts';
import type { Profession, Sheet } from './schema.ts';

/**
 * - `closed`: nobody may bill the code that day;
 * - `barred`: others may, this profession may not, or only in cases the sheet does not show;
 * - `entitled`: it may;
 * - `unread`: the day or the profession is not known.
 */
export type Standing = 'closed' | 'barred' | 'entitled' | 'unread';

export function standingOf(
  code: TeCode,
  profession: Profession | null | undefined,
  day: string | null | undefined,
): Standing {
  if (!day) return 'unread';
  const opening = openingOf(code);
  if (day < opening.from || (opening.to !== null && day > opening.to)) return 'closed';
  if (!profession) return 'unread';
  const right = rightOf(code, profession);
  if (!right || right.row.value !== 'billable') return 'barred';
  return right.row.from !== null && day < right.row.from ? 'barred' : 'entitled';
}

/** What has to be read before the standing can be known. */
export function standingMissing(sheet: Sheet): string[] {
  const missing: string[] = [];
  if (!sheet.actDate) missing.push('actDate');
  if (!sheet.biller?.profession) missing.push('biller.profession');
  return missing;
}
