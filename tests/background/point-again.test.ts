/** *Montrer à nouveau*, from the settings: on a page of that software that is open, and on no other. */
import { describe, expect, test } from 'vitest';
import { pointingHandlers, type PointingDesk } from '../../entrypoints/background/pointing-handlers.ts';
import { newTab, type TabState } from '../../entrypoints/background/tab-state.ts';
import { composeOverlay, composeProfile } from '../../sites/pointing/compose.ts';
import type { Pointed } from '../../sites/pointing/concepts.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import type { Reading } from '../../sites/model.ts';

const code: Pointed = {
  concept: 'acte.code',
  label: 'Code',
  kind: 'champ de texte',
  path: '#codeActe',
  lasting: true,
  map: { find: ['#codeActe'], expectText: 'Code', control: 'text', taught: true },
};
const draft = (host: string) => ({ host, path: '/facturation/feuille', shown: { 'acte.code': code } });
const atlas = composeProfile(draft('atlas.example.fr'), 'Atlas', '2026-11-26');
const weda = rawProfiles.map(parseProfile).find(({ id }) => id === 'weda');
const sheet = weda?.screens.find(({ kind }) => kind === 'fse');
if (!weda || !sheet) throw new Error('no Weda');
const overWeda = composeOverlay(draft('secure.weda.fr'), weda, sheet, '2026-11-26');

const fse = { screen: 'fse', fields: {}, changed: [] } as unknown as Reading;
const page = { door: 'page', tabId: null, frameId: 0 } as const;

/** Tabs by their number: the profile that speaks there, and what is read. */
function desk(open: Record<number, { profileId: string; reading: Reading | null }>) {
  const tabs = new Map<number, TabState>(
    Object.entries(open).map(([id, tab]) => [Number(id), { ...newTab('word', 0, tab.profileId), ...tab }]),
  );
  const fronted: number[] = [];
  const sought: string[] = [];
  const made: PointingDesk = {
    profiles: {
      taught: async () => [atlas, overWeda],
      at: async () => ({ profile: atlas, others: [] }),
      byId: async (id: string) => [atlas, weda].find((one) => one?.id === id) ?? null,
      shipped: async () => weda ?? null,
    } as never,
    change: async ({ tabId }, work) => {
      const tab = tabs.get(tabId ?? -1);
      if (!tab) throw new Error('no tab');
      return work(tab);
    },
    tell: async () => undefined,
    write: async () => undefined,
    pointer: async (_, __, message) =>
      void sought.push(message.type === 'seek' ? message.concept : message.type),
    addressOf: async (id) =>
      tabs.get(id)?.profileId === 'weda' ? 'https://secure.weda.fr/x' : 'https://atlas.example.fr/x',
    openAt: async () => [...tabs.keys()],
    front: async (id) => void fronted.push(id),
    tabs: { read: async (id) => tabs.get(id) ?? null },
    place: async () => ({ open: false, side: 'right', top: 12 }),
    again: async () => undefined,
    now: () => 0,
  };
  return { handlers: pointingHandlers(made), tabs, fronted, sought };
}

describe('one concept is shown again', () => {
  test('on the tab where its profile speaks, which comes to the front', async () => {
    const { handlers, tabs, fronted, sought } = desk({
      3: { profileId: 'guessed', reading: null },
      7: { profileId: atlas.id, reading: fse },
    });
    await handlers.pointAgain({ id: atlas.id, concept: 'tp.amo' }, page);
    expect(fronted).toEqual([7]);
    expect(sought).toEqual(['tp.amo']);
    expect(tabs.get(7)?.pointing).toMatchObject({ single: 'tp.amo', at: 'tp.amo', over: null });
    // What was shown before stays.
    expect(tabs.get(7)?.pointing?.draft.shown['acte.code']?.map?.find).toEqual(['#codeActe']);
    expect(tabs.get(3)?.pointing).toBeNull();
  });

  test('over a shipped profile: on its sheet, and it stays an amendment', async () => {
    const { handlers, tabs, fronted } = desk({
      4: { profileId: 'weda', reading: null },
      5: { profileId: 'weda', reading: fse },
    });
    await handlers.pointAgain({ id: overWeda.id, concept: 'tp.amc' }, page);
    expect(fronted).toEqual([5]);
    expect(tabs.get(5)?.pointing?.over?.id).toBe('weda');
  });

  test.each([
    ['no tab is open', atlas.id, {}],
    ['another software is open', atlas.id, { 2: { profileId: 'guessed', reading: fse } }],
    ['only its patient page is open', overWeda.id, { 2: { profileId: 'weda', reading: null } }],
    ['the profile is gone', 'taught-nobody', { 2: { profileId: atlas.id, reading: fse } }],
  ])('%s: the sentence says to open a sheet', async (_, id, open) => {
    const { handlers, fronted } = desk(open);
    await expect(handlers.pointAgain({ id, concept: 'mode' }, page)).rejects.toMatchObject({
      code: 'no-open-page',
    });
    expect(fronted).toEqual([]);
  });
});
