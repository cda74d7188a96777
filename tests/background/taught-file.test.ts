/** Files of profiles that their users showed: what each fault says, and that nothing is lost by it. */
import { describe, expect, test } from 'vitest';
import { profileDesk } from '../../entrypoints/background/profile-desk.ts';
import { sentences, type ErrorCode } from '../../messages/errors.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { composeOverlay, composeProfile } from '../../sites/pointing/compose.ts';

const shipped = rawProfiles.map(parseProfile);

const shown = (host: string) =>
  composeProfile(
    {
      host,
      path: '/facturation/feuille',
      shown: {
        'acte.code': {
          concept: 'acte.code',
          label: 'Code',
          kind: 'champ de texte',
          path: '#codeActe',
          lasting: true,
          map: { find: ['#codeActe'], expectText: 'Code', control: 'text', taught: true },
        },
      },
    },
    'Atlas',
    '2026-11-26',
  );
const good = shown('atlas.example.fr');
type Data = Record<string, unknown>;
/** The good profile with something else in it. */
const but = (change: Data): string => JSON.stringify({ ...good, ...change });
const field = (map: unknown, name = 'acte.code'): string =>
  but({ screens: [{ ...good.screens[0], fields: { [name]: map } }] });
const screen = (change: Data): string => but({ screens: [{ ...good.screens[0], ...change }] });
const without = (name: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)));
const code = { find: ['#codeActe'], control: 'text' };

const faulty: Array<[name: string, text: string, fault: ErrorCode]> = [
  ['an empty file', '', 'taught-not-json'],
  ['a letter', 'Chère consœur,', 'taught-not-json'],
  ['a file cut in its middle', JSON.stringify(good).slice(0, 200), 'taught-not-json'],
  ['a page', '<!doctype html><p>Atlas</p>', 'taught-not-json'],
  ['a picture', '\u0089PNG\r\n\u001a\n', 'taught-not-json'],
  ['a file far too large', `"${'x'.repeat(300_000)}"`, 'taught-too-large'],
  ['a number', '42', 'not-taught'],
  ['nothing', 'null', 'not-taught'],
  ['a list of profiles', JSON.stringify([good]), 'not-taught'],
  ['the settings of the extension', '{"version":1,"who":{"numeroAm":"991000019"}}', 'not-taught'],
  ['a profile nobody was taught', without('taught'), 'not-taught'],
  ['an id of another kind', but({ id: 'atlas' }), 'not-taught'],
  ['a shipped profile', JSON.stringify(shipped[0]), 'taught-shipped'],
  ['the id of a shipped profile', but({ id: 'weda' }), 'taught-shipped'],
  ['the site of a shipped profile', but({ hosts: ['secure.weda.fr'] }), 'taught-shipped-site'],
  ['a site under a shipped one', but({ hosts: ['x.monlogicielmedical.com'] }), 'taught-shipped-site'],
  ['words of a later version', but({ voice: true }), 'taught-other-version'],
  ['a field with words of a later version', field({ ...code, gesture: 'swipe' }), 'taught-other-version'],
  ['a screen with words of a later version', screen({ layers: 2 }), 'taught-other-version'],
  ['no name', without('name'), 'taught-no-name'],
  ['a blank name', but({ name: '  ' }), 'taught-no-name'],
  ['no site', but({ hosts: [] }), 'taught-no-site'],
  ['no word of a site', without('hosts'), 'taught-no-site'],
  ['every site', but({ hosts: ['*'] }), 'taught-wide-site'],
  ['all sites under one', but({ hosts: ['*.example.fr'] }), 'taught-wide-site'],
  ['two sites', but({ hosts: ['a.example.fr', 'b.example.fr'] }), 'taught-wide-site'],
  ['a whole country', but({ hosts: ['fr'] }), 'taught-wide-site'],
  ['an address', but({ hosts: ['https://atlas.example.fr/x'] }), 'taught-wide-site'],
  ['a field that is none of ours', field(code, 'acte.couleur'), 'taught-unknown-field'],
  ['no field', screen({ fields: {} }), 'taught-no-field'],
  ['no screen', but({ screens: [] }), 'taught-no-field'],
  ['a selector that is none', field({ ...code, find: ['#code['] }), 'taught-bad-selector'],
  ['a selector of a place', field({ ...code, find: ['input:nth-child(3)'] }), 'weak-selectors'],
  ['a selector of everything', field({ ...code, find: ['input'] }), 'weak-selectors'],
  ['a pattern', field({ ...code, pattern: '((a+)+)$' }), 'taught-damaged'],
  ['a pattern that hangs', field({ ...code, pattern: '(?:a+)+(b)$' }), 'taught-beyond'],
  ['a call to the software', screen({ api: { path: '/api/{id}', fields: { nom: 'nom' } } }), 'taught-beyond'],
  ['a kind of control that is none', field({ ...code, control: 'voice' }), 'taught-damaged'],
  ['a field without a selector', field({ ...code, find: [] }), 'taught-damaged'],
  ['a name too long', but({ name: 'x'.repeat(80) }), 'taught-damaged'],
  ['no evidence', without('evidence'), 'taught-damaged'],
  ['over a profile that is not shipped', but({ taught: { over: 'nobody' } }), 'not-taught'],
  ['over a profile of another site', but({ taught: { over: 'weda' } }), 'not-taught'],
  ['the very one that is there', JSON.stringify(shown('there.example.fr')), 'taught-same'],
  [
    'another one for the same site',
    JSON.stringify({ ...shown('there.example.fr'), name: 'B' }),
    'taught-there',
  ],
];

function desk() {
  const all = new Map<string, unknown>([
    ['taught', [shown('there.example.fr'), { id: 'taught-of-tomorrow' }]],
  ]);
  const profiles = profileDesk(shipped, {
    get: async (key) => structuredClone(all.get(key)),
    set: async (key, value) => void all.set(key, structuredClone(value)),
    remove: async (key) => void all.delete(key),
  });
  return { profiles, kept: () => all.get('taught') as Data[] };
}

describe('a faulty file says one thing, and takes nothing away', () => {
  test.each(faulty)('%s', async (_, text, fault) => {
    const { profiles, kept } = desk();
    const before = structuredClone(kept());
    await expect(profiles.read(text)).rejects.toMatchObject({ code: fault, message: sentences[fault] });
    expect(kept()).toEqual(before);
  });

  test('each kind of fault has a sentence of its own', () => {
    const codes = [...new Set(faulty.map(([, , fault]) => fault))];
    expect(new Set(codes.map((one) => sentences[one])).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(15);
  });

  test('no more than fifty', async () => {
    const { profiles } = desk();
    for (let at = 1; at < 50; at++) await profiles.read(JSON.stringify(shown(`a${at}.example.fr`)));
    await expect(profiles.read(JSON.stringify(shown('z.example.fr')))).rejects.toMatchObject({
      code: 'taught-full',
    });
  });
});

describe('a good file', () => {
  test('is read beside the others, whether or not its first sign is a mark of order', async () => {
    const { profiles, kept } = desk();
    await profiles.read(`\uFEFF${JSON.stringify(good, null, 2)}\n`);
    expect((await profiles.taught()).map(({ id }) => id)).toEqual([
      'taught-there-example-fr',
      'taught-atlas-example-fr',
    ]);
    expect(kept()).toContainEqual({ id: 'taught-of-tomorrow' });
  });

  test('may amend a shipped profile on its own site', async () => {
    const weda = shipped.find(({ id }) => id === 'weda');
    const sheet = weda?.screens.find(({ kind }) => kind === 'fse');
    if (!weda || !sheet) throw new Error('no Weda');
    const draft = { host: 'secure.weda.fr', path: '/vitalzen/fse.aspx', shown: {} };
    const overlay = composeOverlay(draft, weda, sheet, '2026-11-26');
    const [first] = overlay.screens;
    const full = {
      ...overlay,
      screens: [{ ...first, fields: { 'tp.amo': { ...code, control: 'checkbox' } } }],
    };
    const { profiles } = desk();
    await profiles.read(JSON.stringify(full));
    const amended = await profiles.byId('weda');
    expect(amended?.screens.find(({ kind }) => kind === 'fse')?.fields['tp.amo']?.find).toEqual([
      '#codeActe',
    ]);
  });

  test('that was forgotten takes nothing else with it', async () => {
    const { profiles, kept } = desk();
    await profiles.forget('taught-there-example-fr');
    expect(kept()).toEqual([{ id: 'taught-of-tomorrow' }]);
  });
});
