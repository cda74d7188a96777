/** What is done in the panel to the page beside it: where it stands, who bills, what is written, what is held. */
import { v7 as uuid } from 'uuid';
import { codeOf } from '../../cases/wanted-sheet.ts';
import { ExpectedError } from '../../messages/errors.ts';
import type { Handlers } from '../../messages/server.ts';
import { planIsYoung, type CaseDesk } from './case-desk.ts';
import type { Desk } from './desk.ts';
import { pointingPlace, seek } from './pointing-handlers.ts';

type Of = 'open' | 'place' | 'role' | 'plan' | 'verdict' | 'override' | 'openPage';

export function panelHandlers(desk: Desk, cases: CaseDesk): Pick<Handlers, Of> {
  const { local, ledger } = desk;
  const { tabs, settings, fileOf, about, change, refresh, tell, write, keep } = cases;

  return {
    async open({ token }, { tabId, frameId }) {
      if (tabId === null) throw new ExpectedError('not-for-you');
      await tabs.within(tabId, async (tab) => {
        if (tab?.token !== token) throw new ExpectedError('not-for-you');
        // A postback took the cursor away with the page.
        if (tab.pointing && tab.panelFrameId !== frameId) await seek(desk, tabId, tab);
        return [{ ...tab, panelFrameId: frameId }, null];
      });
      await refresh(tabId);
      return null;
    },

    async place(next, from) {
      await local.set('place', next);
      await change(from, (tab) =>
        tell(from.tabId ?? -1, tab, {
          to: 'sentinel',
          type: 'place',
          place: tab.pointing ? pointingPlace(next) : next,
        }),
      );
      return null;
    },

    async role({ role }, from) {
      await change(from, async (tab) => {
        tab.role = role;
        tab.report = null;
      });
      return null;
    },

    async plan({ kind, steps }, from) {
      await change(from, async (tab) => {
        const { reading } = tab;
        const marker = reading?.patient.marker;
        if (reading?.screen !== 'fse' || !marker) throw new ExpectedError('no-patient');
        if (reading.mode === 'read-only') throw new ExpectedError('read-only');
        if (reading.changed.length) throw new ExpectedError('page-changed');
        if (tab.plan && planIsYoung(tab.plan, desk.now())) throw new ExpectedError('busy');
        const file = await fileOf(tab);
        if (!file || file.conflict) throw new ExpectedError('wrong-patient');
        const who = await settings();
        if (!who) throw new ExpectedError('not-set-up');
        const role =
          tab.role ?? (steps.some((step) => step.want === codeOf('requis')) ? 'requis' : 'requerant');
        tab.plan = { id: uuid(), marker, role, steps, createdAt: desk.now(), kind };
        await write(from.tabId ?? -1, tab);
        tab.held = null;
        tab.trouble = null;
      });
      return null;
    },

    async verdict({ hold, rules }, from) {
      await tabs.within(from.tabId ?? -1, async (tab) => {
        if (!tab || tab.panelFrameId !== from.frameId) throw new ExpectedError('not-for-you');
        await tell(from.tabId ?? -1, tab, { to: 'sentinel', type: 'guard', hold });
        return [{ ...tab, blocking: rules }, null];
      });
      return null;
    },

    async override({ reason }, from) {
      await change(from, async (tab) => {
        if (!tab.held) return;
        const whose = await about(tab);
        if (whose) await keep(tab, () => ledger.override(whose, tab.sheetId ?? '', tab.blocking, reason));
        tab.held = null;
        await tell(from.tabId ?? -1, tab, { to: 'sentinel', type: 'pass' });
      });
      return null;
    },

    async openPage({ page }) {
      await desk.openPage(page);
      return null;
    },
  };
}
