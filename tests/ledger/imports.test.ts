import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { applyReturns, knownActs } from '../../ledger/returns/apply-returns.ts';
import { matchReturns } from '../../ledger/returns/match-returns.ts';
import { readReturns } from '../../ledger/returns/read-returns.ts';
import { openStore } from '../../ledger/store.ts';
import { biller, octave, pressOf } from './people.ts';
import { clock, freshName, openAt } from './storage.ts';

const whole = { damaged: [], broken: [], cut: false, altered: [], missing: [], untold: [] };

const exported = (lines: string[], actDate = '2026-02-03') =>
  lines.map((line) => ({
    patientKeys: octave.patientKeys,
    biller,
    code: 'RQD',
    actDate,
    line,
    invoice: line,
    amount: 1000,
  }));

const open = () => openAt(freshName(), { now: clock() });

test('each file is listed with what it brought and left out, the latest first', async () => {
  const { register } = open();
  await register.importActs({ software: 'weda', file: 'one', leftOut: 3 }, exported(['1', '2']));
  await register.importActs({ software: 'tamm', file: 'two' }, exported(['9']));
  expect(await register.imports()).toMatchObject([
    { kind: 'acts', software: 'tamm', lines: 1, file: 'two' },
    { kind: 'acts', software: 'weda', lines: 2, file: 'one', leftOut: 3 },
  ]);
});

test('an import taken back takes its acts and what was said of them, and nothing else', async () => {
  const { register, ledger } = open();
  await ledger.recordIntent(pressOf());
  await register.importActs({ software: 'weda', file: 'kept' }, exported(['1']));
  await register.importActs({ software: 'weda', file: 'wrong' }, exported(['2', '3'], '2026-02-04'));
  const [wrong] = await register.imports();
  const { acts } = await register.acts();
  const paid = acts.find(({ invoice }) => invoice === '3');
  await register.mark([paid?.id ?? ''], 'paid');
  if (!wrong) throw new Error('no import');
  expect(await register.importContents(wrong)).toEqual({ brought: 2, followed: 1 });
  expect(await register.takeBackImport(wrong)).toBe(2);
  expect((await register.acts()).acts.map(({ origin, invoice }) => [origin, invoice])).toEqual([
    ['import', '1'],
    ['press', undefined],
  ]);
  expect((await register.imports()).map(({ file }) => file)).toEqual(['kept']);
  expect(await register.health()).toEqual(whole);
});

test('a file that was taken back may be added again', async () => {
  const { register } = open();
  await register.importActs({ software: 'weda', file: 'same' }, exported(['1', '2']));
  const [file] = await register.imports();
  if (!file) throw new Error('no import');
  await register.takeBackImport(file);
  expect(await register.importActs({ software: 'weda', file: 'same' }, exported(['1', '2']))).toEqual({
    added: 2,
    known: 0,
  });
});

test('an import taken back here goes from the other computer when the backups meet', async () => {
  const [here, there] = [open(), open()];
  await here.register.importActs({ software: 'weda', file: 'wrong' }, exported(['1', '2']));
  await there.register.mergeBackup(
    (await here.register.makeBackup('une phrase de passe')).file,
    'une phrase de passe',
  );
  expect((await there.register.acts()).acts).toHaveLength(2);
  const [file] = await here.register.imports();
  if (!file) throw new Error('no import');
  await here.register.takeBackImport(file);
  await there.register.mergeBackup(
    (await here.register.makeBackup('une phrase de passe')).file,
    'une phrase de passe',
  );
  expect((await there.register.acts()).acts).toEqual([]);
  expect(await there.register.imports()).toEqual([]);
});

test('returns taken back count for nothing, stay in the trail, and may be noted again', async () => {
  const { register, database, vault } = open();
  const store = openStore({ database, vault, now: clock() });
  await register.importActs({ software: 'weda' }, exported(['101', '102']));
  const file = new TextEncoder().encode(
    ['N° facture;Date acte;Code acte;Montant;État;Montant payé', '101;03/02/2026;RQD;10,00;Payé;10,00'].join(
      '\n',
    ),
  );
  const note = async () => {
    const { lines } = readReturns(file, { software: 'weda', numeroAm: biller });
    const { acts, events } = await knownActs(store);
    return applyReturns(
      store,
      { software: 'weda', file: 'digest', leftOut: 1 },
      matchReturns(lines, acts, events),
    );
  };
  await note();
  const returns = (await register.imports()).find(({ kind }) => kind === 'returns');
  expect(returns).toMatchObject({ kind: 'returns', lines: 1, leftOut: 1 });
  if (!returns) throw new Error('no import');
  expect(await register.importContents(returns)).toEqual({ brought: 1, followed: 0 });
  expect(await register.takeBackImport(returns)).toBe(1);
  const standings = async () => (await register.acts()).acts.map(({ standing }) => standing);
  expect(await standings()).toEqual(['secured', 'secured']);
  expect((await register.imports()).map(({ kind }) => kind)).toEqual(['acts']);
  expect(await register.health()).toEqual(whole);
  expect((await note()).events).toHaveLength(1);
  expect((await standings()).sort()).toEqual(['paid', 'secured']);
});
