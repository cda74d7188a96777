import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openOverview, type OverviewState } from '../../ledger/overview/overview.ts';
import { pack, unpack, type EventSummary } from '../../ledger/overview/summaries.ts';
import { openStore } from '../../ledger/store.ts';
import type { ImportedAct } from '../../ledger/register.ts';
import { canaries } from './people.ts';
import { clock, dump, freshName, openAt, type Opened } from './storage.ts';

const biller = '991000019';

/** Acts of fictional patients, one a day or so. */
const acts = (count: number, from = 0): ImportedAct[] =>
  Array.from({ length: count }, (_, index) => ({
    line: String(from + index),
    code: index % 3 === 0 ? 'TE2' : 'RQD',
    actDate: `2026-${String(1 + ((from + index) % 2)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    biller,
    patientKeys: [`weda:${(from + index) % 700}`],
    patient: {
      lastName: `${canaries.lastName}${(from + index) % 700}`,
      firstName: canaries.firstName,
      birthDate: '1955-08-14',
    },
    amount: 1000,
  }));

const overviewOf = ({ database, vault }: Opened) =>
  openOverview(openStore({ database, vault, now: clock() }));

async function filled(count: number) {
  const name = freshName();
  const opened = openAt(name);
  await opened.register.importActs({ software: 'weda' }, acts(count));
  return { name, opened };
}

/** Reads of the big tables, which a page that is told by the blocks does without. */
function countReads(opened: Opened): { rows: number } {
  const seen = { rows: 0 };
  opened.database.use({
    stack: 'dbcore',
    name: 'reads',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          getMany: async (request) => {
            if (name === 'acts' || name === 'events') seen.rows += request.keys.length;
            return table.getMany(request);
          },
        };
      },
    }),
  });
  return seen;
}

test('shows every act, the latest day first, with what became of it', async () => {
  const { opened } = await filled(30);
  const overview = overviewOf(opened);
  await overview.refresh();
  const rows = overview.state().acts;
  expect(rows).toHaveLength(30);
  expect(rows.map(({ day }) => day)).toEqual(
    rows
      .map(({ day }) => day)
      .sort()
      .reverse(),
  );
  const [first, second] = rows;
  if (!first || !second) throw new Error('no rows');
  await opened.register.mark([first.id], 'paid', { amount: 900, on: '2026-03-10' });
  await opened.register.mark([second.id], 'refused', { reason: 'Droits fermés' });
  await overview.refresh();
  expect(overview.state().acts[0]).toMatchObject({ standing: 'paid', paid: 900, paidOn: '2026-03-10' });
  expect(overview.state().acts[1]).toMatchObject({ standing: 'refused', reason: 'Droits fermés' });
});

test('what was said is taken back without a trace in the standing, and a note changes nothing', async () => {
  const { opened } = await filled(3);
  const overview = overviewOf(opened);
  await overview.refresh();
  const act = overview.state().acts[0]?.id ?? '';
  const [event = ''] = await opened.register.mark([act], 'paid');
  await opened.register.note([act], 'Rappeler la caisse');
  await overview.refresh();
  expect(overview.state().acts[0]).toMatchObject({ standing: 'paid', note: 'Rappeler la caisse' });
  await opened.register.undo([{ id: event, act }]);
  await overview.refresh();
  expect(overview.state().acts[0]).toMatchObject({ standing: 'secured', note: 'Rappeler la caisse' });
});

test('a person known by two words is one person once a fact says so', async () => {
  const opened = openAt(freshName());
  const [by, also] = [acts(1)[0], acts(1, 1)[0]];
  if (!by || !also) throw new Error('no acts');
  await opened.register.importActs({ software: 'weda' }, [
    { ...by, patientKeys: ['weda:1'] },
    { ...also, patientKeys: ['nir:2550814168025'] },
  ]);
  const overview = overviewOf(opened);
  await overview.refresh();
  expect(new Set(overview.state().acts.map(({ person }) => person)).size).toBe(2);
  await opened.register.importActs({ software: 'weda' }, [
    { ...by, line: 'both', patientKeys: ['weda:1', 'nir:2550814168025'] },
  ]);
  await overview.refresh();
  expect(new Set(overview.state().acts.map(({ person }) => person)).size).toBe(1);
});

describe('opened again', () => {
  test('reads the blocks and no record', async () => {
    const { name, opened } = await filled(2300);
    await overviewOf(opened).refresh();
    const again = openAt(name, { session: opened.session });
    const reads = countReads(again);
    const overview = overviewOf(again);
    await overview.refresh();
    expect(overview.state().acts).toHaveLength(2300);
    expect(reads.rows).toBe(0);
  });

  test('opens only what was written since', async () => {
    const { name, opened } = await filled(2300);
    await overviewOf(opened).refresh();
    await opened.register.importActs({ software: 'weda' }, acts(7, 5000));
    const again = openAt(name, { session: opened.session });
    const reads = countReads(again);
    const overview = overviewOf(again);
    await overview.refresh();
    expect(overview.state().acts).toHaveLength(2307);
    expect(reads.rows).toBe(7);
  });

  test('shows the latest lines and what all come to before the rest is read', async () => {
    const { name, opened } = await filled(2300);
    await overviewOf(opened).refresh();
    const { database, vault } = openAt(name, { session: opened.session });
    const overview = openOverview(openStore({ database, vault }), { worthAFirstSight: 1000 });
    const seen: OverviewState[] = [];
    overview.subscribe(() => seen.push(overview.state()));
    await overview.refresh();
    const [early, ...later] = seen;
    expect(early?.first).toMatchObject({ acts: 2300, cents: 2_300_000 });
    expect(early?.acts).toEqual([]);
    const { acts: all } = overview.state();
    expect(early?.first?.rows).toEqual(all.slice(0, 300));
    expect(later.every(({ first }) => first === null)).toBe(true);
  });

  test('shows no line early once something was written since', async () => {
    const { name, opened } = await filled(1200);
    await overviewOf(opened).refresh();
    await opened.register.importActs({ software: 'weda' }, acts(1, 5000));
    const { database, vault } = openAt(name, { session: opened.session });
    const overview = openOverview(openStore({ database, vault }), { worthAFirstSight: 1000 });
    const seen: OverviewState[] = [];
    overview.subscribe(() => seen.push(overview.state()));
    await overview.refresh();
    expect(seen.every(({ first }) => first === null)).toBe(true);
    expect(overview.state().acts).toHaveLength(1201);
  });

  test('takes in what a merge brought, which this computer’s own trail does not tell', async () => {
    const there = await filled(40);
    const { file } = await there.opened.register.makeBackup('une phrase de passe longue');
    const here = openAt(freshName());
    const overview = overviewOf(here);
    await overview.refresh();
    await here.register.mergeBackup(file, 'une phrase de passe longue');
    await overview.refresh();
    expect(overview.state().acts).toHaveLength(40);
  });
});

describe('what was tampered with', () => {
  test('a record that does not open is named and the rest goes on', async () => {
    const { name, opened } = await filled(50);
    const rows = await opened.database.acts.toArray();
    const [bent, , swapped, other] = rows;
    if (!bent || !swapped || !other) throw new Error('no rows');
    const bytes = new Uint8Array(bent.sealed.slice(0));
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    await opened.database.acts.put({ ...bent, sealed: bytes.buffer });
    await opened.database.acts.put({ ...swapped, iv: other.iv, sealed: other.sealed });
    for (const each of [opened, openAt(name, { session: opened.session })]) {
      const overview = overviewOf(each);
      await overview.refresh();
      expect(overview.state().acts).toHaveLength(48);
      expect(
        overview
          .state()
          .damaged.map(({ id }) => id)
          .sort(),
      ).toEqual([bent.id, swapped.id].sort());
    }
  });

  test('a record bent after its block was made is found by opening it', async () => {
    const { opened } = await filled(50);
    await overviewOf(opened).refresh();
    const [bent] = await opened.database.acts.toArray();
    if (!bent) throw new Error('no rows');
    const bytes = new Uint8Array(bent.sealed.slice(0));
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    await opened.database.acts.put({ ...bent, sealed: bytes.buffer });
    const overview = overviewOf(opened);
    await overview.refresh();
    expect(overview.state().damaged).toEqual([]);
    await overview.verify(() => Promise.resolve(true));
    expect(overview.state().damaged).toEqual([{ table: 'acts', id: bent.id }]);
    expect(overview.state().acts).toHaveLength(50);
  });

  test.each(['bent', 'swapped', 'gone', 'put back'])('a block %s costs time, not lines', async (how) => {
    const { name, opened } = await filled(2300);
    await overviewOf(opened).refresh();
    const { overview: table } = opened.database;
    const before = await table.toArray();
    const [one, two] = before.filter(({ id }) => id !== 'list');
    if (!one || !two) throw new Error('no blocks');
    if (how === 'bent') {
      const bytes = new Uint8Array(one.sealed.slice(0));
      bytes[9] = (bytes[9] ?? 0) ^ 1;
      await table.put({ ...one, sealed: bytes.buffer });
    }
    if (how === 'swapped')
      await table.bulkPut([
        { ...one, id: two.id },
        { ...two, id: one.id },
      ]);
    if (how === 'gone') await table.delete(one.id);
    if (how === 'put back') {
      await opened.register.importActs({ software: 'weda' }, acts(7, 5000));
      await overviewOf(opened).refresh();
      await table.bulkPut(before.filter(({ id }) => id !== 'list'));
    }
    const overview = overviewOf(openAt(name, { session: opened.session }));
    await overview.refresh();
    expect(overview.state().acts).toHaveLength(how === 'put back' ? 2307 : 2300);
    expect(overview.state().damaged).toEqual([]);
  });
});

test('an erased patient is in no block and on no line', async () => {
  const { opened } = await filled(2300);
  const overview = overviewOf(opened);
  await overview.refresh();
  await opened.register.erasePatient(['weda:3']);
  expect(await opened.database.overview.count()).toBe(0);
  await overview.refresh();
  expect(overview.state().acts.some(({ person }) => person.keys.includes('weda:3'))).toBe(false);
  const again = overviewOf(opened);
  await again.refresh();
  expect(again.state().acts).toHaveLength(overview.state().acts.length);
  expect(again.state().acts.some(({ person }) => person.keys.includes('weda:3'))).toBe(false);
});

test('nothing of the blocks can be read on the disk', async () => {
  const { opened } = await filled(30);
  await overviewOf(opened).refresh();
  const text = await dump(opened.database);
  expect(text).not.toContain(canaries.lastName);
  expect(text).not.toContain(canaries.firstName);
  expect(await opened.database.overview.count()).toBeGreaterThan(0);
});

test('a packed block gives back its summaries, what is absent included', () => {
  const events: EventSummary[] = [
    { id: 'a', at: 5, act: 'one', standing: 'paid', amount: 0, reason: undefined, on: '2026-03-10' },
    { id: 'bcd', at: 3, act: 'two', standing: undefined, amount: undefined, note: 'Rappeler', undoes: 'a' },
  ].map(
    (each) => ({ reason: undefined, on: undefined, note: undefined, undoes: undefined, ...each }) as never,
  );
  const there = JSON.parse(JSON.stringify(pack('events', events))) as ReturnType<typeof pack>;
  expect(unpack('events', there)).toEqual(events);
  const consents = [
    { id: 'x', at: 1, patientKeys: ['weda:1', 'nir:2'], biller: undefined, on: null, given: false },
    { id: 'y', at: 9, patientKeys: [], biller: '991000019', on: '2026-03-12', given: true },
  ];
  const back = JSON.parse(JSON.stringify(pack('consents', consents))) as ReturnType<typeof pack>;
  expect(unpack('consents', back)).toEqual(consents);
});

test('a locked register tells nothing', async () => {
  const { opened } = await filled(3);
  await opened.vault.setPassphrase('une phrase de passe longue');
  await opened.vault.lock();
  const overview = overviewOf(opened);
  await expect(overview.refresh()).rejects.toThrow();
  expect(overview.state().acts).toEqual([]);
});
