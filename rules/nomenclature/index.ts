/** All that is known, by row id. */
import type { Source } from '../schema.ts';
import { cumul } from './cumul.ts';
import { duties } from './duties.ts';
import { forfait } from './forfait.ts';
import { fse } from './fse.ts';
import { hospital } from './hospital.ts';
import { identifiers } from './identifiers.ts';
import { patients } from './patients.ts';
import { quotaNotes, quotas } from './quotas.ts';
import { rightNotes, rights } from './rights.ts';
import { cite, type Row } from './row.ts';
import { tariffNotes, tariffs } from './tariffs.ts';

const families = [
  tariffs,
  tariffNotes,
  rights,
  rightNotes,
  quotas,
  quotaNotes,
  patients,
  forfait,
  cumul,
  hospital,
  fse,
  identifiers,
  duties,
] as const;

export type RowId = (typeof families)[number][number]['id'];

export const nomenclature: readonly Row[] = Object.freeze(families.flat());

const byId = new Map<string, Row>(nomenclature.map((row) => [row.id, row]));

export function rowOf(id: RowId): Row {
  return byId.get(id)!;
}

/** The source a finding shows when it rests on this row alone. */
export function sourceOf(id: RowId): Source {
  return cite(rowOf(id));
}
