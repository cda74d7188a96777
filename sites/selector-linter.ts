/**
 * Which selectors a profile may hold. Runs in tests and builds only. A selector must name what the vendor named: it
 * breaks when the vendor changes the thing, not when something else on the page moves.
 */
import { parse, type Selector } from 'css-what';
import type { FieldMap, Marker, Profile } from './profile.ts';

export interface Fault {
  /** Path in the profile, e.g. `fse.tp.amo.find`. */
  where: string;
  selector: string;
  rule: 'syntax' | 'list' | 'universal' | 'positional' | 'state' | 'generated-id' | 'deep';
}

/** Steps of one selector: a longer path depends on boxes that mean nothing. */
const DEEPEST = 5;

const positional = /^(nth-|first-|last-|only-)/;
const stateful = new Set([
  'hover',
  'focus',
  'focus-within',
  'focus-visible',
  'active',
  'visited',
  'target',
  'checked',
  'disabled',
  'enabled',
  'indeterminate',
  'valid',
  'invalid',
  'placeholder-shown',
  'autofill',
  'read-only',
  'empty',
]);
/** Classes a framework puts on and takes off as the page lives. */
const statefulClass =
  /^(ng-(dirty|pristine|touched|untouched|valid|invalid|pending)|cdk-(focused|\w+-focused)|(mat-\S*|is|has)-?(checked|selected|focused|disabled|active|open|expanded)|active|selected|hover|focus|open|disabled)$/;
const statefulAttribute =
  /^(checked|disabled|selected|open|aria-(checked|expanded|selected|disabled|invalid|hidden))$/;
/** Ids numbered by a counter: they name the order of creation, not the thing. */
const generatedId =
  /^(mat-|cdk-|ext-|gen|ember|react-|radix-|headlessui-|mui-|:r|p-|pn_id_|dx-|v-|input-v-|mantine-|ui-id-)\S*\d|^\d+$|^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Faults of one path, `>>>` steps included. `proved` = a text must stand beside it as well. */
export function lintSelector(path: string, proved = false): Array<Fault['rule']> {
  const rules = new Set<Fault['rule']>();
  const steps = path.split('>>>');
  for (const [at, step] of steps.entries()) {
    let lists: Selector[][];
    try {
      lists = parse(step.trim());
    } catch {
      rules.add('syntax');
      continue;
    }
    if (lists.length !== 1) rules.add('list');
    // The way to a frame or a shadow root may be a bare tag: what is found at its end is what must have a name.
    for (const tokens of lists) lintTokens(tokens, proved || at < steps.length - 1, rules);
  }
  return [...rules];
}

const isCombinator = ({ type }: Selector): boolean =>
  type === 'descendant' || type === 'child' || type === 'adjacent' || type === 'sibling';

function lintTokens(tokens: Selector[], proved: boolean, rules: Set<Fault['rule']>): void {
  const last = tokens.at(-1);
  if (!last || isCombinator(last)) rules.add('syntax');
  if (tokens.filter(isCombinator).length >= DEEPEST) rules.add('deep');
  if (tokens.some(({ type }) => type === 'universal')) rules.add('universal');
  // Place among siblings, when it is the only tie: a neighbour added by the vendor shifts it.
  if (tokens.some(({ type }) => type === 'adjacent' || type === 'sibling')) rules.add('positional');
  let generated = false;
  let named = false;
  for (const token of tokens) {
    if (token.type === 'attribute') {
      if (token.name === 'id' && generatedId.test(token.value)) generated = true;
      else named = true;
      if (token.name === 'class' && token.value.split(/\s+/).some((word) => statefulClass.test(word)))
        rules.add('state');
      if (statefulAttribute.test(token.name)) rules.add('state');
    }
    // A tag of the vendor's own (with a dash) is a name; `div` or `input` is none.
    if (token.type === 'tag' && token.name.includes('-')) named = true;
    if (token.type === 'pseudo') {
      if (positional.test(token.name)) rules.add('positional');
      if (stateful.has(token.name)) rules.add('state');
      if (Array.isArray(token.data)) for (const inner of token.data) lintTokens(inner, true, rules);
    }
  }
  if (generated && !proved) rules.add('generated-id');
  if (!generated && !named && !proved) rules.add('universal');
}

function* selectorsOf(profile: Profile): Generator<[where: string, selector: string, proved: boolean]> {
  for (const selector of profile.busy ?? []) yield ['busy', selector, false];
  yield* selectorsOfMarker('marker', profile.marker);
  for (const { kind, when, marker, root, fields, acts, history, actions } of profile.screens) {
    for (const selector of when.present ?? []) yield [`${kind}.when`, selector, false];
    for (const { find } of when.shown ?? [])
      for (const selector of find) yield [`${kind}.when.shown`, selector, true];
    yield* selectorsOfMarker(`${kind}.marker`, marker);
    if (root) yield [`${kind}.root`, root, false];
    for (const [field, map] of Object.entries(fields)) {
      if (map)
        for (const [part, selector, proved] of selectorsOfField(map))
          yield [`${kind}.${field}.${part}`, selector, proved];
    }
    // Titles of columns are words beside the rows.
    if (acts) yield [`${kind}.acts.row`, acts.row, acts.columns !== undefined];
    // Cells are looked for inside their row only.
    for (const [cell, selector] of Object.entries(acts?.cells ?? {}))
      yield [`${kind}.acts.${cell}`, selector, true];
    for (const selector of acts?.none?.find ?? []) yield [`${kind}.acts.none`, selector, true];
    if (acts?.columns) {
      yield [`${kind}.acts.header`, acts.columns.header, true];
      yield [`${kind}.acts.cell`, acts.columns.cell, true];
    }
    if (history) {
      yield [`${kind}.history.block`, history.block, false];
      for (const part of ['rows', 'header', 'author', 'authorIn', 'only', 'not'] as const) {
        const selector = history[part];
        if (selector) yield [`${kind}.history.${part}`, selector, true];
      }
    }
    for (const [name, action] of Object.entries(actions ?? {})) {
      for (const selector of action.find)
        yield [`${kind}.actions.${name}`, selector, action.text !== undefined];
    }
  }
}

function* selectorsOfMarker(
  where: string,
  marker: Marker | undefined,
): Generator<[where: string, selector: string, proved: boolean]> {
  if (marker && 'find' in marker) yield [where, marker.find, false];
}

function* selectorsOfField(map: FieldMap): Generator<[part: string, selector: string, proved: boolean]> {
  // What is only read, as a guess, may be known by the shape of its text.
  const shaped = map.guess === true && map.pattern !== undefined;
  const proved = shaped || map.expectText !== undefined || map.labels !== undefined;
  for (const selector of map.find) yield ['find', selector, proved];
  for (const part of map.parts ?? [])
    for (const selector of part.find ?? []) yield ['parts', selector, false];
  for (const { press, text, until } of map.opens ?? []) {
    for (const selector of press) yield ['opens.press', selector, text !== undefined];
    if (until) yield ['opens.until', until, false];
  }
  for (const selector of map.closed?.find ?? [])
    yield ['closed', selector, map.closed?.expectText !== undefined];
  if (map.chips) {
    yield ['chips.chip', map.chips.chip, false];
    yield ['chips.remove', map.chips.remove, true];
  }
  if (map.add?.entries) yield ['add.entries', map.add.entries, true];
  for (const selector of map.add?.press?.find ?? [])
    yield ['add.press', selector, map.add?.press?.text !== undefined];
  // Looked for inside its row only.
  for (const selector of map.add?.remove?.find ?? []) yield ['add.remove', selector, true];
  if (map.among) yield ['among', map.among, true];
  for (const selector of map.outside?.split(',') ?? []) yield ['outside', selector, false];
  if (map.expectIn && !['label', 'self'].includes(map.expectIn)) yield ['expectIn', map.expectIn, true];
  for (const selector of map.menu?.open ?? [])
    yield ['menu.open', selector, map.menu?.openText !== undefined];
  if (map.menu?.entries) yield ['menu.entries', map.menu.entries, true];
  if (map.favourite) yield ['favourite.find', map.favourite.find, true];
}

export const lintProfile = (profile: Profile): Fault[] =>
  [...selectorsOf(profile)].flatMap(([where, selector, proved]) =>
    lintSelector(selector, proved).map((rule) => ({ where, selector, rule })),
  );
