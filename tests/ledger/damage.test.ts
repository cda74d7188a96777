import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { LedgerDatabase, SealedRow } from '../../ledger/database.ts';
import { biller, octave, pressOf, zephyrine } from './people.ts';
import { freshName, openAt } from './storage.ts';

const rowOf = async (database: LedgerDatabase, id: string): Promise<SealedRow> => {
  const row = await database.acts.get(id);
  if (!row) throw new Error('no such row');
  return row;
};

const flip = (sealed: ArrayBuffer, bit: number): ArrayBuffer => {
  const bytes = new Uint8Array(sealed.slice(0));
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
  return bytes.buffer;
};

/** Three acts of Zéphyrine; the second is the one that suffers. */
async function threeActs() {
  const opened = openAt(freshName());
  const ids: string[] = [];
  for (const pressId of ['one', 'two', 'three'])
    ids.push(await opened.ledger.recordIntent(pressOf({ pressId })));
  const [first = '', second = '', third = ''] = ids;
  return { ...opened, first, second, third };
}

describe('a damaged record is named, and the rest goes on', () => {
  test.each([0, 7, 8, 1000, 1023])('bit %i of the sealed body flipped', async (bit) => {
    const { database, ledger, first, second, third } = await threeActs();
    const row = await rowOf(database, second);
    await database.acts.update(second, { sealed: flip(row.sealed, bit) });
    const { acts, damaged } = await ledger.actsOf(zephyrine);
    expect(acts.map(({ id }) => id)).toEqual([first, third]);
    expect(damaged).toEqual([{ table: 'acts', id: second }]);
    expect((await ledger.health()).damaged).toEqual([{ table: 'acts', id: second }]);
    expect(await ledger.act(second)).toBeUndefined();
  });

  test('two rows’ bodies swapped', async () => {
    const { database, ledger, first, second, third } = await threeActs();
    const [one, two] = [await rowOf(database, first), await rowOf(database, second)];
    await database.acts.bulkPut([
      { ...one, iv: two.iv, sealed: two.sealed },
      { ...two, iv: one.iv, sealed: one.sealed },
    ]);
    const { acts, damaged } = await ledger.actsOf(zephyrine);
    expect(acts.map(({ id }) => id)).toEqual([third]);
    expect(damaged.map(({ id }) => id).sort()).toEqual([first, second].sort());
  });

  test('a body moved to another table', async () => {
    const { database, ledger, first } = await threeActs();
    await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-01' });
    await database.consents.put(await rowOf(database, first));
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toMatchObject({ given: true });
    expect((await ledger.health()).damaged).toEqual([{ table: 'consents', id: first }]);
  });

  test.each([
    ['day', { day: '2020-01-01' }],
    ['code', { kind: 'TE2' }],
    ['version', { v: 2 }],
  ])('its %s in clear changed', async (_, change) => {
    const { database, ledger, first, second, third } = await threeActs();
    await database.acts.update(second, change);
    const { acts, damaged } = await ledger.actsOf(zephyrine);
    expect(acts.map(({ id }) => id)).toEqual([first, third]);
    expect(damaged).toEqual([{ table: 'acts', id: second }]);
  });

  test('given to another patient by its index: not taken for his, and named', async () => {
    const { database, ledger, first, second } = await threeActs();
    const octaves = await ledger.recordIntent(pressOf({ ...octave, pressId: 'o' }));
    const { patients } = await rowOf(database, octaves);
    await database.acts.update(second, { patients });
    const { acts, damaged } = await ledger.actsOf({ ...octave });
    expect(acts.map(({ id }) => id)).toEqual([octaves]);
    expect(damaged).toEqual([{ table: 'acts', id: second }]);
    expect((await ledger.health()).damaged).toEqual([{ table: 'acts', id: second }]);
    expect((await ledger.actsOf(zephyrine)).acts.map(({ id }) => id)).toContain(first);
  });

  test('hidden from its biller or made to look like another press: named by the full check', async () => {
    const { database, ledger, first, second } = await threeActs();
    await database.acts.update(first, { biller: 'x' });
    await database.acts.update(second, { once: 'x' });
    expect((await ledger.health()).damaged.map(({ id }) => id).sort()).toEqual([first, second].sort());
  });

  test('the consent that cannot be read is not taken for an absent one', async () => {
    const { database, ledger } = openAt(freshName());
    await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-01' });
    const [row] = await database.consents.toArray();
    await database.consents.update(row?.id ?? '', { iv: new Uint8Array(12) });
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toBeUndefined();
    expect(await ledger.consentFor({ ...octave, biller }, '2026-03-12')).toBeNull();
  });
});

describe('the trail', () => {
  test('names a record that was taken away', async () => {
    const { database, ledger, second } = await threeActs();
    await database.acts.delete(second);
    expect(await ledger.health()).toMatchObject({ damaged: [], missing: [{ table: 'acts', id: second }] });
  });

  test('says that a link in the middle was taken away', async () => {
    const { database, ledger, second } = await threeActs();
    const links = await database.trail.orderBy('[chain+seq]').toArray();
    await database.trail.delete(links[1]?.id ?? '');
    expect(await ledger.health()).toMatchObject({
      broken: [links[2]?.id],
      untold: [{ table: 'acts', id: second }],
      cut: false,
    });
  });

  test('says that its end was cut off', async () => {
    const { database, ledger, third } = await threeActs();
    const last = await database.trail.orderBy('[chain+seq]').last();
    await database.trail.delete(last?.id ?? '');
    await database.acts.delete(third);
    expect(await ledger.health()).toMatchObject({ cut: true, missing: [], untold: [] });
  });

  test('with an unreadable link still judges the rest', async () => {
    const { database, ledger, first } = await threeActs();
    const links = await database.trail.orderBy('[chain+seq]').toArray();
    const middle = links[1]?.id ?? '';
    await database.trail.update(middle, { iv: new Uint8Array(12) });
    await database.acts.delete(first);
    expect(await ledger.health()).toMatchObject({
      damaged: [{ table: 'trail', id: middle }],
      broken: [],
      cut: false,
      missing: [{ table: 'acts', id: first }],
      untold: [],
    });
  });

  test('cannot be continued by a row written with the key of another register', async () => {
    const { database, ledger } = await threeActs();
    const stranger = openAt(freshName());
    const id = await stranger.ledger.recordIntent(pressOf());
    await database.acts.add(await rowOf(stranger.database, id));
    expect((await ledger.health()).damaged).toEqual([{ table: 'acts', id }]);
  });
});
