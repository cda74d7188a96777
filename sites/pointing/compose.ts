/** From what was pointed at to a profile in the schema of all the others. */
import { parseProfile } from '../profile-schema.ts';
import { lintSelector } from '../selector-linter.ts';
import { concepts, type Concept, type Pointed } from './concepts.ts';
import type { FieldId } from '../model.ts';
import type { FieldMap, Profile, ScreenMap } from '../profile.ts';

export interface Draft {
  host: string;
  /** Path of the page that was pointed at. */
  path: string;
  shown: Partial<Record<Concept, Pointed | undefined>>;
}

const cells: Partial<Record<FieldId, 'code' | 'quantity' | 'amount'>> = {
  'acte.code': 'code',
  'acte.quantite': 'quantity',
  'acte.montant': 'amount',
};

export const taughtId = (host: string): string =>
  `taught-${host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 32)}`;

export const isTaught = (id: string): boolean => id.startsWith('taught-');

/** Numbers of a path name a patient or a sheet: any other may stand there. */
const patternOf = (path: string): string =>
  path
    .split('/')
    .map((step) => (/^\d+$|^[0-9a-f]{8}-[0-9a-f-]{27}$|\d{4,}/i.test(step) ? '*' : step))
    .join('/');

/** A path that many pages share says nothing of which one is shown. */
const telling = (path: string): boolean => {
  const steps = path.split('/').filter(Boolean);
  return steps.length > 1 && !/^(index|default|main|app|home)\b/i.test(steps.at(-1) ?? '');
};

const sound = (paths: readonly string[], proved: boolean): string[] =>
  paths.filter((path) => lintSelector(path, proved).length === 0);

/** What may be kept of one concept: selectors that the linter accepts; null when none is left. */
export function kept(pointed: Pointed): Pointed | null {
  const { map, final, acts } = pointed;
  if (final) {
    const find = sound(final.find, final.text !== undefined);
    return find.length > 0 ? { ...pointed, path: find[0] ?? '', final: { ...final, find } } : null;
  }
  if (!map) return null;
  const find = sound(map.find, map.expectText !== undefined || acts !== undefined);
  if (find.length === 0) return null;
  const { among, ...rest } = map;
  const clean: FieldMap = { ...rest, find, taught: true };
  if (among && lintSelector(among, true).length === 0) clean.among = among;
  if (map.parts) clean.parts = map.parts.map((part) => ({ ...part, find: sound(part.find ?? [], false) }));
  if (clean.parts?.some((part) => part.find?.length === 0)) return null;
  if (acts && lintSelector(acts.row).length > 0) return null;
  return { ...pointed, map: clean, path: acts ? pointed.path : (find[0] ?? '') };
}

function screenOf({ path, shown }: Draft): ScreenMap {
  const fields: ScreenMap['fields'] = {};
  let acts: ScreenMap['acts'];
  for (const pointed of Object.values(shown)) {
    if (!pointed) continue;
    if (pointed.acts && (!acts || acts.row === pointed.acts.row)) {
      acts = { row: pointed.acts.row, cells: { ...acts?.cells, ...pointed.acts.cells } };
    }
    // Cells are read with their row.
    const field = pointed.concept as FieldId;
    if (pointed.map && (!pointed.acts || field === 'acte.code')) fields[field] = pointed.map;
  }
  const pattern = patternOf(path);
  const [anchor] = [shown['acte.code'], ...Object.values(shown)].flatMap((one) => one?.path ?? []);
  const final = shown.final?.final;
  return {
    kind: 'fse',
    when: telling(pattern) || !anchor ? { path: pattern } : { path: pattern, present: [anchor] },
    fields,
    ...(acts && { acts }),
    ...(final && { actions: { secure: { ...final, never: true } } }),
  };
}

/** The profile of a draft. `day` is ISO. Throws with one line per fault where it is not valid. */
export function composeProfile(draft: Draft, name: string, day: string): Profile {
  return parseProfile({
    id: taughtId(draft.host),
    name: name.slice(0, 60),
    kind: 'ehr',
    hosts: [draft.host],
    frames: 'all',
    evidence: { grade: 'none', checkedOn: day, notes: 'Champs montrés par l’utilisateur.' },
    marker: { identity: true },
    off: [],
    taught: {},
    screens: [screenOf(draft)],
  });
}

/** Only the fields that moved, put over a shipped profile on the screen where they were pointed at. */
export function composeOverlay(draft: Draft, over: Profile, screen: ScreenMap, day: string): Profile {
  const { fields, acts } = screenOf(draft);
  return parseProfile({
    id: taughtId(over.id),
    name: over.name,
    kind: over.kind,
    hosts: [draft.host],
    frames: over.frames,
    evidence: { grade: 'none', checkedOn: day, notes: 'Champs montrés de nouveau par l’utilisateur.' },
    off: [],
    taught: { over: over.id },
    screens: [{ kind: screen.kind, when: screen.when, fields, ...(acts && { acts }) }],
  });
}

/** `shipped` with the fields that the user showed again. */
export function overlaid(shipped: Profile, taught: Profile): Profile {
  return {
    ...shipped,
    screens: shipped.screens.map((screen) => {
      const mine = taught.screens.find(
        ({ kind, when }) => kind === screen.kind && JSON.stringify(when) === JSON.stringify(screen.when),
      );
      if (!mine) return screen;
      return {
        ...screen,
        fields: { ...screen.fields, ...mine.fields },
        ...(mine.acts && { acts: mine.acts }),
      };
    }),
  };
}

/** What was shown in a profile, in the order it is asked. */
export function shownIn(profile: Profile): Concept[] {
  const has = (concept: Concept): boolean =>
    profile.screens.some(({ fields, acts, actions }) => {
      const cell = concept === 'final' ? undefined : cells[concept];
      if (concept === 'final') return actions?.['secure'] !== undefined;
      return fields[concept] != null || (cell !== undefined && acts?.cells?.[cell] !== undefined);
    });
  return concepts.map(({ id }) => id).filter(has);
}

/** A profile without one of its concepts: it is read and written no more. */
export function withoutConcept(profile: Profile, concept: Concept): Profile {
  return {
    ...profile,
    screens: profile.screens.map((screen) => {
      const { acts, actions, fields, ...rest } = screen;
      if (concept === 'final') return { ...rest, fields, ...(acts && { acts }) };
      const left = Object.fromEntries(Object.entries(fields).filter(([field]) => field !== concept));
      // Without its code, a row of acts says nothing.
      const cell = cells[concept];
      const rows = acts && concept !== 'acte.code' ? { ...acts, cells: { ...acts.cells } } : undefined;
      if (cell) delete rows?.cells[cell];
      return { ...rest, fields: left, ...(rows && { acts: rows }), ...(actions && { actions }) };
    }),
  };
}

/** The draft of a profile that was taught before, to be gone on with. */
export function draftOf(profile: Profile, host: string, path: string): Draft {
  const [screen] = profile.screens;
  const shown: Draft['shown'] = {};
  for (const [field, map] of Object.entries(screen?.fields ?? {})) {
    if (!map) continue;
    const acts = map.control === 'rows' ? screen?.acts : undefined;
    shown[field as FieldId] = {
      concept: field as FieldId,
      label: map.expectText ?? '',
      kind: 'déjà montré',
      path: acts ? `${acts.row} ${map.find[0] ?? ''}` : (map.find[0] ?? ''),
      lasting: true,
      map,
      ...(acts && { acts }),
    };
  }
  const secure = screen?.actions?.['secure'];
  if (secure) {
    const { find, text } = secure;
    shown.final = {
      concept: 'final',
      label: text ?? '',
      kind: 'déjà montré',
      path: find[0] ?? '',
      lasting: true,
      final: { find, ...(text !== undefined && { text }) },
    };
  }
  return { host, path, shown };
}
