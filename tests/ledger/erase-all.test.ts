import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countAll, eraseAll } from '../../ledger/erase-all.ts';
import { memoryStore } from '../../ledger/session-store.ts';
import { canaries, octave, pressOf, zephyrine } from './people.ts';
import { clock, dieAfter, dump, freshName, openAt } from './storage.ts';

const phrase = 'le lièvre court vite';

test('everything goes, keys and passphrase included, and a backup kept elsewhere brings it back', async () => {
  const opened = openAt(freshName(), { now: clock() });
  await opened.ledger.recordIntent(pressOf());
  await opened.vault.setPassphrase(phrase);
  const { file } = await opened.register.makeBackup(phrase);
  expect((await countAll(opened)).acts).toBe(1);
  await eraseAll(opened);
  expect(await dump(opened.database)).toBe('');
  expect(await opened.vault.state()).toMatchObject({ mode: 'device', open: true, hasRecoveryFile: false });
  expect(await opened.register.mergeBackup(file, phrase)).toMatchObject({ added: 1 });
  expect((await opened.ledger.actsOf(zephyrine)).acts).toMatchObject([
    { patient: { lastName: canaries.lastName } },
  ]);
});

test('whenever it is killed, the register is whole or empty, never half', async () => {
  let points = 0;
  for (let steps = 0; ; steps += 1) {
    const name = freshName();
    const session = memoryStore();
    const now = clock();
    const first = openAt(name, { now, session });
    await first.ledger.recordIntent(pressOf());
    await first.ledger.recordIntent(pressOf({ ...octave, pressId: 'o' }));
    await first.vault.setPassphrase(phrase);
    first.database.close();
    const death = dieAfter(steps);
    const dying = openAt(name, { now, session: death.over(session), prepare: death.install });
    await eraseAll(dying).catch((error: unknown) => {
      if (!death.died()) throw error;
    });
    dying.database.close();
    const reborn = openAt(name, { now, session });
    const left = await reborn.database.acts.count();
    expect([0, 2]).toContain(left);
    expect((await reborn.vault.state()).mode).toBe(left === 2 ? 'passphrase' : 'device');
    if (left === 2) expect((await reborn.register.acts()).acts).toHaveLength(2);
    await eraseAll(reborn);
    expect(await reborn.database.acts.count()).toBe(0);
    reborn.database.close();
    if (!death.died()) break;
    points += 1;
  }
  expect(points).toBeGreaterThanOrEqual(10);
}, 60_000);
