/** Files that were read into the register: which, what of each is still there, and the way back. */
import { addEvents } from './acts.ts';
import { erase, type FactPlace } from './erasing.ts';
import type { Body, Fact } from './facts.ts';
import type { Store } from './store.ts';

/** A file that was read into the register. */
export type ImportedFile = Body<'imports'> & { id: string };

/** The latest first. */
export async function importedFiles(store: Store): Promise<ImportedFile[]> {
  const { facts } = await store.all('imports');
  return facts.map(({ id, body }) => ({ id, ...body })).sort((a, b) => b.at - a.at);
}

/** What an import brought and is still here. */
export interface ImportContents {
  /** Acts, or returns that nobody has taken back yet. */
  brought: number;
  /** Of those acts, the ones of which something was said since: paid, refused, noted. */
  followed: number;
}

interface Brought {
  acts: Fact<'acts'>[];
  /** What was said of those acts; or, of a file of returns, what it said and still counts. */
  events: Fact<'events'>[];
}

/** Opens every act or event of the register: seconds on a large one. */
async function broughtBy(store: Store, { id, kind }: Pick<ImportedFile, 'id' | 'kind'>): Promise<Brought> {
  const events = (await store.all('events')).facts;
  if (kind === 'returns') {
    const undone = new Set(events.flatMap(({ body }) => body.undoes ?? []));
    return {
      acts: [],
      events: events.filter((event) => event.body.importId === id && !undone.has(event.id)),
    };
  }
  const acts = (await store.all('acts')).facts.filter(({ body }) => body.importId === id);
  const ids = new Set(acts.map((act) => act.id));
  return { acts, events: events.filter(({ body }) => ids.has(body.act)) };
}

export async function importContents(
  store: Store,
  file: Pick<ImportedFile, 'id' | 'kind'>,
): Promise<ImportContents> {
  const { acts, events } = await broughtBy(store, file);
  if (file.kind === 'returns') return { brought: events.length, followed: 0 };
  return { brought: acts.length, followed: new Set(events.map(({ body }) => body.act)).size };
}

/**
 * Takes an import back. Its acts are erased with all that was said of them; acts that were pressed under our eyes stay,
 * even where the file told of them too. Its returns are undone, and stay in the trail. The file may be added again.
 * Resolves with how many acts or returns went.
 */
export async function takeBackImport(store: Store, file: Pick<ImportedFile, 'id' | 'kind'>): Promise<number> {
  const { acts, events } = await broughtBy(store, file);
  const itself: FactPlace = { table: 'imports', id: file.id };
  if (file.kind === 'returns') {
    if (events.length > 0) {
      await addEvents(
        store,
        events.map(({ id, body }) => ({ act: body.act, undoes: id })),
      );
    }
    await erase(store, [itself], 'import');
    return events.length;
  }
  const places = [...acts, ...events].map(({ table, id }) => ({ table, id }));
  await erase(store, [...places, itself], 'import');
  return acts.length;
}
