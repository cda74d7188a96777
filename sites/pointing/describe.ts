/** From what is under the cursor to what would be remembered of it. Runs in the page, and changes nothing there. */
import { labelOf, shownText, wordsOn } from '../labels.ts';
import { holdsWords } from '../normalise.ts';
import { radioWords } from '../read-field.ts';
import { wantedOf, type Concept, type Pointed, type Refusal } from './concepts.ts';
import { usualWords, valuesOf } from './meaning.ts';
import { lasting, rootPath, rowsAround, tieInRow, tiesOf, wordedTies } from './ties.ts';
import type { FieldId } from '../model.ts';
import type { FieldMap, Opening, Part } from '../profile.ts';

const boxes = 'input[type="checkbox"],[role="checkbox"],[role="switch"]';
const radios = 'input[type="radio"],[role="radio"]';
const combos = '[role="combobox"]:not(select)';
const texts =
  'input:not([type]),input[type="text"],input[type="search"],input[type="tel"],input[type="number"],input[type="date"],textarea,[contenteditable="true"]';
const buttons = 'button,a,[role="button"],input[type="submit"],input[type="button"],input[type="image"]';
/** How far a click beside a control is carried to it. */
const REACH = 4;

const kinds: Record<'text' | 'box' | 'choice' | 'button', string> = {
  text: `${combos},${texts},select`,
  box: `${boxes},${radios}`,
  choice: `select,${radios},${combos}`,
  button: buttons,
};

const asked: Record<'text' | 'box' | 'choice' | 'shown' | 'button', string> = {
  text: 'Un champ où l’on écrit est attendu ici.',
  box: 'Une case, ou Oui et Non, est attendue ici.',
  choice: 'Une liste ou des boutons à choisir sont attendus ici.',
  shown: 'Un texte court est attendu ici.',
  button: 'Un bouton est attendu ici.',
};
const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();
const UNTIED = 'Rien de durable ne nomme cet élément : il ne peut pas être retenu.';

/** Radios are one control when they share a name or a group. */
function groupOf(element: Element): Element[] {
  if (!element.matches(radios)) return [element];
  const root = element.getRootNode() as Document | ShadowRoot;
  const { name } = element as HTMLInputElement;
  if (name) {
    return [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (one) => one.name === name,
    );
  }
  return [...(element.closest('[role="radiogroup"]') ?? root).querySelectorAll(radios)];
}

/** The first words a button is known by; a drawing or a sign is none. */
export function nameOf(button: Element): string {
  const text =
    wordsOn(button)
      .map(clean)
      .find((said) => /\p{L}{2}/u.test(said)) ?? '';
  return /\d{4,}/.test(text) ? '' : text.slice(0, 60);
}

/** The control a click on `hit` means: itself, that of its label, or the only one of the small box around it. */
export function controlAt(hit: Element, selector: string): Element | null {
  const own = hit.closest(selector);
  if (own) return own;
  const labelled = (hit.closest('label') as HTMLLabelElement | null)?.control;
  if (labelled?.matches(selector)) return labelled;
  let above: Element | null = hit;
  for (let step = 0; above && step < REACH; step++, above = above.parentElement) {
    const found = [...above.querySelectorAll(selector)];
    const [first] = found;
    if (!first) continue;
    return groupOf(first).length === found.length ? first : null;
  }
  return null;
}

/** One value in several short inputs side by side: a date in three, a number and its key. */
function partsOf(concept: Concept, element: Element): { all: Element[]; takes: Part['take'][] } | null {
  const beside = [...(element.parentElement?.querySelectorAll(texts) ?? [])] as HTMLInputElement[];
  const lengths = beside.map(({ maxLength }) => maxLength);
  if (concept === 'prescripteur.date' && beside.length === 3) {
    if (lengths.join() === '2,2,4') return { all: beside, takes: ['day', 'month', 'year'] };
    if (lengths.join() === '4,2,2') return { all: beside, takes: ['year', 'month', 'day'] };
  }
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (concept === 'prescripteur.numero' && beside.length === 2 && whole === 9) {
    return { all: beside, takes: lengths };
  }
  return null;
}

const drawnBox = (element: Element): boolean => element.matches(boxes) && element.nodeName !== 'INPUT';

/** Words beside a control, or '': none that could be the patient's, none that its own value changes. */
function labelBeside(element: Element): string {
  const text = clean(drawnBox(element) ? shownText(element) || labelOf(element) : labelOf(element));
  return text.length > 80 || /\d{4,}/.test(text) ? '' : text;
}

/** Do these words stand beside it, as the second proof will ask? */
const isBeside = (label: string) => (other: Element) =>
  holdsWords(drawnBox(other) && shownText(other) ? shownText(other) : labelOf(other), label);

/** The second proof, where words stand beside the control; and where else to look should it move. */
function proofOf(element: Element, label: string): Pick<FieldMap, 'expectText' | 'expectIn' | 'among'> {
  if (!label || label.length > 120) return {};
  const before = rootPath(element);
  const { type } = element as HTMLInputElement;
  const role = element.getAttribute('role');
  const kind =
    element.localName === 'input'
      ? /^(checkbox|radio|date)$/.test(type)
        ? `input[type="${type}"]`
        : 'input'
      : role
        ? `[role="${role}"]`
        : element.localName;
  const self = drawnBox(element) && shownText(element) !== '';
  return {
    expectText: label,
    ...(self && { expectIn: 'self' }),
    ...(before !== null && { among: `${before}${kind}` }),
  };
}

function pointedControl(field: FieldId, element: Element, opens: Opening[]): Pointed | Refusal {
  const group = groupOf(element);
  const cut = partsOf(field, element);
  const label = cut || group.length > 1 ? '' : labelBeside(element);
  const alone = tiesOf(cut ? [cut.all[0] as Element] : group);
  const find = alone.length > 0 || label === '' ? alone : wordedTies(element, isBeside(label));
  const [path] = find;
  if (!path) return { refusal: UNTIED };
  // Fields that come with an act of téléexpertise are not there before it.
  const base = {
    find,
    ...proofOf(element, label),
    ...(opens.length > 0 && { opens }),
    ...(field.startsWith('prescripteur.') && { optional: true as const }),
  };
  const told = { concept: field, label, path, lasting: lasting(path) || label !== '' };

  if (cut) {
    const parts = cut.all.map((one, at) => ({ take: cut.takes[at] as Part['take'], find: tiesOf([one]) }));
    if (parts.some((part) => part.find.length === 0)) return { refusal: UNTIED };
    const kind = `${parts.length} champs pour une valeur`;
    return { ...told, kind, map: { ...base, control: 'parts', parts, commit: ['change', 'blur'] } };
  }
  if (element.matches(radios)) {
    const options = group.map((radio) => clean(radioWords(radio)));
    const values = valuesOf(field, options);
    return { ...told, kind: 'boutons à choisir', options, map: { ...base, control: 'radio', values } };
  }
  if (element.matches(boxes)) return { ...told, kind: 'case', map: { ...base, control: 'checkbox' } };
  if (element.nodeName === 'SELECT') {
    const options = [...(element as HTMLSelectElement).options].map((option) =>
      clean(option.textContent ?? ''),
    );
    const values = valuesOf(field, options);
    const tells = Object.keys(values).length > 0 || field === 'mode' || field === 'parcours';
    const map: FieldMap = { ...base, control: 'select', ...(tells && { values }) };
    return { ...told, kind: 'liste', ...(tells && { options }), map };
  }
  if (element.matches(combos)) return pointedCombo(field, element, base, told);
  return { ...told, kind: 'champ de texte', map: { ...base, control: 'text', commit: ['change', 'blur'] } };
}

/**
 * A field that opens a list, and the box around it that shows what was chosen: it is read there, opened at the field.
 * Its choices are not on the page while it is closed, so the usual words stand for them: exact, or nothing is chosen.
 */
function pointedCombo(
  field: FieldId,
  element: Element,
  base: Pick<FieldMap, 'find' | 'opens' | 'optional'>,
  told: Pick<Pointed, 'concept' | 'label' | 'path' | 'lasting'>,
): Pointed | Refusal {
  const alone = (box: Element): boolean => box.querySelectorAll(`${texts},${combos}`).length <= 1;
  let shows = element;
  for (let step = 0; step < 3 && shows.parentElement && alone(shows.parentElement); step++) {
    if (shows !== element && clean(shownText(shows)) !== '') break;
    shows = shows.parentElement;
  }
  const own = clean((element as HTMLInputElement).value ?? shownText(element)) !== '';
  const find = own ? base.find : tiesOf([shows]);
  const [path] = find;
  if (!path) return { refusal: UNTIED };
  const search = field === 'acte.code';
  const values = search ? null : usualWords(field);
  const map: FieldMap = {
    find,
    ...(base.opens && { opens: base.opens }),
    control: 'combobox',
    ...(values && { values }),
    menu: { ...(!own && { open: base.find }), ...(search && { type: true as const, wait: 3_000 }) },
  };
  const kind = search ? 'recherche' : 'liste qui s’ouvre';
  return { ...told, path, lasting: lasting(path), kind, map };
}

/** A text that the page shows: the patient's. Its own words are never remembered, only what stands around them. */
function pointedText(field: FieldId, hit: Element): Pointed | Refusal {
  const text = clean((hit as HTMLInputElement).value ?? shownText(hit));
  if (!text || text.length > 200) return { refusal: asked.shown };
  const find = tiesOf([hit]);
  const [path] = find;
  if (!path) return { refusal: UNTIED };
  const map: FieldMap = { find, control: 'display' };
  if (field === 'patient.naissance') {
    const dates = text.match(/\d{2}\/\d{2}\/\d{4}/g) ?? [];
    if (dates.length !== 1 && !/^\d{4}-\d\d-\d\d$/.test(text))
      return { refusal: 'Une date de naissance, et une seule, est attendue ici.' };
    if (dates.length === 1 && text !== dates[0]) map.pattern = '(\\d{2}/\\d{2}/\\d{4})';
  } else if (/\d/.test(text)) return { refusal: 'Un nom sans chiffre est attendu ici.' };
  return { concept: field, label: '', kind: 'texte affiché', path, lasting: lasting(path), map };
}

function pointedFinal(hit: Element): Pointed | Refusal {
  const button = hit.closest(buttons);
  if (!button) return { refusal: asked.button };
  const find = tiesOf([button]);
  const [path] = find;
  if (!path) return { refusal: UNTIED };
  const text = nameOf(button);
  return {
    concept: 'final',
    label: text,
    kind: 'bouton final : jamais pressé par le volet',
    path,
    lasting: lasting(path) || text !== '',
    final: { find, ...(text && { text }) },
  };
}

/** What would be remembered if `hit` were clicked for this concept. `opens` = what the user pressed to get there. */
export function describe(concept: Concept, hit: Element, opens: Opening[]): Pointed | Refusal {
  if (concept === 'final') return pointedFinal(hit);
  const wanted = wantedOf(concept);
  if (wanted === 'shown') return pointedText(concept, hit);
  const element = controlAt(hit, kinds[wanted as 'text' | 'box' | 'choice']);
  if (!element) return { refusal: asked[wanted] };
  return pointedCell(concept, element) ?? pointedControl(concept, element, opens);
}

const cellNames: Partial<Record<Concept, 'code' | 'quantity' | 'amount'>> = {
  'acte.code': 'code',
  'acte.quantite': 'quantity',
  'acte.montant': 'amount',
};

/** A cell of rows that are alike: told by its row and its name in it. */
function pointedCell(concept: Concept, element: Element): Pointed | null {
  const name = cellNames[concept];
  const around = name && rowsAround(element);
  const cell = around && tieInRow(around.row, element, around.rows);
  if (!name || !around || !cell) return null;
  return {
    concept,
    label: '',
    kind: 'colonne de lignes d’actes',
    path: `${around.path} ${cell}`,
    lasting: lasting(cell),
    map: { find: [cell], control: 'rows', commit: ['change', 'blur'] },
    acts: { row: around.path, cells: { [name]: cell } },
  };
}

/** The element to outline for `hit`. */
export function outlined(concept: Concept, hit: Element): Element {
  const wanted = wantedOf(concept);
  if (wanted === 'shown') return hit;
  return controlAt(hit, kinds[wanted === 'button' ? 'button' : wanted]) ?? hit;
}
