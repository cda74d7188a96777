/** Sheets and contexts as fast-check makes them: near the good one, each leaf in one of its three states. */
import fc from 'fast-check';
import { numbers } from '../../rules/examples.ts';
import {
  carePaths,
  eligibilities,
  professions,
  securings,
  structures,
  territories,
  type Context,
  type HistoryAct,
  type Sheet,
} from '../../rules/schema.ts';
import { shiftDay } from './shift-day.ts';

/** A value, empty, or not read. */
function leaf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof(
    { weight: 12, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

export const day = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 365 * 9 }) },
    { weight: 1, arbitrary: fc.integer({ min: 2200, max: 2400 }) },
  )
  .map((offset) => shiftDay('2018-12-01', offset));

const numeroAm = fc.constantFrom(
  ...Object.values(numbers),
  '99 1 00001 9',
  '99100001',
  '99900000011',
  '2A0000006',
  '',
);
const patientKey = fc.constantFrom('patient-1', 'patient-2');
const code = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('RQD', 'TE2', 'TE1') },
  { weight: 1, arbitrary: fc.constantFrom('G', 'rqd', ' TE2', 'MEG') },
);
const cents = fc.constantFrom(0, 500, 1000, 1200, 2000, 2300, 2400, 2760, 4600);

const act = fc.record({
  code: leaf(code),
  quantity: leaf(fc.constantFrom(1, 1, 1, 2, 0)),
  amount: leaf(cents),
  excess: leaf(fc.constantFrom(0, 0, 0, 500)),
});

export const sheets: fc.Arbitrary<Sheet> = fc.record({
  id: fc.uuid(),
  actDate: leaf(day),
  sentDate: leaf(day),
  biller: fc.record({
    profession: leaf(fc.constantFrom(...professions)),
    numeroAm: leaf(numeroAm),
    territory: leaf(fc.constantFrom(...territories)),
    structure: leaf(fc.constantFrom(...structures)),
  }),
  acts: leaf(fc.array(act, { minLength: 1, maxLength: 2 })),
  tiersPayant: fc.record({ amo: leaf(fc.boolean()), amc: leaf(fc.boolean()) }),
  securing: leaf(fc.constantFrom(...securings)),
  carePath: leaf(fc.constantFrom(...carePaths)),
  prescriber: fc.record({
    number: leaf(numeroAm),
    prescribedOn: leaf(day),
    salaried: leaf(fc.boolean()),
    sameSite: leaf(fc.boolean()),
  }),
  patient: fc.record({
    key: leaf(patientKey),
    nir: leaf(fc.constantFrom('255081416802538', '255081416802539', '7101312345678', '25508')),
    birthDate: leaf(fc.constantFrom('1955-08-03', '2020-05-05')),
    hospitalised: leaf(fc.boolean()),
    eligibility: leaf(fc.subarray([...eligibilities])),
  }),
});

const historyAct: fc.Arbitrary<HistoryAct> = fc.record({
  code: fc.constantFrom('RQD', 'TE2', 'TE1', 'G'),
  actDate: day,
  patientKey: leaf(patientKey),
  billerNumeroAm: leaf(fc.constantFrom(numbers.medecin, numbers.otherMedecin)),
});

/** The child's request counts only when the patient is known to be one. */
const requestTexts = [
  'Avis sur une lésion pigmentée stable.',
  'Suspicion d’AVC ce matin.',
  'Pas de douleur thoracique.',
  'Sa fille a une déformation de la bouche.',
  '',
];

export const contexts: fc.Arbitrary<Context> = fc.record({
  today: fc.constantFrom('2026-11-22', undefined),
  history: leaf(fc.array(historyAct, { maxLength: 8 })),
  consent: leaf(
    fc.record({
      given: fc.boolean(),
      on: day,
      by: fc.constant('patient' as const),
      how: fc.constant('oral' as const),
    }),
  ),
  requestText: leaf(fc.constantFrom(...requestTexts)),
  reportReceivedOn: leaf(day),
  planDeTraitement: leaf(fc.boolean()),
  scor: leaf(fc.boolean()),
});
