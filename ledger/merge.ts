import { z } from '../rules/zod.ts';
import { readBackupFile, writeBackupFile } from './backup-file.ts';
import { factTables, patientTables, type ErasedRow, type FactTable, type SealedRow } from './database.ts';
import { erasedIds, isErased, removeFacts, tombstones, type Erasure, type FactPlace } from './erasing.ts';
import { BackupRejected, guarded } from './errors.ts';
import { bodies, bodyVersion, clearSideOf, type Body, type Fact } from './facts.ts';
import { takeIn } from './inbox.ts';
import { openRows, sealFacts, type DamagedRecord, type RowsByTable } from './rows.ts';
import { mergeStamp } from './overview/stamp.ts';
import { canonical } from './seal.ts';
import type { Store } from './store.ts';
import type { RawFact } from './trail.ts';

const unfinished = 'merge-unfinished';

/** Facts per piece: one transaction each, a second or less, and little to do again after a death. */
const pieceSize = 1000;

const entrySchema = z.object({
  table: z.enum(factTables),
  id: z.string().min(1),
  v: z.number().int().positive(),
  body: z.unknown(),
});
const pieceSchema = z.object({
  facts: z.array(entrySchema),
  erased: z.array(z.object({ table: z.enum(factTables), id: z.string() })),
});
type Piece = z.infer<typeof pieceSchema>;

export interface BackupMade {
  file: Blob;
  /** Facts in it, the trail aside. */
  facts: number;
  /** Records that could not be read, and so are not in the file. */
  damaged: DamagedRecord[];
}

export interface MergeReport {
  added: number;
  /** Facts that were here already. */
  known: number;
  /** Damaged records that the backup replaced. */
  repaired: number;
  /** Facts left out because the patient, or the record, was erased. */
  erased: number;
  /** Same id, other content: what is here stays. Never happens between honest registers. */
  conflicting: DamagedRecord[];
}

/** Pieces in which an act and all that followed it are never apart: whatever piece comes last, no event is orphaned. */
function piecesOf(facts: readonly RawFact[], erased: FactPlace[]): Piece[] {
  const isOf = (table: FactTable) => (fact: RawFact) => fact.table === table;
  const eventsOf = Map.groupBy(facts.filter(isOf('events')), ({ body }) => (body as { act: string }).act);
  const groups = [
    ...facts.filter(isOf('acts')).map((act) => [act, ...(eventsOf.get(act.id) ?? [])]),
    ...facts.filter(({ table }) => !['acts', 'events', 'erasures'].includes(table)).map((fact) => [fact]),
  ];
  const pieces: Piece[] = [{ facts: facts.filter(isOf('erasures')) as Piece['facts'], erased }];
  let current: Piece = { facts: [], erased: [] };
  for (const group of groups) {
    if (current.facts.length >= pieceSize) {
      pieces.push(current);
      current = { facts: [], erased: [] };
    }
    current.facts.push(...(group as Piece['facts']));
  }
  pieces.push(current);
  return pieces;
}

/** Everything in the register but its keys, in a file that only `passphrase` opens. */
export async function makeBackup(
  store: Store,
  passphrase: string,
  { rounds }: { rounds?: number } = {},
): Promise<BackupMade> {
  await takeIn(store);
  const keys = await store.ready();
  const tables = await store.snapshot();
  const facts: RawFact[] = [];
  const damaged: DamagedRecord[] = [];
  for (const table of factTables) {
    const opened = await openRows(keys, table, tables.get(table) as SealedRow[]);
    facts.push(...opened.opened.map(({ raw }) => raw));
    damaged.push(...opened.damaged.map(({ id }) => ({ table, id })));
  }
  const stones = await erasedIds(keys, tables.get('erased') as ErasedRow[]);
  const erased = [...stones].map(([id, table]) => ({ id, table }));
  const file = await writeBackupFile(piecesOf(facts, erased), passphrase, rounds);
  // The trail comes along, and is nothing that anybody would count: a restore does not count it either.
  return { file, facts: facts.filter(({ table }) => table !== 'trail').length, damaged };
}

/** A fact of the file, and its body as it stands there. */
interface Incoming {
  fact: Fact;
  raw: unknown;
}

/** @throws BackupRejected */
function factFrom({ table, id, v, body }: Piece['facts'][number]): Incoming {
  if (v > bodyVersion) throw new BackupRejected('newer');
  const parsed = bodies[table].safeParse(body);
  if (!parsed.success) throw new BackupRejected('damaged');
  return { fact: { table, id, v, body: parsed.data }, raw: body };
}

const eventsOfActs = async (store: Store, acts: readonly string[]): Promise<FactPlace[]> => {
  const ids = await guarded(() => store.database.events.where('of').anyOf(acts).primaryKeys());
  return ids.map((id) => ({ table: 'events', id }));
};

/** What of the register the erasures of a backup strike, the events of struck acts included. */
async function struckHere(
  store: Store,
  erasures: readonly Erasure[],
  erased: readonly FactPlace[],
): Promise<FactPlace[]> {
  const struck = [...erased];
  const ofPeople = erasures.filter(({ body }) => body.people.length > 0);
  for (const table of ofPeople.length > 0 ? patientTables : []) {
    for (const { id, body } of (await store.all(table)).facts) {
      if (await isErased(ofPeople, clearSideOf(table, body).patientKeys, body.at)) struck.push({ table, id });
    }
  }
  const acts = struck.filter(({ table }) => table === 'acts').map(({ id }) => id);
  return [...struck, ...(await eventsOfActs(store, acts))];
}

/**
 * Brings the facts of a backup into the register: all that is in either, but what was erased in either. Merging is
 * commutative, associative and idempotent, so any number of computers may exchange backups in any order, and a merge
 * that was interrupted is completed by doing it again. Nothing is written before the whole file has been checked.
 * @throws BackupRejected
 */
export async function mergeBackup(
  store: Store,
  file: Blob,
  passphrase: string,
  onProgress: (done: number) => void = () => undefined,
): Promise<MergeReport> {
  await takeIn(store);
  const report: MergeReport = { added: 0, known: 0, repaired: 0, erased: 0, conflicting: [] };
  const pieces: Piece[] = [];
  for await (const piece of await readBackupFile(file, passphrase)) {
    const parsed = pieceSchema.safeParse(piece);
    if (!parsed.success) throw new BackupRejected('damaged');
    parsed.data.facts.forEach(factFrom);
    pieces.push(parsed.data);
  }
  await guarded(() => store.database.meta.put({ key: unfinished }));
  for (const [index, piece] of pieces.entries()) {
    await mergePiece(store, piece, report);
    onProgress((index + 1) / pieces.length);
  }
  await guarded(() => store.database.meta.delete(unfinished));
  return report;
}

/** True when a merge was begun and not ended: what is here is right but not whole; merging the file again ends it. */
export async function isMergeUnfinished(store: Store): Promise<boolean> {
  await store.ready();
  return (await guarded(() => store.database.meta.get(unfinished))) !== undefined;
}

async function mergePiece(store: Store, piece: Piece, report: MergeReport): Promise<void> {
  const { database } = store;
  const keys = await store.ready();
  const ours = (await store.all('erasures')).facts;
  const ourIds = new Set(ours.map(({ id }) => id));
  const incoming = piece.facts.map(factFrom);
  const theirs = incoming.flatMap(({ fact }) =>
    fact.table === 'erasures' ? [fact as Fact<'erasures'>] : [],
  );
  const newErasures = theirs.filter(({ id }) => !ourIds.has(id));
  const erasures: Erasure[] = [...ours, ...newErasures];
  const stones = await erasedIds(keys, await guarded(() => database.erased.toArray()));
  const gone = new Set([...stones.keys(), ...piece.erased.map(({ id }) => id)]);

  const leaving = await struckHere(store, newErasures, piece.erased);
  const fresh: Incoming[] = [];
  for (const entry of incoming) {
    const { table, id, body } = entry.fact;
    // An event goes with its act, which came before it.
    const followsGone = table === 'events' && gone.has((body as Body<'events'>).act);
    if (followsGone || (await isErased(erasures, clearSideOf(table, body).patientKeys, body.at))) {
      leaving.push({ table, id });
      gone.add(id);
    }
    if (gone.has(id)) report.erased += 1;
    else fresh.push(entry);
  }
  const rows = await newOrRepaired(store, fresh, report);
  const newStones = await tombstones(
    keys,
    leaving.filter(({ id }) => !stones.has(id)),
  );
  const settled = fresh.flatMap(({ fact }) =>
    fact.table === 'events' ? [(fact.body as Body<'events'>).act] : [],
  );
  await guarded(() =>
    database.transaction('rw', database.tables, async () => {
      for (const [table, ofTable] of rows) await database[table].bulkPut(ofTable);
      await database.pending.bulkDelete(settled);
      await removeFacts(database, leaving, newStones);
      await database.meta.put(mergeStamp());
    }),
  );
}

/** Seals what is not here yet, and what is here but does not open any more. */
async function newOrRepaired(
  store: Store,
  incoming: readonly Incoming[],
  report: MergeReport,
): Promise<RowsByTable> {
  const keys = await store.ready();
  const missing: Incoming[] = [];
  for (const [table, entries] of Map.groupBy(incoming, ({ fact }) => fact.table)) {
    const here = await guarded(() => store.database[table].bulkGet(entries.map(({ fact }) => fact.id)));
    const { opened, damaged } = await openRows(
      keys,
      table,
      here.filter((row) => row !== undefined),
    );
    const contents = new Map(opened.map(({ raw }) => [raw.id, canonical(raw.body)]));
    const broken = new Set(damaged.map(({ id }) => id));
    const wanted = entries.filter(({ fact: { id } }) => !contents.has(id));
    const differs = ({ fact, raw }: Incoming) =>
      contents.has(fact.id) && contents.get(fact.id) !== canonical(raw);
    report.conflicting.push(...entries.filter(differs).map(({ fact: { id } }) => ({ table, id })));
    report.repaired += wanted.filter(({ fact: { id } }) => broken.has(id)).length;
    // As a backup counts.
    if (table !== 'trail') {
      report.known += entries.length - wanted.length;
      report.added += wanted.filter(({ fact: { id } }) => !broken.has(id)).length;
    }
    missing.push(...wanted);
  }
  return sealFacts(keys, missing);
}
