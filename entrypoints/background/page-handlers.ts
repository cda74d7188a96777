/** What the sentinel says of its page: it is there, what it reads, what became of a plan, a press and its outcome. */
import { v7 as uuid } from 'uuid';
import { actsOf } from '../../cases/sheet-of-session.ts';
import type { Handlers } from '../../messages/server.ts';
import { withLoneAct } from '../../sites/lone-act.ts';
import type { PatientReading, Reading, WriteReport } from '../../sites/model.ts';
import { planIsYoung, type CaseDesk } from './case-desk.ts';
import type { Desk } from './desk.ts';
import { onTrial } from './pointing.ts';
import { pointingPlace, writeTrial } from './pointing-handlers.ts';
import { dayOf, fileWith, forSentinel, onRecord, readerFor, roleOf } from './session.ts';
import { fileKey, newTab, readFile, type TabState } from './tab-state.ts';

type Of = 'hello' | 'reading' | 'identity' | 'report' | 'press' | 'outcome';

/** The act of téléexpertise on a sheet, if there is one. */
const teleActOf = (reading: Reading): string | null =>
  reading.acts?.map((act) => act.code?.toUpperCase() ?? '').find((code) => /^(RQD|TE1|TE2)$/.test(code)) ??
  null;

export function pageHandlers(desk: Desk, cases: CaseDesk): Pick<Handlers, Of> {
  const { session, local, ledger } = desk;
  const { tabs, takeOver, settings, place, fileOf, aboutOf, about, change, write, keep, closeLastPress } =
    cases;

  async function intent(tab: TabState, reading: Reading): Promise<void> {
    const code = teleActOf(reading);
    const who = await settings();
    const file = await fileOf(tab);
    const whose = aboutOf(tab, file, who);
    if (!code || !whose || !file || !tab.sheetId) return;
    const act = actsOf(reading)?.find((row) => row.code?.toUpperCase() === code);
    const date = reading.fields['acte.date']?.value;
    const { lastName, firstName, birthDate } = file.patient;
    const pressId = tab.sheetId;
    await keep(tab, async () => {
      const actId = await ledger.intent({
        ...whose,
        pressId,
        code,
        actDate: typeof date === 'string' ? date : dayOf(desk.now()),
        role: roleOf(tab, who, file),
        patient: { lastName: lastName ?? null, firstName: firstName ?? null, birthDate: birthDate ?? null },
        software: tab.profileId,
        ...(typeof act?.quantity === 'number' && { quantity: act.quantity }),
        ...(typeof act?.amount === 'number' && { amount: act.amount }),
        ...(typeof act?.excess === 'number' && { excess: act.excess }),
        ...(file.otherSide && { otherSide: onRecord(file.otherSide) }),
      });
      tab.pressed = { actId, code };
    });
  }

  return {
    async hello({ url, as }, { tabId, frameId }) {
      if (tabId === null) return null;
      const known = await desk.profiles.at(url, as);
      if (!known) return null;
      const { profile, others } = known;
      if (profile.frames === 'top' && frameId !== 0) return null;
      const token = uuid();
      // A page of the software that opens is somebody at work.
      void desk.vault.touch().catch(() => undefined);
      let pointing = false;
      await tabs.within(tabId, async (before) => {
        await closeLastPress(before);
        const tab = newTab(token, frameId, profile.id);
        const plan = before?.profileId === profile.id ? before.plan : null;
        if (plan && planIsYoung(plan, desk.now())) {
          tab.plan = plan;
          tab.resume = true;
          tab.report = before?.report ?? null;
          tab.role = before?.role ?? null;
        }
        tab.trouble = before?.trouble ?? null;
        if (before?.frameId === frameId) tab.pointing = before.pointing;
        pointing = tab.pointing !== null;
        // A postback draws the same sheet again; any other page in between ends it.
        tab.sheetId = before?.profileId === profile.id ? before.sheetId : null;
        return [tab, null];
      });
      const reader = readerFor(profile);
      if (reader) await desk.bring(tabId, frameId, reader).catch(() => undefined);
      return {
        profile: forSentinel(profile),
        others: others.map(forSentinel),
        token,
        place: pointing ? pointingPlace(await place()) : await place(),
      };
    },

    async reading({ reading }, from) {
      await change(from, async (tab) => {
        const stranger = tab.reading && tab.reading.patient.marker !== reading?.patient.marker;
        if (stranger)
          Object.assign(tab, {
            report: null,
            held: null,
            role: null,
            blocking: [],
            askOutcome: null,
            trouble: null,
          });
        tab.reading = reading && withLoneAct(reading as Reading);
        tab.sheetId = reading?.screen === 'fse' ? (!stranger && tab.sheetId) || uuid() : null;
        const marker = reading?.patient.marker;
        if (!reading || !marker) return;
        const key = fileKey(tab.profileId, marker);
        const file = await readFile(session, key, desk.now());
        await session.set(key, await takeOver.into(fileWith(file, reading as Reading, desk.now())));
        if (tab.resume && tab.plan?.marker === marker && reading.screen === 'fse' && reading.settled) {
          tab.resume = false;
          await write(from.tabId ?? -1, tab);
        }
      });
      return null;
    },

    async identity({ patient }, from) {
      await change(from, async (tab) => {
        const { reading } = tab;
        const file = await fileOf(tab);
        if (!reading || !file || reading.patient.marker !== patient.marker) return;
        const known = fileWith(file, { ...reading, patient: patient as PatientReading }, desk.now());
        await session.set(fileKey(tab.profileId, patient.marker ?? ''), known);
      });
      return null;
    },

    async report({ report }, from) {
      await change(from, async (tab) => {
        if (tab.pointing?.test?.planId === report.planId) {
          const next = onTrial(tab.pointing, report as WriteReport);
          if (next) await writeTrial(desk, from.tabId ?? -1, tab, next);
          return;
        }
        if (tab.plan?.id !== report.planId) return;
        tab.report = report as WriteReport;
        tab.plan = report.status === 'running' ? { ...tab.plan, before: report.before as never } : null;
      });
      return null;
    },

    async press({ held, reading }, from) {
      await change(from, async (tab) => {
        if (held) {
          tab.held = { at: desk.now() };
          await local.set('place', { ...(await place()), open: true });
          const whose = await about(tab);
          if (whose) await keep(tab, () => ledger.held(whose, tab.sheetId ?? '', tab.blocking));
        } else {
          tab.held = null;
          await intent(tab, withLoneAct(reading as Reading));
        }
      });
      if (held && from.tabId !== null) {
        await desk.tell(from.tabId, from.frameId, { to: 'sentinel', type: 'place', place: await place() });
      }
      return null;
    },

    async outcome({ sign }, from) {
      await change(from, async (tab) => {
        if (!tab.pressed) return;
        if (sign === 'left') return closeLastPress(tab);
        const { actId, code } = tab.pressed;
        await keep(tab, () => ledger.outcome(actId, 'stayed'));
        tab.askOutcome = { actId, code };
        tab.pressed = null;
      });
      return null;
    },
  };
}
