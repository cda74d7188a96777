/**
 * One walk over the page for *Enregistrer un rapport*. Nothing that the page says goes into it: no text, no value, no
 * address. Runs in the page, when the user asks for it, and changes nothing there.
 */
import { labelOf } from '../labels.ts';
import { namedBy } from '../vocabulary/match.ts';
import { inputTypes, MOST_LINES, roles, type Structure, type StructureNode } from './structure.ts';
import type { FieldId } from '../model.ts';

/** A page larger than this is told up to here. */
const MOST_SEEN = 20_000;
const DEEPEST = 80;
/** Controls beside which words are looked for. A sheet has fewer than a hundred; a wall of a thousand would hold the page. */
const MOST_LABELS = 300;
const MOST_CLASSES = 6;
const MOST_ATTRIBUTES = 12;

/** They hold no field, or what they hold is text. */
const skipped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'svg',
  'canvas',
  'option',
  'optgroup',
  'datalist',
]);
/** Told by their value, or noise of a style or of a framework. */
const untold = /^(id|class|name|type|role|for|formcontrolname|style)$|^_ng|^ng-(reflect|version)/;
const controls =
  'input:not([type="hidden"]),select,textarea,[contenteditable="true"],[role="checkbox"],[role="switch"],[role="radio"],[role="combobox"]';

/** Letters, digits and the signs of programs: anything else may be a sentence, an address, a name with its accents. */
const identifier = /^[A-Za-z\d_.:$-]{1,80}$/;
export const bare = (value: string): string => (identifier.test(value) ? value.replace(/\d+/g, '#') : '?');

const among = (list: readonly string[], value: string | null): string | undefined =>
  value === null || value === '' ? undefined : list.includes(value) ? value : '?';

function conceptsOf(element: Element): FieldId[] {
  const ids = namedBy(labelOf(element)).flatMap(({ concept, points }) => (points === 3 ? [concept.id] : []));
  return ids.filter((id): id is FieldId => !id.startsWith('autre'));
}

function nodeOf(element: Element, depth: number, mayAsk: () => boolean): StructureNode {
  const node: StructureNode = { depth, tag: bare(element.localName) };
  const type = element.localName === 'input' ? among(inputTypes, element.getAttribute('type')) : undefined;
  const role = among(roles, element.getAttribute('role'));
  if (type !== undefined) node.type = type;
  if (role !== undefined) node.role = role;
  const values = [
    ['id', 'id'],
    ['name', 'name'],
    ['control', 'formcontrolname'],
    ['target', 'for'],
  ] as const;
  for (const [key, attribute] of values) {
    const value = element.getAttribute(attribute);
    if (value) node[key] = bare(value);
  }
  const classes = [...new Set([...element.classList].map(bare))];
  if (classes.length > 0) node.classes = classes.slice(0, MOST_CLASSES);
  const names = element.getAttributeNames().filter((name) => !untold.test(name));
  if (names.length > 0) node.attributes = names.slice(0, MOST_ATTRIBUTES).map(bare);
  const concepts = element.matches(controls) && mayAsk() ? conceptsOf(element) : [];
  if (concepts.length > 0) node.concepts = [...new Set(concepts)];
  return node;
}

/** Neighbours of one shape, digits aside, are told once and counted: a grid of a hundred rows is one row. */
function withoutTwins(lists: StructureNode[][]): StructureNode[] {
  const out: StructureNode[] = [];
  let shape = '';
  let first: StructureNode | undefined;
  for (const list of lists) {
    const next = JSON.stringify(list);
    if (next === shape && first) {
      first.alike = (first.alike ?? 0) + 1;
      continue;
    }
    shape = next;
    const copies = list.map((node) => ({ ...node }));
    [first] = copies;
    out.push(...copies);
  }
  return out;
}

/** A field called `children` stands in the way of its form's own. */
const childrenOf = (root: ParentNode): Iterable<Element> =>
  (root as Element).localName === 'form' ? root.querySelectorAll(':scope > *') : root.children;

/** The structure of the page, its open shadow roots and its frames of the same origin. `own` = ours, left out. */
export function structureOf(doc: Document, own: (element: Element) => boolean): Structure {
  let seen = 0;
  let cut = false;
  let asked = 0;
  const mayAsk = (): boolean => (asked += 1) <= MOST_LABELS;

  function within(root: ParentNode, depth: number, inside?: 'shadow' | 'frame'): StructureNode[] {
    if (depth > DEEPEST) {
      cut = true;
      return [];
    }
    const lists: StructureNode[][] = [];
    for (const child of childrenOf(root)) {
      if (skipped.has(child.localName) || own(child)) continue;
      if (seen >= MOST_SEEN) {
        cut = true;
        break;
      }
      seen += 1;
      lists.push([
        { ...nodeOf(child, depth, mayAsk), ...(inside && { inside }) },
        ...below(child, depth + 1),
      ]);
    }
    return withoutTwins(lists);
  }

  function below(element: Element, depth: number): StructureNode[] {
    const nodes = element.shadowRoot ? within(element.shadowRoot, depth, 'shadow') : [];
    try {
      const framed = (element as HTMLIFrameElement).contentDocument;
      if (framed) nodes.push(...within(framed.documentElement, depth, 'frame'));
    } catch {
      // Another origin's frame: nothing of it is seen.
    }
    return [...nodes, ...within(element, depth)];
  }

  const nodes = within(doc.documentElement, 0);
  if (nodes.length > MOST_LINES) cut = true;
  return { nodes: nodes.slice(0, MOST_LINES), seen, cut };
}
