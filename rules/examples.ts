/**
 * The good sheet every example starts from, and how an example changes it. Fictional people; numbers of the
 * département 99, which does not exist.
 */
import type { Act, Context, Severity, Sheet } from './schema.ts';

export interface Example {
  /** What is particular about it, in a few French words. */
  readonly why: string;
  /** Changes to the good sheet; groups are merged, everything else replaced. `undefined` = could not be read. */
  readonly sheet?: SheetChange;
  readonly context?: { readonly [K in keyof Context]?: Context[K] };
  /** Expected of a firing example. */
  readonly severity?: Severity;
}

type Group = 'biller' | 'tiersPayant' | 'prescriber' | 'patient';
type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };
export type SheetChange = Changed<Omit<Sheet, Group>> & {
  readonly [G in Group]?: Changed<NonNullable<Sheet[G]>>;
};

/** Numbers that pass the inferred key, one per profession that has a category of its own. */
export const numbers = {
  medecin: '991000019',
  otherMedecin: '991000027',
  'sage-femme': '995000015',
  infirmier: '996000014',
  kine: '997000013',
  podologue: '998000012',
  orthophoniste: '999000011',
  dentiste: '994000016',
  etablissement: '990000002',
} as const;

/** One line of téléexpertise. @param amount in cents */
export function line(code: string, amount: number, more: Act = {}): Act {
  return { code, quantity: 1, amount, excess: 0, ...more };
}

/** A médecin asked for an opinion on 12/03/2026 and bills RQD; nothing to say about it. */
export const goodSheet: Sheet = {
  id: 'exemple',
  actDate: '2026-03-12',
  sentDate: '2026-03-14',
  biller: { profession: 'medecin', numeroAm: numbers.medecin, territory: 'metropole', structure: 'liberal' },
  acts: [line('RQD', 1000)],
  tiersPayant: { amo: true, amc: false },
  securing: 'sans-vitale',
  carePath: 'exclusion',
  prescriber: {
    number: numbers.otherMedecin,
    prescribedOn: '2026-03-12',
    salaried: false,
    sameSite: false,
  },
  patient: {
    key: 'patient-1',
    nir: '255081416802538',
    birthDate: '1955-08-03',
    hospitalised: false,
    eligibility: ['ald'],
  },
};

export const goodContext: Context = {
  today: '2026-11-22',
  history: [],
  consent: { given: true, on: '2026-03-12', by: 'patient', how: 'oral' },
  requestText: 'Avis sur une lésion pigmentée du dos, stable depuis deux ans.',
  reportReceivedOn: '2026-03-14',
  planDeTraitement: false,
  scor: false,
};

/** What turns the good sheet into the answering side: TE2 by a médecin, asked by an infirmier. */
export const answering: SheetChange = {
  acts: [line('TE2', 2300)],
  prescriber: { number: numbers.infirmier },
};

/** Several changes one after the other, groups merged. */
export function changes(...list: readonly SheetChange[]): SheetChange {
  let whole: SheetChange = {};
  for (const change of list) {
    whole = {
      ...whole,
      ...change,
      ...merged('biller', whole, change),
      ...merged('tiersPayant', whole, change),
      ...merged('prescriber', whole, change),
      ...merged('patient', whole, change),
    };
  }
  return whole;
}

function merged(group: Group, under: SheetChange, over: SheetChange): SheetChange {
  return under[group] || over[group] ? { [group]: { ...under[group], ...over[group] } } : {};
}

export function exampleSheet(example: Example): Sheet {
  return changes(goodSheet as SheetChange, example.sheet ?? {}) as Sheet;
}

export function exampleContext(example: Example): Context {
  return { ...goodContext, ...example.context };
}

/** Acts already billed for the good sheet's patient by its biller. */
export function billed(code: string, ...days: readonly string[]): NonNullable<Context['history']> {
  return days.map((actDate) => ({ code, actDate, patientKey: 'patient-1', billerNumeroAm: numbers.medecin }));
}
