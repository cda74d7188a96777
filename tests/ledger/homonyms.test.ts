import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { answerHomonyms, homonymAnswers, homonymsOf, isNameOnly } from '../../ledger/homonyms.ts';
import { keysOf } from '../../ledger/import/register-acts.ts';
import { quotaRows } from '../../ledger/overview/quotas.ts';
import { openStore } from '../../ledger/store.ts';
import { actRow } from './export/rows.ts';
import { biller } from './people.ts';
import { clock, freshName, openAt } from './storage.ts';

/** As an export of practice software names a patient: `file` is the software's own number. */
const keys = (patient: { file?: string; birthDate?: string; nir?: string }) =>
  keysOf(
    {
      sheet: { patient: { birthDate: patient.birthDate, nir: patient.nir } },
      own: { number: '', lastName: 'DURAND', firstName: 'Anne', file: patient.file ?? '' },
    },
    'weda',
  );

test('only a name alone is doubted: a number or a birth date tells who it is', () => {
  expect(isNameOnly(keys({}))).toBe(true);
  expect(isNameOnly(keys({ birthDate: '1955-03-12' }))).toBe(false);
  expect(isNameOnly(keys({ file: '41' }))).toBe(false);
  expect(isNameOnly([])).toBe(false);
});

describe('two acts under one bare name', () => {
  const anne = keys({});
  const acts = (at: number[]) =>
    at.map((each) => actRow({ at: each, person: { key: anne[0] ?? '', keys: anne, birthDate: '' } }));
  // One object for one patient, as the overview gives it.
  const rowsOf = (
    at: number[],
    answers?: ReadonlyMap<string, { verdict: 'one' | 'several'; at: number }>,
  ) => {
    const all = acts(at);
    const person = all[0]?.person;
    const same = all.map((act) => ({ ...act, person: person ?? act.person }));
    return quotaRows(same, () => 'medecin', '2026-11-26', answers);
  };

  test('are not counted as one patient’s in silence', () => {
    expect(rowsOf([1, 2])).toMatchObject([{ homonyms: 'asked', left: null, civil: 2, rolling: 2 }]);
  });

  test('are counted once somebody says that it is one person', () => {
    const answers = new Map([[anne[0] ?? '', { verdict: 'one' as const, at: 5 }]]);
    expect(rowsOf([1, 2], answers)).toMatchObject([{ homonyms: 'one', limit: 4, left: 2 }]);
  });

  test('are never counted together once somebody says that they are several', () => {
    const answers = new Map([[anne[0] ?? '', { verdict: 'several' as const, at: 5 }]]);
    expect(rowsOf([1, 2], answers)).toMatchObject([{ homonyms: 'several', left: null }]);
  });

  test('are asked about again when an act comes after the answer', () => {
    const answers = new Map([[anne[0] ?? '', { verdict: 'one' as const, at: 5 }]]);
    expect(rowsOf([1, 9], answers)).toMatchObject([{ homonyms: 'asked' }]);
  });

  test('one act alone raises no question', () => {
    expect(homonymsOf(anne, [{ at: 1 }], new Map())).toBeNull();
  });
});

test('an answer is kept, the latest stands, and it goes with the patient who is erased', async () => {
  const { database, vault, register } = openAt(freshName(), { now: clock() });
  const store = openStore({ database, vault, now: clock() });
  const anne = keys({});
  await register.importActs(
    { software: 'weda' },
    ['1', '2'].map((line) => ({
      patientKeys: anne,
      biller,
      code: 'RQD',
      actDate: '2026-02-03',
      line,
    })),
  );
  await answerHomonyms(store, anne, 'several');
  await answerHomonyms(store, anne, 'one');
  expect((await homonymAnswers(store)).get(anne[0] ?? '')?.verdict).toBe('one');
  expect((await register.patientFile(anne)).identities).toHaveLength(2);
  // Two acts and two answers.
  expect(await register.erasePatient(anne)).toBe(4);
  expect(await homonymAnswers(store)).toEqual(new Map());
  expect(await database.identities.count()).toBe(0);
});
