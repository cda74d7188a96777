/** One field: from what the page shows to what the model says, in three states. */
import { find, findField, findOpener, rawText, selectAll, takePattern } from './find.ts';
import { labelOf, shownText } from './labels.ts';
import { cents, fold, isoDate, number, sameWords } from './normalise.ts';
import type { FieldId, FieldReading, FieldValue } from './model.ts';
import type { FieldMap, Part, ScreenMap } from './profile.ts';

/** Texts longer than this are cut: no field of a sheet is longer, and messages stay small. */
const LONGEST = 20_000;
const SHOWN = 80;

const bareNumber = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** Concepts by the end of their name; any other is the text as shown. */
const normals: Array<[RegExp, (text: string) => FieldValue]> = [
  [/quantite$/, number],
  [/(montant|depassement|total)$/, cents],
  [/(date|naissance)$/, isoDate],
  [/(nir|ins|^req\w+\.(numero|rpps))$/, bareNumber],
];

/** Model word of a shown text: exact words only, so that « Hors accès … » is never « Accès … ». */
export function wordOf(text: string, values: Record<string, string | boolean>): string | boolean | undefined {
  return Object.entries(values).find(([shown]) => fold(shown) === fold(text) || sameWords(shown, text))?.[1];
}

/** Text of the chosen option; `null` when none is. */
export function chosenText(select: HTMLSelectElement): string | null {
  const option = select.selectedOptions[0];
  return option ? (option.textContent ?? '').replace(/\s+/g, ' ').trim() : null;
}

function box(element: Element): FieldValue {
  const { checked, indeterminate } = element as HTMLInputElement;
  if (typeof checked === 'boolean') return indeterminate ? undefined : checked;
  const aria = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  return aria === 'true' ? true : aria === 'false' ? false : undefined;
}

/** The words of one radio: a drawn one holds them itself. */
export const radioWords = (radio: Element): string =>
  (radio.nodeName === 'INPUT' ? '' : shownText(radio)) || labelOf(radio);

/** The whole of a value spread over inputs: '' while none holds anything. */
function joined(all: Element[], parts: readonly Part[]): string {
  const texts = all.map((element) => rawText(element, {}));
  if (texts.every((text) => text === '')) return '';
  const of = (take: Part['take']): string | undefined => texts[parts.findIndex((part) => part.take === take)];
  const date = [of('day'), of('month'), of('year')];
  return date.every((part) => part !== undefined) ? date.join('/') : texts.join('');
}

/** Text of a field: empty string when it is empty, `null` when nothing is chosen. */
function textOf(element: Element, all: Element[], map: FieldMap): string | null {
  if (map.parts) return joined(all, map.parts);
  if (element.nodeName === 'SELECT' && !map.attribute) return chosenText(element as HTMLSelectElement);
  if (map.chips) {
    const chips = selectAll(element.ownerDocument, map.chips.chip);
    return chips.map((chip) => shownText(chip)).join(', ');
  }
  if (map.control !== 'radio') return rawText(element, map);
  const chosen = all.find((radio) => box(radio) === true);
  return chosen ? radioWords(chosen) : null;
}

/** A date the software writes in an order of its own. */
function dateAs(text: string, order: 'mdy' | 'ymd'): string | undefined {
  const [one = '', other = '', last = ''] = text.split(/[/.-]/);
  return isoDate(order === 'mdy' ? `${other}/${one}/${last}` : `${last}/${other}/${one}`);
}

/** The value of `element` as the model wants it. */
export function valueOf(
  field: FieldId,
  map: FieldMap,
  element: Element,
  all: Element[],
): Omit<FieldReading, 'provenance'> {
  if (map.control === 'checkbox') {
    const value = box(element);
    return value === undefined ? { value, missing: 'unexpected' } : { value };
  }
  return understood(field, map, textOf(element, all, map));
}

/** A shown text as the model wants it; nothing shown is an empty field. */
export function understood(
  field: FieldId,
  map: FieldMap,
  raw: string | null,
): Omit<FieldReading, 'provenance'> {
  if (!raw) return { value: null };
  const text = map.pattern ? takePattern(raw, map.pattern)?.trim() : raw;
  if (text === undefined) return { value: undefined, missing: 'unexpected' };
  const { values } = map;
  if (map.dates && !map.parts) {
    const date = dateAs(text, map.dates);
    return date === undefined ? { value: date, shown: text.slice(0, SHOWN) } : { value: date };
  }
  const normal = normals.find(([name]) => name.test(field))?.[1];
  const value = values ? wordOf(text, values) : normal ? normal(text) : text.slice(0, LONGEST);
  // Two texts for one word: the text is kept beside it, so that the very same choice can be put back.
  const vague = values !== undefined && Object.values(values).filter((word) => word === value).length > 1;
  return value === undefined || vague ? { value, shown: text.slice(0, SHOWN) } : { value };
}

const missing = (why: FieldReading['missing'] & string): FieldReading => ({
  value: undefined,
  provenance: 'mapped',
  missing: why,
});

/** A field that is still to be opened: what the page says of it meanwhile, or that it is closed. */
function unopened(doc: Document, field: FieldId, map: FieldMap): FieldReading | null {
  const { closed, opens } = map;
  const shown = closed && find(doc, { ...closed, control: 'display' });
  if (closed && shown?.element) {
    const said = valueOf(field, { ...closed, control: 'display' }, shown.element, shown.all);
    if (said.value !== undefined) return { ...said, provenance: 'mapped' };
  }
  const ready = opens?.some(
    (opening) => findOpener(doc, opening) ?? (opening.until && selectAll(doc, opening.until)[0]),
  );
  return ready ? missing('closed') : null;
}

/** `label`: how a control's label is asked for; one pass over a page asks once for each control. */
export function readField(
  doc: Document,
  screen: ScreenMap,
  field: FieldId,
  map: FieldMap,
  label: (element: Element) => string = labelOf,
): FieldReading {
  const found = findField(doc, screen, map, label);
  if (!found.element) return unopened(doc, field, map) ?? missing(found.missing);
  return {
    ...valueOf(field, map, found.element, found.all),
    provenance: found.guessed ? 'guessed' : map.taught ? 'taught' : 'mapped',
  };
}
