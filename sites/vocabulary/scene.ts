/** What one pass over a page brings back: its texts, controls and buttons, in the order of the document. */
import type { ControlKind } from '../profile.ts';
import type { Label } from './label.ts';
import type { Carrier } from './lexicon.ts';
import { words } from './words.ts';

/** Fewer cells than this make no row. */
export const FEWEST_CELLS = 3;

/** A text shown on the page. */
export class Piece {
  readonly is = 'text';
  readonly text: string;
  readonly label: Label;
  readonly holder: Element;
  /** Place in `items`. */
  readonly at: number;
  readonly heading: boolean;
  /** Items of the nearest element around the text that holds a control too: `items[from]` to `items[to - 1]`. */
  from = 0;
  to = 0;
  /** How many controls that element holds. */
  near = 0;
  /** Stands in the `label` of a control. */
  tied = false;
  /** Said what a control beside it is. */
  taken = false;

  constructor(label: Label, holder: Element, at: number, heading: boolean) {
    this.text = label.text;
    this.label = label;
    this.holder = holder;
    this.at = at;
    this.heading = heading;
  }

  get words(): string {
    return this.label.words;
  }
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
  /** Has an attribute that may name it. */
  marked: boolean;
  root: Document | ShadowRoot;
}

/** A button or a link. */
export class Button {
  readonly element: Element;
  private said: string | undefined;

  constructor(element: Element) {
    this.element = element;
  }

  get words(): string {
    return (this.said ??= words(buttonText(this.element)));
  }
}

export interface Scene {
  items: Array<Piece | Control>;
  controls: Control[];
  pieces: Piece[];
  buttons: Button[];
  /** Words of groups named by an attribute, and the items they hold. */
  groups: Array<{ words: string; from: number; to: number; at: number }>;
  /** Open shadow roots and same-origin frames that were entered. */
  roots: Array<Document | ShadowRoot>;
  /** Words of the document's title. */
  title: string;
  /** Somewhere several elements side by side hold no control and say something of ours: a header, perhaps. */
  headed: boolean;
  /** Somewhere as many controls as make a row follow one another without a word between them. */
  rowed: boolean;
  /** Texts that may name something, and headings. */
  asked: Piece[];
  /** Texts that hold a date or a long number. */
  numbered: Piece[];
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

/** Does an element that comes after `item` in the page hold the first control that comes after it? */
export function holdsNext(scene: Scene, at: number, element: Element): boolean {
  const { controls } = scene;
  let [low, high] = [0, controls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((controls[middle] as Control).at > at) high = middle;
    else low = middle + 1;
  }
  return [low, low + 1].some((one) => element.contains(controls[one]?.element ?? null));
}

/** Elements that hold a control, up to the page itself. */
export function holdersOf(scene: Scene): Set<Element> {
  const holders = new Set<Element>();
  for (const { element } of scene.controls) {
    for (let at: Element | null = element; at && !holders.has(at); at = at.parentElement) holders.add(at);
  }
  return holders;
}
