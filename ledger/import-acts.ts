/** Acts read in a file → the register, each once, in batches; what was cut short is known as such. */
import { v7 as newId } from 'uuid';
import type { MetaRow } from './database.ts';
import { guarded } from './errors.ts';
import type { ImportedAct, ImportReport, ImportSource } from './register.ts';
import type { Store } from './store.ts';

/** An import under way. The file is named by a blind word: the row lies in clear. */
interface UnfinishedRow extends MetaRow {
  key: 'import-unfinished';
  importId: string;
  word: string;
  at: number;
}
const unfinishedKey = 'import-unfinished';

const readUnfinished = async ({ database }: Store): Promise<UnfinishedRow | undefined> =>
  (await guarded(() => database.meta.get(unfinishedKey))) as UnfinishedRow | undefined;

export async function unfinishedImport(store: Store): Promise<number | null> {
  await store.ready();
  return (await readUnfinished(store))?.at ?? null;
}

export async function importActs(
  store: Store,
  { software, standing = 'secured', file, leftOut, signal }: ImportSource,
  acts: readonly ImportedAct[],
  { batch, onProgress }: { batch: number; onProgress?: ((done: number) => void) | undefined },
): Promise<ImportReport> {
  const { database } = store;
  await store.ready();
  const word = file === undefined ? '' : await store.word('once', `import ${software} ${file}`);
  const before = await readUnfinished(store);
  const resumed = before !== undefined && before.word === word ? before : null;
  const importId = resumed?.importId ?? newId();
  if (word !== '' && !resumed) {
    const row: UnfinishedRow = { key: unfinishedKey, importId, word, at: store.now() };
    await guarded(() => database.meta.put(row));
  }
  const drafts = acts.map(({ line, ...act }) => {
    const { biller, code, actDate, patientKeys } = act;
    const sameAs = JSON.stringify(['import', software, biller, code, actDate, patientKeys[0] ?? '', line]);
    const body = { ...act, software, origin: 'import' as const, standing, sameAs, importId };
    return { table: 'acts' as const, id: newId(), body };
  });
  const added = await store.appendNew(drafts, { batch, onBatch: onProgress, signal });
  const brought = resumed ? await countOf(store, importId) : added;
  const over = async () => {
    if ((await readUnfinishedWord(store)) === word) await database.meta.delete(unfinishedKey);
  };
  if (brought > 0) {
    const body = {
      kind: 'acts' as const,
      software,
      lines: brought,
      ...(leftOut !== undefined && { leftOut }),
      ...(file !== undefined && { file }),
    };
    await store.append<true>([{ table: 'imports', id: importId, body }], {
      unless: async () => {
        if ((await database.imports.get(importId)) === undefined) return undefined;
        await over();
        return true;
      },
      also: over,
    });
  } else if (word !== '') await guarded(over);
  return { added, known: acts.length - added };
}

const readUnfinishedWord = async ({ database }: Store): Promise<string | undefined> =>
  ((await database.meta.get(unfinishedKey)) as UnfinishedRow | undefined)?.word;

/** Acts that an import brought, those from before it was cut short included. */
async function countOf(store: Store, importId: string): Promise<number> {
  const { facts } = await store.all('acts');
  return facts.filter(({ body }) => body.importId === importId).length;
}
