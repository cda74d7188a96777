/** What the choices of a list say: a list of securing modes or of care paths is known without any label. */
import { carePaths, modes } from './places.ts';
import { words } from './words.ts';

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
