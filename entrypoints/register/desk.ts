import { liveQuery } from 'dexie';
import browser from 'webextension-polyfill';
import { defaultLockPolicy, type LockPolicy } from '../../ledger/auto-lock.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { openLedger, type Ledger } from '../../ledger/ledger.ts';
import { openRegister, type Register } from '../../ledger/register.ts';
import { memoryStore, type SessionStore } from '../../ledger/session-store.ts';
import { stampOf } from '../../ledger/overview/stamp.ts';
import { openStore, type Store } from '../../ledger/store.ts';
import { openVault, type Vault } from '../../ledger/vault.ts';
import type { Settings } from '../../messages/contract.ts';
import { ask } from '../../messages/page-client.ts';

/**
 * What the views of the register work with. The page opens the same database as the background and writes through the
 * same library; the key of an unlocked register is shared through `storage.session`, so that unlocking or locking in
 * one place does it in all (docs/house.md).
 */
export interface Desk {
  database: LedgerDatabase;
  vault: Vault;
  ledger: Ledger;
  register: Register;
  store: Store;
  /** `null` before the first run is done. */
  settings: Settings | null;
  /** Calls back after every writing, here or in the background, until the answer is called. */
  follow(listener: () => void): () => void;
  /** Calls back when the register is locked or unlocked anywhere, until the answer is called. */
  followLock(listener: () => void): () => void;
}

/** An import writes twice a second: the panels are told once it pauses, not at each batch. Ms. */
const TELL_AFTER = 400;

function sessionStore(): SessionStore {
  const area = browser.storage.session;
  if (!area) return memoryStore();
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
  };
}

/** Read at each look: the settings may change while the register is open. */
async function lockPolicy(): Promise<LockPolicy> {
  const { settings } = await browser.storage.local.get('settings');
  return (settings as Settings | undefined)?.lockAfter ?? defaultLockPolicy;
}

export function openDesk(database: LedgerDatabase, settings: Settings | null): Desk {
  const session = sessionStore();
  const vault = openVault({ database, session, policy: lockPolicy });
  const deps = { database, vault };

  /** Every writing moves the stamp; Dexie tells of it across pages and worker. */
  function follow(listener: () => void): () => void {
    let seen: string | undefined;
    let started = false;
    const { unsubscribe } = liveQuery(() => stampOf(database)).subscribe({
      next: (stamp) => {
        const word = stamp.hash + stamp.merged;
        const moved = started && word !== seen;
        started = true;
        seen = word;
        if (moved) listener();
      },
      // The database was closed under us (an upgrade): whoever asks next says so.
      error: () => undefined,
    });
    return unsubscribe;
  }

  function followLock(listener: () => void): () => void {
    const onChanged = (_: unknown, area: string) => {
      if (area === 'session') listener();
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => browser.storage.onChanged.removeListener(onChanged);
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  follow(() => {
    clearTimeout(waiting);
    // The background may be asleep, and then hears of nothing: a message wakes it, and it draws its panels again.
    waiting = setTimeout(() => void ask('registerChanged', {}).catch(() => undefined), TELL_AFTER);
  });

  return {
    database,
    vault,
    ledger: openLedger({ ...deps, session }),
    register: openRegister(deps),
    store: openStore(deps),
    settings,
    follow,
    followLock,
  };
}
