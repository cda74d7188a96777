/** The dated rows arranged for judging: one look-up per code, profession and territory, sources cited beforehand. */
import { professions, territories, type Profession, type Source, type Territory } from '../schema.ts';
import { quotas } from './quotas.ts';
import { rights } from './rights.ts';
import {
  cite,
  startConfidence,
  teCodes,
  type ActRow,
  type QuotaRow,
  type RightRow,
  type TariffRow,
  type TeCode,
} from './row.ts';
import { tariffs } from './tariffs.ts';

export interface Cell<R> {
  readonly row: R;
  /** Source of the value. */
  readonly source: Source;
  /** Source of the first day. */
  readonly startSource: Source;
}

/** When a code is open to anybody at all. */
export interface Opening {
  readonly from: string;
  readonly to: string | null;
  readonly source: Source;
}

function cell<R extends ActRow>(row: R): Cell<R> {
  return { row, source: cite(row), startSource: cite(row, startConfidence(row)) };
}

function concerns(row: ActRow, code: TeCode, profession: Profession): boolean {
  return row.code === code && (row.professions === 'all' || row.professions.includes(profession));
}

function record<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}

function on<R extends ActRow>(cells: readonly Cell<R>[], day: string): Cell<R> | undefined {
  for (const each of cells) {
    const { from, to } = each.row;
    if ((from === null || day >= from) && (to === null || day <= to)) return each;
  }
  return undefined;
}

const rightTable = record(teCodes, (code) =>
  record(professions, (profession) => {
    const row = rights.find((right) => concerns(right, code, profession));
    return row && cell<RightRow>(row);
  }),
);

const openings = record(teCodes, (code): Opening => {
  const billable: RightRow[] = rights.filter((row) => row.code === code && row.value === 'billable');
  const first = billable.reduce((a, b) => (b.from! < a.from! ? b : a));
  const ends = billable.map((row) => row.to);
  const to = ends.includes(null) ? null : ends.reduce((a, b) => (b! > a! ? b : a))!;
  return { from: first.from!, to, source: cite(first) };
});

const tariffTable = record(teCodes, (code) =>
  record(professions, (profession) =>
    record(territories, (territory) =>
      tariffs
        .filter((row) => concerns(row, code, profession) && row.territories.some((t) => t === territory))
        .map((row) => cell<TariffRow>(row))
        .reverse(),
    ),
  ),
);

const quotaTable = record(teCodes, (code) =>
  record(professions, (profession) =>
    quotas
      .filter((row) => concerns(row, code, profession))
      .map((row) => cell<QuotaRow>(row))
      .reverse(),
  ),
);

export function openingOf(code: TeCode): Opening {
  return openings[code];
}

/** The right of a profession, whatever the day; `undefined` when no text ever gave one. */
export function rightOf(code: TeCode, profession: Profession): Cell<RightRow> | undefined {
  return rightTable[code][profession];
}

/** The tariff row in force on a day, which may say that no amount was found. */
export function tariffOn(
  code: TeCode,
  profession: Profession,
  territory: Territory,
  day: string,
): Cell<TariffRow> | undefined {
  return on(tariffTable[code][profession][territory], day);
}

export function quotaOn(code: TeCode, profession: Profession, day: string): Cell<QuotaRow> | undefined {
  return on(quotaTable[code][profession], day);
}
