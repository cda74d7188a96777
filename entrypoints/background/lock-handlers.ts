/** What the panel, the settings and the register ask of the lock. A passphrase goes from its field to the vault, and nowhere else. */
import type { From, Handlers } from '../../messages/server.ts';
import type { Vault } from '../../ledger/vault.ts';

type Of = 'lockState' | 'unlock' | 'lock' | 'setPassphrase' | 'useDeviceKey' | 'makeRecoveryFile' | 'recover';

/**
 * @param known throws when a panel speaks that is not the one its tab was given.
 * @param refresh shows every panel how the lock stands now.
 */
export function lockHandlers(
  vault: Vault,
  known: (from: From) => Promise<void>,
  refresh: () => Promise<void>,
): Pick<Handlers, Of> {
  /** Refused or done, the lock may stand otherwise than before: a wrong passphrase makes the next one wait. */
  async function then<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      await refresh();
    }
  }
  return {
    lockState: () => vault.state(),
    async unlock({ passphrase }, from) {
      await known(from);
      await then(() => vault.unlock(passphrase));
      return null;
    },
    async lock(_, from) {
      await known(from);
      await then(() => vault.lock());
      return null;
    },
    async setPassphrase({ next, current }) {
      await then(() => vault.setPassphrase(next, current));
      return null;
    },
    async useDeviceKey({ current }) {
      await then(() => vault.useDeviceKey(current));
      return null;
    },
    makeRecoveryFile: () => vault.makeRecoveryFile(),
    async recover({ file, next }) {
      await then(() => vault.recover(file, next));
      return null;
    },
  };
}
