/**
 * The cursor that shows: a sheet of glass over the page takes every press, so that nothing of the page feels one; what
 * is under the cursor is outlined and named. Frames of the same origin and open shadow roots are seen through.
 */
import { findOpener, inside } from '../find.ts';
import { isShown, shownText } from '../labels.ts';
import { describe, nameOf, outlined } from './describe.ts';
import { tiesOf } from './ties.ts';
import type { Concept, Pointed } from './concepts.ts';
import type { Opening } from '../profile.ts';

export interface PointerOptions {
  doc: Document;
  onPointed: (pointed: Pointed) => void;
  /** The user left with Échap. */
  onStop: () => void;
  signal: AbortSignal;
}

export interface Pointer {
  /** What is looked for now, and its name in French. */
  seek(concept: Concept, words: string): void;
  /** The next press goes to the page: a tab, a list, a window to be opened first. */
  letThrough(): void;
}

/** Under the panel, above the page. */
const LAYER = '2147483645';
const GOOD = '#1b5fc1';
const BAD = '#b3211c';
const pressable = 'button,a,summary,[role="tab"],[role="button"],[role="menuitem"]';

type Styles = Record<string, string>;
function dress(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** The deepest element at a point of the window, and where its document begins in that window. */
export function deepest(doc: Document, x: number, y: number, own: Element): Element | null {
  let [root, left, top]: [Document | ShadowRoot, number, number] = [doc, 0, 0];
  let found: Element | null = null;
  for (let depth = 0; depth < 12; depth++) {
    const hit: Element | undefined = root
      .elementsFromPoint(x - left, y - top)
      .find((element) => element !== own);
    if (!hit || hit === found) return found;
    found = hit;
    let inner: Document | null = null;
    try {
      inner = (hit as HTMLIFrameElement).contentDocument ?? null;
    } catch {
      // Another origin's frame: nothing in it can be shown to us.
    }
    if (inner) {
      const box = hit.getBoundingClientRect();
      [root, left, top] = [inner, left + box.left + hit.clientLeft, top + box.top + hit.clientTop];
    } else if (hit.shadowRoot) root = hit.shadowRoot;
    else return found;
  }
  return found;
}

/** Where an element stands in the window of `doc`, the frames around it counted. */
function boxOf(element: Element, doc: Document): DOMRect {
  const box = element.getBoundingClientRect();
  let [x, y] = [box.x, box.y];
  for (let win = element.ownerDocument.defaultView; win && win.document !== doc;) {
    const frame = win.frameElement;
    if (!frame) break;
    const outer = frame.getBoundingClientRect();
    [x, y] = [x + outer.x + frame.clientLeft, y + outer.y + frame.clientTop];
    win = frame.ownerDocument.defaultView;
  }
  return new DOMRect(x, y, box.width, box.height);
}

const isAfter = (one: Element, other: Element): boolean =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Longer, and it is no name and no date. */
const LONGEST_TEXT = 80;

/** What shows a short text of its own, in the order of the page; frames and open shadow roots after it. */
function textsIn(root: Document | ShadowRoot): Element[] {
  const all = [...root.querySelectorAll('*')];
  const own = all.filter((element) => {
    const said = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
    );
    return said && shownText(element).length <= LONGEST_TEXT && isShown(element);
  });
  return [...own, ...all.flatMap(inside).flatMap((one) => textsIn(one as Document | ShadowRoot))];
}

export function startPointer({ doc, onPointed, onStop, signal }: PointerOptions): Pointer {
  const win = doc.defaultView ?? window;
  let concept: Concept = 'acte.code';
  let words = '';
  let through = false;
  let opens: Opening[] = [];
  let under: Element | null = null;

  const host = doc.createElement('div');
  const glass = doc.createElement('div');
  const outline = doc.createElement('div');
  const tip = doc.createElement('div');
  dress(host, { position: 'fixed', inset: '0', 'z-index': LAYER, display: 'block', cursor: 'crosshair' });
  dress(glass, { position: 'fixed', inset: '0' });
  dress(outline, {
    position: 'fixed',
    'pointer-events': 'none',
    'border-radius': '4px',
    'box-sizing': 'border-box',
    display: 'none',
  });
  dress(tip, {
    position: 'fixed',
    'pointer-events': 'none',
    font: '13px/1.4 system-ui, sans-serif',
    color: '#fff',
    padding: '4px 8px',
    'border-radius': '4px',
    'max-width': '420px',
    display: 'none',
  });
  tip.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).append(glass, outline, tip);
  doc.documentElement.append(host);

  function show(element: Element | null): void {
    under = element;
    if (!element || through) {
      for (const one of [outline, tip]) dress(one, { display: 'none' });
      return;
    }
    const seen = describe(concept, element, way());
    const bad = 'refusal' in seen;
    const box = boxOf(outlined(concept, element), doc);
    const colour = bad ? BAD : GOOD;
    dress(outline, {
      display: 'block',
      left: `${box.x - 3}px`,
      top: `${box.y - 3}px`,
      width: `${box.width + 6}px`,
      height: `${box.height + 6}px`,
      border: `3px solid ${colour}`,
    });
    const label = bad ? '' : seen.label && `« ${seen.label} », `;
    tip.textContent = bad ? seen.refusal : `${words} : ${label}${seen.kind}`;
    const below = box.bottom + 44 < win.innerHeight;
    dress(tip, {
      display: 'block',
      background: colour,
      left: `${Math.max(4, Math.min(box.x, win.innerWidth - 430))}px`,
      top: `${below ? box.bottom + 6 : Math.max(4, box.y - 34)}px`,
    });
  }

  /** Of what was pressed, only what is still shown leads here: the rest was another tab's. */
  const way = (): Opening[] =>
    opens.filter((one) => {
      const opener = findOpener(doc, one);
      return opener !== undefined && isShown(opener);
    });

  function take(): void {
    const seen = under && describe(concept, under, way());
    if (!seen || 'refusal' in seen) return;
    onPointed(seen);
  }

  /** What the user presses himself to reach a field is remembered as the way to it. */
  function remember(hit: Element): void {
    const button = hit.closest(pressable);
    const press = button ? tiesOf([button]) : [];
    if (!button || press.length === 0) return;
    const text = nameOf(button);
    const opening: Opening = { press, ...(text && { text }) };
    const known = opens.filter((one) => findOpener(doc, one) !== button);
    // One tab closes the other; a fold inside a tab comes after it.
    const beside = (one: Opening): boolean => findOpener(doc, one)?.parentElement === button.parentElement;
    opens = [...known.filter((one) => !beside(one)), opening].slice(-3);
  }

  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const ours = { capture: true, signal };
  const swallowed = ['pointer', 'mouse'].flatMap((kind) => [`${kind}down`, `${kind}up`]);
  for (const type of [...swallowed, 'dblclick', 'contextmenu']) glass.addEventListener(type, stop, ours);
  glass.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => show(deepest(doc, clientX, clientY, host)),
    ours,
  );
  glass.addEventListener(
    'click',
    (event) => {
      stop(event);
      if (!event.isTrusted) return;
      show(deepest(doc, event.clientX, event.clientY, host));
      take();
    },
    ours,
  );
  // The glass takes the wheel as well: what would have scrolled under it scrolls.
  glass.addEventListener(
    'wheel',
    ({ clientX, clientY, deltaX, deltaY }) => {
      let box = deepest(doc, clientX, clientY, host);
      while (
        box &&
        !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
      )
        box = box.parentElement;
      const seen = under?.ownerDocument.defaultView ?? win;
      (box ?? seen).scrollBy(deltaX, deltaY);
    },
    { passive: true, signal },
  );

  /** A text has no focus: ← and → go through them. */
  function walk(step: 1 | -1): void {
    const texts = textsIn(doc);
    const at = under ? texts.indexOf(under) : -1;
    const near =
      at < 0 && under ? texts.findIndex((one) => under && isAfter(one, under)) - (step > 0 ? 1 : 0) : at;
    const next = texts[(near + step + texts.length) % texts.length];
    next?.scrollIntoView({ block: 'nearest' });
    show(next ?? null);
  }

  /** By keyboard: Tab moves through the page's own controls, Entrée shows what is outlined. */
  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      stop(event);
      onStop();
    } else if (event.key === 'Enter' && under) {
      stop(event);
      take();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      stop(event);
      walk(event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key !== 'Tab' && event.key !== 'Shift') stop(event);
  }
  function onFocus(event: Event): void {
    const [target] = event.composedPath();
    if (target !== host && (target as Node | undefined)?.nodeType === Node.ELEMENT_NODE)
      show(target as Element);
  }
  const entered = new WeakSet<Window>();
  function enter(one: Window): void {
    if (!entered.has(one)) {
      entered.add(one);
      one.addEventListener('keydown', onKey, ours);
      one.addEventListener('focusin', onFocus, ours);
    }
    for (const frame of one.document.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
      try {
        if (frame.contentWindow && frame.contentDocument) enter(frame.contentWindow);
      } catch {
        // Another origin's frame.
      }
    }
  }
  enter(win);
  win.addEventListener('scroll', () => show(under), { capture: true, passive: true, signal });

  function pass(on: boolean): void {
    through = on;
    dress(host, { display: on ? 'none' : 'block' });
    show(null);
    if (!on) enter(win);
  }
  /** The press that goes to the page: seen on its way, then the glass comes back. */
  function onPassing(event: Event): void {
    if (!through || !event.isTrusted) return;
    const [hit] = event.composedPath();
    if (hit instanceof Element || (hit as Node | undefined)?.nodeType === Node.ELEMENT_NODE)
      remember(hit as Element);
    win.setTimeout(() => pass(false));
  }
  const listened = new WeakSet<Window>();
  function hearPasses(one: Window): void {
    if (!listened.has(one)) {
      listened.add(one);
      one.addEventListener('click', onPassing, { capture: true, passive: true, signal });
    }
    for (const frame of one.document.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
      if (frame.contentWindow && frame.contentDocument) hearPasses(frame.contentWindow);
    }
  }

  signal.addEventListener('abort', () => host.remove());
  return {
    seek(next, named) {
      concept = next;
      words = named;
      show(under);
    },
    letThrough() {
      hearPasses(win);
      pass(true);
    },
  };
}
