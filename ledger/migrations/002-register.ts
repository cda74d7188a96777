import type { Migration } from './migration.ts';

interface VaultBefore {
  key: 'vault';
  keyId: string;
  mode: 'device';
  deviceKey: CryptoKey;
  wrapped: unknown;
}

/**
 * The register: cases, imports, what was erased and why, and the letter box for presses made while it is locked. The
 * lock becomes a part of the vault row that can be exchanged, device key or passphrase.
 */
export const register: Migration = {
  version: 2,
  stores: {
    cases: 'id, *patients, of',
    imports: 'id',
    erasures: 'id',
    erased: 'id',
    inbox: 'id',
  },
  async upgrade(tables) {
    const meta = tables.table<unknown, string>('meta');
    const before = (await meta.get('vault')) as VaultBefore | undefined;
    if (!before) return;
    const { key, keyId, mode, deviceKey, wrapped } = before;
    await meta.put({
      key,
      keyId,
      lock: { mode, deviceKey, wrapped },
      recovery: [],
      failures: 0,
      retryAt: 0,
    });
  },
};
