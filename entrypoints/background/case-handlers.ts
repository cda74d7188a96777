/** What is recorded of a case from the panel, and what is carried from one page to another. */
import { ExpectedError } from '../../messages/errors.ts';
import type { Handlers } from '../../messages/server.ts';
import type { CaseDesk } from './case-desk.ts';
import type { Desk } from './desk.ts';
import { emptyFile, forSentinel } from './session.ts';
import { fileKey, readFile } from './tab-state.ts';

type Of =
  | 'consent'
  | 'reportReceived'
  | 'otherSide'
  | 'takeOver'
  | 'saveCorrespondent'
  | 'completeIdentity'
  | 'settle'
  | 'carryCase';

export function caseHandlers(desk: Desk, cases: CaseDesk): Pick<Handlers, Of> {
  const { session, ledger } = desk;
  const { tabs, takeOver, settings, fileOf, changeFile, about, remember, change, refresh } = cases;

  return {
    async consent({ consent }, from) {
      await change(from, async (tab) => {
        const whose = await about(tab);
        if (!whose) throw new ExpectedError('no-patient');
        const { lastName, firstName, birthDate } = (await fileOf(tab))?.patient ?? {};
        await ledger.saveConsent({ ...whose, patient: { lastName, firstName, birthDate } }, consent);
        await remember(tab, { consent });
      });
      return null;
    },

    async reportReceived({ on }, from) {
      await change(from, async (tab) => {
        const whose = await about(tab);
        if (!whose) throw new ExpectedError('no-patient');
        await ledger.saveReport(whose, on);
        await remember(tab, { reportOn: on });
      });
      return null;
    },

    async otherSide(otherSide, from) {
      await change(from, (tab) => changeFile(tab, (file) => ({ ...file, otherSide })));
      return null;
    },

    async takeOver(_, from) {
      await change(from, async (tab) => takeOver.keep(tab.reading, await settings(), tab.role));
      // A sheet of this patient may be open already, in another tab.
      await Promise.all(
        desk.panels().map(async (tabId) => {
          const tab = await tabs.read(tabId);
          const file = tab?.reading?.patient.marker ? await fileOf(tab) : null;
          if (tab && file) await changeFile(tab, (same) => takeOver.into(same));
          if (tabId !== from.tabId) await refresh(tabId);
        }),
      );
      return null;
    },

    async saveCorrespondent(correspondent, from) {
      await ledger.saveCorrespondent(correspondent);
      if (from.tabId !== null) await refresh(from.tabId);
      return null;
    },

    async completeIdentity(_, from) {
      await change(from, async (tab) => {
        const known = await desk.profiles.byId(tab.profileId);
        if (!known) throw new ExpectedError('no-page');
        const marker = tab.reading?.patient.marker ?? null;
        const profile = forSentinel(known);
        try {
          await desk.write(from.tabId ?? -1, tab.frameId, { to: 'hand', type: 'identity', marker, profile });
        } catch {
          throw new ExpectedError('no-page');
        }
      });
      return null;
    },

    async settle({ actId, secured }, from) {
      await change(from, async (tab) => {
        await ledger.outcome(actId, secured ? 'secured' : 'not-secured');
        tab.askOutcome = null;
      });
      return null;
    },

    async carryCase({ profileId, marker, patient, otherSide }) {
      const key = fileKey(profileId, marker);
      const known = await readFile(session, key, desk.now());
      const file = known ?? emptyFile({ marker, ...patient, from: 'none' }, desk.now());
      await session.set(key, { ...file, otherSide: otherSide ?? file.otherSide, at: desk.now() });
      return null;
    },
  };
}
