/**
 * What may be handed to the rules: anything. A value of the wrong kind is a value that could not be read, so it is
 * dropped (absent); a group that is `null` was looked for and is empty, so its leaves are `null`. A well-formed sheet
 * is given back as it is, without a copy: that way is walked for every sheet, hence written out leaf by leaf.
 */
import { isDay } from './dates.ts';
import {
  carePaths,
  eligibilities,
  professions,
  securings,
  structures,
  territories,
  type Act,
  type Context,
  type Sheet,
} from './schema.ts';

type Kind = (value: unknown) => boolean;
type Loose = Record<string, unknown>;

const isEmpty: Kind = (value) => value === undefined || value === null;
const text: Kind = (value) => isEmpty(value) || typeof value === 'string';
const number: Kind = (value) => isEmpty(value) || (typeof value === 'number' && Number.isFinite(value));
const cents: Kind = (value) => isEmpty(value) || Number.isSafeInteger(value);
const box: Kind = (value) => isEmpty(value) || typeof value === 'boolean';
const date: Kind = (value) => isEmpty(value) || (typeof value === 'string' && isDay(value));

/** Never `null`: there is always a day today. */
const today: Kind = (value) => value === undefined || (typeof value === 'string' && isDay(value));

const oneOf = (words: readonly string[]): Kind => {
  const known = new Set<unknown>(words);
  return (value) => isEmpty(value) || known.has(value);
};
const profession = oneOf(professions);
const territory = oneOf(territories);
const structure = oneOf(structures);
const securing = oneOf(securings);
const carePath = oneOf(carePaths);
const eligibilityWord = new Set<unknown>(eligibilities);
const eligibility: Kind = (value) => {
  if (isEmpty(value)) return true;
  if (!Array.isArray(value)) return false;
  // Not `every`, which walks past holes.
  for (const word of value) if (!eligibilityWord.has(word)) return false;
  return true;
};
const list: Kind = (value) => isEmpty(value) || Array.isArray(value);
const consent: Kind = (value) => {
  if (isEmpty(value)) return true;
  const { given, on } = value as Loose;
  return typeof given === 'boolean' && typeof on === 'string' && isDay(on);
};

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function actFits(value: unknown): value is Act {
  return (
    isObject(value) &&
    text(value.code) &&
    number(value.quantity) &&
    cents(value.amount) &&
    cents(value.excess)
  );
}

function actsFit(value: unknown): boolean {
  if (isEmpty(value)) return true;
  if (!Array.isArray(value)) return false;
  for (const act of value) if (!actFits(act)) return false;
  return true;
}

function billerFits(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  return (
    text(value.numeroAm) &&
    profession(value.profession) &&
    territory(value.territory) &&
    structure(value.structure)
  );
}

function tiersPayantFits(value: unknown): boolean {
  return value === undefined || (isObject(value) && box(value.amo) && box(value.amc));
}

function prescriberFits(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  return text(value.number) && date(value.prescribedOn) && box(value.salaried) && box(value.sameSite);
}

function patientFits(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  return (
    text(value.key) &&
    text(value.nir) &&
    date(value.birthDate) &&
    box(value.hospitalised) &&
    eligibility(value.eligibility)
  );
}

function sheetFits(value: unknown): value is Sheet {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    date(value.actDate) &&
    date(value.sentDate) &&
    securing(value.securing) &&
    carePath(value.carePath) &&
    actsFit(value.acts) &&
    billerFits(value.biller) &&
    tiersPayantFits(value.tiersPayant) &&
    prescriberFits(value.prescriber) &&
    patientFits(value.patient)
  );
}

function contextFits(value: unknown): value is Context {
  return (
    isObject(value) &&
    today(value.today) &&
    list(value.history) &&
    consent(value.consent) &&
    text(value.requestText) &&
    date(value.reportReceivedOn) &&
    box(value.planDeTraitement) &&
    box(value.scor)
  );
}

type Leaves = Readonly<Record<string, Kind>>;

const sheetLeaves: Leaves = { actDate: date, sentDate: date, securing, carePath };
const actLeaves: Leaves = { code: text, quantity: number, amount: cents, excess: cents };
const groupLeaves: Readonly<Record<string, Leaves>> = {
  biller: { profession, numeroAm: text, territory, structure },
  tiersPayant: { amo: box, amc: box },
  prescriber: { number: text, prescribedOn: date, salaried: box, sameSite: box },
  patient: { key: text, nir: text, birthDate: date, hospitalised: box, eligibility },
};
const contextLeaves: Leaves = {
  today,
  history: list,
  consent,
  requestText: text,
  reportReceivedOn: date,
  planDeTraitement: box,
  scor: box,
};

/** Keeps the leaves that can be read. */
function mend(leaves: Leaves, from: Loose): Loose {
  const kept = Object.keys(leaves).filter((key) => from[key] !== undefined && leaves[key]!(from[key]));
  return Object.fromEntries(kept.map((key) => [key, from[key]]));
}

function mendGroup(leaves: Leaves, from: unknown): Loose | undefined {
  if (from === null) return Object.fromEntries(Object.keys(leaves).map((key) => [key, null]));
  return isObject(from) ? mend(leaves, from) : undefined;
}

export function trustedSheet(value: unknown): Sheet {
  if (sheetFits(value)) return value;
  const from = isObject(value) ? value : {};
  const mended: Loose = { ...mend(sheetLeaves, from), id: typeof from.id === 'string' ? from.id : '' };
  if (from.acts === null) mended.acts = null;
  if (Array.isArray(from.acts))
    mended.acts = Array.from(from.acts, (act) => mendGroup(actLeaves, act ?? {}) ?? {});
  for (const [name, leaves] of Object.entries(groupLeaves)) {
    const group = mendGroup(leaves, from[name]);
    if (group) mended[name] = group;
  }
  return mended as unknown as Sheet;
}

export function trustedContext(value: unknown): Context {
  if (contextFits(value)) return value;
  return isObject(value) ? (mend(contextLeaves, value) as Context) : {};
}
