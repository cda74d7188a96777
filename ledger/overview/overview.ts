import { factTables, type SealedRow } from '../database.ts';
import { guarded } from '../errors.ts';
import type { Body } from '../facts.ts';
import { takeIn } from '../inbox.ts';
import { openRows, type DamagedRecord } from '../rows.ts';
import type { Store } from '../store.ts';
import {
  blockSize,
  readBlocks,
  readFirst,
  readList,
  writeBlocks,
  type Block,
  type FirstSight,
} from './blocks.ts';
import { OverviewModel, type OverviewRows } from './model.ts';
import { sameStamp, stampOf, type Stamp } from './stamp.ts';
import { overviewTables, summaryOf, type OverviewTable, type Summaries } from './summaries.ts';

export interface OverviewState extends OverviewRows {
  /** Records opened one by one because no block tells of them yet; `null` = all is known. */
  opening: { done: number; total: number } | null;
  /** While the blocks of a large register are being read: true already, but only the latest lines. */
  first: FirstSight | null;
  /** Records that do not open. What is shown may then be incomplete. */
  damaged: DamagedRecord[];
}

/** The register as the page shows it: all of it in memory while it is unlocked, nothing of it on the disk in clear. */
export interface Overview {
  state(): OverviewState;
  subscribe(listener: () => void): () => void;
  /** Reads what is new. Resolves once everything is known. Rejects with a `LedgerError`. */
  refresh(): Promise<void>;
  /**
   * Opens every record that only a block has told of, a few at a time, and names those that do not open. Goes on for
   * as long as `pause` resolves with true.
   */
  verify(pause: () => Promise<boolean>): Promise<void>;
}

/** Records opened in one go: some ten milliseconds, so that scrolling goes on meanwhile. */
const batch = 400;

/** The same while a person may be about to scroll. */
const unseenBatch = 100;

/** Lines are drawn again at most this often while records are opened. Ms. */
const drawEvery = 250;

/** Drawing a large register takes its time: at most this share of the whole goes to it. */
const drawShare = 0.1;

/** Lines kept apart to be seen first: some screens of them. */
const firstLines = 300;

/** A smaller register is read whole before the eye has moved. Acts. */
const firstSightFrom = 5000;

/** With more links than this since the blocks were made, asking for all ids is quicker. */
const mostLinks = 400;

const noRows: OverviewRows = { acts: [], consents: [], reports: [], cases: [] };

/** Records to be opened in one go. */
interface Piece {
  table: OverviewTable;
  /** In the order of the table. */
  ids: string[];
  /** The table holds no other between the first and the last: read together, each costs a tenth. */
  isRun: boolean;
}

/** @param all ids of a table, in its order. */
function piecesOf(
  table: OverviewTable,
  all: readonly string[],
  isWanted: (id: string) => boolean,
  size = batch,
): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece | null = null;
  let isGap = false;
  for (const id of all) {
    if (!isWanted(id)) {
      isGap = true;
      continue;
    }
    if (piece && piece.ids.length < size) {
      piece.ids.push(id);
      if (isGap) piece.isRun = false;
    } else pieces.push((piece = { table, ids: [id], isRun: true }));
    isGap = false;
  }
  return pieces;
}
const isOverview = (table: string): table is OverviewTable =>
  (overviewTables as readonly string[]).includes(table);

export function openOverview(store: Store, { worthAFirstSight = firstSightFrom } = {}): Overview {
  const { database } = store;
  let model = new OverviewModel();
  let blocks: Block[] = [];
  let stamp: Stamp | null = null;
  let loaded = false;
  let state: OverviewState = { ...noRows, opening: { done: 0, total: 0 }, first: null, damaged: [] };
  const damaged = new Map<string, DamagedRecord>();
  const opened = new Set<string>();
  const listeners = new Set<() => void>();

  function publish(opening: OverviewState['opening']): void {
    tell({ ...model.rows(), opening, first: null, damaged: [...damaged.values()] });
  }

  function tell(next: OverviewState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function firstSight(): FirstSight {
    const { acts } = model.rows();
    const cents = acts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    return { rows: acts.slice(0, firstLines), acts: acts.length, cents };
  }

  /** The last block of a table is sealed again as it fills; the full ones before it never are. */
  function toBlocks<T extends OverviewTable>(table: T, summaries: readonly Summaries[T][]): void {
    let rest = [...summaries];
    const last = blocks.findLast((block) => block.table === table) as Block<T> | undefined;
    if (last && last.summaries.length < blockSize) {
      const room = blockSize - last.summaries.length;
      last.summaries = [...last.summaries, ...rest.slice(0, room)];
      last.row = null;
      rest = rest.slice(room);
    }
    while (rest.length > 0) {
      blocks.push({ table, summaries: rest.slice(0, blockSize), row: null } as Block);
      rest = rest.slice(blockSize);
    }
  }

  async function rowsOf({ table, ids, isRun }: Piece): Promise<SealedRow[]> {
    const [first = '', last = ''] = [ids[0], ids.at(-1)];
    const rows = await guarded(() =>
      isRun
        ? database[table].where(':id').between(first, last, true, true).toArray()
        : database[table].bulkGet(ids),
    );
    return rows.filter((row) => row !== undefined);
  }

  async function openPiece<T extends OverviewTable>(table: T, rows: readonly SealedRow[]): Promise<void> {
    const { opened: good, damaged: bad } = await openRows(await store.ready(), table, rows);
    const summaries = good.map(({ fact, row }) => summaryOf(table, fact, row.once));
    for (const { id } of summaries) {
      damaged.delete(id);
      opened.add(id);
    }
    for (const { id } of bad) damaged.set(id, { table, id });
    model.add(table, summaries);
    toBlocks(table, summaries);
  }

  async function openAll(pieces: readonly Piece[]): Promise<void> {
    const total = pieces.reduce((sum, { ids }) => sum + ids.length, 0);
    let done = 0;
    let drawAt = performance.now() + drawEvery;
    /** Read from the disk while those before are opened. */
    const read = (piece: Piece | undefined) => {
      const rows = piece ? rowsOf(piece) : Promise.resolve([]);
      rows.catch(() => undefined);
      return rows;
    };
    let rows = read(pieces[0]);
    for (const [at, { table, ids }] of pieces.entries()) {
      const these = await rows;
      rows = read(pieces[at + 1]);
      await openPiece(table, these);
      done += ids.length;
      const now = performance.now();
      if (now < drawAt) continue;
      publish({ done, total });
      const drawn = performance.now();
      drawAt = drawn + Math.max(drawEvery, (drawn - now) / drawShare);
    }
  }

  function forget(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    model = model.without(gone);
    for (const id of gone) damaged.delete(id);
    blocks = blocks.map((block) => {
      const left = block.summaries.filter(({ id }) => !gone.has(id));
      return left.length === block.summaries.length
        ? block
        : ({ ...block, summaries: left, row: null } as Block);
    });
  }

  /** What this computer has written since, as its trail tells; `null` = it does not tell all, or it is too long. */
  async function newsSince(before: Stamp, now: Stamp): Promise<Piece[] | null> {
    const isNext = before.chain === now.chain && before.merged === now.merged && before.seq <= now.seq;
    if (!isNext || now.seq - before.seq > mostLinks) return null;
    const links = await guarded(() =>
      database.trail
        .where('[chain+seq]')
        .between([now.chain, before.seq + 1], [now.chain, now.seq], true, true)
        .toArray(),
    );
    const { facts, damaged: lost } = await store.open('trail', links);
    if (lost.length > 0 || facts.length < now.seq - before.seq) return null;
    const refs = facts.flatMap(({ body }: { body: Body<'trail'> }) => body.refs);
    if (refs.some(({ table }) => table === 'erasures')) return null;
    return overviewTables.flatMap((table) => {
      const ids = refs.flatMap((ref) => (ref.table === table && !model.has(table, ref.id) ? ref.id : []));
      const inOrder = [...new Set(ids)].sort();
      return piecesOf(table, inOrder, () => true).map((piece) => ({ ...piece, isRun: false }));
    });
  }

  /** Holds what is known against what is there, id by id. */
  async function difference(): Promise<{ missing: Piece[]; gone: Set<string> }> {
    const missing: Piece[] = [];
    const gone = new Set<string>();
    const all = new Set<string>();
    for (const table of overviewTables) {
      const ids = await guarded(() => database[table].toCollection().primaryKeys());
      const there = new Set(ids);
      ids.forEach((id) => all.add(id));
      missing.push(...piecesOf(table, ids, (id) => !model.has(table, id)));
      for (const id of model.ids(table)) if (!there.has(id)) gone.add(id);
    }
    for (const id of damaged.keys()) if (!all.has(id)) damaged.delete(id);
    return { missing, gone };
  }

  async function load(): Promise<void> {
    const keys = await store.ready();
    const list = await readList(database, keys);
    if (list) {
      const { stamp: before } = list;
      const isNow = before !== null && sameStamp(before, await guarded(() => stampOf(database)));
      const first = isNow ? await readFirst(database, keys, list) : null;
      if (first && first.acts >= worthAFirstSight) tell({ ...state, first });
      const kept = await readBlocks(database, keys, list, ({ table, summaries }) =>
        model.add(table, summaries as never),
      );
      blocks = kept.blocks;
      stamp = kept.stamp;
    }
    loaded = true;
  }

  async function readNews(): Promise<void> {
    await takeIn(store);
    if (!loaded) await load();
    for (;;) {
      const now = await guarded(() => stampOf(database));
      if (stamp && sameStamp(stamp, now)) break;
      const news = stamp && (await newsSince(stamp, now));
      if (news) await openAll(news);
      else {
        if (!model.isEmpty) publish({ done: 0, total: 0 });
        const { missing, gone } = await difference();
        forget(gone);
        await openAll(missing);
      }
      stamp = now;
      const isNow = async () => sameStamp(now, await stampOf(database));
      if (await guarded(isNow)) {
        // A damaged record is in no block: without a stamp, the next opening looks for it, and names it, again.
        const kept = { blocks, stamp: damaged.size > 0 ? null : now, first: firstSight() };
        await writeBlocks(database, await store.ready(), kept, isNow);
        break;
      }
    }
    publish(null);
  }

  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  /** One reading at a time, and one more for whatever came meanwhile. */
  function refresh(): Promise<void> {
    waiting ??= last
      .catch(() => undefined)
      .then(() => {
        waiting = null;
        return readNews();
      });
    last = waiting;
    return last;
  }

  async function verify(pause: () => Promise<boolean>): Promise<void> {
    for (const table of factTables.filter(isOverview)) {
      const all = [...model.ids(table)].sort();
      for (const piece of piecesOf(table, all, (id) => !opened.has(id), unseenBatch)) {
        if (!(await pause())) return;
        const { damaged: bad } = await openRows(await store.ready(), table, await rowsOf(piece));
        for (const { id } of bad) damaged.set(id, { table, id });
        if (bad.length > 0) publish(state.opening);
      }
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    verify,
  };
}
