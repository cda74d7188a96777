/** What the choices of a list say: a list of securing modes or of care paths is known without any label. */
import { carePaths, modes } from './places.ts';
import type { ConceptId } from './lexicon.ts';
import type { Control } from './scene.ts';
import { LONGEST_LABEL, words } from './words.ts';

const MOST_CHOICES = 60;

/** Texts a control can be set to. */
export function choicesOf(element: Element): string[] {
  if (element.nodeName !== 'SELECT') return [];
  const { options } = element as HTMLSelectElement;
  if (options.length > MOST_CHOICES) return [];
  return [...options].map((option) => option.text.trim()).filter(Boolean);
}

/** Model word of a mode as it is shown; '' = a mode that is not judged; `undefined` = no mode at all. */
export function modeWord(text: string): string | undefined {
  const said = words(text);
  return modes.find(([pattern]) => pattern.test(said))?.[1];
}

/** Model word of a care path as it is shown; `undefined` = not one. */
export function carePathWord(text: string): string | undefined {
  const said = words(text);
  return carePaths.find(([pattern]) => pattern.test(said))?.[1];
}

/** Which concept a list of choices is, if it can be no other. */
export function concerns(choices: readonly string[]): 'mode' | 'parcours' | null {
  if (choices.length < 2) return null;
  const said = choices.map(modeWord);
  const kinds = new Set(said.filter((word) => word !== undefined));
  if (kinds.has('sans-vitale') && kinds.size >= 2) return 'mode';
  if (kinds.has('degrade') && kinds.has('vitale')) return 'mode';
  const paths = new Set(choices.map(carePathWord).filter((word) => word !== undefined));
  return paths.size >= 4 ? 'parcours' : null;
}

/** Do the choices, or the one that is shown, answer yes or no to a third-party payment? */
export const answersTp = (shown: readonly string[]): boolean =>
  shown.every((text) =>
    /^$|^(oui|non|o|n|avec|sans|tp|tiers payant|pas de|total|partiel|hors)\b/.test(words(text)),
  );

/** What a control shows as its value. */
function shownBy({ element }: Control): string {
  const { value } = element as HTMLInputElement;
  // A drawn list may be a button, whose value is empty and whose text is not.
  const own = typeof value === 'string' && (value !== '' || element.nodeName === 'INPUT');
  return (own ? value : element.textContent) ?? '';
}

/** A date with a calendar that opens says of itself that it is a list. */
export const isDated = ({ element }: Control): boolean =>
  element.nodeName === 'INPUT' && /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test((element as HTMLInputElement).value);

/** A list drawn by hand shows a word of the list it stands for. */
export function showsWord(control: Control, id: ConceptId): boolean {
  if (id !== 'mode' && id !== 'parcours') return false;
  const text = shownBy(control);
  if (text.length > LONGEST_LABEL) return false;
  return (id === 'mode' ? modeWord(text) : carePathWord(text)) !== undefined;
}

/** A list drawn by hand that shows a mode or a care path is one, whatever its element. */
export function drawn(control: Control): 'mode' | 'parcours' | null {
  if (control.carrier === 'box' || control.radio || control.element.nodeName === 'SELECT') return null;
  const text = shownBy(control);
  if (text.length > LONGEST_LABEL || !/vitale|parcours/i.test(text)) return null;
  const mode = modeWord(text);
  if (mode === 'sans-vitale' || /\b(sesam|carte) vitale\b/.test(words(text))) return 'mode';
  return mode === undefined && /\bparcours\b/.test(words(text)) && carePathWord(text) ? 'parcours' : null;
}
