import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { NoSuchAct, StorageFull } from '../../ledger/errors.ts';
import { biller, canaries, octave, pressOf, zephyrine } from './people.ts';
import { dump, freshName, fullWhen, openAt } from './storage.ts';

describe('a press on the final button', () => {
  test('is an open intent until its outcome is known, then an act of the patient', async () => {
    const { ledger } = openAt(freshName());
    const id = await ledger.recordIntent(pressOf());
    expect((await ledger.openIntents()).map(({ actId, code }) => ({ actId, code }))).toEqual([
      { actId: id, code: 'RQD' },
    ]);
    await ledger.recordOutcome(id, 'secured');
    expect(await ledger.openIntents()).toEqual([]);
    const { acts, damaged } = await ledger.actsOf(zephyrine);
    expect(damaged).toEqual([]);
    expect(acts).toMatchObject([
      { id, code: 'RQD', actDate: '2026-03-12', amount: 1000, standing: 'secured' },
    ]);
  });

  test('repeated on the same sheet is one act, even when the NIR was read in between', async () => {
    const { ledger } = openAt(freshName());
    const first = await ledger.recordIntent(pressOf({ patientKeys: [`weda:${canaries.marker}`] }));
    const second = await ledger.recordIntent(
      pressOf({ patientKeys: [`nir:${canaries.nir}`, `weda:${canaries.marker}`] }),
    );
    expect(second).toBe(first);
    expect((await ledger.actsOf(zephyrine)).acts).toHaveLength(1);
  });

  test.each([
    ['another sheet', { pressId: 'tab-1:sheet-2' }],
    ['another code', { code: 'TE2' }],
    ['another day', { actDate: '2026-03-13' }],
    ['another patient', { patientKeys: ['weda:1'] }],
    ['another biller', { biller: '691112231' }],
  ])('on %s is another act', async (_, change) => {
    const { ledger } = openAt(freshName());
    const ids = [await ledger.recordIntent(pressOf()), await ledger.recordIntent(pressOf(change))];
    expect(new Set(ids).size).toBe(2);
  });

  test('pressed twice at the same moment, from two pages, is one act', async () => {
    const name = freshName();
    const [background, register] = [openAt(name), openAt(name)];
    const ids = await Promise.all([
      background.ledger.recordIntent(pressOf()),
      register.ledger.recordIntent(pressOf()),
      background.ledger.recordIntent(pressOf()),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect((await background.ledger.actsOf(zephyrine)).acts).toHaveLength(1);
    expect(await register.ledger.health()).toMatchObject({
      damaged: [],
      broken: [],
      untold: [],
      missing: [],
    });
  });

  test('among other writings of two pages, all at once: everything is kept, in one whole trail', async () => {
    const name = freshName();
    const [background, page] = [openAt(name), openAt(name)];
    const sheets = Array.from({ length: 6 }, (_, index) => `sheet-${index}`);
    await Promise.all([
      ...sheets.map((pressId) => background.ledger.recordIntent(pressOf({ pressId }))),
      ...sheets.map(() => background.ledger.recordReport(zephyrine, '2026-03-12')),
      ...sheets.map(() => page.ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' })),
    ]);
    const { database, ledger } = page;
    expect((await ledger.actsOf(zephyrine)).acts).toHaveLength(6);
    expect([await database.consents.count(), await database.reports.count()]).toEqual([6, 6]);
    const links = await database.trail.orderBy('[chain+seq]').toArray();
    expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 18 }, (_, seq) => seq));
    expect(new Set(links.map(({ chain }) => chain)).size).toBe(1);
    expect(await ledger.health()).toEqual({
      damaged: [],
      broken: [],
      cut: false,
      altered: [],
      missing: [],
      untold: [],
    });
  });

  test('made again after the page had stayed opens the outcome again', async () => {
    const { ledger } = openAt(freshName());
    const id = await ledger.recordIntent(pressOf());
    await ledger.recordOutcome(id, 'stayed');
    await ledger.recordOutcome(id, 'not-secured');
    expect(await ledger.recordIntent(pressOf())).toBe(id);
    expect(await ledger.openIntents()).toMatchObject([{ actId: id, standing: 'intent' }]);
    await ledger.recordOutcome(id, 'left');
    expect((await ledger.actsOf(zephyrine)).acts).toMatchObject([{ standing: 'left' }]);
  });

  test('of the open sheet is left out of its own history', async () => {
    const { ledger } = openAt(freshName());
    const other = await ledger.recordIntent(pressOf({ pressId: 'yesterday' }));
    await ledger.recordIntent(pressOf({ pressId: 'now' }));
    const { acts } = await ledger.actsOf(zephyrine, { exceptPress: 'now' });
    expect(acts.map(({ id }) => id)).toEqual([other]);
  });

  test('says nothing new when the same outcome comes twice', async () => {
    const { ledger, database } = openAt(freshName());
    const id = await ledger.recordIntent(pressOf());
    await ledger.recordOutcome(id, 'left');
    await ledger.recordOutcome(id, 'left');
    expect(await database.events.count()).toBe(1);
  });

  test('cannot have an outcome without having been recorded', async () => {
    const { ledger } = openAt(freshName());
    await expect(ledger.recordOutcome('0199aaaa-0000-7000-8000-000000000000', 'secured')).rejects.toThrow(
      NoSuchAct,
    );
  });
});

describe('what is found', () => {
  test('is found by NIR, by the software’s number, and for this biller only', async () => {
    const { ledger } = openAt(freshName());
    await ledger.recordIntent(pressOf());
    const by = async (patientKeys: string[], of = biller) =>
      (await ledger.actsOf({ patientKeys, biller: of })).acts.length;
    expect(await by([`nir:${canaries.nir}`])).toBe(1);
    expect(await by([`weda:${canaries.marker}`])).toBe(1);
    expect(await by([`weda:${canaries.marker}`, `nir:${canaries.nir}`, 'weda:9'])).toBe(1);
    expect(await by(['doctolib:65407357'])).toBe(0);
    expect(await by([`nir:${canaries.nir}`], '691112231')).toBe(0);
    expect(await by([])).toBe(0);
  });

  test('the latest consent on or before the act, none before it, none once taken back', async () => {
    const { ledger } = openAt(freshName());
    const oral = { given: true, on: '2026-03-01', by: 'patient', how: 'oral' } as const;
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toBeNull();
    await ledger.recordConsent(zephyrine, oral);
    await ledger.recordConsent(zephyrine, { ...oral, on: '2026-03-20', how: 'ecrit' });
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toEqual(oral);
    expect(await ledger.consentFor(zephyrine, '2026-03-20')).toMatchObject({ how: 'ecrit' });
    expect(await ledger.consentFor(zephyrine, '2026-02-28')).toBeNull();
    expect(await ledger.consentFor(octave, '2026-03-20')).toBeNull();
    await ledger.recordConsent(zephyrine, null);
    expect(await ledger.consentFor(zephyrine, '2026-03-20')).toBeNull();
  });

  test('two practitioners of one computer do not share a consent; one made for nobody serves both', async () => {
    const { ledger } = openAt(freshName());
    const other = { ...zephyrine, biller: '691112231' };
    const { patientKeys } = zephyrine;
    const consent = { given: true, on: '2026-03-01' };
    await ledger.recordConsent(other, consent);
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toBeNull();
    expect(await ledger.consentFor({ patientKeys }, '2026-03-12')).toEqual(consent);
    await ledger.recordConsent({ patientKeys }, { ...consent, on: '2026-03-02' });
    expect(await ledger.consentFor(zephyrine, '2026-03-12')).toMatchObject({ on: '2026-03-02' });
  });

  test('the latest report since a day', async () => {
    const { ledger } = openAt(freshName());
    await ledger.recordReport(zephyrine, '2026-01-05');
    await ledger.recordReport(zephyrine, '2026-03-10');
    expect(await ledger.reportFor(zephyrine, '2026-02-01')).toBe('2026-03-10');
    expect(await ledger.reportFor(zephyrine, '2026-03-11')).toBeNull();
    await ledger.recordReport(zephyrine, null);
    expect(await ledger.reportFor(zephyrine, '2026-01-01')).toBeNull();
  });

  test('the address book holds the last state of each correspondent, by name', async () => {
    const { ledger } = openAt(freshName());
    const expert = {
      id: 'c1',
      name: 'Dr Élan',
      numeroAm: '751234569',
      rpps: '',
      speciality: 'dermatologie',
      place: 'Lyon',
      salaried: false,
    };
    await ledger.saveCorrespondent(expert);
    await ledger.saveCorrespondent({ ...expert, id: 'c2', name: 'Dr Zèbre' });
    await ledger.saveCorrespondent({ ...expert, id: 'c3', name: 'Dr Abeille' });
    await ledger.saveCorrespondent({ ...expert, id: 'c2', name: 'Dr Zèbre', place: 'Brest' });
    await ledger.removeCorrespondent('c3');
    await ledger.removeCorrespondent('c3');
    expect((await ledger.correspondents()).map(({ name, place }) => `${name}, ${place}`)).toEqual([
      'Dr Élan, Lyon',
      'Dr Zèbre, Brest',
    ]);
  });
});

describe('a failure', () => {
  test('of a full disk is said in French, without a word of the patient, and loses nothing kept before', async () => {
    let full = false;
    const { ledger } = openAt(freshName(), { prepare: fullWhen(() => full) });
    const kept = await ledger.recordIntent(pressOf());
    full = true;
    const failure = await ledger.recordIntent(pressOf({ pressId: 'next' })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageFull);
    expect(`${String(failure)} ${JSON.stringify(failure)}`).not.toContain(canaries.lastName);
    expect((failure as Error).cause).toBeUndefined();
    full = false;
    expect((await ledger.actsOf(zephyrine)).acts.map(({ id }) => id)).toEqual([kept]);
    await ledger.recordIntent(pressOf({ pressId: 'next' }));
    expect(await ledger.health()).toMatchObject({ damaged: [], broken: [], missing: [], untold: [] });
  });
});

test('no name, number or word of a patient lies in clear in any table', async () => {
  const { ledger, database } = openAt(freshName());
  const id = await ledger.recordIntent(pressOf());
  await ledger.recordOutcome(id, 'secured');
  const note = { ...zephyrine, rules: ['tp.amo'], pressId: 'p', code: 'RQD', actDate: '2026-03-12' };
  await ledger.recordHeld(note);
  await ledger.recordOverride({ ...note, reason: canaries.reason });
  await ledger.recordConsent(zephyrine, { given: true, on: '2026-03-12' });
  await ledger.recordReport(zephyrine, '2026-03-12');
  await ledger.saveCorrespondent({
    id: 'c1',
    name: canaries.expert,
    numeroAm: canaries.expertAm,
    rpps: '',
    speciality: '',
    place: '',
    salaried: false,
  });
  const text = await dump(database);
  expect(text).toContain('RQD');
  for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
});
