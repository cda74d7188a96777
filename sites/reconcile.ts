/**
 * From the sheet that is shown to the sheet that is wanted: observe, compare, act on one field, let the page settle,
 * observe again. Carrying out the same plan twice writes nothing the second time, so a writing that a full reload
 * interrupted is resumed by running it again.
 */
import { writeActCode } from './drivers/act-row.ts';
import { writeCheckbox, writeRadio } from './drivers/box.ts';
import { writeChips } from './drivers/chips.ts';
import { writeMenu } from './drivers/menu.ts';
import { bringOut } from './drivers/open.ts';
import { writeParts } from './drivers/parts.ts';
import { writeSelect } from './drivers/select.ts';
import { writeText } from './drivers/text.ts';
import { findField } from './find.ts';
import { openHand, Stopped, type Access, type Hand } from './hand.ts';
import { withLoneAct } from './lone-act.ts';
import { fold } from './normalise.ts';
import type { Driver, Job } from './drivers/driver.ts';
import type { FieldId, FieldValue, Plan, PlanStep, Reading, WriteOutcome, WriteReport } from './model.ts';
import type { ControlKind, FieldMap } from './profile.ts';

export interface Hooks {
  /** Before the first write of each field (`before` is then complete for it) and after each outcome. */
  onProgress?: (report: WriteReport) => void;
  /** Something of ours failed: the writing stops. */
  onTrouble?: (error: unknown) => void;
  signal?: AbortSignal;
}

/** The act first: the prescriber block comes with it. The boxes after the choices that draw the page again. */
const order: FieldId[] = [
  'acte.code',
  'acte.quantite',
  'mode',
  'parcours',
  'tp.amo',
  'tp.amc',
  'prescripteur.numero',
  'prescripteur.date',
];

/** ms for a written value to show: the mode's text comes 300 ms after its menu, 1.5 s on a slow PC. */
const READ_BACK = 3_000;
/** ms after the last write for a field that comes with another one. */
const APPEAR = 2_000;
/** Later writes may undo earlier ones: what was lost is written once more, never twice. */
const REPAIRS = 1;
/** ms before the last look, so that the last write's own re-render is seen. */
const LAST_PAUSE = 400;

const drivers: Record<ControlKind, Driver | null> = {
  text: writeText,
  select: writeSelect,
  checkbox: writeCheckbox,
  radio: writeRadio,
  parts: writeParts,
  menu: writeMenu,
  combobox: writeMenu,
  chips: writeChips,
  rows: writeActCode,
  display: null,
  caption: null,
};

const bare = (value: unknown): string => fold(String(value)).replace(/\s/g, '');

/** What the field shows, for the report and for *Rétablir*: the page's own words where the model has none for them. */
function valueIn(reading: Reading, field: FieldId): FieldValue {
  const seen = reading.fields[field];
  return seen?.shown ?? seen?.value;
}

/** The sheet holds what the step wants. An act must be there once: twice is not what was asked. */
export function holds(reading: Reading, { field, want }: PlanStep): boolean {
  if (field === 'acte.code') {
    const { acts } = withLoneAct(reading);
    const codes = acts?.map(({ code }) => bare(code)) ?? [];
    if (acts === undefined) return false;
    return want === '' ? codes.length === 0 : codes.filter((code) => code === bare(want)).length === 1;
  }
  const seen = reading.fields[field];
  // Emptied, or gone with what it came with.
  if (want === '') return seen?.value === null || seen?.missing === 'not-found';
  if (seen?.value === undefined && seen?.shown === undefined) return false;
  return (
    seen.value === want ||
    (typeof want === 'string' && [seen.value, seen.shown].some((said) => bare(said) === bare(want)))
  );
}

const rank = ({ field }: PlanStep): number => (order.includes(field) ? order.indexOf(field) : order.length);

function ordered(plan: Plan): PlanStep[] {
  const steps = [...plan.steps].sort((one, other) => rank(one) - rank(other));
  return plan.kind === 'undo' ? steps.reverse() : steps;
}

/** Not on the page; what is only closed is there. */
const absent = (reading: Reading, field: FieldId): boolean => {
  const missing = reading.fields[field]?.missing;
  return missing !== undefined && missing !== 'closed';
};

/** Never written, whatever happens on the page. */
const byHand = (map: FieldMap | null | undefined): boolean =>
  !map || map.readOnly === true || map.guess === true || (drivers[map.control] === null && !map.menu);

export async function reconcile(plan: Plan, access: Access, hooks: Hooks = {}): Promise<WriteReport> {
  const begun = access.now();
  const hand: Hand = openHand(plan, access, hooks.signal);
  const report: WriteReport = {
    planId: plan.id,
    kind: plan.kind,
    status: 'running',
    results: [],
    before: { ...plan.before },
    took: 0,
  };

  const tell = (): void => {
    report.took = Math.round(access.now() - begun);
    hooks.onProgress?.({ ...report, results: [...report.results], before: { ...report.before } });
  };
  const resultOf = (field: FieldId) => report.results.find((result) => result.field === field);
  const note = (field: FieldId, outcome: WriteOutcome, reading: Reading): void => {
    const after = valueIn(reading, field);
    const before = field in report.before ? report.before[field] : after;
    report.results = [
      ...report.results.filter((result) => result.field !== field),
      { field, outcome, before, after },
    ];
    tell();
  };

  /** Waits for a field that comes with another; gives the reading it is in, or the last one without it. */
  async function appear(field: FieldId): Promise<Reading> {
    const missing = (): boolean => absent(hand.read(), field);
    if (missing()) await hand.until(() => !missing(), APPEAR - hand.sinceWrite());
    return hand.ready();
  }

  async function carryOut(step: PlanStep): Promise<void> {
    const { field } = step;
    const map = hand.screen().fields[field];
    if (!map || byHand(map)) return note(field, 'by-hand', await hand.ready());
    let start = await appear(field);
    if (holds(start, step)) {
      // A field whose former value is known was written before a reload, by this same plan.
      return note(field, field in report.before ? 'written' : 'already', start);
    }
    if (absent(start, field)) return note(field, 'not-found', start);
    if (start.fields[field]?.provenance === 'guessed') return note(field, 'by-hand', start);
    const driver = drivers[map.control] ?? writeMenu;
    const job: Job = {
      hand,
      field,
      map,
      want: step.want,
      find: () => findField(hand.doc, hand.screen(), map),
    };
    if (map.opens) {
      const opened = await bringOut(job);
      start = await hand.ready();
      if (opened !== 'done') return note(field, opened, start);
      // Now that it is seen, it may hold the value already.
      if (holds(start, step)) return note(field, field in report.before ? 'written' : 'already', start);
      if (start.fields[field]?.provenance === 'guessed') return note(field, 'by-hand', start);
    }
    const former = valueIn(start, field);
    // The page may have undone in between what was found done: what counts is what was there at the start.
    if (!(field in report.before)) report.before[field] = field in first ? first[field] : former;
    tell();
    let attempt = await driver(job);
    // An answer of the server, on its way since an earlier field, may have closed again what had just been opened.
    if (attempt === 'by-hand' && map.opens && (await bringOut(job)) === 'done') attempt = await driver(job);
    if (attempt === 'done' && (await hand.until(() => holds(hand.read(), step), READ_BACK))) {
      return note(field, 'written', await hand.ready());
    }
    const end = await hand.ready();
    // A field may show the value and call it invalid: that is no success.
    if (attempt !== 'refused' && holds(end, step)) return note(field, 'written', end);
    const same = valueIn(end, field) === former;
    if (!same && map.control === 'text') {
      // What the software bent or refused is not left on the sheet: the field is put back as it was.
      await writeText({
        ...job,
        want: typeof former === 'string' || typeof former === 'number' ? former : '',
      });
    }
    const outcome = attempt !== 'done' ? attempt : same ? 'refused' : 'changed-by-page';
    note(field, outcome, await hand.ready());
  }

  const kept = (step: PlanStep): boolean =>
    ['written', 'already'].includes(resultOf(step.field)?.outcome ?? '');
  async function lost(): Promise<PlanStep[]> {
    await hand.wait(LAST_PAUSE);
    const reading = await hand.ready();
    return steps.filter((step) => kept(step) && !holds(reading, step));
  }

  const steps = ordered(plan);
  const first: WriteReport['before'] = {};
  try {
    const start = await hand.ready();
    for (const { field } of steps) {
      if (start.fields[field]?.missing === undefined) first[field] = valueIn(start, field);
    }
    for (const step of steps) await carryOut(step);
    let gone = await lost();
    for (let repair = 0; gone.length > 0 && repair < REPAIRS; repair++) {
      // AMO last: every other write may draw the boxes again.
      for (const step of gone.sort(
        (one, other) => Number(one.field === 'tp.amo') - Number(other.field === 'tp.amo'),
      )) {
        await carryOut(step);
      }
      gone = await lost();
    }
    const end = await hand.ready();
    for (const { field } of gone) note(field, 'changed-by-page', end);
    report.status = 'done';
  } catch (error) {
    report.status = 'stopped';
    if (error instanceof Stopped) {
      if (error.why) report.why = error.why;
    } else {
      report.why = 'page-changed';
      hooks.onTrouble?.(error);
    }
  } finally {
    hand.release();
  }
  tell();
  return report;
}

/** The page as the sentinel sees it. */
export const pageAccess = (win: Window, profile: Access['profile']): Access => ({
  doc: win.document,
  profile,
  url: () => win.location.href,
  visible: () => win.document.visibilityState === 'visible',
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => win.setTimeout(resolve, ms)),
});
