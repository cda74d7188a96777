import type { Act, CarePath, Context, HistoryAct, Securing, Sheet } from '../rules/schema.ts';
import type { FieldId, Reading } from '../sites/model.ts';
import { codeOf, type Role } from './wanted-sheet.ts';

/** What the rules need of a session; `PanelSession` of the messages room fits it. */
export interface SessionFacts {
  reading: Reading | null;
  settings: {
    who: {
      profession: NonNullable<NonNullable<Sheet['biller']>['profession']>;
      numeroAm: string;
      territory: 'metropole' | 'drom' | 'mayotte';
    };
  } | null;
  role: Role;
  patient: { nir?: string | null; birthDate?: string | null } | null;
  history: HistoryAct[] | undefined;
  consent: Context['consent'];
  reportReceivedOn: string | null | undefined;
  requestText: string | null | undefined;
  otherSide: { salaried: boolean } | null;
}

export interface Judged {
  sheet: Sheet;
  context: Context;
  /** The act date was not readable: today's date stands in for it, and the panel says so. */
  dateAssumed: boolean;
}

/** Key of the only patient of a session: the ledger finds him by other means. */
export const sessionPatient = 'patient';

/** Drops keys whose value is `undefined`: absent means *not read* and must not become `null`. */
function known<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}

const actOf = (row: { code: unknown; quantity: unknown; amount: unknown; excess: unknown }): Act =>
  known({ code: row.code, quantity: row.quantity, amount: row.amount, excess: row.excess }) as Act;

/**
 * The act rows. Where the line amounts are not readable but the sheet's total is, the total of a sheet of one act is
 * that act's amount: an excess then shows as an amount above the tariff.
 */
export function actsOf(reading: Reading): Act[] | null | undefined {
  if (!reading.acts) return reading.acts;
  const total = reading.fields['acte.total']?.value;
  const [only] = reading.acts;
  if (reading.acts.length === 1 && only && only.amount === undefined && typeof total === 'number') {
    return [actOf({ ...only, amount: total })];
  }
  return reading.acts.map(actOf);
}

function contextOf(session: SessionFacts, today: string): Context {
  return known({
    today,
    history: session.history,
    consent: session.consent,
    requestText: session.requestText,
    reportReceivedOn: session.reportReceivedOn,
  }) as Context;
}

function billerOf(session: SessionFacts): Sheet['biller'] {
  const who = session.settings?.who;
  return (
    who && {
      profession: who.profession,
      numeroAm: who.numeroAm,
      territory: who.territory,
      structure: 'liberal',
    }
  );
}

const patientOf = (session: SessionFacts): NonNullable<Sheet['patient']> =>
  known({
    key: sessionPatient,
    nir: session.patient?.nir ?? undefined,
    birthDate: session.patient?.birthDate ?? undefined,
  }) as NonNullable<Sheet['patient']>;

/** The sheet on screen as the rules want it, or null where no sheet is shown. */
export function sheetOf(session: SessionFacts, today: string): Judged | null {
  const { reading } = session;
  if (reading?.screen !== 'fse') return null;
  const value = (field: FieldId) => reading.fields[field]?.value;
  const text = (field: FieldId): string | null | undefined => {
    const read = value(field);
    return typeof read === 'string' || read === null ? read : undefined;
  };
  const box = (field: FieldId): boolean | null | undefined => {
    const read = value(field);
    return typeof read === 'boolean' || read === null ? read : undefined;
  };
  const readDate = text('acte.date');
  const sheet = known({
    id: 'fse',
    actDate: readDate ?? today,
    biller: billerOf(session),
    acts: actsOf(reading),
    tiersPayant: known({ amo: box('tp.amo'), amc: box('tp.amc') }),
    securing: text('mode') as Securing | null | undefined,
    carePath: text('parcours') as CarePath | null | undefined,
    prescriber: known({
      number: text('prescripteur.numero'),
      prescribedOn: text('prescripteur.date'),
      salaried: session.otherSide?.salaried,
    }),
    patient: patientOf(session),
  }) as Sheet;
  return { sheet, context: contextOf(session, today), dateAssumed: !readDate };
}

/** On a patient screen: the act that is about to be billed, with only what is known before the sheet exists. */
export function comingSheet(session: SessionFacts, today: string): Judged {
  const sheet = known({
    id: 'a-venir',
    actDate: today,
    biller: billerOf(session),
    acts: [{ code: codeOf(session.role) }],
    patient: patientOf(session),
  }) as Sheet;
  return { sheet, context: contextOf(session, today), dateAssumed: false };
}
