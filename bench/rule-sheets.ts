/** Sheets as a practice bills them: mostly right, each kind of mistake now and then, several acts per patient. */
import type { Context, Sheet } from '../rules/schema.ts';

/** A small generator with a seed: the same sheets on every run and machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `count` sheets of about `count / 5` patients, one mistake in four or so. */
export function practiceSheets(count: number): Sheet[] {
  const random = seeded(20261122);
  const rarely = (share: number) => random() < share;
  return Array.from({ length: count }, (_, at): Sheet => {
    const year = 2022 + Math.floor(random() * 5);
    const month = twoDigits(1 + Math.floor(random() * 12));
    const day = twoDigits(1 + Math.floor(random() * 28));
    const actDate = `${year}-${month}-${day}`;
    const code = rarely(0.3) ? 'TE2' : 'RQD';
    const tariff = code === 'RQD' ? 1000 : year < 2026 ? 2000 : 2300;
    const patient = Math.floor((random() * count) / 5);
    return {
      id: `f${at}`,
      actDate,
      sentDate: actDate,
      biller: { profession: 'medecin', numeroAm: '991000019', territory: 'metropole', structure: 'liberal' },
      acts: [
        {
          code,
          quantity: rarely(0.005) ? 2 : 1,
          amount: rarely(0.02) ? 2500 : tariff,
          excess: rarely(0.01) ? 500 : 0,
        },
      ],
      tiersPayant: { amo: !rarely(0.06), amc: rarely(0.03) },
      securing: rarely(0.04) ? 'vitale' : rarely(0.2) ? 'degrade' : 'sans-vitale',
      carePath: rarely(0.05) ? 'medecin-traitant' : 'exclusion',
      prescriber: {
        number: rarely(0.03) ? null : rarely(0.02) ? '99900000011' : '991000027',
        prescribedOn: actDate,
        salaried: false,
        sameSite: rarely(0.005),
      },
      patient: {
        key: `patient-${patient}`,
        nir: rarely(0.01) ? '255081416802539' : '255081416802538',
        birthDate: '1955-08-03',
        hospitalised: rarely(0.005),
        eligibility: ['ald'],
      },
    };
  });
}

/** What the practice knows beside the sheet; every rule has what it needs, no request text came with the export. */
export const practiceContext: Context = {
  today: '2026-12-31',
  history: [],
  consent: { given: true, on: '2022-01-01', by: 'patient', how: 'oral' },
  requestText: null,
  reportReceivedOn: '2026-12-31',
  planDeTraitement: false,
  scor: false,
};
