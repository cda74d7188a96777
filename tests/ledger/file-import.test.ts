import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readSheetsFile } from '../../ledger/import/read-file.ts';
import { registerActs } from '../../ledger/import/register-acts.ts';
import { actsToAdd } from '../../ledger/import/seen-acts.ts';
import { openOverview } from '../../ledger/overview/overview.ts';
import { openStore } from '../../ledger/store.ts';
import { pressOf, zephyrine, canaries } from './people.ts';
import { dieAfter, freshName, openAt, type Opened } from './storage.ts';

const header = 'N° FSE;Date acte;Nom;Prénom;Né(e) le;N° patient;Code acte;Montant;N° prescripteur';
const read = (...lines: string[]) =>
  readSheetsFile(new TextEncoder().encode([header, ...lines].join('\n')), {
    biller: { numeroAm: canaries.biller },
    withPeople: true,
  }).sheets;
const kept = (...lines: string[]) => registerActs(read(...lines), 'weda');
const lines = [
  '101;12/03/2026;MODÈLE;Zoé;02/08/1955;41;RQD;10,00;991000027',
  '101;12/03/2026;MODÈLE;Zoé;02/08/1955;41;RQD;10,00;991000027',
  '102;12/03/2026;MODÈLE;Zoé;02/08/1955;41;RQD;10,00;991000027',
  ';13/03/2026;ESSAI;Ana;;;TE2;23,00;991000027',
  '104;13/03/2026;ESSAI;Ana;;;G;30,00;',
  '105;99/99/2026;ESSAI;Ana;;;TE2;23,00;991000027',
  '106;14/03/2026;;;;;TE2;23,00;991000027',
];

test('acts of téléexpertise are kept with who, when and to whom; the others are told', () => {
  const { acts, notKept } = kept(...lines);
  expect(acts.map(({ code, line, patientKeys }) => [code, line, patientKeys[0]])).toEqual([
    ['RQD', '101', 'weda:41'],
    ['RQD', '101#2', 'weda:41'],
    ['RQD', '102', 'weda:41'],
    ['TE2', '', 'nom:weda:essai ana|'],
  ]);
  expect(acts[0]).toMatchObject({
    patient: { lastName: 'MODÈLE', firstName: 'Zoé', birthDate: '1955-08-02' },
    amount: 1000,
    invoice: '101',
    otherSide: { numeroAm: '991000027' },
  });
  expect(notKept).toEqual([
    { lines: [7], why: 'la date de l’acte n’a pas été lue' },
    { lines: [8], why: 'le patient n’a pas été lu' },
  ]);
});

test('names stay out of what is read for a report', () => {
  const reading = readSheetsFile(new TextEncoder().encode([header, ...lines].join('\n')));
  expect(reading.sheets.every(({ own }) => own === undefined)).toBe(true);
});

test('an act whose button was pressed under our eyes is not added again, and is confirmed', async () => {
  const opened = openAt(freshName());
  await opened.ledger.recordIntent(pressOf());
  const overview = openOverview(openStore(opened));
  await overview.refresh();
  const line = `7;12/03/2026;CANARINETTE;Zéphyrine;02/08/1955;${canaries.marker};RQD;10,00;991000027`;
  const { acts } = kept(line, line.replace('7;', '8;'));
  expect(acts[0]?.patientKeys).toContain(zephyrine.patientKeys[0]);
  const plan = actsToAdd(acts, overview.state().acts);
  expect(plan.seen).toHaveLength(1);
  expect(plan.confirmed).toEqual(plan.seen);
  expect(plan.fresh.map(({ line: one }) => one)).toEqual(['8']);
});

test('an import that was stopped keeps what it added, and ends it the next time', async () => {
  const opened = openAt(freshName(), { batch: 1 });
  const { acts } = kept(...lines);
  const stop = new AbortController();
  const source = { software: 'weda', file: 'digest' };
  const stopped = await opened.register.importActs({ ...source, signal: stop.signal }, acts, () =>
    stop.abort(),
  );
  expect(stopped.added).toBe(1);
  expect(await opened.register.unfinishedImport()).toBeNull();
  expect(await opened.register.importActs(source, acts)).toEqual({ added: 3, known: 1 });
  expect(await opened.database.acts.count()).toBe(4);
});

test('killed at every step: no act lost, none twice, the file told once and known as unfinished until then', async () => {
  const { acts } = kept(...lines);
  const source = { software: 'weda', file: 'digest' };
  let points: number;
  let unfinished = 0;
  for (let steps = 0; ; steps += 1) {
    const name = freshName();
    const first = openAt(name);
    await first.ledger.recordIntent(pressOf());
    first.database.close();
    const death = dieAfter(steps);
    const dying: Opened = openAt(name, { prepare: death.install, batch: 1 });
    await dying.register.importActs(source, acts).catch((error: unknown) => {
      if (!death.died()) throw error;
    });
    dying.database.close();
    const reborn = openAt(name, { batch: 1 });
    if ((await reborn.register.unfinishedImport()) !== null) unfinished += 1;
    else expect([1, 5]).toContain(await reborn.database.acts.count());
    await reborn.register.importActs(source, acts);
    expect(await reborn.database.acts.count()).toBe(5);
    expect(await reborn.register.unfinishedImport()).toBeNull();
    expect(await reborn.register.imports()).toMatchObject([{ kind: 'acts', lines: 4, file: 'digest' }]);
    expect((await reborn.ledger.health()).damaged).toEqual([]);
    reborn.database.close();
    points = steps;
    if (!death.died()) break;
  }
  expect(points).toBeGreaterThanOrEqual(10);
  expect(unfinished).toBeGreaterThan(3);
}, 120_000);
