/** Which words stand closest to a control, and how well they name a concept (lexicon.md §0). */
import { labelWords } from './normalise.ts';

/** How far up a label is looked for: beyond this the words belong to a section, not to the control. */
const CLIMB = 6;
const controls = 'input:not([type="hidden"]),select,textarea,[contenteditable="true"]';
const silent = new Set(['SELECT', 'TEXTAREA', 'SCRIPT', 'STYLE', 'OPTION']);

/** Text of a node without that of the controls inside it, words apart. */
export function shownText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (silent.has(node.nodeName)) return '';
  let text = '';
  for (const child of node.childNodes) text += ` ${shownText(child)}`;
  return text.replace(/\s+/g, ' ').trim();
}

/** What a button says: its text, its value, and what a reader of the screen is told. An icon may say less than its title. */
export const wordsOn = (element: Element): string[] =>
  [
    shownText(element),
    (element as HTMLInputElement).value,
    element.getAttribute('aria-label'),
    element.getAttribute('title'),
  ].flatMap((words) => words || []);

/** Drawn on the page, as far as styles say; browsers without the call are taken at their word. */
export const isShown = (element: Element): boolean =>
  element.checkVisibility?.({ visibilityProperty: true }) ?? true;

/**
 * The closest label of a control, or ''. `element.labels` is not used: it walks the whole page for every control.
 * The climb stops where a second control begins, so that a neighbour's words are never taken.
 */
export function labelOf(element: Element): string {
  const id = element.id && `label[for="${CSS.escape(element.id)}"]`;
  const own =
    ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)).find(Boolean) ?? '';
  let nearest = '';
  let above = element.parentElement;
  for (let step = 0; above && step < CLIMB; step++, above = above.parentElement) {
    const label = above.nodeName === 'LABEL' ? above : id && above.querySelector(id);
    const text = label && shownText(label);
    if (text) return text;
    if (above.querySelectorAll(controls).length > 1) break;
    nearest ||= shownText(above);
  }
  const named = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const pointed = named.map((word) => root.getElementById(word)).map((node) => (node ? shownText(node) : ''));
  return pointed.join(' ').trim() || own || nearest;
}

/** `labelOf` that asks the page once for each control: for one pass, since a page changes. */
export function labelsOnce(): (element: Element) => string {
  const known = new Map<Element, string>();
  return (element) => {
    const label = known.get(element) ?? labelOf(element);
    known.set(element, label);
    return label;
  };
}

/** Exact 3, starts with 2, contains 1, nothing 0; words of two letters count only alone. */
function scoreOf(label: string, word: string): number {
  if (label === word) return 3;
  if (word.length < 3) return 0;
  const at = ` ${label} `.indexOf(` ${word} `);
  return at < 0 ? 0 : at === 0 ? 2 : 1;
}

/** How well a label names a concept: the best of its words, the whole label first, then its parts. */
export function score(label: string, words: readonly string[]): number {
  const seen = labelWords(label);
  const best = (text: string): number => Math.max(0, ...words.map((word) => scoreOf(text, labelWords(word))));
  const whole = best(seen);
  return whole === 3 ? whole : Math.max(whole, ...seen.split(/[/,]| - /).map((part) => best(part.trim())));
}
