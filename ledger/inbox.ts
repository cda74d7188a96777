import { v7 as newId } from 'uuid';
import { openDatabase } from './database.ts';
import { guarded, LedgerLocked } from './errors.ts';
import type { Body } from './facts.ts';
import { openLetter, sealLetter } from './seal.ts';
import { countsAsBilled, standingOf } from './standing.ts';
import type { Draft, Store } from './store.ts';

/**
 * What the person does at the practice software while the register is locked is kept all the same: sealed for the
 * register's public key, so that it can be dropped by anybody and read by nobody until the passphrase is typed. Then
 * it is taken in, in the order it came.
 */

const placeOf = (id: string) => ({ table: 'inbox', id, v: 1 });

/** Drops a draft in the letter box. @throws LedgerLocked when there is none, StorageFull, StorageUnavailable */
export async function leave({ database, vault, now }: Store, draft: Draft): Promise<void> {
  await openDatabase(database);
  const slot = await vault.letterSlot();
  if (!slot) throw new LedgerLocked();
  const id = newId();
  const letter = await sealLetter(slot, placeOf(id), { ...draft, at: now() });
  await guarded(() => database.inbox.add({ id, ...letter }));
}

/** Takes in one draft and its letter, both or neither. */
async function takeOne(store: Store, letterId: string, draft: Draft): Promise<void> {
  const { database } = store;
  const drop = () => database.inbox.delete(letterId);
  const isHere = async () => (await database[draft.table].get(draft.id)) !== undefined;
  if (draft.table === 'acts') {
    const once = await store.word('once', draft.body.sameAs);
    const isPending = draft.body.origin === 'press';
    await store.append<true>([draft], {
      unless: async () => {
        const known = (await isHere()) || (await database.acts.where('once').equals(once).count()) > 0;
        if (known) await drop();
        return known || undefined;
      },
      also: async () => {
        if (isPending) await database.pending.put({ id: draft.id });
        await drop();
      },
    });
    return;
  }
  const isSettled = draft.table === 'events' && draft.body.standing !== 'intent';
  if (draft.table === 'events' && !isSettled && (await isStillBilled(store, draft.body.act))) {
    await guarded(drop);
    return;
  }
  await store.append<true>([draft], {
    unless: async () => {
      const known = await isHere();
      if (known) await drop();
      return known || undefined;
    },
    also: async () => {
      if (draft.table === 'events') {
        const { act } = draft.body;
        await (isSettled ? database.pending.delete(act) : database.pending.put({ id: act }));
      }
      await drop();
    },
  });
}

/** A press repeated while locked is news only if the act had not been billed by the presses before. */
async function isStillBilled(store: Store, act: Body<'events'>['act']): Promise<boolean> {
  const rows = await guarded(() => store.database.events.where('of').equals(act).toArray());
  return countsAsBilled(standingOf((await store.open('events', rows)).facts));
}

/** Letters that did not open stay where they are; their ids are given back. */
export async function takeIn(store: Store): Promise<string[]> {
  const { database, vault } = store;
  await openDatabase(database);
  const [letters] = await Promise.all([guarded(() => database.inbox.orderBy('id').toArray()), vault.keys()]);
  if (letters.length === 0) return [];
  const door = await vault.letterDoor();
  const unreadable: string[] = [];
  for (const letter of letters) {
    const draft = await openLetter(door, placeOf(letter.id), letter).catch(() => null);
    if (draft === null) unreadable.push(letter.id);
    else await takeOne(store, letter.id, draft as Draft);
  }
  door.fill(0);
  return unreadable;
}
