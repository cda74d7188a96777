import { defaultLockPolicy, isLockDue, lockMoment, type LockPolicy, type OpenSince } from './auto-lock.ts';
import type { LedgerDatabase, MetaRow } from './database.ts';
import {
  guarded,
  KeysDamaged,
  LedgerBusy,
  LedgerLocked,
  RecoveryRejected,
  TooSoon,
  WeakPassphrase,
  WrongPassphrase,
} from './errors.ts';
import { delayAfter, keyFromPassphrase, minRounds, passphraseFault, retryMoment } from './passphrase.ts';
import { readRecoveryFile, recoveryKey, writeRecoveryFile } from './recovery-file.ts';
import {
  fromBase64,
  keysFrom,
  makeLetterBox,
  randomBytes,
  seal,
  toBase64,
  unseal,
  type LedgerKeys,
  type Sealed,
} from './seal.ts';
import { memoryStore, type SessionStore } from './session-store.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Not extractable, kept by structured clone: usable here, never readable as bytes through the browser. */
interface DeviceLock {
  mode: 'device';
  deviceKey: CryptoKey;
  wrapped: Sealed;
}
interface PassphraseLock {
  mode: 'passphrase';
  salt: Bytes;
  rounds: number;
  wrapped: Sealed;
}

/** The only row that leads to the data key. One row, so that every change of lock is one write: done or not done. */
interface VaultRow extends MetaRow {
  key: 'vault';
  /** Names the data key, which never changes; tied to everything that wraps it. */
  keyId: string;
  lock: DeviceLock | PassphraseLock;
  /** The data key wrapped for the recovery files made last, the newest first. */
  recovery: Sealed[];
  /** Wrong passphrases in a row, and when the next attempt is looked at (ms since the epoch). */
  failures: number;
  retryAt: number;
  /** Letter box for what is to be kept while locked; made with the first passphrase. */
  letterBox?: { slot: ArrayBuffer; door: Sealed };
}

export interface VaultState {
  mode: 'device' | 'passphrase';
  open: boolean;
  /** When it locks by itself unless used before, ms since the epoch; `null` = never, or locked already. */
  locksAt: number | null;
  /** Attempts before that moment are not looked at, ms since the epoch. */
  retryAt: number;
  hasRecoveryFile: boolean;
}

/** Gives the keys of the register, and holds them back. Rejects with a `LedgerError`. */
export interface Vault {
  /** Makes them at the first use. @throws LedgerLocked, KeysDamaged, StorageUnavailable, StorageFull */
  keys(): Promise<LedgerKeys>;
  state(): Promise<VaultState>;
  /** @throws WrongPassphrase, TooSoon */
  unlock(passphrase: string): Promise<void>;
  /** Does nothing under a device key, which cannot be locked. */
  lock(): Promise<void>;
  /** A person used the register: the idle time starts again. */
  touch(): Promise<void>;
  /** For the alarm and the start of the background. True when it locked just now. */
  lockIfDue(): Promise<boolean>;
  /**
   * From device key to passphrase, or from one passphrase to another (`current` is then asked for again). No record
   * is rewritten. @throws WeakPassphrase, WrongPassphrase, TooSoon
   */
  setPassphrase(next: string, current?: string): Promise<void>;
  /** Back to the device key. @throws WrongPassphrase, TooSoon */
  useDeviceKey(current: string): Promise<void>;
  /** Text of a file that opens this register, on this computer, without the passphrase. @throws LedgerLocked */
  makeRecoveryFile(): Promise<string>;
  /** @throws RecoveryRejected, WeakPassphrase */
  recover(file: string, next: string): Promise<void>;
  /** Public half of the letter box, readable while locked; `null` where there is none. */
  letterSlot(): Promise<ArrayBuffer | null>;
  /** Private half. @throws LedgerLocked */
  letterDoor(): Promise<Bytes>;
}

export interface VaultDeps {
  database: LedgerDatabase;
  /** Without one, an unlocked register locks again whenever the background dies. */
  session?: SessionStore;
  now?: () => number;
  /** Asked at each look: it is a setting. */
  policy?: () => LockPolicy | Promise<LockPolicy>;
  /** PBKDF2 rounds of a new passphrase. Fewer than `minRounds` is for tests. */
  rounds?: number;
}

/** An older file stays good until a newer one is surely in the person's hands. */
const recoveryFilesKept = 2;

/** Where the data key of an unlocked register lies in the session's memory; gone = locked. */
export const unlockedKey = 'ledger.unlocked';
/** When the register was last used. Apart, so that to note a use never puts back a key that was just taken away. */
export const usedKey = 'ledger.used';

interface Unlocked {
  keyId: string;
  dataKey: string;
  unlockedAt: number;
}

const wrapping = (keyId: string, iv: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify(['vault', keyId])),
});

async function wrap(key: CryptoKey, keyId: string, dataKey: Bytes): Promise<Sealed> {
  const iv = randomBytes(12);
  return { iv, sealed: await crypto.subtle.encrypt(wrapping(keyId, iv), key, dataKey) };
}

/** The data key, or `null` when this is not the key it was wrapped with. */
async function unwrap(key: CryptoKey, keyId: string, { iv, sealed }: Sealed): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(wrapping(keyId, iv), key, sealed));
  } catch {
    return null;
  }
}

async function deviceLock(keyId: string, dataKey: Bytes): Promise<DeviceLock> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const deviceKey = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  return { mode: 'device', deviceKey, wrapped: await wrap(deviceKey, keyId, dataKey) };
}

async function passphraseLock(
  keyId: string,
  dataKey: Bytes,
  passphrase: string,
  rounds: number,
): Promise<PassphraseLock> {
  const salt = randomBytes(16);
  const key = await keyFromPassphrase(passphrase, salt, rounds);
  return { mode: 'passphrase', salt, rounds, wrapped: await wrap(key, keyId, dataKey) };
}

async function newVaultRow(): Promise<VaultRow> {
  const keyId = toBase64(randomBytes(16));
  const dataKey = randomBytes(32);
  const lock = await deviceLock(keyId, dataKey);
  dataKey.fill(0);
  return { key: 'vault', keyId, lock, recovery: [], failures: 0, retryAt: 0 };
}

const letterDoorPlace = { table: 'meta', id: 'letter-box', v: 1 };

/**
 * The data key is random and never changes; what changes is what wraps it.
 *
 * - **Device key** (default): a non-extractable key in the same database. It guards a table copied or exported by
 *   itself. It does not guard against the theft of the whole browser profile, nor against code running as the
 *   extension. The settings say so.
 * - **Passphrase**: PBKDF2. While unlocked, the raw data key lies in `storage.session`: in memory only, closed to
 *   content scripts, gone with the browser, and it survives the background's death, which comes every half minute. A
 *   `CryptoKey` cannot go there (JSON only), and in IndexedDB it would be on the disk of a switched-off computer,
 *   which is the very case a passphrase is for (security.md §4, second choice). It guards a stolen or copied profile
 *   and a locked register; it does not guard an unlocked one from malware in the session.
 *
 * Going from device key to passphrase keeps the data key: whoever copied the profile before can still read that copy.
 */
export function openVault(deps: VaultDeps): Vault {
  const { database, session = memoryStore(), now = Date.now, rounds = minRounds } = deps;
  const policy = deps.policy ?? (() => defaultLockPolicy);
  let cached: { keyId: string; keys: LedgerKeys } | undefined;

  const readRow = async () => (await database.meta.get('vault')) as VaultRow | undefined;

  /** Two pages may come here at once: the first row written is everybody's. */
  async function firstRow(): Promise<VaultRow> {
    const made = await newVaultRow();
    return database.transaction('rw', database.meta, async () => {
      const existing = await readRow();
      if (!existing) await database.meta.add(made);
      return existing ?? made;
    });
  }
  const row = (): Promise<VaultRow> => guarded(async () => (await readRow()) ?? (await firstRow()));

  /** Changes the row, unless another page changed its lock since it was read. */
  const update = (before: VaultRow, change: (row: VaultRow) => VaultRow): Promise<void> =>
    guarded(() =>
      database.transaction('rw', database.meta, async () => {
        const current = await readRow();
        const isSame = current && toBase64(current.lock.wrapped.iv) === toBase64(before.lock.wrapped.iv);
        if (!isSame) throw new LedgerBusy();
        await database.meta.put(change(current));
      }),
    );

  async function memory(keyId: string): Promise<(Unlocked & OpenSince) | null> {
    const kept = (await session.get(unlockedKey)) as Unlocked | undefined;
    if (kept?.keyId !== keyId) return null;
    const usedAt = (await session.get(usedKey)) as number | undefined;
    const open = { ...kept, usedAt: Math.max(usedAt ?? 0, kept.unlockedAt) };
    if (!isLockDue(open, await policy(), now())) return open;
    await session.remove(unlockedKey);
    return null;
  }

  async function remember(keyId: string, dataKey: Bytes): Promise<void> {
    const unlockedAt = now();
    const unlocked: Unlocked = { keyId, dataKey: toBase64(dataKey), unlockedAt };
    await session.set(usedKey, unlockedAt);
    await session.set(unlockedKey, unlocked);
  }

  async function dataKeyOf({ keyId, lock }: VaultRow): Promise<Bytes> {
    if (lock.mode === 'device') {
      const dataKey = await unwrap(lock.deviceKey, keyId, lock.wrapped);
      if (!dataKey) throw new KeysDamaged();
      return dataKey;
    }
    const unlocked = await memory(keyId);
    if (!unlocked) {
      cached = undefined;
      throw new LedgerLocked();
    }
    return fromBase64(unlocked.dataKey);
  }

  async function keysOf(vault: VaultRow): Promise<LedgerKeys> {
    const dataKey = await dataKeyOf(vault);
    if (cached?.keyId !== vault.keyId) cached = { keyId: vault.keyId, keys: await keysFrom(dataKey) };
    dataKey.fill(0);
    return cached.keys;
  }

  /**
   * One look at a passphrase. The failure is written down before the look and taken back after it, so that killing
   * the background in between does not give an attempt for nothing.
   */
  async function attempt(passphrase: string): Promise<{ vault: VaultRow; dataKey: Bytes }> {
    const vault = await row();
    if (vault.lock.mode === 'device') return { vault, dataKey: await dataKeyOf(vault) };
    const wait = retryMoment(vault.retryAt, now());
    if (now() < wait) throw new TooSoon(wait);
    const failures = vault.failures + 1;
    const retryAt = now() + delayAfter(failures);
    await update(vault, (current) => ({ ...current, failures, retryAt }));
    const { salt, rounds: made, wrapped } = vault.lock;
    const dataKey = await unwrap(await keyFromPassphrase(passphrase, salt, made), vault.keyId, wrapped);
    if (!dataKey) throw new WrongPassphrase(retryAt);
    await update(vault, (current) => ({ ...current, failures: 0, retryAt: 0 }));
    return { vault, dataKey };
  }

  async function letterBoxOf(vault: VaultRow, dataKey: Bytes): Promise<NonNullable<VaultRow['letterBox']>> {
    if (vault.letterBox) return vault.letterBox;
    const { slot, door } = await makeLetterBox();
    return { slot, door: await seal(await keysFrom(dataKey), letterDoorPlace, toBase64(door)) };
  }

  async function lockWith(vault: VaultRow, dataKey: Bytes, next: string): Promise<void> {
    const lock = await passphraseLock(vault.keyId, dataKey, next, rounds);
    const letterBox = await letterBoxOf(vault, dataKey);
    await update(vault, (current) => ({ ...current, lock, letterBox, failures: 0, retryAt: 0 }));
    await remember(vault.keyId, dataKey);
    dataKey.fill(0);
  }

  const refuseWeak = (passphrase: string): void => {
    const fault = passphraseFault(passphrase);
    if (fault !== null) throw new WeakPassphrase(fault);
  };

  return {
    keys: async () => keysOf(await row()),
    async state() {
      const { keyId, lock, retryAt, recovery } = await row();
      const unlocked = lock.mode === 'passphrase' ? await memory(keyId) : null;
      return {
        mode: lock.mode,
        open: lock.mode === 'device' || unlocked !== null,
        locksAt: unlocked && lockMoment(unlocked, await policy()),
        retryAt: retryMoment(retryAt, now()),
        hasRecoveryFile: recovery.length > 0,
      };
    },
    async unlock(passphrase) {
      const { vault, dataKey } = await attempt(passphrase);
      if (vault.lock.mode === 'passphrase') await remember(vault.keyId, dataKey);
      dataKey.fill(0);
    },
    async lock() {
      cached = undefined;
      await session.remove(unlockedKey);
    },
    async touch() {
      if ((await session.get(unlockedKey)) === undefined) return;
      if (await memory((await row()).keyId)) await session.set(usedKey, now());
    },
    async lockIfDue() {
      const wasOpen = (await session.get(unlockedKey)) !== undefined;
      return wasOpen && (await memory((await row()).keyId)) === null;
    },
    async setPassphrase(next, current = '') {
      refuseWeak(next);
      const { vault, dataKey } = await attempt(current);
      await lockWith(vault, dataKey, next);
    },
    async useDeviceKey(current) {
      const { vault, dataKey } = await attempt(current);
      const lock = await deviceLock(vault.keyId, dataKey);
      dataKey.fill(0);
      await update(vault, (before) => ({ ...before, lock }));
      await session.remove(unlockedKey);
    },
    async makeRecoveryFile() {
      const vault = await row();
      const dataKey = await dataKeyOf(vault);
      const secret = randomBytes(32);
      const wrapped = await wrap(await recoveryKey(secret), vault.keyId, dataKey);
      dataKey.fill(0);
      await update(vault, (current) => ({
        ...current,
        recovery: [wrapped, ...current.recovery].slice(0, recoveryFilesKept),
      }));
      return writeRecoveryFile({ keyId: vault.keyId, secret, madeAt: now() });
    },
    async recover(file, next) {
      refuseWeak(next);
      const vault = await row();
      const { keyId, secret } = readRecoveryFile(file);
      if (keyId !== vault.keyId) throw new RecoveryRejected();
      const key = await recoveryKey(secret);
      for (const wrapped of vault.recovery) {
        const dataKey = await unwrap(key, keyId, wrapped);
        if (dataKey) return lockWith(vault, dataKey, next);
      }
      throw new RecoveryRejected();
    },
    letterSlot: async () => (await row()).letterBox?.slot ?? null,
    async letterDoor() {
      const vault = await row();
      const keys = await keysOf(vault);
      if (!vault.letterBox) throw new KeysDamaged();
      return fromBase64((await unseal(keys, letterDoorPlace, vault.letterBox.door)) as string);
    },
  };
}
