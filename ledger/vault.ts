import type { LedgerDatabase, MetaRow } from './database.ts';
import { guarded, KeysDamaged } from './errors.ts';
import { keysFrom, randomBytes, toBase64, type LedgerKeys, type Sealed } from './seal.ts';

/**
 * Memory that survives the background's death and not the browser's: `storage.session`, trusted contexts only. Handed
 * in by the entrypoint. Values are JSON.
 */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * The only row that leads to the data key. One row, so that every change of lock is one write: done or not done.
 * `wrapped` is the data key under AES-256-GCM; the key that opens it is `deviceKey`.
 */
interface VaultRow extends MetaRow {
  key: 'vault';
  /** Names the data key; tied to `wrapped` as additional data. */
  keyId: string;
  mode: 'device';
  /** Not extractable, kept by structured clone: usable here, never readable as bytes through the browser. */
  deviceKey: CryptoKey;
  wrapped: Sealed;
}

export interface VaultDeps {
  database: LedgerDatabase;
}

/** Gives the keys of the register, making them at the first use. */
export interface Vault {
  /** @throws KeysDamaged, StorageUnavailable, StorageFull */
  keys(): Promise<LedgerKeys>;
}

const wrapping = (keyId: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify(['vault', keyId])),
});

async function newVaultRow(): Promise<VaultRow> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const deviceKey = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  const keyId = toBase64(randomBytes(16));
  const iv = randomBytes(12);
  const dataKey = randomBytes(32);
  const sealed = await crypto.subtle.encrypt(wrapping(keyId, iv), deviceKey, dataKey);
  dataKey.fill(0);
  return { key: 'vault', keyId, mode: 'device', deviceKey, wrapped: { iv, sealed } };
}

async function keysOf({ keyId, deviceKey, wrapped }: VaultRow): Promise<LedgerKeys> {
  try {
    const opened = await crypto.subtle.decrypt(wrapping(keyId, wrapped.iv), deviceKey, wrapped.sealed);
    const dataKey = new Uint8Array(opened);
    const keys = await keysFrom(dataKey);
    dataKey.fill(0);
    return keys;
  } catch {
    throw new KeysDamaged();
  }
}

/**
 * The device key (security.md §4, first choice): a data key wrapped by a non-extractable key that lies in the same
 * database. It guards a table copied or exported by itself; it does not guard against the theft of the whole browser
 * profile, nor against code running as the extension. The data key is wrapped even so, that a passphrase may take the
 * device key's place one day without a single record being rewritten.
 */
export function openVault({ database }: VaultDeps): Vault {
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

  let cached: { keyId: string; keys: LedgerKeys } | undefined;

  return {
    async keys() {
      const row = await guarded(async () => (await readRow()) ?? (await firstRow()));
      if (cached?.keyId !== row.keyId) cached = { keyId: row.keyId, keys: await keysOf(row) };
      return cached.keys;
    },
  };
}
