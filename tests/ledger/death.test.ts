import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Ledger } from '../../ledger/ledger.ts';
import { pressOf, zephyrine } from './people.ts';
import { clock, dieAfter, freshName, openAt } from './storage.ts';

const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };

/** One sheet, from the consent to the outcome; each line waits for the one before, as the background does. */
const day: ((ledger: Ledger, known: { actId: string }) => Promise<unknown>)[] = [
  (ledger) => ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' }),
  (ledger) => ledger.recordHeld({ ...zephyrine, rules: ['tp.amo'], pressId: 'p' }),
  (ledger) =>
    ledger.recordOverride({ ...zephyrine, rules: ['tp.amo'], pressId: 'p', reason: 'caisse prévenue' }),
  async (ledger, known) => {
    known.actId = await ledger.recordIntent(pressOf());
  },
  (ledger, known) => ledger.recordOutcome(known.actId, 'left'),
  (ledger, known) => ledger.recordOutcome(known.actId, 'secured'),
  (ledger) => ledger.recordReport(zephyrine, '2026-03-12'),
];

/**
 * Lives the day until death after `steps` storage calls, then starts again with a fresh background and does the rest,
 * the interrupted line included. Returns what the register holds in the end.
 */
async function dieAndGoOn(steps: number) {
  const name = freshName();
  const now = clock();
  const death = dieAfter(steps);
  const known = { actId: '' };
  let done = 0;
  const before = openAt(name, { now, prepare: death.install });
  try {
    for (const line of day) {
      await line(before.ledger, known);
      done += 1;
    }
  } catch (error) {
    if (!death.died()) throw error;
  }
  before.database.close();

  const { database, ledger } = openAt(name, { now });
  const acknowledged = {
    consent: (await ledger.consentFor(zephyrine, '2026-03-12')) !== null,
    acts: (await ledger.actsOf(zephyrine)).acts,
    open: await ledger.openIntents(),
    presses: await database.presses.count(),
  };
  const health = await ledger.health();
  for (const line of day.slice(done)) await line(ledger, known);
  return { steps, done, died: death.died(), known, acknowledged, health, ledger, database };
}

test('whenever the background dies, what was acknowledged is kept and nothing is there twice', async () => {
  let points = 0;
  for (let steps = 0; ; steps += 1) {
    const { done, died, known, acknowledged, health, ledger, database } = await dieAndGoOn(steps);
    const message = `death after ${steps} storage calls, ${done} lines done`;
    expect(health, message).toEqual(whole);
    if (done > 0) expect(acknowledged.consent, message).toBe(true);
    expect(acknowledged.presses, message).toBeGreaterThanOrEqual(Math.max(0, Math.min(done - 1, 2)));
    if (done > 3)
      expect(
        acknowledged.acts.map(({ id }) => id),
        message,
      ).toEqual([known.actId]);
    if (done === 4) expect(['intent', 'left']).toContain(acknowledged.acts[0]?.standing);
    expect(acknowledged.acts.length, message).toBeLessThanOrEqual(1);
    expect(acknowledged.open.length, message).toBe(acknowledged.acts[0]?.standing === 'intent' ? 1 : 0);

    const { acts } = await ledger.actsOf(zephyrine);
    expect(
      acts.map(({ standing }) => standing),
      message,
    ).toEqual(['secured']);
    expect(await ledger.openIntents(), message).toEqual([]);
    expect(await ledger.reportFor(zephyrine, '2026-03-01'), message).toBe('2026-03-12');
    expect(await ledger.health(), message).toEqual(whole);
    expect(await database.events.count(), message).toBeLessThanOrEqual(3);
    database.close();
    if (!died) break;
    points += 1;
  }
  expect(points).toBeGreaterThanOrEqual(30);
}, 120_000);
