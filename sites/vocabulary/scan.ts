/**
 * The one pass over a page: its texts and controls in document order, with what ties them. Nothing is asked of the page
 * twice, and never `element.labels`, which walks the whole page for each control (24 times slower, measured).
 */
import type { ControlKind } from '../profile.ts';
import { labelOf } from './label.ts';
import type { Carrier } from './lexicon.ts';
import { Button, FEWEST_CELLS, Piece, type Control, type Scene } from './scene.ts';
import { words } from './words.ts';

/** A page larger than this is not understood: it is left alone. */
const MOST_ITEMS = 30_000;
const DEEPEST = 200;

type Kind =
  | 'text'
  | 'none'
  | 'silent'
  | 'input'
  | 'select'
  | 'area'
  | 'frame'
  | 'button'
  | 'label'
  | 'heading'
  | 'plain';
const kinds = new Map<string, Kind>();
const are = (kind: Kind, names: string): void =>
  names.split(' ').forEach((name) => void kinds.set(name, kind));
are('text', '#text');
are('none', '#comment');
are('silent', 'SCRIPT STYLE TEMPLATE NOSCRIPT svg SVG MAT-ICON OPTION HEAD CANVAS VIDEO OBJECT');
are('input', 'INPUT');
are('select', 'SELECT');
are('area', 'TEXTAREA');
are('frame', 'IFRAME FRAME');
are('button', 'BUTTON A');
are('label', 'LABEL');
are('heading', 'H1 H2 H3 H4 H5 H6 LEGEND SUMMARY CAPTION');
// These can have no shadow root: they are not asked for one.
are(
  'plain',
  'TABLE TBODY THEAD TFOOT TR TD TH UL OL LI DL DT DD FORM FIELDSET B I U EM STRONG SMALL BR IMG HR',
);

const notFields = new Set(['hidden', 'button', 'submit', 'reset', 'image', 'file', 'password', 'search']);
const widgets: Record<string, [Carrier, ControlKind]> = {
  checkbox: ['box', 'checkbox'],
  switch: ['box', 'checkbox'],
  radio: ['box', 'radio'],
  combobox: ['choice', 'combobox'],
  listbox: ['choice', 'combobox'],
  textbox: ['text', 'text'],
  spinbutton: ['text', 'text'],
};
/** Attributes that make of an element what its name does not say; all other elements are never asked for theirs. */
const marks =
  'input[type],[role],[contenteditable],[aria-hidden],[aria-label],[aria-labelledby],[title],[placeholder]';

type Drawn = [Carrier, ControlKind];
const choice: Drawn = ['choice', 'combobox'];
const list: Drawn = ['choice', 'select'];
const typed: Drawn = ['text', 'text'];

function drawnControl(element: Element): Drawn | null {
  const role = element.getAttribute('role');
  if (role !== null) {
    // A list that has opened belongs to the control that opened it.
    const widget =
      role === 'listbox' && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')
        ? undefined
        : widgets[role];
    if (widget) return widget;
  }
  return element.getAttribute('contenteditable') === 'true' ? typed : null;
}

function inputControl(element: Element, marked: boolean): Drawn | null {
  if (!marked) return typed;
  const { type } = element as HTMLInputElement;
  if (type === 'checkbox') return widgets['checkbox'] as Drawn;
  if (type === 'radio') return widgets['radio'] as Drawn;
  if (type !== 'text' && notFields.has(type)) return null;
  return element.getAttribute('role') === 'combobox' ? choice : typed;
}

/** A drawn control may hold its own words: a box all of them, a list its label beside the chosen one. */
function ownWords(element: Element, carrier: Carrier): string {
  if (carrier === 'box') {
    const text = (element.textContent ?? '').trim();
    // What a switch says of how it stands is not what it is for.
    return /^(oui|non|on|off|(dés)?activée?|✓|☑|☐)$/i.test(text) ? '' : text;
  }
  return element.querySelector('label')?.textContent?.trim() ?? '';
}

interface Scope {
  root: Document | ShadowRoot;
  /** Items tied to an id by `label for`. */
  fors: Map<string, { from: number; to: number }>;
  controls: Control[];
  /** Elements with one of `marks`, in document order, and the next of them that will be met. */
  marked: NodeListOf<Element>;
  next: Element | null;
  met: number;
}

/** The next marked element is met, or passed over. */
function passMark(scope: Scope): void {
  scope.next = scope.marked[++scope.met] ?? null;
}

/** `element` is not looked into: nor are the marked elements inside it. */
function passOver(element: Element, scope: Scope): void {
  while (scope.next && element.contains(scope.next)) passMark(scope);
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
    headed: false,
    rowed: false,
    asked: [],
    numbered: [],
  };
  const { items, controls, pieces, buttons, asked, numbered } = scene;
  /** Controls since the last text. */
  let row = 0;
  /** Texts whose nearest element with a control is not known yet. */
  const open: Piece[] = [];
  /** Texts that name something so far, and elements whose text was not looked at. */
  let hints = 0;

  function tie(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const item = items[at];
      if (item?.is === 'text') item.tied = true;
    }
  }

  function addText(node: Node, holder: Element, heading: boolean): void {
    const text = (node.nodeValue ?? '').trim();
    if (text === '') return;
    const label = labelOf(text);
    if (label.mute && text.length < 90) return;
    const piece = new Piece(label, holder, items.length, heading);
    items.push(piece);
    pieces.push(piece);
    open.push(piece);
    row = 0;
    if (label.numbered) numbered.push(piece);
    if (label.plain) {
      if (heading) asked.push(piece);
      return;
    }
    asked.push(piece);
    if (label.hot) hints++;
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
    const marked = root.querySelectorAll(marks);
    const scope: Scope = { root, fors: new Map(), controls: [], marked, next: marked[0] ?? null, met: 0 };
    for (let child = root.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) walk(child as Element, kinds.get(child.nodeName), scope, depth, false);
    }
    if (scope.fors.size === 0) return;
    for (const control of scope.controls) {
      const { id } = control.element;
      const label = id ? scope.fors.get(id) : undefined;
      if (!label) continue;
      control.tied ||= textBetween(label.from, label.to);
      tie(label.from, label.to);
    }
  }

  function addControl(
    element: Element,
    [carrier, kind]: Drawn,
    scope: Scope,
    marked: boolean,
    tied = '',
  ): void {
    const control: Control = {
      is: 'control',
      element,
      carrier,
      kind,
      at: items.length,
      radio: kind === 'radio',
      tied,
      marked,
      root: scope.root,
    };
    items.push(control);
    controls.push(control);
    scope.controls.push(control);
    if (++row === FEWEST_CELLS) scene.rowed = true;
    passOver(element, scope);
  }

  function enterFrame(element: Element, depth: number): void {
    try {
      const framed = (element as HTMLIFrameElement).contentDocument;
      if (framed?.documentElement) {
        scene.roots.push(framed);
        enter(framed, depth + 1);
      }
    } catch {
      // Another origin's frame: there is nothing of it to see.
    }
  }

  function walk(
    element: Element,
    kind: Kind | undefined,
    scope: Scope,
    depth: number,
    inHeading: boolean,
  ): void {
    if (kind === 'silent' || depth > DEEPEST || items.length > MOST_ITEMS || element === own)
      return passOver(element, scope);
    const marked = element === scope.next;
    if (marked) passMark(scope);
    if (kind === 'input') {
      const found = inputControl(element, marked);
      if (found) addControl(element, found, scope, marked);
      else if (/^(submit|button)$/.test((element as HTMLInputElement).type))
        buttons.push(new Button(element));
      return;
    }
    if (kind === 'select') return addControl(element, list, scope, marked);
    if (kind === 'area') return addControl(element, typed, scope, marked);
    if (marked) {
      const found = drawnControl(element);
      if (found) return addControl(element, found, scope, true, ownWords(element, found[0]));
    }
    const isFrame = kind === 'frame';
    if (!isFrame && (kind === 'button' || (marked && element.getAttribute('role') === 'button'))) {
      buttons.push(new Button(element));
      hints++;
      return passOver(element, scope);
    }
    const start = items.length;
    const before = controls.length;
    const waiting = open.length;
    const hinted = hints;
    let below = 0;
    if (isFrame) enterFrame(element, depth);
    else if (marked && element.getAttribute('aria-hidden') === 'true') {
      hints++;
      return passOver(element, scope);
    } else {
      const heading = inHeading || kind === 'heading';
      const shadow = kind === undefined || kind === 'heading' ? element.shadowRoot : null;
      if (shadow) {
        scene.roots.push(shadow);
        enter(shadow, depth + 1);
      }
      for (let child = element.firstChild; child; child = child.nextSibling) {
        const sort = kinds.get(child.nodeName);
        if (sort === 'text') addText(child, element, heading);
        else if (sort !== 'none' && (sort !== undefined || child.nodeType === 1)) {
          below++;
          walk(child as Element, sort, scope, depth + 1, heading);
        }
      }
    }
    const end = items.length;
    const held = controls.length - before;
    if (kind === 'label') {
      const id = element.getAttribute('for');
      if (id) scope.fors.set(id, { from: start, to: end });
      else if (held > 0) {
        const text = textBetween(start, end);
        if (text) {
          tie(start, end);
          for (let at = before; at < controls.length; at++) (controls[at] as Control).tied ||= text;
        }
      }
    }
    if (held === 0) {
      if ((below >= FEWEST_CELLS || element.nodeName === 'THEAD') && hints > hinted) scene.headed = true;
      return;
    }
    const group = marked ? element.getAttribute('aria-label') : null;
    if (group) scene.groups.push({ words: words(group), from: start, to: end, at: start });
    // Every text met inside has found the nearest element that holds a control.
    for (let at = waiting; at < open.length; at++) {
      const piece = open[at] as Piece;
      piece.from = start;
      piece.to = end;
      piece.near = held;
    }
    open.length = waiting;
  }

  enter(doc, 0);
  return items.length > MOST_ITEMS ? null : scene;
}
