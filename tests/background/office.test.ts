import { describe, expect, it } from 'vitest';
import { openOffice } from '../../entrypoints/background/handlers.ts';
import type { LedgerDoor } from '../../entrypoints/background/ledger-door.ts';
import { WrongPassphrase } from '../../ledger/errors.ts';
import type { Vault } from '../../ledger/vault.ts';
import { ownRows } from '../../entrypoints/background/session.ts';
import type { Store } from '../../entrypoints/background/tab-state.ts';
import type { PanelSession, ToHand, ToSentinel } from '../../messages/contract.ts';
import type { From } from '../../messages/server.ts';
import type { Reading } from '../../sites/model.ts';
import type { Profile } from '../../sites/profile.ts';

const profile: Profile = {
  id: 'weda',
  name: 'Weda',
  kind: 'ehr',
  hosts: ['secure.weda.fr'],
  frames: 'top',
  evidence: { grade: 'source', checkedOn: '2026-11-22', notes: 'not for pages' },
  off: [],
  screens: [],
};

const sentinel: From = { door: 'sentinel', tabId: 1, frameId: 0 };
const panel: From = { door: 'panel', tabId: 1, frameId: 5 };

const reading = (part: Partial<Reading> = {}): Reading => ({
  screen: 'fse',
  profile: { id: 'weda', name: 'Weda', checkedOn: '2026-11-22', grade: 'source' },
  mode: 'full',
  patient: {
    marker: '65407357',
    lastName: 'DESMAUX',
    firstName: 'NATHALIE',
    birthDate: '1955-06-15',
    from: 'page',
  },
  fields: { 'acte.code': { value: 'RQD', provenance: 'mapped' } },
  acts: [{ code: 'RQD', quantity: 1, amount: 1000, excess: 0 }],
  changed: [],
  settled: true,
  at: 0,
  ...part,
});

function store(): Store & { all: Map<string, unknown> } {
  const all = new Map<string, unknown>();
  return {
    all,
    get: async (key) => structuredClone(all.get(key)),
    set: async (key, value) => void all.set(key, structuredClone(value)),
    remove: async (key) => void all.delete(key),
  };
}

function setUp(options: { ledgerFails?: boolean; pageGone?: () => boolean } = {}) {
  const session = store();
  const local = store();
  const kept: string[] = [];
  const intents: Array<Parameters<LedgerDoor['intent']>[0]> = [];
  const told: ToSentinel[] = [];
  const written: ToHand[] = [];
  const pushed: PanelSession[] = [];
  let at = Date.parse('2026-11-23T10:00:00');
  const failing = async (): Promise<never> => {
    throw new Error('full');
  };
  const ledger: LedgerDoor = {
    correspondents: async () => [],
    saveCorrespondent: async () => undefined,
    history: async () => [],
    consent: async () => null,
    saveConsent: async () => undefined,
    report: async () => null,
    saveReport: async () => undefined,
    intent: options.ledgerFails
      ? failing
      : async (act) => {
          intents.push(act);
          return `${kept.push(`intent ${act.code} ${act.pressId}`)}`;
        },
    outcome: async (id, outcome) => void kept.push(`outcome ${id} ${outcome}`),
    held: async (_, __, rules) => void kept.push(`held ${rules.join()}`),
    override: async (_, __, ___, reason) => void kept.push(`override ${reason}`),
    explain: (error) =>
      error instanceof Error && error.message === 'full' ? { code: 'ledger-full', message: 'Plein.' } : null,
  };
  const lock = { mode: 'device' as 'device' | 'passphrase', open: true };
  const vault = {
    state: async () => ({ ...lock, locksAt: null, retryAt: 0, hasRecoveryFile: false }),
    touch: async () => undefined,
    lock: async () => void Object.assign(lock, { mode: 'passphrase', open: false }),
    async unlock(passphrase: string) {
      if (passphrase !== 'la bonne phrase') throw new WrongPassphrase(0);
      lock.open = true;
    },
  } as unknown as Vault;
  const office = () =>
    openOffice({
      session,
      sessionKeys: async () => [...session.all.keys()],
      vault,
      local,
      ledger,
      profiles: {
        at: async (url) => (url.startsWith('https://secure.weda.fr/') ? { profile, others: [] } : null),
        byId: async () => profile,
        shipped: async () => profile,
        all: [profile],
        taught: async () => [],
        keep: async () => undefined,
        read: async () => undefined,
        forget: async () => undefined,
      },
      pointer: async () => undefined,
      structure: async () => null,
      about: () => ({ version: '1.2.3', browser: 'Chrome 156' }),
      addressOf: async () => null,
      again: async () => undefined,
      openAt: async () => [1],
      front: async () => undefined,
      sites: { activated: async () => [], deactivate: async () => undefined },
      write: async (_, __, message) => void written.push(message),
      tell: async (_, __, message) => {
        if (options.pageGone?.()) throw new Error('no receiver');
        told.push(message);
      },
      bring: async () => undefined,
      push: (_, __, message) => void pushed.push(message),
      panels: () => [1],
      openPage: async () => undefined,
      now: () => at,
    });
  local.all.set('settings', {
    version: 1,
    who: {
      name: '',
      profession: 'medecin',
      numeroAm: '991000019',
      rpps: '',
      cabinet: '',
      territory: 'metropole',
    },
    software: [],
    lock: 'device',
    mention: '',
    rulesOff: [],
    securing: 'sans-vitale',
  });
  return { office, session, kept, intents, told, written, pushed, later: (ms: number) => (at += ms) };
}

async function onSheet(set: ReturnType<typeof setUp>, desk = set.office()) {
  const hello = await desk.handlers.hello({ url: 'https://secure.weda.fr/vitalzen/fse.aspx' }, sentinel);
  await desk.handlers.reading({ reading: reading() as never }, sentinel);
  await desk.handlers.open({ token: hello?.token ?? '' }, panel);
  return desk;
}

describe('the background', () => {
  it('gives a page the profile of its own host, without its notes, and nothing elsewhere', async () => {
    const { handlers } = setUp().office();
    const hello = await handlers.hello({ url: 'https://secure.weda.fr/' }, sentinel);
    expect(hello?.profile.id).toBe('weda');
    expect(JSON.stringify(hello)).not.toContain('not for pages');
    expect(await handlers.hello({ url: 'https://elsewhere.test/' }, sentinel)).toBeNull();
    expect(await handlers.hello({ url: 'https://secure.weda.fr/' }, { ...sentinel, frameId: 4 })).toBeNull();
  });

  it('shows nothing to a frame that does not know the word', async () => {
    const set = setUp();
    const { handlers } = set.office();
    await handlers.hello({ url: 'https://secure.weda.fr/' }, sentinel);
    await expect(handlers.open({ token: 'guess' }, panel)).rejects.toMatchObject({ code: 'not-for-you' });
    await expect(handlers.role({ role: 'requis' }, panel)).rejects.toMatchObject({ code: 'not-for-you' });
    expect(set.pushed).toEqual([]);
  });

  it('survives its own death: a new worker goes on with the tab where the old one left it', async () => {
    const set = setUp();
    await onSheet(set);
    const reborn = set.office();
    await reborn.handlers.role({ role: 'requis' }, panel);
    expect(set.pushed.at(-1)).toMatchObject({ role: 'requis', reading: { screen: 'fse' }, identity: 'read' });
  });

  it('refuses a plan when the page and the patient file are two people', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    const other = { ...reading().patient, firstName: 'MARCEL' };
    await desk.handlers.reading({ reading: reading({ patient: other }) as never }, sentinel);
    expect(set.pushed.at(-1)?.identity).toBe('different');
    await expect(desk.handlers.plan({ kind: 'prepare', steps: [] }, panel)).rejects.toMatchObject({
      code: 'wrong-patient',
    });
    expect(set.written).toEqual([]);
  });

  it('refuses a plan on a read-only page and on a page that changed', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.reading({ reading: reading({ mode: 'read-only' }) as never }, sentinel);
    await expect(desk.handlers.plan({ kind: 'prepare', steps: [] }, panel)).rejects.toMatchObject({
      code: 'read-only',
    });
    await desk.handlers.reading({ reading: reading({ changed: ['tp.amo'] }) as never }, sentinel);
    await expect(desk.handlers.plan({ kind: 'prepare', steps: [] }, panel)).rejects.toMatchObject({
      code: 'page-changed',
    });
  });

  it('goes on with a plan once the page that a postback drew again stands, and drops it after two minutes', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.plan({ kind: 'prepare', steps: [{ field: 'tp.amo', want: true }] }, panel);
    await desk.handlers.hello({ url: 'https://secure.weda.fr/' }, sentinel);
    await desk.handlers.reading({ reading: reading({ settled: false }) as never }, sentinel);
    expect(set.written).toHaveLength(1);
    await desk.handlers.reading({ reading: reading() as never }, sentinel);
    await desk.handlers.reading({ reading: reading() as never }, sentinel);
    expect(set.written.map((message) => message.type === 'plan' && message.plan.steps)).toEqual([
      [{ field: 'tp.amo', want: true }],
      [{ field: 'tp.amo', want: true }],
    ]);
    set.later(121_000);
    await desk.handlers.hello({ url: 'https://secure.weda.fr/' }, sentinel);
    await desk.handlers.reading({ reading: reading() as never }, sentinel);
    expect(set.written).toHaveLength(2);
  });

  it('writes the intent before the outcome, once a sheet, and learns the outcome from the page that went away', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.press({ held: false, reading: reading() as never }, sentinel);
    await desk.handlers.hello({ url: 'https://secure.weda.fr/' }, sentinel);
    expect(set.kept).toEqual([expect.stringMatching(/^intent RQD /), 'outcome 1 left']);
  });

  it('records the total of a sheet of one act where the row shows no amount, and of no other sheet', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    const fields = { ...reading().fields, 'acte.total': { value: 1000, provenance: 'mapped' as const } };
    const one = { code: 'RQD', quantity: undefined, amount: undefined, excess: undefined };
    const other = { code: 'G', quantity: undefined, amount: undefined, excess: undefined };
    await desk.handlers.press({ held: false, reading: reading({ fields, acts: [one] }) as never }, sentinel);
    await desk.handlers.press(
      { held: false, reading: reading({ fields, acts: [one, other] }) as never },
      sentinel,
    );
    expect(set.intents.map(({ amount }) => amount)).toEqual([1000, undefined]);
  });

  it('asks when the sheet stayed after the press', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.press({ held: false, reading: reading() as never }, sentinel);
    await desk.handlers.outcome({ sign: 'stayed' }, sentinel);
    expect(set.pushed.at(-1)?.askOutcome).toEqual({ actId: '1', code: 'RQD' });
    await desk.handlers.settle({ actId: '1', secured: false }, panel);
    expect(set.kept.at(-1)).toBe('outcome 1 not-secured');
    expect(set.pushed.at(-1)?.askOutcome).toBeNull();
  });

  it('keeps a held press and the reason it was sent all the same', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.verdict({ hold: true, rules: ['tp.amo'] }, panel);
    expect(set.told.at(-1)).toEqual({ to: 'sentinel', type: 'guard', hold: true });
    await desk.handlers.press({ held: true, reading: reading() as never }, sentinel);
    expect(set.pushed.at(-1)).toMatchObject({ held: { at: expect.any(Number) }, place: { open: true } });
    await desk.handlers.override({ reason: 'accord du médecin-conseil' }, panel);
    expect(set.kept).toEqual(['held tp.amo', 'override accord du médecin-conseil']);
    expect(set.told.at(-1)).toEqual({ to: 'sentinel', type: 'pass' });
  });

  it('says so when the register could not keep an act, and goes on', async () => {
    const set = setUp({ ledgerFails: true });
    const desk = await onSheet(set);
    await desk.handlers.press({ held: false, reading: reading() as never }, sentinel);
    expect(set.pushed.at(-1)?.trouble).toBe('Plein.');
  });

  it('opens and closes the panel on the keyboard command, where there is one', async () => {
    const set = setUp();
    const desk = set.office();
    await desk.toggle(1);
    expect(set.told).toEqual([]);
    await onSheet(set, desk);
    await desk.toggle(1);
    expect(set.told.at(-1)).toMatchObject({ type: 'place', place: { open: true } });
    expect(set.pushed.at(-1)?.place.open).toBe(true);
    await desk.toggle(1);
    expect(set.pushed.at(-1)?.place.open).toBe(false);
  });

  it('forgets what was carried from a patient page after thirty minutes', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.otherSide(
      { name: 'Dr A', numeroAm: '991000027', salaried: false, requestedOn: '' },
      panel,
    );
    expect(set.pushed.at(-1)?.otherSide?.numeroAm).toBe('991000027');
    set.later(31 * 60_000);
    await desk.handlers.reading({ reading: reading() as never }, sentinel);
    expect(set.pushed.at(-1)?.otherSide).toBeNull();
  });
});

describe('rows of the shown history', () => {
  const row = (author: string | null) => ({ code: 'RQD', actDate: '2026-01-02', author });
  it('are the user’s own by their initials, in either order, and count when nobody is named', () => {
    expect(ownRows([row('JM'), row('MJ'), row('PL'), row(null)], 'Jeanne MARTIN')).toHaveLength(3);
    expect(ownRows([row('PL')], null)).toHaveLength(1);
  });
});

describe('while the register is locked', () => {
  const consent = { given: true, on: '2026-11-23', by: 'patient', how: 'oral' } as const;

  it('a panel is told so, and what is recorded there is kept for later and shown', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.lock({}, panel);
    expect(set.pushed.at(-1)).toMatchObject({
      lock: { mode: 'passphrase', open: false },
      history: undefined,
      consent: undefined,
      correspondents: [],
      trouble: null,
    });
    await desk.handlers.consent({ consent }, panel);
    await desk.handlers.reportReceived({ on: '2026-11-23' }, panel);
    expect(set.pushed.at(-1)).toMatchObject({ consent, reportReceivedOn: '2026-11-23' });
    await desk.handlers.unlock({ passphrase: 'la bonne phrase' }, panel);
    expect(set.pushed.at(-1)).toMatchObject({ lock: { open: true }, consent: null });
  });

  it('a wrong passphrase is refused in words, and a frame that is not the panel of its tab is not heard', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.lock({}, panel);
    await expect(desk.handlers.unlock({ passphrase: 'non' }, panel)).rejects.toThrow(/phrase de passe/);
    const stranger = { ...panel, frameId: 9 };
    await expect(desk.handlers.lock({}, stranger)).rejects.toMatchObject({ code: 'not-for-you' });
    await expect(desk.handlers.unlock({ passphrase: 'la bonne phrase' }, stranger)).rejects.toMatchObject({
      code: 'not-for-you',
    });
  });

  it('what was carried from page to page is thrown away; the sheet on screen stays, and its press is kept', async () => {
    const set = setUp();
    const desk = await onSheet(set);
    await desk.handlers.otherSide(
      { name: 'Dr EXEMPLE', numeroAm: '991000027', salaried: false, requestedOn: '' },
      panel,
    );
    set.session.all.set('file:weda:777', { ...(set.session.all.get('file:weda:65407357') as object) });
    await desk.handlers.lock({}, panel);
    await desk.lockChanged();
    expect([...set.session.all.keys()].filter((key) => key.startsWith('file:'))).toEqual([
      'file:weda:65407357',
    ]);
    await desk.handlers.press({ held: false, reading: reading() as never }, sentinel);
    expect(set.kept.at(-1)).toContain('intent RQD');
  });
});

describe('what is carried from page to page', () => {
  it('goes after half an hour, with the reading of a page that is gone', async () => {
    const set = setUp({ pageGone: () => gone });
    let gone = false;
    const desk = await onSheet(set);
    expect(await desk.sweep()).toBe(true);
    set.later(31 * 60_000);
    expect(await desk.sweep()).toBe(true);
    expect(JSON.stringify([...set.session.all])).toContain('DESMAUX');
    gone = true;
    set.later(31 * 60_000);
    expect(await desk.sweep()).toBe(false);
    expect(JSON.stringify([...set.session.all])).not.toContain('DESMAUX');
  });
});

describe('what is taken over on a platform', () => {
  const answer = (part: Partial<Reading['patient']> = {}) =>
    reading({
      screen: 'answer',
      profile: { id: 'omnidoc', name: 'Omnidoc', checkedOn: '2026-11-22', grade: 'vendor-doc' },
      patient: { ...reading().patient, marker: null, ...part },
      fields: {
        'requis.nom': { value: 'Dr Claire NOËL', provenance: 'mapped' },
        'requis.numero': { value: '991000118', provenance: 'mapped' },
      },
      acts: null,
    });
  const sheet = (part: Partial<Reading['patient']> = {}) =>
    reading({ patient: { ...reading().patient, ...part } });

  async function takenOver() {
    const set = setUp();
    const desk = await onSheet(set);
    const show = (page: Reading) => desk.handlers.reading({ reading: page as never }, sentinel);
    await show(answer());
    expect(set.pushed.at(-1)?.offer).toMatchObject({ role: 'requerant', numeroAm: '991000118' });
    await desk.handlers.takeOver({}, panel);
    return { ...set, desk, show, last: () => set.pushed.at(-1)! };
  }

  it('goes into the sheet of the same person, once, and stays as he changed it', async () => {
    const { desk, show, last } = await takenOver();
    await show(sheet());
    expect(last().otherSide).toMatchObject({ numeroAm: '991000118', from: 'd’Omnidoc' });
    const typed = { name: 'Dr EXEMPLE', numeroAm: '991000027', salaried: false, requestedOn: '' };
    await desk.handlers.otherSide(typed, panel);
    await show(sheet());
    expect(last().otherSide).toEqual(typed);
  });

  it('stays away from anybody else, and is said to be another’s', async () => {
    const { show, last } = await takenOver();
    await show(sheet({ marker: '777', firstName: 'SOPHIE' }));
    expect(last().otherSide).toBeNull();
    expect(last().carried).toMatchObject({ here: false, from: 'd’Omnidoc' });
  });

  it('is gone after half an hour', async () => {
    const { show, last, later } = await takenOver();
    later(31 * 60_000);
    await show(sheet());
    expect([last().otherSide, last().carried]).toEqual([null, null]);
  });

  it('is nothing where the page shows too little', async () => {
    const { desk, show } = await takenOver();
    await show(answer({ birthDate: null }));
    await expect(desk.handlers.takeOver({}, panel)).rejects.toMatchObject({ code: 'nothing-to-carry' });
  });
});
