/** Acts with what became of them. */
import { v7 as newId } from 'uuid';
import { guarded } from './errors.ts';
import type { Body, Fact, Standing } from './facts.ts';
import type { DamagedRecord } from './rows.ts';
import { standingOf } from './standing.ts';
import type { Opened, Store } from './store.ts';

/** An act of the register with where it stands now. */
export interface LedgerAct extends Body<'acts'> {
  id: string;
  standing: Standing;
}

export interface ActsFound {
  acts: LedgerAct[];
  /** Records that cannot be read: what is found may then be incomplete. */
  damaged: DamagedRecord[];
}

/** Act facts with what followed them. Facts that are the same act (merged registers) become one, the oldest. */
export function actsFrom(acts: Fact<'acts'>[], events: Fact<'events'>[]): LedgerAct[] {
  const eventsOf = Map.groupBy(events, ({ body }) => body.act);
  const oldestFirst = [...acts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(oldestFirst, ({ body }) => body.sameAs).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const followed = same.flatMap(({ id }) => eventsOf.get(id) ?? []);
    return [{ ...first.body, id: first.id, standing: standingOf(followed, first.body.standing) }];
  });
}

/** Looks up what followed the acts that were opened. */
export async function withEvents(store: Store, { facts, damaged }: Opened<'acts'>): Promise<ActsFound> {
  const ids = facts.map(({ id }) => id);
  const rows = await guarded(() => store.database.events.where('of').anyOf(ids).toArray());
  const events = await store.open('events', rows);
  return { acts: actsFrom(facts, events.facts), damaged: [...damaged, ...events.damaged] };
}

/** An act by its id; `null` = there is none, `undefined` = it cannot be read. */
export async function actById(store: Store, actId: string): Promise<LedgerAct | null | undefined> {
  const found = await store.byIds('acts', [actId]);
  if (found.damaged.length > 0) return undefined;
  return (await withEvents(store, found)).acts[0] ?? null;
}

/** Adds what became of acts; whether their outcome is still awaited follows from it. Resolves with their ids, in order. */
export async function addEvents(
  store: Store,
  events: readonly Omit<Body<'events'>, 'at' | 'salt'>[],
): Promise<string[]> {
  const drafts = events.map((body) => ({ table: 'events' as const, id: newId(), body }));
  await store.append(drafts, {
    also: async () => {
      for (const { act, standing } of events) {
        if (standing === undefined) continue;
        await (standing === 'intent'
          ? store.database.pending.put({ id: act })
          : store.database.pending.delete(act));
      }
    },
  });
  return drafts.map(({ id }) => id);
}
