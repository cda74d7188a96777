import { factTables, type ErasedRow, type SealedRow } from './database.ts';
import { erasedIds } from './erasing.ts';
import type { Body } from './facts.ts';
import { takeIn } from './inbox.ts';
import { foundWrongly, openRows, type DamagedRecord } from './rows.ts';
import type { Store } from './store.ts';
import { checkTrail, type RawFact, type TrailFaults, type TrailHead } from './trail.ts';

/** Everything that was found wrong; all empty when the register is whole. */
export interface Health extends TrailFaults {
  damaged: DamagedRecord[];
}

/** Opens everything and holds it against the trail. Long on a large register: for a page, not for the background. */
export async function checkHealth(store: Store): Promise<Health> {
  const keys = await store.ready();
  const letters = await takeIn(store);
  const tables = await store.snapshot();
  const damaged: DamagedRecord[] = letters.map((id) => ({ table: 'inbox', id }));
  const facts: RawFact[] = [];
  const links: { id: string; body: Body<'trail'> }[] = [];
  const lostLinks: { chain: string; seq: number }[] = [];
  for (const table of factTables) {
    const { opened, damaged: closed } = await openRows(keys, table, tables.get(table) as SealedRow[]);
    damaged.push(...(await foundWrongly(keys, opened)).map(({ id }) => ({ table, id })));
    for (const { fact, raw } of opened) {
      if (fact.table === 'trail') links.push({ id: fact.id, body: fact.body as Body<'trail'> });
      else facts.push(raw);
    }
    for (const { id, chain = '', seq = -1 } of closed) {
      damaged.push({ table, id });
      if (table === 'trail') lostLinks.push({ chain, seq });
    }
  }
  const meta = tables.get('meta') as { key: string }[];
  const head = meta.find(({ key }) => key === 'trail-head') as TrailHead | undefined;
  const unreadable = new Set(damaged.map(({ id }) => id));
  const erased = new Set((await erasedIds(keys, tables.get('erased') as ErasedRow[])).keys());
  return { damaged, ...(await checkTrail({ head, links, facts, lostLinks, unreadable, erased })) };
}

/** How many things are wrong. */
export const faultsOfHealth = ({ damaged, broken, cut, altered, missing, untold }: Health): number =>
  damaged.length + broken.length + altered.length + missing.length + untold.length + Number(cut);
