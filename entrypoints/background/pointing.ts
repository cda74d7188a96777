/** *Montrer les champs*: what the user shows, step by step, until it is a profile. */
import { v7 as uuid } from 'uuid';
import type { PlanStep, WriteReport } from '../../sites/model.ts';
import { concepts, type Concept, type Pointed } from '../../sites/pointing/concepts.ts';
import { composeOverlay, composeProfile, draftOf, kept, type Draft } from '../../sites/pointing/compose.ts';
import { neededWords } from '../../sites/pointing/meaning.ts';
import { undoSteps } from '../../sites/undo.ts';
import type { Profile, ScreenMap } from '../../sites/profile.ts';
import type { PointedLine, PointingState } from '../../messages/contract.ts';

/** What must survive the worker of a pointing under way. */
export interface Pointing {
  draft: Draft;
  name: string;
  at: Concept | null;
  through: boolean;
  /** The last press named nothing that lasts. */
  refused: boolean;
  /** Shown again on a shipped profile: one field, on the screen where it was missed. */
  over: { id: string; screen: ScreenMap } | null;
  single: Concept | null;
  /** A trial of one concept: the values left to try, then the way back. */
  test: { concept: Concept; planId: string; left: PlanStep['want'][]; back: boolean } | null;
  tests: Partial<Record<Concept, PointedLine['test'] | undefined>>;
}

export const startPointing = (
  host: string,
  path: string,
  known: Profile | null,
  single: Concept | null,
): Pointing => {
  const draft = known?.taught && !known.taught.over ? draftOf(known, host, path) : { host, path, shown: {} };
  const first = concepts.find(({ id }) => !draft.shown[id])?.id ?? null;
  return {
    draft,
    name: known && known.id !== 'guessed' ? known.name : host,
    at: single ?? first,
    through: false,
    refused: false,
    over: null,
    single,
    test: null,
    tests: {},
  };
};

/** The concept after this one that was not shown yet; null = all were. */
export function nextOf(pointing: Pointing, from: Concept): Concept | null {
  if (pointing.single) return null;
  const place = concepts.findIndex(({ id }) => id === from);
  return concepts.slice(place + 1).find(({ id }) => !pointing.draft.shown[id])?.id ?? null;
}

/** The choice that is still to be told, if there is one. */
function askOf({ concept, map, options }: Pointed): PointedLine['ask'] {
  const needed = concept === 'final' ? undefined : neededWords[concept];
  if (!needed || !map?.values || !options?.length) return undefined;
  const told = Object.values(map.values);
  // Sans Vitale or dégradé: one of the two is enough; Oui and Non are both needed.
  const missing = needed.filter((word) => !told.includes(word));
  const enough = concept === 'mode' ? missing.length < needed.length : missing.length === 0;
  const [word] = missing;
  return enough || word === undefined ? undefined : { word, options: options.filter((text) => text !== '') };
}

function lineOf(pointing: Pointing, pointed: Pointed): PointedLine {
  const { concept, label, kind, path, lasting } = pointed;
  const ask = askOf(pointed);
  const test = pointing.tests[concept];
  return { concept, label, kind, path, lasting, ...(ask && { ask }), ...(test && { test }) };
}

export function pointingState(pointing: Pointing): PointingState {
  const lines = concepts.flatMap(({ id }) => {
    const pointed = pointing.draft.shown[id];
    return pointed ? [lineOf(pointing, pointed)] : [];
  });
  const { at, through, single, draft, refused } = pointing;
  return {
    host: draft.host,
    at,
    lines,
    single: single !== null,
    through,
    refused,
    order: concepts.map(({ id }) => id),
  };
}

/** Keeps what was pressed on and goes on to the next. False when nothing lasting names it. */
export function take(pointing: Pointing, pointed: Pointed): boolean {
  const { at, draft } = pointing;
  if (at === null || pointed.concept !== at) return false;
  pointing.refused = true;
  const good = kept(pointed);
  if (!good) return false;
  const before = draft.shown[at];
  draft.shown[at] = good;
  try {
    composeProfile(draft, pointing.name, '2026-01-01');
  } catch {
    // Not in the schema: what the page's script said is not taken at its word.
    draft.shown[at] = before;
    return false;
  }
  pointing.tests[at] = undefined;
  pointing.refused = false;
  pointing.through = false;
  if (!askOf(good)) pointing.at = nextOf(pointing, at);
  return true;
}

export function mean(pointing: Pointing, concept: Concept, option: string, word: string | boolean): void {
  const pointed = pointing.draft.shown[concept];
  if (!pointed?.map || !pointed.options?.includes(option)) return;
  const others = Object.entries(pointed.map.values ?? {}).filter(
    ([text, told]) => text !== option && told !== word,
  );
  pointed.map.values = Object.fromEntries([...others, [option, word]]);
  if (pointing.at === concept && !askOf(pointed)) pointing.at = nextOf(pointing, concept);
}

/** The finished profile, or the amendment of a shipped one. */
export function profileOf(pointing: Pointing, shipped: Profile | null, day: string): Profile {
  const { draft, over, name } = pointing;
  return over && shipped
    ? composeOverlay(draft, shipped, over.screen, day)
    : composeProfile(draft, name, day);
}

/** Two values of which the sheet holds at most one: nothing that could be billed is left behind. */
function trialValues(concept: Concept, pointed: Pointed, today: string): PlanStep['want'][] {
  const trials: Partial<Record<Concept, PlanStep['want'][]>> = {
    'acte.code': ['RQD', 'TE2'],
    'acte.quantite': [2, 1],
    'acte.montant': [1000, 2000],
    'prescripteur.numero': ['000000000', '111111111'],
    'prescripteur.date': [today, '2022-04-01'],
    'tp.amo': [true, false],
    'tp.amc': [true, false],
  };
  return trials[concept] ?? [...new Set(Object.values(pointed.map?.values ?? {}))].slice(0, 3);
}

export interface Trial {
  profile: Profile;
  step: PlanStep;
}

/** Begins a trial of one concept; null where there is nothing to write. */
export function startTrial(pointing: Pointing, concept: Concept, day: string): Trial | null {
  const pointed = pointing.draft.shown[concept];
  if (!pointed?.map || concept === 'final' || pointed.map.control === 'display') return null;
  const [want, ...left] = trialValues(concept, pointed, day);
  if (want === undefined) return null;
  pointing.test = { concept, planId: uuid(), left, back: false };
  pointing.tests[concept] = 'running';
  return { profile: trialProfile(pointing, pointed), step: { field: concept, want } };
}

/** This field alone: others that are not there now must not stop the trial of this one. */
function trialProfile(pointing: Pointing, pointed: Pointed): Profile {
  const { host, path } = pointing.draft;
  const profile = composeProfile(
    { host, path, shown: { [pointed.concept]: pointed } },
    pointing.name,
    '2026-01-01',
  );
  return { ...profile, screens: profile.screens.map((screen) => ({ ...screen, when: {} })) };
}

/** What the hand says of a trial; gives the next step to write, or null when it is over. */
export function onTrial(pointing: Pointing, report: WriteReport): (Trial & { undo: boolean }) | null {
  const { test } = pointing;
  if (!test || report.planId !== test.planId || report.status === 'running') return null;
  const pointed = pointing.draft.shown[test.concept];
  const [result] = report.results;
  const again = (step: PlanStep, back: boolean, left: PlanStep['want'][]) => {
    pointing.test = { concept: test.concept, planId: uuid(), left, back };
    return pointed ? { profile: trialProfile(pointing, pointed), step, undo: back } : null;
  };
  if (!test.back && result?.outcome === 'already') {
    const [want, ...left] = test.left;
    if (want !== undefined) return again({ field: result.field, want }, false, left);
  }
  if (!test.back && result?.outcome === 'written') {
    const [step] = undoSteps(report);
    if (step) return again(step, true, []);
  }
  pointing.test = null;
  const outcome = result?.outcome;
  pointing.tests[test.concept] =
    test.back && (outcome === 'written' || outcome === 'already')
      ? 'kept'
      : outcome === 'by-hand' || outcome === 'not-found'
        ? outcome
        : 'refused';
  return null;
}
