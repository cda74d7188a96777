/**
 * What may be handed to the rules: anything. A value of the wrong kind is a value that could not be read, so it is
 * dropped (absent); a group that is `null` was looked for and is empty, so its leaves are `null`. A well-formed sheet
 * is given back as it is, without a copy.
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
  type Consent,
  type Context,
  type Sheet,
} from './schema.ts';

type Kind = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Kind>>;

const isText: Kind = (value) => typeof value === 'string';
const isNumber: Kind = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Kind = (value) => typeof value === 'boolean';
const isDate: Kind = (value) => typeof value === 'string' && isDay(value);
const oneOf = (words: readonly string[]): Kind => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};
const isEligibility = oneOf(eligibilities);
const isEligibilities: Kind = (value) => Array.isArray(value) && value.every(isEligibility);
const isConsent: Kind = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const { given, on } = value as Partial<Consent>;
  return typeof given === 'boolean' && isDate(on);
};

const actShape: Shape = { code: isText, quantity: isNumber, amount: isNumber, excess: isNumber };
const billerShape: Shape = {
  profession: oneOf(professions),
  numeroAm: isText,
  territory: oneOf(territories),
  structure: oneOf(structures),
};
const tiersPayantShape: Shape = { amo: isBoolean, amc: isBoolean };
const prescriberShape: Shape = {
  number: isText,
  prescribedOn: isDate,
  salaried: isBoolean,
  sameSite: isBoolean,
};
const patientShape: Shape = {
  key: isText,
  nir: isText,
  birthDate: isDate,
  hospitalised: isBoolean,
  eligibility: isEligibilities,
};
const sheetShape: Shape = {
  actDate: isDate,
  sentDate: isDate,
  securing: oneOf(securings),
  carePath: oneOf(carePaths),
};
const contextShape: Shape = {
  today: isDate,
  history: Array.isArray,
  consent: isConsent,
  requestText: isText,
  reportReceivedOn: isDate,
  planDeTraitement: isBoolean,
  scor: isBoolean,
};

function compile(shape: Shape) {
  const keys = Object.keys(shape);
  const kinds = Object.values(shape);
  const size = keys.length;
  return {
    fits(value: object): boolean {
      for (let i = 0; i < size; i++) {
        const leaf = (value as Record<string, unknown>)[keys[i]!];
        if (leaf !== undefined && leaf !== null && !kinds[i]!(leaf)) return false;
      }
      return true;
    },
    mend(value: unknown): Record<string, unknown> | undefined {
      if (value === null) return Object.fromEntries(keys.map((key) => [key, null]));
      if (typeof value !== 'object') return undefined;
      const from = value as Record<string, unknown>;
      const kept = keys.filter((key, i) => from[key] === null || kinds[i]!(from[key]));
      return Object.fromEntries(kept.map((key) => [key, from[key]]));
    },
  };
}

const act = compile(actShape);
const sheet = compile(sheetShape);
const context = compile(contextShape);
const groups = {
  biller: compile(billerShape),
  tiersPayant: compile(tiersPayantShape),
  prescriber: compile(prescriberShape),
  patient: compile(patientShape),
};
type Group = keyof typeof groups;
const groupNames = Object.keys(groups) as Group[];

function groupFits(value: unknown, name: Group): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && groups[name].fits(value));
}

function actsFit(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (!Array.isArray(value)) return false;
  for (const line of value) {
    if (typeof line !== 'object' || line === null || !act.fits(line)) return false;
  }
  return true;
}

function isSheet(value: unknown): value is Sheet {
  if (typeof value !== 'object' || value === null) return false;
  const { acts, biller, tiersPayant, prescriber, patient } = value as Record<string, unknown>;
  return (
    sheet.fits(value) &&
    actsFit(acts) &&
    groupFits(biller, 'biller') &&
    groupFits(tiersPayant, 'tiersPayant') &&
    groupFits(prescriber, 'prescriber') &&
    groupFits(patient, 'patient')
  );
}

export function trustedSheet(value: unknown): Sheet {
  if (isSheet(value)) return value;
  const from = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const mended: Record<string, unknown> = { ...sheet.mend(from), id: isText(from.id) ? from.id : '' };
  if (from.acts === null) mended.acts = null;
  if (Array.isArray(from.acts)) mended.acts = from.acts.map((line): Act => (line && act.mend(line)) || {});
  for (const name of groupNames) mended[name] = groups[name].mend(from[name]);
  return mended as unknown as Sheet;
}

export function trustedContext(value: unknown): Context {
  if (typeof value !== 'object' || value === null) return {};
  return context.fits(value) ? value : (context.mend(value) as Context);
}
