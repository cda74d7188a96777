import { z } from '../../rules/zod.ts';
import type { LedgerDatabase, OverviewRow } from '../database.ts';
import { guarded } from '../errors.ts';
import { seal, toBase64, unseal, type LedgerKeys } from '../seal.ts';
import type { ActRow } from './model.ts';
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
const shape = 3;

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

/** What is seen first: the latest lines, and what all of them come to. */
export interface FirstSight {
  /** The latest day first. */
  rows: ActRow[];
  /** How many acts there are in all, and their sum in cents. */
  acts: number;
  cents: number;
}

const listSchema = z.object({
  shape: z.literal(shape),
  stamp: z.object({ chain: z.string(), seq: z.number(), hash: z.string(), merged: z.string() }).nullable(),
  blocks: z.array(z.object({ id: z.string(), table: z.enum(overviewTables), iv: z.string() })),
  /** IV of the lines seen first. */
  first: z.string(),
});
type List = z.infer<typeof listSchema>;

const listId = 'list';
const firstId = 'first';
const placeOf = (id: string) => ({ table: 'overview', id, v: shape });

/** Blocks read and opened in one go: a few milliseconds of work, then the page may draw. */
const together = 4;

/** Lets the page draw and answer. A timer would wait four milliseconds each time. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Which blocks belong together; `null` = none, or the list is not one. */
export async function readList(database: LedgerDatabase, keys: LedgerKeys): Promise<List | null> {
  const row = await guarded(() => database.overview.get(listId));
  const opened = row && (await unseal(keys, placeOf(listId), row).catch(() => null));
  const list = listSchema.safeParse(opened);
  return list.success ? list.data : null;
}

/** The lines seen first, as true as the blocks of the same list. */
export async function readFirst(
  database: LedgerDatabase,
  keys: LedgerKeys,
  list: List,
): Promise<FirstSight | null> {
  const row = await guarded(() => database.overview.get(firstId));
  if (!row || toBase64(row.iv) !== list.first) return null;
  return (await unseal(keys, placeOf(firstId), row).catch(() => null)) as FirstSight | null;
}

/** @param onBlock given each block as it is opened. */
export async function readBlocks(
  database: LedgerDatabase,
  keys: LedgerKeys,
  list: List,
  onBlock: (block: Block) => void,
): Promise<Kept> {
  const kept: Kept = { blocks: [], stamp: list.stamp };
  const open = async ({ id, table, iv }: List['blocks'][number], row: OverviewRow | undefined) => {
    const packed =
      row && toBase64(row.iv) === iv ? await unseal(keys, placeOf(id), row).catch(() => null) : null;
    return row && packed ? { table, row, packed: packed as Packed } : null;
  };
  const read = async (from: number) => {
    const named = list.blocks.slice(from, from + together);
    const rows = await guarded(() => database.overview.bulkGet(named.map(({ id }) => id)));
    return Promise.all(named.map((one, at) => open(one, rows[at])));
  };
  // Two pieces ahead: the disk and the cipher work while the page takes in what came before.
  const ahead: ReturnType<typeof read>[] = [];
  const readAhead = (from: number) => {
    const piece = read(from);
    piece.catch(() => undefined);
    ahead.push(piece);
  };
  readAhead(0);
  readAhead(together);
  for (let from = 0; from < list.blocks.length; from += together) {
    const found = (await ahead.shift()) ?? [];
    readAhead(from + 2 * together);
    await turn();
    for (const one of found) {
      if (!one) {
        kept.stamp = null;
        continue;
      }
      const { table, row, packed } = one;
      const block: Block = { table, row, summaries: unpack(table, packed) };
      onBlock(block);
      kept.blocks.push(block);
    }
  }
  return kept;
}

/** Seals the blocks that are not on the disk yet, and puts down which belong together. */
export async function writeBlocks(
  database: LedgerDatabase,
  keys: LedgerKeys,
  { blocks, stamp, first }: Kept & { first: FirstSight },
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
  const firstRow: OverviewRow = { id: firstId, ...(await seal(keys, placeOf(firstId), first)) };
  const list: List = { shape, stamp, blocks: named, first: toBase64(firstRow.iv) };
  const listRow: OverviewRow = { id: listId, ...(await seal(keys, placeOf(listId), list)) };
  await guarded(() =>
    database.transaction('rw', database.overview, database.meta, async () => {
      // Erased or merged meanwhile: what was gathered may tell of somebody who is to be forgotten.
      if (!(await isCurrent())) return;
      await database.overview.bulkPut([...sealed.map(({ row }) => row), firstRow, listRow]);
      const kept = new Set([...named.map(({ id }) => id), firstId, listId]);
      const ids = await database.overview.toCollection().primaryKeys();
      await database.overview.bulkDelete(ids.filter((id) => !kept.has(id)));
      for (const { block, row } of sealed) block.row = row;
    }),
  );
}
