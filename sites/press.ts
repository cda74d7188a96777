/** The only place that clicks. What it refuses, nothing of ours can press. */
import { selectAll } from './find.ts';
import { shownText } from './labels.ts';
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

const wordsOn = (element: Element): string =>
  shownText(element) || (element as HTMLInputElement).value || element.getAttribute('aria-label') || '';

type Action = NonNullable<ScreenMap['actions']>[string];

/** Elements of an action of the profile: those it finds, of which the text begins with its words. */
export function actionElements(doc: Document, action: Action): Element[] {
  const { find, text } = action;
  return find
    .flatMap((path) => selectAll(doc, path))
    .filter((element) => text === undefined || startsWithWords(wordsOn(element), text));
}

/** True when pressing `element` could reach something that belongs to the human alone. */
export function isForbidden(element: Element, screen: ScreenMap): boolean {
  const target = element.closest(pressable) ?? element;
  const never = Object.values(screen.actions ?? {}).filter((action) => action.never);
  const words = [...finalWords, ...never.flatMap(({ text }) => text ?? [])];
  if (words.some((word) => startsWithWords(wordsOn(target), word))) return true;
  return never
    .flatMap((action) => actionElements(element.ownerDocument, action))
    .some((final) => final.contains(target) || target.contains(final));
}

/** One click, as the person would give it. False when it was refused: forbidden, disabled, or gone. */
export function press(element: Element, screen: ScreenMap): boolean {
  const { disabled } = element as HTMLButtonElement;
  if (disabled || !element.isConnected || isForbidden(element, screen)) return false;
  (element as HTMLElement).click();
  return true;
}
