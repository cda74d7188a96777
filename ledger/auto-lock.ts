/** When an unlocked register locks itself. Pure; the entrypoints bring alarms and the browser's idle states. */

export interface LockPolicy {
  /** Minutes without any use of the register by a person. */
  idleMinutes: number;
  /** Hours after the passphrase was typed, whatever happened since. */
  openHours: number;
  /** Lock when the computer's session is locked. */
  withScreen: boolean;
}

/**
 * Half an hour spans one long consultation, so that nobody types the passphrase twice for one patient; twelve hours
 * end with the working day.
 */
export const defaultLockPolicy: LockPolicy = { idleMinutes: 30, openHours: 12, withScreen: true };

/** Both in ms since the epoch. */
export interface OpenSince {
  unlockedAt: number;
  usedAt: number;
}

/** Moment at which the register locks unless it is used before: what to set the alarm to. Ms since the epoch. */
export const lockMoment = ({ unlockedAt, usedAt }: OpenSince, policy: LockPolicy): number =>
  Math.min(usedAt + policy.idleMinutes * 60_000, unlockedAt + policy.openHours * 3_600_000);

/** Computers correct their clock by seconds all day long; only more than that is a clock that was set back. */
const clockSlack = 5 * 60_000;

/** A clock set back to before the unlocking proves nothing about the time spent: it locks too. */
export const isLockDue = (open: OpenSince, policy: LockPolicy, now: number): boolean =>
  now >= lockMoment(open, policy) || now < open.unlockedAt - clockSlack;

/** What the browser's idle state asks for. `idle` alone does not lock: the time-out above says when. */
export const locksOn = (state: 'active' | 'idle' | 'locked', policy: LockPolicy): boolean =>
  state === 'locked' && policy.withScreen;
