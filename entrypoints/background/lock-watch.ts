import browser from 'webextension-polyfill';
import { defaultLockPolicy, locksOn, type LockPolicy } from '../../ledger/auto-lock.ts';
import { unlockedKey, usedKey, type Vault } from '../../ledger/vault.ts';
import type { Settings } from '../../messages/contract.ts';
import { carriedKey } from './take-over.ts';
import { FILE_LIFE, isFileKey, type Store } from './tab-state.ts';

/** What the settings say of locking by itself. */
export async function lockPolicy(local: Pick<Store, 'get'>): Promise<LockPolicy> {
  const settings = (await local.get('settings')) as Settings | undefined;
  return settings?.lockAfter ?? defaultLockPolicy;
}

interface Watching {
  session: Pick<Store, 'get'>;
  vault: Vault;
  policy(): Promise<LockPolicy>;
  /** The register was locked or unlocked, wherever that was done. */
  onChange(): Promise<void>;
  /** Throws away what has had its time; true when some is left. */
  sweep(): Promise<boolean>;
}

const lockAlarm = 'lock';
const sweepAlarm = 'sweep';

/**
 * Locks the register when its time has come, by an alarm: the worker sleeps meanwhile. The computer's own lock locks it
 * too (Chromium says so; Firefox knows only that nobody types, and there the alarm alone does it).
 *
 * Every listener is registered before anything is awaited.
 */
export function watchLock({ session, vault, policy, onChange, sweep }: Watching): void {
  const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

  async function arm(): Promise<void> {
    const isOpen = (await session.get(unlockedKey)) !== undefined;
    const { locksAt } = isOpen ? await vault.state() : { locksAt: null };
    if (locksAt === null) await browser.alarms.clear(lockAlarm);
    else await browser.alarms.create(lockAlarm, { when: locksAt });
  }
  async function armSweep(): Promise<void> {
    if (await browser.alarms.get(sweepAlarm)) return;
    await browser.alarms.create(sweepAlarm, { when: Date.now() + FILE_LIFE + 1000 });
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    // Used meanwhile, it is not due: the alarm is set again.
    if (name === lockAlarm) quietly(vault.lockIfDue().then(arm));
    if (name === sweepAlarm) quietly(sweep().then((isLeft) => (isLeft ? armSweep() : undefined)));
  });
  browser.idle.onStateChanged.addListener((state) => {
    quietly(policy().then((now) => (locksOn(state, now) ? vault.lock() : undefined)));
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'settings' in changes) quietly(arm());
    if (area !== 'session') return;
    if (unlockedKey in changes || usedKey in changes) quietly(arm());
    if (unlockedKey in changes) quietly(onChange());
    const isNewFile = ([key, { oldValue, newValue }]: [string, browser.Storage.StorageChange]) =>
      (isFileKey(key) || key === carriedKey) && oldValue === undefined && newValue !== undefined;
    if (Object.entries(changes).some(isNewFile)) quietly(armSweep());
  });
  quietly(arm());
}
