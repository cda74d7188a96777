/** One pass over a screen: everything the profile names, as it is shown now. Keeps nothing between two passes. */
import { selectAll, takePattern } from './find.ts';
import { labelsOnce, shownText } from './labels.ts';
import { cents, labelWords, number } from './normalise.ts';
import { readField } from './read-field.ts';
import { readHistory } from './read-history.ts';
import { markerOf, readOnlyWhy, recognise, says } from './recognise.ts';
import type { ActReading, FieldId, FieldReading, PatientReading, Reading } from './model.ts';
import type { ActCell, ScreenMap, SentinelProfile } from './profile.ts';

/** How long the screen has been shown and has stood still, in ms: tells a late field from a missing one. */
export interface Calm {
  shownFor: number;
  quietFor: number;
}

/** Rendered in several goes 1.8 s apart on a slow PC (weda.md 9.2, ×5): quiet for longer means nothing more comes. */
export const SETTLE_QUIET = 3_000;
/** A page that never stands still (a clock, a spinner) is judged all the same. */
export const SETTLE_MAX = 15_000;

const alwaysCalm: Calm = { shownFor: Infinity, quietFor: Infinity };

const held = 'input,select,textarea,[contenteditable="true"]';

/** What holds the value of a cell: the control inside it, or the cell itself. */
const holderIn = (cell: Element | undefined): Element | undefined =>
  cell?.matches(held) ? cell : (cell?.querySelector(held) ?? cell);

export type ActRow = { row: Element; cells: Partial<Record<ActCell, Element>> };

/** Rows by the titles of their columns; `undefined` = the column of codes is not there, or is there twice. */
function rowsByTitle(doc: Document, acts: NonNullable<ScreenMap['acts']>): ActRow[] | undefined {
  const { header, cell, titles } = acts.columns ?? { header: '', cell: '', titles: {} };
  const shown = selectAll(doc, header).map((title) => labelWords(shownText(title)));
  const placeOf = (words: readonly string[] = []): number => {
    const places = shown.flatMap((text, at) => (words.some((word) => labelWords(word) === text) ? at : []));
    return places.length === 1 ? (places[0] ?? -1) : -1;
  };
  if (placeOf(titles.code) < 0) return undefined;
  const places = Object.entries(titles).map(([name, words]) => [name, placeOf(words)] as const);
  return selectAll(doc, acts.row).flatMap((row) => {
    const cells = selectAll(row, cell);
    if (cells.length < shown.length) return [];
    return { row, cells: Object.fromEntries(places.map(([name, at]) => [name, holderIn(cells[at])])) };
  });
}

/** Act rows as they stand, filled or not; `undefined` = not readable. */
export function actRows(doc: Document, screen: ScreenMap): ActRow[] | undefined {
  const { acts } = screen;
  if (!acts) return undefined;
  const none = (): [] | undefined => (acts.none && says(doc, acts.none) ? [] : undefined);
  if (acts.columns) return rowsByTitle(doc, acts) ?? none();
  const rows = selectAll(doc, acts.row).map((row) => ({
    row,
    cells: Object.fromEntries(
      Object.entries(acts.cells ?? {}).map(([name, path]) => [name, selectAll(row, path)[0]]),
    ) as ActRow['cells'],
  }));
  return rows.length === 0 ? none() : rows;
}

/** A cell of an act row as text; `null` = empty; `undefined` = no such cell. */
function cellText(cell: Element | undefined): string | null | undefined {
  if (!cell) return undefined;
  const { value } = cell as HTMLInputElement;
  return (typeof value === 'string' ? value : (cell.textContent ?? '')).replace(/\s+/g, ' ').trim() || null;
}

const amount = (text: string | null | undefined, parse: (text: string) => number | undefined) =>
  text === null || text === undefined ? text : parse(text);

/** Rows that hold a code; `null` = none filled; `undefined` = no row, or rows without the cell the profile names. */
export function readActs(doc: Document, screen: ScreenMap): ActReading[] | null | undefined {
  const rows = actRows(doc, screen);
  const codes = rows?.map(({ cells }) => cellText(cells.code));
  if (!rows || !codes || codes.includes(undefined)) return undefined;
  const pattern = screen.acts?.pattern;
  const read = rows.flatMap(({ cells }, index) => {
    const text = codes[index];
    const code = text && (pattern ? takePattern(text, pattern) : text);
    return code
      ? {
          code,
          quantity: amount(cellText(cells.quantity), number),
          amount: amount(cellText(cells.amount), cents),
          excess: amount(cellText(cells.excess), cents),
        }
      : [];
  });
  return read.length > 0 ? read : null;
}

const said = (reading: FieldReading | undefined): string | null | undefined =>
  typeof reading?.value === 'string' || reading?.value === null ? reading.value : undefined;

const traits: Record<string, FieldId> = {
  lastName: 'patient.nom',
  birthName: 'patient.nomNaissance',
  firstName: 'patient.prenom',
  birthDate: 'patient.naissance',
  nir: 'patient.nir',
  ins: 'patient.ins',
  sex: 'patient.sexe',
};

export function patientOf(fields: Reading['fields'], marker: string | null): PatientReading {
  const read: Record<string, string | null | undefined> = {};
  for (const [name, field] of Object.entries(traits)) read[name] = said(fields[field]);
  if (read['sex'] !== 'F' && read['sex'] !== 'M') delete read['sex'];
  const known = Object.entries(read).filter(([, value]) => value !== undefined);
  return { marker, ...Object.fromEntries(known), from: known.length > 0 ? 'page' : 'none' };
}

/** Mapped, expected here, and not as the profile says; or shown once, and found again by its words alone. */
function missingFields(screen: ScreenMap, fields: Reading['fields']): FieldId[] {
  return (Object.keys(fields) as FieldId[]).filter((field) => {
    const [map, seen] = [screen.fields[field], fields[field]];
    if (map?.among && seen?.provenance === 'guessed') return true;
    return !map?.optional && seen?.missing && seen.missing !== 'closed';
  });
}

/**
 * What is shown at `url` now, or `null` when it is no screen of the profile; one field per step, so that whoever reads may
 * stop between two and let the page breathe. `now` in ms since the epoch.
 */
export function* readSteps(
  doc: Document,
  url: string,
  profile: SentinelProfile,
  now: number,
  calm: Calm = alwaysCalm,
): Generator<undefined, Reading | null> {
  const screen = recognise(doc, url, profile);
  if (!screen) return null;
  const acts = readActs(doc, screen);
  const label = labelsOnce();
  const fields: Reading['fields'] = {};
  for (const [id, map] of Object.entries(screen.fields)) {
    const field = id as FieldId;
    if (!map) continue;
    yield;
    if (map.control !== 'rows') {
      fields[field] = readField(doc, screen, field, map, label);
      if (map.readOnly) fields[field].byHand = true;
    } else if (acts === undefined)
      fields[field] = { value: undefined, provenance: 'mapped', missing: 'not-found' };
    else fields[field] = { value: acts?.[0]?.code ?? null, provenance: 'mapped' };
  }
  yield;
  const missing = missingFields(screen, fields);
  const settled = missing.length === 0 || calm.quietFor >= SETTLE_QUIET || calm.shownFor >= SETTLE_MAX;
  const why = readOnlyWhy(url, profile);
  const history = screen.history && readHistory(doc, screen.history);
  const { id, name, evidence } = profile;
  return {
    screen: screen.kind,
    profile: { id, name, checkedOn: evidence.checkedOn, grade: evidence.grade },
    mode: why === null ? 'full' : 'read-only',
    ...(why !== null && { readOnlyWhy: why }),
    patient: patientOf(fields, markerOf(doc, url, screen.marker ?? profile.marker, fields)),
    fields,
    ...(acts !== undefined && { acts }),
    ...(history !== undefined && { history }),
    changed: settled ? missing : [],
    settled,
    at: now,
  };
}

/** The same in one go. */
export function readScreen(...page: Parameters<typeof readSteps>): Reading | null {
  const steps = readSteps(...page);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
