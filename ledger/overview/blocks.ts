import { z } from '../../rules/zod.ts';
import type { LedgerDatabase, OverviewRow } from '../database.ts';
import { guarded } from '../errors.ts';
import { seal, toBase64, unseal, type LedgerKeys } from '../seal.ts';
import type { Stamp } from './stamp.ts';
import {
  overviewTables,
  pack,
  unpack,
  type OverviewTable,
  type Packed,
  type Summaries,
} from './summaries.ts';

/**
 * Summaries of facts, a thousand sealed together: a hundred blocks open in a fraction of a second where a hundred
 * thousand records take ten. Nothing here is the truth: a block that is missing, altered or of another day is left
 * aside, and the facts it told of are opened one by one instead. One sealed list names the blocks that belong together
 * by their IV, so that an older block put back is not believed.
 */
export const blockSize = 1000;

/** Of what a summary holds: another number, and every block is made again. */
const shape = 2;

export interface Block<T extends OverviewTable = OverviewTable> {
  table: T;
  summaries: Summaries[T][];
  /** `null` = not on the disk yet. */
  row: OverviewRow | null;
}

export interface Kept {
  blocks: Block[];
  /** Of the facts the blocks were made from; `null` = they do not tell all of any moment. */
  stamp: Stamp | null;
}

const listSchema = z.object({
  shape: z.literal(shape),
  stamp: z.object({ chain: z.string(), seq: z.number(), hash: z.string(), merged: z.string() }).nullable(),
  blocks: z.array(z.object({ id: z.string(), table: z.enum(overviewTables), iv: z.string() })),
});

const listId = 'list';
const placeOf = (id: string) => ({ table: 'overview', id, v: shape });
const nothing: Kept = { blocks: [], stamp: null };

export async function readBlocks(database: LedgerDatabase, keys: LedgerKeys): Promise<Kept> {
  const rows = new Map((await guarded(() => database.overview.toArray())).map((row) => [row.id, row]));
  const listRow = rows.get(listId);
  if (!listRow) return nothing;
  const opened = await unseal(keys, placeOf(listId), listRow).catch(() => null);
  const list = listSchema.safeParse(opened);
  if (!list.success) return nothing;
  let whole = true;
  const blocks = await Promise.all(
    list.data.blocks.map(async ({ id, table, iv }): Promise<Block[]> => {
      const row = rows.get(id);
      const packed =
        row && toBase64(row.iv) === iv ? await unseal(keys, placeOf(id), row).catch(() => null) : null;
      if (row && packed) return [{ table, row, summaries: unpack(table, packed as Packed) }];
      whole = false;
      return [];
    }),
  );
  return { blocks: blocks.flat(), stamp: whole ? list.data.stamp : null };
}

/** Seals the blocks that are not on the disk yet, and puts down which belong together. */
export async function writeBlocks(
  database: LedgerDatabase,
  keys: LedgerKeys,
  { blocks, stamp }: Kept,
  isCurrent: () => Promise<boolean>,
): Promise<void> {
  const used = new Set(blocks.flatMap(({ row }) => row?.id ?? []));
  let next = 0;
  const freeId = () => {
    while (used.has(String(next))) next += 1;
    used.add(String(next));
    return String(next);
  };
  const sealed: { block: Block; row: OverviewRow }[] = [];
  for (const block of blocks) {
    if (block.row) continue;
    const id = freeId();
    sealed.push({
      block,
      row: { id, ...(await seal(keys, placeOf(id), pack(block.table, block.summaries))) },
    });
  }
  const rowOf = new Map(sealed.map(({ block, row }) => [block, row]));
  const named = blocks.flatMap((block) => {
    const row = rowOf.get(block) ?? block.row;
    return row ? [{ id: row.id, table: block.table, iv: toBase64(row.iv) }] : [];
  });
  const list = { shape, stamp, blocks: named };
  const listRow: OverviewRow = { id: listId, ...(await seal(keys, placeOf(listId), list)) };
  await guarded(() =>
    database.transaction('rw', database.overview, database.meta, async () => {
      // Erased or merged meanwhile: what was gathered may tell of somebody who is to be forgotten.
      if (!(await isCurrent())) return;
      await database.overview.bulkPut([...sealed.map(({ row }) => row), listRow]);
      const kept = new Set([...named.map(({ id }) => id), listId]);
      const ids = await database.overview.toCollection().primaryKeys();
      await database.overview.bulkDelete(ids.filter((id) => !kept.has(id)));
      for (const { block, row } of sealed) block.row = row;
    }),
  );
}
