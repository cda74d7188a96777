/** The only place that clicks. What it refuses, nothing of ours can press. */
import { selectAll } from './find.ts';
import { wordsOn } from './labels.ts';
import { startsWithWords } from './normalise.ts';
import type { ScreenMap } from './profile.ts';

/** First words of final buttons in the software we know of (lexicon.md §1): a last guard under the profiles. */
const finalWords = [
  'sécuriser',
  'valider',
  'transmettre',
  'télétransmettre',
  'signer',
  'envoyer',
  'finaliser',
  'enregistrer',
];
const pressable = 'button,a,[role="button"],input[type="submit"],input[type="button"]';

type Action = NonNullable<ScreenMap['actions']>[string];

/** Elements of an action of the profile: those it finds, of which the text begins with its words. */
export function actionElements(doc: Document, action: Action): Element[] {
  const { find, text } = action;
  return find
    .flatMap((path) => selectAll(doc, path))
    .filter((element) => !text || wordsOn(element).some((words) => startsWithWords(words, text)));
}

/** True when pressing `element` could reach something that belongs to the human alone. */
export function isForbidden(element: Element, screen: ScreenMap, doc = element.ownerDocument): boolean {
  const target = element.closest(pressable) ?? element;
  const never = Object.values(screen.actions ?? {}).filter((action) => action.never);
  const words = [...finalWords, ...never.flatMap(({ text }) => text ?? [])];
  if (wordsOn(target).some((said) => words.some((word) => startsWithWords(said, word)))) return true;
  return never
    .flatMap((action) => actionElements(doc, action))
    .some((final) => final.contains(target) || target.contains(final));
}

/** The moves of a hand before the click: lists of component libraries mark at some of them and open at others. */
const moves = [
  'pointerover',
  'mouseover',
  'pointermove',
  'mousemove',
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
];

/**
 * One click, as the person would give it. False when it was refused: forbidden, disabled, or gone. `doc` is the page's
 * own document when `element` is in a frame of it; `whole` gives the moves before the click as well.
 */
export function press(
  element: Element,
  screen: ScreenMap,
  doc = element.ownerDocument,
  whole = false,
): boolean {
  const { disabled } = element as HTMLButtonElement;
  if (disabled || !element.isConnected || isForbidden(element, screen, doc)) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [clientX, clientY] = [left + width / 2, top + height / 2];
  const init = { bubbles: true, cancelable: true, composed: true, button: 0, clientX, clientY };
  for (const type of whole ? moves : []) {
    const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
    const buttons = type.endsWith('down') ? 1 : 0;
    element.dispatchEvent(new Kind(type, { ...init, buttons, detail: 1 }));
  }
  if (!element.isConnected) return true;
  // An icon drawn as SVG has no click of its own.
  if (typeof (element as HTMLElement).click === 'function') (element as HTMLElement).click();
  else element.dispatchEvent(new MouseEvent('click', init));
  return true;
}
