import { teCode } from './codes.ts';
import { tariffOn } from './nomenclature/tables.ts';
import type { Confidence, Profession, Source, Territory } from './schema.ts';
import { standingOf } from './standing.ts';

export interface TariffQuestion {
  code: string;
  /** ISO. */
  actDate: string;
  profession: Profession;
  territory: Territory;
}

export interface Tariff {
  /** Cents for one act. */
  cents: number;
  confidence: Confidence;
  source: Source;
}

/**
 * The dated tariff of one act. `null` when the code is not téléexpertise, is closed that day, may not be billed by the
 * profession, or when no amount was ever found. A dentist's limited cases are answered: the amount does not depend on
 * the case.
 */
export function tariffOf({ code, actDate, profession, territory }: TariffQuestion): Tariff | null {
  const act = teCode(code);
  if (!act) return null;
  const standing = standingOf(act, profession, actDate);
  if (standing !== 'entitled' && !(standing === 'barred' && profession === 'chirurgien-dentiste'))
    return null;
  const cell = tariffOn(act, profession, territory, actDate);
  if (!cell || cell.row.value === null) return null;
  return { cents: cell.row.value, confidence: cell.row.confidence, source: cell.source };
}
