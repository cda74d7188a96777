/** Every message the background answers, by who says it. */
import type { Handlers } from '../../messages/server.ts';
import { caseHandlers } from './case-handlers.ts';
import { openCaseDesk } from './case-desk.ts';
import type { Desk } from './desk.ts';
import { lockHandlers } from './lock-handlers.ts';
import { pageHandlers } from './page-handlers.ts';
import { panelHandlers } from './panel-handlers.ts';
import { pointingHandlers } from './pointing-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { siteHandlers } from './site-handlers.ts';

export interface Office {
  handlers: Handlers;
  /** Draws the session again and sends it to the panel of the tab. */
  refresh(tabId: number): Promise<void>;
  /** A tab was closed. */
  closed(tabId: number): Promise<void>;
  /** The keyboard command. */
  toggle(tabId: number): Promise<void>;
  /** The register was locked or unlocked, here or on its own page. */
  lockChanged(): Promise<void>;
  /** Throws away what was carried from page to page and has had its time. True when some of it is left. */
  sweep(): Promise<boolean>;
}

export function openOffice(desk: Desk): Office {
  const { local } = desk;
  const cases = openCaseDesk(desk);
  const {
    tabs,
    settings,
    place,
    lockOf,
    refresh,
    refreshAll,
    knownPanel,
    throwAway,
    change,
    closeLastPress,
  } = cases;

  const handlers: Handlers = {
    ...pageHandlers(desk, cases),
    ...panelHandlers(desk, cases),
    ...caseHandlers(desk, cases),
    ...siteHandlers(desk),
    ...pointingHandlers({ ...desk, change, place, tabs }),
    ...reportHandlers(desk, cases),
    ...lockHandlers(desk.vault, knownPanel, refreshAll),

    async registerChanged() {
      await refreshAll();
      return null;
    },

    getSettings: settings,

    async saveSettings(next) {
      await local.set('settings', next);
      await refreshAll();
      return null;
    },
  };

  return {
    handlers,
    refresh,
    async lockChanged() {
      if (!(await lockOf()).open) await throwAway(true);
      await refreshAll();
    },
    sweep: () => throwAway(false),
    closed: async (tabId) => {
      await tabs.within(tabId, async (tab) => {
        await closeLastPress(tab);
        return [null, null];
      });
    },
    toggle: async (tabId) => {
      const tab = await tabs.read(tabId);
      if (!tab?.reading) return;
      const next = { ...(await place()), open: !(await place()).open };
      await local.set('place', next);
      await desk.tell(tabId, tab.frameId, { to: 'sentinel', type: 'place', place: next });
      await refresh(tabId);
    },
  };
}
