import { describe, expect, test } from 'vitest';
import { defaultLockPolicy, isLockDue, lockMoment, locksOn } from '../../ledger/auto-lock.ts';
import { delayAfter, minRounds, passphraseFault, retryMoment } from '../../ledger/passphrase.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a passphrase', () => {
  test.each(['court', '           ', 'aaaaaaaaaaaaaaaa', 'onze lettre'])(
    '%j is refused in French',
    (weak) => {
      expect(passphraseFault(weak)).toMatch(/caractères/);
    },
  );

  test.each(['le lièvre court vite', 'été à la plage !', '🦊🐢🐇🦉🐝🐞🦋🐌🐙🦑🐠🐬'])(
    '%j is taken',
    (good) => {
      expect(passphraseFault(good)).toBeNull();
    },
  );

  test('is stretched by at least 600 000 rounds', () => {
    expect(minRounds).toBeGreaterThanOrEqual(600_000);
  });

  test('that is wrong costs more and more time, and never more than a quarter of an hour', () => {
    const delays = Array.from({ length: 40 }, (_, failures) => delayAfter(failures));
    expect(delays.slice(0, 6)).toEqual([0, 0, 0, 5_000, 10_000, 20_000]);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(delays.at(-1)).toBe(15 * minute);
  });

  test('is not refused for days because the clock was set back', () => {
    const now = Date.UTC(2026, 2, 12);
    expect(retryMoment(now + 48 * hour, now)).toBe(now + 15 * minute);
    expect(retryMoment(now - 1, now)).toBe(now - 1);
  });
});

describe('an open register locks', () => {
  const open = { unlockedAt: 1_000_000, usedAt: 1_000_000 };
  const { idleMinutes, openHours } = defaultLockPolicy;

  test('after some time without use, not before', () => {
    const end = open.usedAt + idleMinutes * minute;
    expect(isLockDue(open, defaultLockPolicy, end - 1)).toBe(false);
    expect(isLockDue(open, defaultLockPolicy, end)).toBe(true);
  });

  test('at the end of the day, however much it is used', () => {
    const end = open.unlockedAt + openHours * hour;
    expect(lockMoment({ ...open, usedAt: end - 1 }, defaultLockPolicy)).toBe(end);
    expect(isLockDue({ ...open, usedAt: end - 1 }, defaultLockPolicy, end - 1)).toBe(false);
    expect(isLockDue({ ...open, usedAt: end - 1 }, defaultLockPolicy, end)).toBe(true);
  });

  test('when the clock was set back', () => {
    const opened = { unlockedAt: hour, usedAt: hour };
    expect(isLockDue(opened, defaultLockPolicy, hour - 10 * minute)).toBe(true);
    expect(isLockDue(opened, defaultLockPolicy, hour - 2_000), 'a correction of two seconds').toBe(false);
  });

  test('with the computer’s session, unless the settings say otherwise', () => {
    expect(
      ['active', 'idle', 'locked'].map((state) => locksOn(state as 'active', defaultLockPolicy)),
    ).toEqual([false, false, true]);
    expect(locksOn('locked', { ...defaultLockPolicy, withScreen: false })).toBe(false);
  });
});
