/** *Enregistrer un rapport*, as the background answers it. */
import { describe, expect, test } from 'vitest';
import { reportAbout, reportHandlers } from '../../entrypoints/background/report-handlers.ts';
import { newTab, type TabState } from '../../entrypoints/background/tab-state.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import type { Reading } from '../../sites/model.ts';

const shipped = rawProfiles.map(parseProfile);
const profileOf = (id: string) => shipped.find((one) => one.id === id) ?? null;
const structure = { nodes: [{ depth: 0, tag: 'body', id: 'durieu' }], seen: 1, cut: false };
const panel = { door: 'panel', tabId: 1, frameId: 5 } as const;

const reading = {
  screen: 'fse',
  fields: {
    'acte.code': { value: 'RQD', provenance: 'mapped' },
    'tp.amo': { value: undefined, provenance: 'mapped', missing: 'unexpected' },
    'prescripteur.numero': { value: undefined, provenance: 'mapped', missing: 'not-found' },
    'prescripteur.date': { value: undefined, provenance: 'mapped', missing: 'closed' },
  },
  changed: ['tp.amo'],
} as unknown as Reading;

function ask(profileId: string, url: string, raw: unknown = structure) {
  const tab: TabState = { ...newTab('word', 0, profileId), panelFrameId: 5, reading };
  const handlers = reportHandlers(
    {
      structure: async () => raw,
      about: () => ({ version: '1.2.3', browser: 'Chrome 156' }),
      addressOf: async () => url,
      profiles: { all: shipped, shipped: async (id: string) => profileOf(id) } as never,
    },
    { tabs: { read: async () => tab } as never, knownPanel: async () => undefined },
  );
  return handlers.pageReport({}, panel);
}

describe('which site and which profile', () => {
  test('a shipped profile on its own host: both are said, and the path never', async () => {
    const { name, text } = await ask('weda', 'https://secure.weda.fr/vitalzen/fse.aspx?PatDk=65407357');
    expect(name).toBe('volet-structure-weda.txt');
    expect(text).toContain('Site : secure.weda.fr\n');
    expect(text).toContain('Champs introuvables : tp.amo\n');
    expect(text).toContain('Champs absents, parfois attendus : prescripteur.numero\n');
    expect(text).toContain('Champs trouvés : acte.code\n');
    expect(text).not.toMatch(/fse\.aspx|PatDk|65407357|durieu/);
  });

  test('a host that names a practice under a shipped one: only what is shipped is said', async () => {
    const { text } = await ask('mlm', 'https://cabinet-durieu.monlogicielmedical.com/x');
    expect(text).toContain('Site : *.monlogicielmedical.com\n');
    expect(text).not.toContain('durieu');
  });

  test.each(['taught-cabinet-durieu-example-fr', 'guessed'])(
    '%s: neither host nor id is said',
    async (id) => {
      const { name, text } = await ask(id, 'https://cabinet-durieu.example.fr/x');
      expect(name).toBe('volet-structure-autre.txt');
      expect(text).toContain('Profil : aucun\n');
      expect(text).toContain('Site : non indiqué\n');
      expect(text).not.toMatch(/durieu|example/);
    },
  );

  test('a shipped profile on a practice’s own server: the host is not said', () => {
    const host = reportAbout(reading, profileOf('tamm'), 'https://cabinet-durieu.example.fr/').host;
    expect(host).toBeNull();
  });
});

test.each([
  ['nothing', null],
  ['a text', { ...structure, nodes: [{ depth: 0, tag: 'p', text: 'Mme DURIEU' }] }],
  ['a number', { ...structure, nodes: [{ depth: 0, tag: 'p', id: 'x255069' }] }],
])('a page that gives %s: there is no report', async (_, raw) => {
  await expect(ask('weda', 'https://secure.weda.fr/', raw)).rejects.toMatchObject({ code: 'no-structure' });
});
