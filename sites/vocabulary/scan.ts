/**
 * The one pass over a page: its texts and controls in document order, with what ties them. Nothing is asked of the page
 * twice, and never `element.labels`, which walks the whole page for each control (24 times slower, measured).
 */
import type { Carrier } from './lexicon.ts';
import type { ControlKind } from '../profile.ts';
import { words } from './words.ts';

/** A text shown on the page. */
export interface Piece {
  is: 'text';
  text: string;
  words: string;
  holder: Element;
  /** Place in `items`. */
  at: number;
  /** Items of the nearest element around the text that holds a control too: `items[from]` to `items[to - 1]`. */
  from: number;
  to: number;
  /** How many controls that element holds. */
  near: number;
  heading: boolean;
  /** Stands in the `label` of a control. */
  tied: boolean;
}

/** Something that can be filled or chosen. */
export interface Control {
  is: 'control';
  element: Element;
  carrier: Carrier;
  kind: ControlKind;
  at: number;
  radio: boolean;
  /** Text of the labels around it, or tied to it by `for`. */
  tied: string;
  root: Document | ShadowRoot;
}

export interface Scene {
  items: Array<Piece | Control>;
  controls: Control[];
  pieces: Piece[];
  /** Buttons and links. */
  buttons: Array<{ words: string; element: Element }>;
  /** Words of groups named by an attribute, and the items they hold. */
  groups: Array<{ words: string; from: number; to: number; at: number }>;
  /** Open shadow roots and same-origin frames that were entered. */
  roots: Array<Document | ShadowRoot>;
  /** Words of the document's title. */
  title: string;
}

/** A page larger than this is not understood: it is left alone. */
const MOST_ITEMS = 30_000;
const DEEPEST = 200;

const silent = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'svg',
  'SVG',
  'MAT-ICON',
  'OPTION',
  'HEAD',
  'CANVAS',
  'VIDEO',
  'OBJECT',
]);
const notFields = new Set(['hidden', 'button', 'submit', 'reset', 'image', 'file', 'password', 'search']);
const headingTags = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LEGEND', 'SUMMARY', 'CAPTION']);
const widgets: Record<string, [Carrier, ControlKind]> = {
  checkbox: ['box', 'checkbox'],
  switch: ['box', 'checkbox'],
  radio: ['box', 'radio'],
  combobox: ['choice', 'combobox'],
  listbox: ['choice', 'combobox'],
  textbox: ['text', 'text'],
  spinbutton: ['text', 'text'],
};

function controlOf(element: Element, name: string): [Carrier, ControlKind] | null {
  if (name === 'INPUT') {
    const { type } = element as HTMLInputElement;
    if (notFields.has(type)) return null;
    if (type === 'checkbox') return ['box', 'checkbox'];
    if (type === 'radio') return ['box', 'radio'];
    return element.getAttribute('role') === 'combobox' ? ['choice', 'combobox'] : ['text', 'text'];
  }
  if (name === 'SELECT') return ['choice', 'select'];
  if (name === 'TEXTAREA') return ['text', 'text'];
  const role = element.getAttribute('role');
  if (role !== null) {
    // A list that has opened belongs to the control that opened it.
    const widget =
      role === 'listbox' && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')
        ? undefined
        : widgets[role];
    if (widget) return widget;
  }
  return element.getAttribute('contenteditable') === 'true' ? ['text', 'text'] : null;
}

const isButton = (name: string, element: Element): boolean =>
  name === 'BUTTON' ||
  name === 'A' ||
  element.getAttribute('role') === 'button' ||
  (name === 'INPUT' && /^(submit|button)$/.test((element as HTMLInputElement).type));

/** A drawn control may hold its own words: a box all of them, a list its label beside the chosen one. */
function ownWords(element: Element, carrier: Carrier, name: string): string {
  if (name === 'INPUT' || name === 'SELECT' || name === 'TEXTAREA') return '';
  if (carrier === 'box') return (element.textContent ?? '').trim();
  return element.querySelector('label')?.textContent?.trim() ?? '';
}

function buttonText(element: Element): string {
  const own = (element.textContent ?? '').trim() || (element as HTMLInputElement).value;
  const text = typeof own === 'string' && /\p{L}{3}/u.test(own) ? own : '';
  return (
    text ||
    element.getAttribute('aria-label') ||
    element.getAttribute('title') ||
    element.querySelector('[alt],[title]')?.getAttribute('alt') ||
    ''
  );
}

interface Scope {
  root: Document | ShadowRoot;
  /** Words tied to an id by `label for`. */
  fors: Map<string, { text: string; from: number; to: number }>;
  controls: Control[];
}

export function scan(doc: Document, own: Element | null = null): Scene | null {
  const scene: Scene = {
    items: [],
    controls: [],
    pieces: [],
    buttons: [],
    groups: [],
    roots: [doc],
    title: words(doc.title),
  };
  const { items, controls, pieces } = scene;
  /** Texts whose nearest element with a control is not known yet. */
  let open: Piece[] = [];

  function tie(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const item = items[at];
      if (item?.is === 'text') item.tied = true;
    }
  }

  function addText(node: Node, holder: Element, heading: boolean): void {
    const text = (node.nodeValue ?? '').trim();
    if (!text) return;
    const said = words(text);
    if (!said && text.length < 90) return;
    const piece: Piece = {
      is: 'text',
      text,
      words: said,
      holder,
      at: items.length,
      from: 0,
      to: 0,
      near: 0,
      heading,
      tied: false,
    };
    items.push(piece);
    pieces.push(piece);
    open.push(piece);
  }

  function textBetween(from: number, to: number): string {
    let text = '';
    for (let at = from; at < to && text.length < 120; at++) {
      const item = items[at];
      if (item?.is === 'text') text += text ? ` ${item.text}` : item.text;
    }
    return text;
  }

  function enter(root: Document | ShadowRoot, depth: number): void {
    const scope: Scope = { root, fors: new Map(), controls: [] };
    for (let child = root.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) walk(child as Element, scope, depth, false);
    }
    for (const control of scope.controls) {
      const label = control.element.id ? scope.fors.get(control.element.id) : undefined;
      if (!label) continue;
      control.tied ||= label.text;
      tie(label.from, label.to);
    }
  }

  function walk(element: Element, scope: Scope, depth: number, inHeading: boolean): void {
    const name = element.nodeName;
    if (silent.has(name) || depth > DEEPEST || items.length > MOST_ITEMS || element === own) return;
    const start = items.length;
    const before = controls.length;
    const waiting = open.length;
    const found = controlOf(element, name);
    if (found) {
      const control: Control = {
        is: 'control',
        element,
        carrier: found[0],
        kind: found[1],
        at: start,
        radio: found[1] === 'radio',
        tied: ownWords(element, found[0], name),
        root: scope.root,
      };
      items.push(control);
      controls.push(control);
      scope.controls.push(control);
    } else if (name === 'IFRAME' || name === 'FRAME') {
      try {
        const framed = (element as HTMLIFrameElement).contentDocument;
        if (framed?.documentElement) {
          scene.roots.push(framed);
          enter(framed, depth + 1);
        }
      } catch {
        // Another origin's frame: there is nothing of it to see.
      }
    } else if (isButton(name, element)) {
      const said = words(buttonText(element));
      if (said) scene.buttons.push({ words: said, element });
    } else if (element.getAttribute('aria-hidden') !== 'true') {
      const heading = inHeading || headingTags.has(name);
      if (element.shadowRoot) {
        scene.roots.push(element.shadowRoot);
        enter(element.shadowRoot, depth + 1);
      }
      for (let child = element.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === 3) addText(child, element, heading);
        else if (child.nodeType === 1) walk(child as Element, scope, depth + 1, heading);
      }
    }
    const end = items.length;
    if (name === 'LABEL') {
      const text = textBetween(start, end);
      const id = element.getAttribute('for');
      if (id) scope.fors.set(id, { text, from: start, to: end });
      else if (text && controls.length > before) {
        tie(start, end);
        for (const control of controls.slice(before)) control.tied ||= text;
      }
    }
    const group = controls.length > before && !found ? element.getAttribute('aria-label') : null;
    if (group) scene.groups.push({ words: words(group), from: start, to: end, at: start });
    if (controls.length > before && open.length > waiting) {
      // Every text met inside has found the nearest element that holds a control.
      const near = controls.length - before;
      for (let at = waiting; at < open.length; at++) {
        const piece = open[at];
        if (piece) Object.assign(piece, { from: start, to: end, near });
      }
      open.length = waiting;
    }
  }

  enter(doc, 0);
  open = [];
  return items.length > MOST_ITEMS ? null : scene;
}
