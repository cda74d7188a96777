import { carriedFor, ofName, offerOf, type Carried } from '../../cases/take-over.ts';
import type { Reading } from '../../sites/model.ts';
import type { PanelSession, Role, Settings } from '../../messages/contract.ts';
import { ExpectedError } from '../../messages/errors.ts';
import { FILE_LIFE, type PatientFile, type Store } from './tab-state.ts';

export const carriedKey = 'carried';
/** A busy half hour of an expert. */
const MOST = 40;

/** What was taken over on a platform's page and waits for the sheet of the same person. Memory only, 30 minutes. */
export function takeOverDesk(session: Store, now: () => number) {
  async function waiting(): Promise<Carried[]> {
    const all = ((await session.get(carriedKey)) as Carried[] | undefined) ?? [];
    return all.filter(({ at }) => now() - at <= FILE_LIFE);
  }

  return {
    /** Keeps what the page offers. Throws an expected error when it offers nothing that can be carried. */
    async keep(reading: Reading | null, settings: Settings | null, chosen: Role | null): Promise<void> {
      const offer = reading && offerOf(reading, settings?.who.numeroAm ?? '', chosen);
      if (!reading || !offer || offer.obstacle) throw new ExpectedError('nothing-to-carry');
      const { role, name, numeroAm, requestedOn } = offer;
      const one = { patient: reading.patient, role, name, numeroAm, requestedOn };
      const before = await waiting();
      const others = before.filter((other) => other !== carriedFor(reading.patient, before));
      await session.set(
        carriedKey,
        [...others, { ...one, from: reading.profile.name, at: now() }].slice(-MOST),
      );
    },

    /** The patient's file with what was carried for him. What he has got once is not given again: he may have changed it. */
    async into(file: PatientFile): Promise<PatientFile> {
      const one = file.conflict ? undefined : carriedFor(file.patient, await waiting());
      if (!one || one.at === file.carriedAt) return file;
      const { name, numeroAm, requestedOn, role, from, at } = one;
      const otherSide = { name, numeroAm, requestedOn, salaried: false, from: ofName(from) };
      return { ...file, otherSide, role, carriedAt: at };
    },

    /** Throws away what has had its time, or everything. True when some is left. */
    async sweep(all: boolean): Promise<boolean> {
      const left = all ? [] : await waiting();
      if (left.length > 0) await session.set(carriedKey, left);
      else await session.remove(carriedKey);
      return left.length > 0;
    },

    /** What the panel says of it: whose it is, seen from the page on screen. */
    async standing(file: PatientFile | null): Promise<PanelSession['carried']> {
      const all = await waiting();
      const mine = file && carriedFor(file.patient, all);
      const last = mine ?? all.at(-1);
      if (!last) return null;
      return { name: last.name, numeroAm: last.numeroAm, from: ofName(last.from), here: mine === last };
    },
  };
}
