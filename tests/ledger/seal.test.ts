import { describe, expect, test } from 'vitest';
import {
  blind,
  canonical,
  keysFrom,
  makeLetterBox,
  openLetter,
  randomBytes,
  seal,
  sealLetter,
  unseal,
} from '../../ledger/seal.ts';

const place = { table: 'acts', id: 'a', v: 1 };

describe('a sealed body', () => {
  test('opens in its own place only, with its own key only', async () => {
    const keys = await keysFrom(randomBytes(32));
    const sealed = await seal(keys, place, { name: 'Zéphyrine' });
    expect(await unseal(keys, place, sealed)).toEqual({ name: 'Zéphyrine' });
    for (const moved of [{ table: 'cases' }, { id: 'b' }, { v: 2 }]) {
      await expect(unseal(keys, { ...place, ...moved }, sealed)).rejects.toThrow();
    }
    await expect(unseal(await keysFrom(randomBytes(32)), place, sealed)).rejects.toThrow();
  });

  test('opens again with keys derived anew from the same data key', async () => {
    const dataKey = randomBytes(32);
    const sealed = await seal(await keysFrom(dataKey), place, [1]);
    expect(await unseal(await keysFrom(dataKey), place, sealed)).toEqual([1]);
  });
});

test('a blind word is the same for the same value, and another for another meaning', async () => {
  const keys = await keysFrom(randomBytes(32));
  const words = await Promise.all([
    blind(keys, 'patient', '12'),
    blind(keys, 'patient', '12'),
    blind(keys, 'biller', '12'),
    blind(keys, 'patient', '13'),
  ]);
  expect(words[0]).toBe(words[1]);
  expect(new Set(words).size).toBe(3);
});

describe('a letter', () => {
  test('opens with the private half, in its place, and with no other', async () => {
    const [mine, other] = [await makeLetterBox(), await makeLetterBox()];
    const letter = await sealLetter(mine.slot, place, { reason: 'urgent' });
    expect(await openLetter(new Uint8Array(mine.door), place, letter)).toEqual({ reason: 'urgent' });
    await expect(openLetter(new Uint8Array(other.door), place, letter)).rejects.toThrow();
    await expect(openLetter(new Uint8Array(mine.door), { ...place, id: 'b' }, letter)).rejects.toThrow();
  });

  test('never looks twice the same', async () => {
    const { slot } = await makeLetterBox();
    const letters = await Promise.all([sealLetter(slot, place, 1), sealLetter(slot, place, 1)]);
    const [one, two] = letters.map(({ from }) => Buffer.from(from).toString('hex'));
    expect(one).not.toBe(two);
  });
});

test('equal contents have one canonical text, whatever the order of their keys', () => {
  const text = canonical({ b: [{ d: 1, c: undefined }], a: null });
  expect(text).toBe('{"a":null,"b":[{"d":1}]}');
  expect(canonical(JSON.parse(text))).toBe(text);
});
