import { describe, expect, test } from 'vitest';
import { readSettings } from '../../entrypoints/options/read-settings.ts';
import { settings } from './sessions.ts';

test('what was exported is read back whole', () => {
  expect(readSettings(JSON.stringify(settings))).toEqual({ ok: true, settings });
});

describe('a file that is not one of ours changes nothing, and says so', () => {
  test.each([
    ['no JSON', 'Bonjour'],
    ['an empty file', ''],
    ['another object', '{"acts": []}'],
    ['no object', 'null'],
    ['an unknown profession', JSON.stringify({ ...settings, who: { ...settings.who, profession: 'x' } })],
    ['a mention without end', JSON.stringify({ ...settings, mention: 'a'.repeat(601) })],
  ])('%s', (_, text) => {
    expect(readSettings(text)).toEqual({
      ok: false,
      message: 'Ce fichier n’est pas un export de réglages du volet. Vos réglages n’ont pas changé.',
    });
  });
});

test('settings of another version are told apart', () => {
  expect(readSettings(JSON.stringify({ ...settings, version: 2 }))).toEqual({
    ok: false,
    message: expect.stringContaining('autre version'),
  });
});
