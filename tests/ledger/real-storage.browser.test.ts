import { afterEach, expect, test } from 'vitest';
import { LedgerLocked } from '../../ledger/errors.ts';
import { biller, octave, pressOf, zephyrine } from './people.ts';
import { clock, noon, openAt, type Opened, type OpenOptions } from './storage.ts';

const phrase = 'le lièvre court vite';
const opened: Opened[] = [];
const open = (options: OpenOptions = {}): Opened => {
  const one = openAt(`real-${crypto.randomUUID()}`, options);
  opened.push(one);
  return one;
};

afterEach(async () => {
  for (const { database } of opened.splice(0)) await database.delete();
});

test('in a real browser: an act is kept, counted, locked, backed up and merged', async () => {
  const here = open();
  const ids = await Promise.all([
    here.ledger.recordIntent(pressOf()),
    here.ledger.recordIntent(pressOf()),
    here.ledger.recordIntent(pressOf({ ...octave, pressId: 'octave' })),
  ]);
  expect(new Set(ids).size).toBe(2);
  await here.ledger.recordOutcome(ids[0] ?? '', 'secured');
  await here.register.importActs(
    { software: 'weda' },
    Array.from({ length: 1200 }, (_, line) => ({
      ...zephyrine,
      biller,
      code: 'RQD',
      actDate: '2025-01-06',
      line: String(line),
    })),
  );
  await here.vault.setPassphrase(phrase);
  await here.vault.lock();
  await expect(here.ledger.actsOf(zephyrine)).rejects.toThrow(LedgerLocked);
  const late = await here.ledger.recordIntent(pressOf({ pressId: 'late' }));
  await here.vault.unlock(phrase);
  expect((await here.ledger.actsOf(zephyrine)).acts).toHaveLength(1202);
  expect((await here.ledger.openIntents()).map(({ actId }) => actId)).toEqual([ids[2], late]);

  const { file } = await here.register.makeBackup(phrase);
  const there = open({ now: clock(noon + 60_000) });
  expect(await there.register.mergeBackup(file, phrase)).toMatchObject({ conflicting: [], repaired: 0 });
  expect(await there.register.erasePatient(octave.patientKeys)).toBe(1);
  for (const { ledger } of [here, there]) {
    expect(await ledger.health()).toEqual({
      damaged: [],
      broken: [],
      cut: false,
      altered: [],
      missing: [],
      untold: [],
    });
  }
  const back = await there.register.makeBackup(phrase);
  expect(await here.register.mergeBackup(back.file, phrase)).toMatchObject({ added: 1 });
  expect((await here.ledger.actsOf(octave)).acts).toEqual([]);
});
