/**
 * Values that stand beside their caption on pages whose markup nobody has seen: `dt` and `dd`, a cell and the next one, the
 * title of a column and its rows, a label and its control, words and what follows them. Only a whole caption counts,
 * never a part of one; two that say different things are none.
 */
import { rawText } from './find.ts';
import { isShown, shownText } from './labels.ts';
import { holdsWords, labelWords } from './normalise.ts';
import { chosenText, understood } from './read-field.ts';
import { patientOf } from './read.ts';
import { fits } from './recognise.ts';
import type { FieldId, FieldReading, Reading } from './model.ts';
import type { FieldMap, SentinelProfile } from './profile.ts';

/** A text that is one of the profile's captions. */
interface Caption {
  words: string;
  node: Text;
  /** Headings of the page, the last one first: asked of it once a pass. */
  headings: () => Element[];
}

/** Longer texts are sentences, not captions. */
const LONGEST = 80;
/** Boxes between a caption and its value, or between a heading and its block: further apart they have nothing in common. */
const CLIMB = 4;
const NEAR = 2;

const controls = 'input,select,textarea';
const headings = 'h1,h2,h3,h4,h5,h6,legend,caption,[role="heading"],[class*="title"],[class*="titre"]';
/** What a caption never shares with its value. */
const walls = new Set(['TR', 'TABLE', 'DL', 'UL', 'FORM', 'FIELDSET', 'SECTION', 'MAIN', 'BODY']);
const silent = new Set(['SCRIPT', 'STYLE', 'OPTION', 'TEXTAREA', 'NOSCRIPT', 'TEMPLATE']);

const begins = (words: string, start: string): boolean => words === start || words.startsWith(`${start} `);

/** The profile's captions on this page, in document order. */
function captionsOf(doc: Document, { screens }: Pick<SentinelProfile, 'screens'>): Caption[] {
  const whole = new Set<string>();
  for (const { fields } of screens) {
    for (const map of Object.values(fields))
      if (map?.control === 'caption') for (const label of map.labels ?? []) whole.add(labelWords(label));
  }
  const starts = screens.flatMap(({ when }) => when.captions?.flat().map(labelWords) ?? []);
  // Folding a text costs a hundred times more than looking at its first letter.
  const firsts = new Set([...whole, ...starts].map((words) => words.charAt(0)));
  let all: Element[] | undefined;
  const headingsOnce = () => (all ??= [...doc.querySelectorAll(headings)].reverse());
  const found: Caption[] = [];
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node.data.trim();
    const parent = node.parentElement;
    if (text.length < 2 || text.length > LONGEST || !parent || silent.has(parent.nodeName)) continue;
    const first = text.charAt(0).normalize('NFKD').charAt(0).toLowerCase();
    if (/[a-z]/.test(first) && !firsts.has(first)) continue;
    const words = labelWords(text);
    if ((whole.has(words) || starts.some((start) => begins(words, start))) && isShown(parent))
      found.push({ words, node, headings: headingsOnce });
  }
  return found;
}

/** Is each of the screen's captions on the page? Of a group one is enough. */
const hasCaptions = (captions: readonly Caption[], groups: readonly string[][]): boolean =>
  groups.every((group) =>
    group.map(labelWords).some((start) => captions.some(({ words }) => begins(words, start))),
  );

/** The heading of the block a caption stands in, or ''. */
function headingOf({ node, headings }: Caption): string {
  for (const heading of headings()) {
    if (!(heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    if (heading.contains(node)) continue;
    let block: Element | null = heading;
    for (let step = 0; step < NEAR && block && block.nodeName !== 'BODY'; step++) block = block.parentElement;
    if (block?.contains(node)) return shownText(heading);
  }
  return '';
}

interface Beside {
  value: Node;
  /** Words above the value or before its row: whose it is. */
  title: string;
}

/** Something to read: a control, or words that are more than the star of a required field. */
const speaks = (node: Node): boolean =>
  (node instanceof Element && (node.matches(controls) || node.querySelector(controls) !== null)) ||
  shownText(node).replace(/[\s:*]/g, '') !== '';

function following(node: Node): Node | null {
  let at = node;
  for (let step = 0; step < CLIMB; step++) {
    for (let next = at.nextSibling; next; next = next.nextSibling) if (speaks(next)) return next;
    const above: Element | null = at.parentElement;
    if (!above || walls.has(above.nodeName)) return null;
    at = above;
  }
  return null;
}

/** Rows under a column's title; `null` where the caption is none. */
function column(node: Text): Beside[] | null {
  const cell = node.parentElement?.closest<HTMLTableCellElement>('th,td');
  const row = cell?.closest('tr');
  const table = row?.closest('table');
  if (!cell || !row || !table || row.cells.length < 3) return null;
  if ([...row.cells].some(({ nodeName }) => nodeName !== 'TH')) return null;
  return [...table.rows].flatMap((other) => {
    const value = other.cells[cell.cellIndex];
    const isData = other.cells.length === row.cells.length && value?.nodeName === 'TD';
    return isData && value ? [{ value, title: shownText(other.cells[0] ?? value) }] : [];
  });
}

function beside(caption: Caption): Beside[] {
  const { node } = caption;
  const rows = column(node);
  if (rows) return rows;
  const label = node.parentElement?.closest('label');
  const value = label?.control ?? following(node);
  return value ? [{ value, title: headingOf(caption) }] : [];
}

function textOf(value: Node): string {
  const control =
    value instanceof Element ? (value.matches(controls) ? value : value.querySelector(controls)) : null;
  if (control?.nodeName === 'SELECT') return chosenText(control as HTMLSelectElement) ?? '';
  return control ? rawText(control, {}) : shownText(value).replace(/^[\s:]+/, '');
}

/** One field found by its caption. Never a guess: what is not certain is not found. */
function readCaptioned(captions: readonly Caption[], field: FieldId, map: FieldMap): FieldReading {
  const wanted = new Set(map.labels?.map(labelWords));
  const under = map.under;
  const texts = captions
    .filter(({ words }) => wanted.has(words))
    .flatMap(beside)
    .filter(({ title }) => !under || under.some((words) => holdsWords(title, words)))
    .map(({ value }) => textOf(value));
  const [text, ...others] = new Set(texts);
  if (text === undefined || others.length > 0) {
    const missing = text === undefined ? 'not-found' : 'unexpected';
    return { value: undefined, provenance: 'mapped', missing };
  }
  // A dash is how pages show that there is nothing.
  return { ...understood(field, map, /^[\s—–-]*$/.test(text) ? null : text), provenance: 'mapped' };
}

/** What is shown at `address` now, told and read by captions alone; `null` = no screen of the profile. Never written to. */
export function readPage(
  doc: Document,
  address: string,
  profile: SentinelProfile,
  now: number,
): Reading | null {
  const captions = captionsOf(doc, profile);
  const { pathname } = new URL(address);
  const screen = profile.screens.find(({ when: { captions: groups, ...when } }) =>
    Boolean(groups && fits(doc, pathname, when) && hasCaptions(captions, groups)),
  );
  if (!screen) return null;
  const fields: Reading['fields'] = {};
  for (const [id, map] of Object.entries(screen.fields)) {
    if (map) fields[id as FieldId] = readCaptioned(captions, id as FieldId, map);
  }
  const { id, name, evidence } = profile;
  return {
    screen: screen.kind,
    profile: { id, name, checkedOn: evidence.checkedOn, grade: evidence.grade },
    mode: 'full',
    // A platform numbers requests, not patients.
    patient: patientOf(fields, null),
    fields,
    changed: [],
    settled: true,
    at: now,
  };
}
