import type { HistoryAct } from '../rules/schema.ts';
import type { HistoryRow } from '../sites/model.ts';
import type { LedgerAct } from './acts.ts';
import { countsAsBilled, isTurnedDown, isUnsettled } from './standing.ts';

/** Acts of one code on one day, and who speaks of them. */
export interface DayCount {
  code: string;
  /** ISO. */
  day: string;
  /** How many acts there were: the largest number any one source knows of. */
  count: number;
  /** How many each source knows of; `undefined` = it was not asked or could not be read. */
  register: number;
  shown: number | undefined;
  imported: number;
  /** Of the register's, those whose outcome nobody has confirmed. */
  unsettled: number;
}

export interface QuotaHistory {
  /** For the rules. */
  acts: HistoryAct[];
  /** What each count is made of, by day. */
  made: DayCount[];
}

/** One source's view of one code on one day. */
interface Tally {
  billed: number;
  turnedDown: number;
  unsettled: number;
}

const nothing: Tally = { billed: 0, turnedDown: 0, unsettled: 0 };

/** Tallies by source, then by day and code. */
class Tallies {
  readonly #bySource = new Map<string, Map<string, Tally>>();

  add(source: string, key: string, what: Partial<Tally>): void {
    const tallies = this.#bySource.get(source) ?? new Map<string, Tally>();
    this.#bySource.set(source, tallies);
    const { billed, turnedDown, unsettled } = tallies.get(key) ?? nothing;
    tallies.set(key, {
      billed: billed + (what.billed ?? 0),
      turnedDown: turnedDown + (what.turnedDown ?? 0),
      unsettled: unsettled + (what.unsettled ?? 0),
    });
  }

  keys(): string[] {
    return [...new Set([...this.#bySource.values()].flatMap((tallies) => [...tallies.keys()]))].sort();
  }

  of(source: string, key: string): Tally {
    return this.#bySource.get(source)?.get(key) ?? nothing;
  }

  /** Largest value among the sources whose name starts with `prefix`. */
  most(prefix: string, key: string, value: (tally: Tally) => number): number {
    const sources = [...this.#bySource.keys()].filter((source) => source.startsWith(prefix));
    return Math.max(0, ...sources.map((source) => value(this.of(source, key))));
  }
}

/**
 * Puts together what is known of one patient's acts for one biller. The same act is seen by several sources: pressed
 * under our eyes, shown by the software, read in an export. Per code and day the largest count of any one source is
 * taken, never the sum; two exports of different software are two sources as well. An act that one source knows to be
 * refused is taken off the others, which go on showing it.
 *
 * @param about written on every act, so that the rules count it as this patient's and this biller's.
 * @param register acts of the register, of this patient and biller already (`Ledger.actsOf`), imports among them.
 * @param shown rows of the software's own history, of this biller already; `undefined` = none was seen.
 */
export function quotaHistory({
  about,
  register,
  shown,
}: {
  about: { patientKey: string; biller: string };
  register: readonly Pick<LedgerAct, 'code' | 'actDate' | 'standing' | 'origin' | 'software'>[];
  shown: readonly Pick<HistoryRow, 'code' | 'actDate'>[] | undefined;
}): QuotaHistory {
  const tallies = new Tallies();
  const keyOf = (code: string, day: string) => `${day} ${code.trim().toUpperCase()}`;
  for (const { code, actDate, standing, origin, software = '' } of register) {
    const billed = Number(countsAsBilled(standing));
    tallies.add(origin === 'press' ? 'register' : `import ${software}`, keyOf(code, actDate), {
      billed,
      turnedDown: Number(isTurnedDown(standing)),
      unsettled: billed && Number(isUnsettled(standing)),
    });
  }
  for (const { code, actDate } of shown ?? []) tallies.add('shown', keyOf(code, actDate), { billed: 1 });

  const made = tallies.keys().map((key): DayCount => {
    const turnedDown = tallies.most('', key, (tally) => tally.turnedDown);
    const standing = (tally: Tally) => Math.max(0, tally.billed - (turnedDown - tally.turnedDown));
    const register = standing(tallies.of('register', key));
    const seen = shown && standing(tallies.of('shown', key));
    const imported = tallies.most('import', key, standing);
    return {
      code: key.slice(11),
      day: key.slice(0, 10),
      count: Math.max(register, seen ?? 0, imported),
      register,
      shown: seen,
      imported,
      unsettled: tallies.of('register', key).unsettled,
    };
  });
  const acts = made.flatMap(({ code, day, count }) =>
    Array.from({ length: count }, () => ({
      code,
      actDate: day,
      patientKey: about.patientKey,
      billerNumeroAm: about.biller,
    })),
  );
  return { acts, made };
}
