/** Finding what a profile names. The only file that asks the page for elements. */
import { labelOf, score, shownText, wordsOn } from './labels.ts';
import { holdsWords } from './normalise.ts';
import type { FieldMap, Opening, Part, ScreenMap } from './profile.ts';

export type Found =
  | { element: Element; all: Element[]; guessed: boolean }
  | { element?: undefined; all: Element[]; missing: 'not-found' | 'unexpected' };

const EXACT = 3;

type Why = 'not-found' | 'unexpected';
const lost = (missing: Why): Found => ({ all: [], missing });

/** Roots behind an element: its open shadow root, its same-origin frame. */
export function inside(element: Element): ParentNode[] {
  const roots: ParentNode[] = element.shadowRoot ? [element.shadowRoot] : [];
  try {
    const framed = (element as HTMLIFrameElement).contentDocument;
    if (framed) roots.push(framed);
  } catch {
    // Another origin's frame: there is nothing of it to see.
  }
  return roots;
}

/** Documents of the same-origin frames below `doc`, the frames in them too. */
export function framesIn(doc: Document, depth = 3): Document[] {
  if (depth === 0) return [];
  return [...doc.querySelectorAll('iframe,frame')]
    .flatMap(inside)
    .flatMap((root) =>
      root.nodeType === 9 ? [root as Document, ...framesIn(root as Document, depth - 1)] : [],
    );
}

/** All elements a path names, in document order; `>>>` enters shadow roots and same-origin frames. */
export function selectAll(root: ParentNode, path: string): Element[] {
  const [selector = '', ...rest] = path.split('>>>');
  const found = [...root.querySelectorAll(selector)];
  return rest.length === 0
    ? found
    : found.flatMap(inside).flatMap((within) => selectAll(within, rest.join('>>>')));
}

/** What a field shows before it is understood: attribute, value or text. */
export function rawText(element: Element, map: Pick<FieldMap, 'attribute'>): string {
  if (map.attribute) return element.getAttribute(map.attribute) ?? '';
  const { value } = element as HTMLInputElement;
  return (typeof value === 'string' ? value : (element.textContent ?? '')).replace(/\s+/g, ' ').trim();
}

/** The one group of `pattern`, `undefined` where it does not match or matches two different things. */
export function takePattern(text: string, pattern: string): string | undefined {
  const groups = new Set([...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => match[1] ?? ''));
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** The second proof: the words that must stand beside the element. */
function proved(element: Element, map: FieldMap): boolean {
  if (!map.expectText) return true;
  const where = map.expectIn ?? 'label';
  if (where === 'label') return holdsWords(labelOf(element), map.expectText);
  const holder = where === 'self' ? element : element.closest(where);
  // A text shorter than the proof cannot hold it: spares the folding on pages with hundreds of candidates.
  return (
    !!holder &&
    (holder.textContent ?? '').length >= map.expectText.length &&
    holdsWords(shownText(holder), map.expectText)
  );
}

/** Several candidates: only those that show what the pattern wants can be meant. */
function patterned(elements: Element[], map: FieldMap): Element[] {
  const { pattern } = map;
  if (!pattern || elements.length < 2) return elements;
  return elements.filter((element) => takePattern(rawText(element, map), pattern) !== undefined);
}

/** By words: every alternative gives candidates, the closest label decides, ties and shared labels are refused. */
function findByLabel(
  root: ParentNode,
  map: FieldMap,
  words: readonly string[],
  rivals: readonly FieldMap[],
  labelFor: (element: Element) => string,
): Found {
  const candidates = [...new Set(map.find.flatMap((path) => selectAll(root, path)))].filter(
    (element) => !map.outside || !element.closest(map.outside),
  );
  const scored = candidates.map((element) => ({ element, points: score(labelFor(element), words) }));
  const best = Math.max(0, ...scored.map(({ points }) => points));
  const [first, second] = scored.filter(({ points }) => points === best && best > 0);
  if (!first) return lost('not-found');
  const label = labelFor(first.element);
  const shared = rivals.some((rival) => rival.labels && score(label, rival.labels) >= best);
  if (second || shared) return lost('unexpected');
  return { element: first.element, all: [first.element], guessed: best < EXACT };
}

/** A value spread over inputs that have each a place of their own: all of them, or nothing. */
function findParts(root: ParentNode, map: FieldMap, parts: readonly Part[]): Found {
  const found = parts.map((part) => find(root, { control: 'text', find: part.find ?? [] }));
  const all = found.flatMap(({ element }) => element ?? []);
  const [element] = all;
  if (element && all.length === parts.length) return { element, all, guessed: map.guess === true };
  return lost(all.length > 0 ? 'unexpected' : 'not-found');
}

/**
 * The element of a field. First alternative that gives one wins; two where one is expected, or one that fails its
 * second proof, is `unexpected`. `rivals` are the other fields of the screen that are found by words.
 */
export function find(
  root: ParentNode,
  map: FieldMap,
  rivals: readonly FieldMap[] = [],
  label: (element: Element) => string = labelOf,
): Found {
  if (map.parts?.every((part) => part.find)) return findParts(root, map, map.parts);
  if (map.labels) return findByLabel(root, map, map.labels, rivals, label);
  let missing: Why = 'not-found';
  for (const path of map.find) {
    const candidates = selectAll(root, path).filter(
      (element) => !map.outside || !element.closest(map.outside),
    );
    const kept = patterned(candidates, map).filter((element) => proved(element, map));
    const [element] = kept;
    if (element && (map.control === 'radio' || kept.length === (map.parts?.length ?? 1))) {
      return { element, all: kept, guessed: map.guess === true };
    }
    // Candidates named for their own text are a search: none left means that the text is not shown.
    if (kept.length > 1 || (candidates.length > 0 && map.expectIn !== 'self')) missing = 'unexpected';
  }
  // Under a new name or in a new place, but beside the very same words: one such control, or none. It is read, and must be
  // shown again before it is written: words alone are a guess.
  const { among, expectText } = map;
  const again = among
    ? findByLabel(root, { ...map, find: [among] }, [expectText as string], [], label)
    : null;
  return again?.element && !again.guessed ? { ...again, guessed: true } : lost(missing);
}

/** The only element an opening names, or `undefined`. */
export function findOpener(doc: Document, { press, text }: Opening): Element | undefined {
  for (const path of press) {
    const fitting = selectAll(doc, path).filter(
      (element) => !text || wordsOn(element).some((words) => holdsWords(words, text)),
    );
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

/** The element of a field of a screen, with its rivals. */
export function findField(
  doc: Document,
  screen: ScreenMap,
  map: FieldMap,
  label?: (element: Element) => string,
): Found {
  const root = screen.root ? selectAll(doc, screen.root)[0] : doc;
  if (!root) return lost('not-found');
  const rivals = map.labels
    ? Object.values(screen.fields).filter((other): other is FieldMap => !!other?.labels && other !== map)
    : [];
  return find(root, map, rivals, label);
}
