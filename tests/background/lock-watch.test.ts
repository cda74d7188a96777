import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchLock } from '../../entrypoints/background/lock-watch.ts';
import { defaultLockPolicy, type LockPolicy } from '../../ledger/auto-lock.ts';
import { LedgerLocked } from '../../ledger/errors.ts';
import { unlockedKey } from '../../ledger/vault.ts';
import { pressOf, zephyrine } from '../ledger/people.ts';
import { freshName, noon, openAt } from '../ledger/storage.ts';

type Listener = (...said: never[]) => void;

/** What of the browser the watch listens to, and a way to make it speak. */
const browser = vi.hoisted(() => {
  const door = () => {
    const listeners: Listener[] = [];
    return {
      addListener: (listener: Listener) => void listeners.push(listener),
      say: (...said: unknown[]) => listeners.forEach((listener) => listener(...(said as never[]))),
      forget: () => void listeners.splice(0),
    };
  };
  const alarms = new Map<string, { when: number }>();
  return {
    idle: { onStateChanged: door() },
    storage: { onChanged: door() },
    alarms: {
      onAlarm: door(),
      set: alarms,
      create: async (name: string, alarm: { when: number }) => void alarms.set(name, alarm),
      clear: async (name: string) => alarms.delete(name),
      get: async (name: string) => alarms.get(name),
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

const phrase = 'la marée monte sans bruit';
const minute = 60_000;

beforeEach(() => {
  browser.idle.onStateChanged.forget();
  browser.storage.onChanged.forget();
  browser.alarms.onAlarm.forget();
  browser.alarms.set.clear();
});

/** A register unlocked by its passphrase, watched by the background. */
async function watched(policy: LockPolicy = defaultLockPolicy) {
  let at = noon;
  const opened = openAt(freshName(), { now: () => at });
  const { vault, ledger, session } = opened;
  await ledger.recordIntent(pressOf());
  await vault.setPassphrase(phrase);
  const onChange = vi.fn(async () => undefined);
  watchLock({
    session,
    vault,
    policy: async () => policy,
    onChange,
    sweep: async () => false,
  });
  await vi.waitFor(() => expect(browser.alarms.set.has('lock')).toBe(true));
  return { ...opened, onChange, later: (ms: number) => (at += ms) };
}
const isLocked = async ({ ledger }: Awaited<ReturnType<typeof watched>>) =>
  ledger.actsOf(zephyrine).then(
    () => false,
    (error: unknown) => error instanceof LedgerLocked,
  );

describe('an unlocked register', () => {
  test('locks when the computer’s screen is locked, and its key leaves the memory', async () => {
    const watch = await watched();
    browser.idle.onStateChanged.say('locked');
    await vi.waitFor(async () => expect(await isLocked(watch)).toBe(true));
    expect(await watch.session.get(unlockedKey)).toBeUndefined();
    await watch.vault.unlock(phrase);
    expect((await watch.ledger.actsOf(zephyrine)).acts).toHaveLength(1);
  });

  test('stays open while nobody types: only its own time-out counts', async () => {
    const watch = await watched();
    browser.idle.onStateChanged.say('idle');
    browser.idle.onStateChanged.say('active');
    await Promise.resolve();
    expect(await isLocked(watch)).toBe(false);
  });

  test('stays open behind a locked screen where the settings say so', async () => {
    const watch = await watched({ ...defaultLockPolicy, withScreen: false });
    browser.idle.onStateChanged.say('locked');
    await Promise.resolve();
    expect(await isLocked(watch)).toBe(false);
  });

  test('sets an alarm for its time-out, and locks when it rings', async () => {
    const watch = await watched();
    expect(browser.alarms.set.get('lock')).toEqual({ when: noon + defaultLockPolicy.idleMinutes * minute });
    watch.later(defaultLockPolicy.idleMinutes * minute);
    browser.alarms.onAlarm.say({ name: 'lock' });
    await vi.waitFor(async () => expect(await isLocked(watch)).toBe(true));
    await vi.waitFor(() => expect(browser.alarms.set.has('lock')).toBe(false));
  });

  test('used meanwhile, is still open when the alarm rings, and sets the next one', async () => {
    const watch = await watched();
    watch.later(20 * minute);
    await watch.vault.touch();
    watch.later(10 * minute);
    browser.alarms.onAlarm.say({ name: 'lock' });
    const next = { when: noon + (20 + defaultLockPolicy.idleMinutes) * minute };
    await vi.waitFor(() => expect(browser.alarms.set.get('lock')).toEqual(next));
    expect(await isLocked(watch)).toBe(false);
  });

  test('tells the panels when it is locked or unlocked anywhere', async () => {
    const watch = await watched();
    browser.storage.onChanged.say({ [unlockedKey]: { oldValue: 'x' } }, 'session');
    await vi.waitFor(() => expect(watch.onChange).toHaveBeenCalledOnce());
    browser.storage.onChanged.say({ other: { newValue: 'x' } }, 'session');
    expect(watch.onChange).toHaveBeenCalledOnce();
  });
});
