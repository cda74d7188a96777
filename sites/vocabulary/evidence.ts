/** The words that stand closest to a control, and why they are believed. */
import { labelOf } from './label.ts';
import type { Hit } from './match.ts';
import { FEWEST_CELLS, holdersOf, type Control, type Piece, type Scene } from './scene.ts';

export type Evidence =
  | 'labelledby'
  | 'label'
  | 'aria-label'
  | 'header'
  | 'wrapper'
  | 'before'
  | 'after'
  | 'title'
  | 'placeholder'
  | 'options'
  | 'sequence';

export interface Said {
  text: string;
  evidence: Evidence;
}

const upOf = (node: Element): Element | null => {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** How deep the nearest common ancestor of two elements is; -1 across documents. */
function commonDepth(one: Element, other: Element): number {
  const path: Element[] = [];
  for (let at: Element | null = one; at; at = upOf(at)) path.push(at);
  const place = new Map(path.map((element, index) => [element, path.length - index]));
  for (let at: Element | null = other; at; at = upOf(at)) {
    const depth = place.get(at);
    if (depth !== undefined) return depth;
  }
  return -1;
}

const MOST_CLIMB = 6;
const LONGEST_HEADER = 40;
const MOST_COLUMNS = 40;

/** Rows with the texts of their header, found once. */
export interface Row {
  header: Element;
  row: Element;
  /** Which cell of the row holds the control. */
  at: number;
  /** Texts of the columns, where the header has several lines. */
  columns?: string[];
}

/** Texts of the columns under a header of several lines, the upper lines first; `null` where it has only one. */
function columnsOf(table: HTMLTableElement): string[] | null {
  const lines = [...(table.tHead?.rows ?? [])];
  if (lines.length < 2 || lines.length > 3) return null;
  const columns: string[][] = [];
  const taken: boolean[][] = lines.map(() => []);
  lines.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (taken[y]?.[x]) x++;
      const [wide, high] = [Math.min(cell.colSpan, MOST_COLUMNS), cell.rowSpan];
      const text = cell.textContent?.trim() ?? '';
      for (let right = x; right < x + wide; right++) {
        for (let down = y; down < Math.min(lines.length, y + high); down++)
          (taken[down] ??= [])[right] = true;
        if (text) (columns[right] ??= []).push(text);
      }
      x += wide;
    }
  });
  // What a column says for itself, with the line above it where that makes a name.
  return Array.from(columns, (said = []) => {
    const [last = '', whole] = [said.at(-1), said.join(' ')];
    return said.length > 1 && labelOf(whole).hits.some(({ points }) => points > 1) ? whole : last;
  });
}

export function headerFinder(scene: Scene): (element: Element) => Row | null {
  const known = new Map<Element, Element | null>();
  let held: Set<Element> | null = null;

  function headerOf(row: Element): Element | null {
    const holders = (held ??= holdersOf(scene));
    const had = known.get(row);
    if (had !== undefined) return had;
    let header: Element | null = null;
    const count = row.childElementCount;
    const fits = (candidate: Element): boolean =>
      candidate.childElementCount === count &&
      !holders.has(candidate) &&
      (candidate.textContent ?? '').trim() !== '';
    if (count >= FEWEST_CELLS) {
      let steps = 0;
      for (
        let above = row.previousElementSibling;
        above && steps < 60;
        above = above.previousElementSibling, steps++
      ) {
        if (known.has(above)) {
          header = known.get(above) ?? null;
          break;
        }
        if (fits(above)) {
          header = above;
          break;
        }
        if (!holders.has(above) && above.childElementCount > 0) break;
      }
      if (!header && row.nodeName === 'TR') {
        const head = row.closest('table')?.tHead?.rows;
        const last = head?.[head.length - 1];
        if (last && fits(last)) header = last;
      }
      // A head apart from its body: `div.head` then `div.rows`.
      const before = row.parentElement?.previousElementSibling;
      if (!header && before && row.nodeName !== 'TR') {
        if (fits(before)) header = before;
        else if (
          before.childElementCount === 1 &&
          before.firstElementChild &&
          fits(before.firstElementChild)
        ) {
          header = before.firstElementChild;
        }
      }
    }
    known.set(row, header);
    return header;
  }

  const tables = new Map<HTMLTableElement, string[] | null>();
  function columnsIn(table: HTMLTableElement | null): string[] | null {
    if (!table) return null;
    const had = tables.get(table);
    if (had !== undefined) return had;
    const columns = columnsOf(table);
    tables.set(table, columns);
    return columns;
  }

  const flats = new Map<Element, string[] | null>();
  /** Captions, then cells, all children of one element: the grid is drawn by its style. */
  function flatIn(grid: Element): string[] | null {
    const had = flats.get(grid);
    if (had !== undefined) return had;
    const cells = [...grid.children];
    const holders = (held ??= holdersOf(scene));
    const wide = cells.findIndex((cell) => holders.has(cell));
    let columns: string[] | null = null;
    if (wide >= FEWEST_CELLS && wide <= MOST_COLUMNS && cells.length % wide === 0) {
      columns = cells.slice(0, wide).map((cell) => cell.textContent?.trim() ?? '');
      const told = columns.filter((text) => text.length <= LONGEST_HEADER && labelOf(text).hits.length > 0);
      if (told.length < FEWEST_CELLS) columns = null;
    }
    flats.set(grid, columns);
    return columns;
  }

  return (element) => {
    if (!scene.headed) return null;
    let cell: Element = element;
    for (let step = 0; step < MOST_CLIMB; step++) {
      const row: Element | null = cell.parentElement;
      if (!row) return null;
      const header = headerOf(row);
      const at = [...row.children].indexOf(cell);
      if (header) return { header, row, at };
      const columns = row.nodeName === 'TR' ? columnsIn(row.closest('table')) : null;
      if (columns?.length === row.childElementCount) return { header: row, row, at, columns };
      if (!columns && row.childElementCount >= 2 * FEWEST_CELLS && row.nodeName !== 'TR') {
        const flat = flatIn(row);
        if (flat) return { header: row, row, at: at % flat.length, columns: flat };
      }
      cell = row;
    }
    return null;
  };
}

/** Words of the header of a cell; '' where they are too long to be some. */
export function headerText(found: Row | null): string {
  const text = found?.columns?.[found.at] ?? found?.header.children[found.at]?.textContent?.trim() ?? '';
  return text.length <= LONGEST_HEADER ? text : '';
}

const attribute = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? '';

/** A line break or an element parts words too. */
const spaced = (element: Element | null): string =>
  !element || element.firstChild === element.lastChild
    ? (element?.textContent?.trim() ?? '')
    : [...element.childNodes].map((node) => node.textContent?.trim() ?? '').join(' ');

function pointed(control: Control): string {
  const ids = attribute(control.element, 'aria-labelledby');
  if (!ids) return '';
  return ids
    .split(/\s+/)
    .filter((id) => id !== control.element.id)
    .map((id) => spaced(control.root.getElementById(id)))
    .join(' ')
    .trim();
}

const isLabelLike = (piece: Piece | Control | undefined): piece is Piece =>
  piece?.is === 'text' && !piece.label.mute && !piece.label.digits;

/** Texts before and after a control, without another control between. */
function around(scene: Scene, control: Control): { before: Piece | null; after: Piece | null } {
  let before: Piece | null = null;
  for (let at = control.at - 1; at >= Math.max(0, control.at - 4); at--) {
    const item = scene.items[at];
    if (item?.is === 'control') break;
    if (isLabelLike(item)) {
      before = item;
      break;
    }
  }
  const next = scene.items[control.at + 1];
  return { before, after: isLabelLike(next) ? next : null };
}

/**
 * Controls that follow one another without a word between them, under a run of as many captions: the columns of a grid
 * whose head stands in a table of its own.
 */
export function columnFinder(scene: Scene): (control: Control) => string {
  const { items } = scene;
  if (!scene.rowed) return () => '';
  const columns = new Map<Control, string>();
  let at = 0;
  while (at < items.length) {
    if (items[at]?.is !== 'control') {
      at++;
      continue;
    }
    const first = at;
    while (items[at]?.is === 'control') at++;
    const run = at - first;
    if (run < FEWEST_CELLS) continue;
    const head: Piece[] = [];
    for (let before = first - 1; before >= 0 && head.length < 12; before--) {
      const item = items[before];
      if (item?.is !== 'text' || item.tied || item.text.length > LONGEST_HEADER) break;
      const rowOf = (piece: Piece): Element | null => piece.holder.parentElement?.parentElement ?? null;
      const same =
        head[0] === undefined ||
        item.holder.parentElement === head[0].holder.parentElement ||
        (rowOf(item) !== null && rowOf(item) === rowOf(head[0]));
      if (!same) break;
      head.unshift(item);
    }
    const count = head.length;
    if (count < FEWEST_CELLS || run % count !== 0) continue;
    if (head.filter(({ label }) => label.hits.length > 0).length < 2) continue;
    for (let index = 0; index < run; index++) {
      const control = items[first + index];
      if (control?.is === 'control') columns.set(control, head[index % count]?.text ?? '');
    }
  }
  return (control) => columns.get(control) ?? '';
}

/** Boxes and words in turn, all side by side: do the words come before their box? */
function captionsLead(scene: Scene, control: Control): boolean {
  const line = control.element.parentElement;
  let lead = false;
  for (let at = control.at - 1; at >= 0; at--) {
    const item = scene.items[at];
    if (!item) break;
    const beside = item.is === 'text' ? item.holder : item.element;
    // Cells of one row stand side by side too.
    if (
      !line?.contains(beside) &&
      !(line?.parentElement?.contains(beside) === true && line.nodeName === 'TD')
    )
      break;
    lead = item.is === 'text' && !item.label.mute;
  }
  return lead;
}

/** The words of the nearest texts, the closest first. */
function near(scene: Scene, control: Control): Said[] {
  const { before, after } = around(scene, control);
  const box = control.carrier === 'box';
  const said: Said[] = [];
  const depthBefore = before ? commonDepth(control.element, before.holder) : -1;
  const depthAfter = after ? commonDepth(control.element, after.holder) : -1;
  const afterFirst =
    depthAfter > depthBefore || (depthAfter === depthBefore && box && !captionsLead(scene, control));
  const sayBefore = (): void => {
    if (!before) return;
    const whole = before.holder.textContent?.trim() ?? '';
    const joined =
      before.holder.childElementCount > 0 &&
      whole.length < 60 &&
      before.from <= control.at &&
      !before.holder.contains(control.element);
    if (joined) said.push({ text: whole, evidence: 'before' });
    said.push({ text: before.text, evidence: before.near === 1 ? 'wrapper' : 'before' });
  };
  // A text after a control is its own only when nothing stands closer to the next one.
  const sayAfter = (): void => {
    if (!after || after.tied) return;
    if (box ? afterFirst : after.near === 1 && after.from <= control.at && control.at < after.to) {
      said.push({ text: after.text, evidence: 'after' });
    }
  };
  if (afterFirst) sayAfter();
  // The closest words decide, unless they name nothing.
  const decided = said.length > 0 && (box || labelOf(said[0]?.text ?? '').hits.length > 0);
  if (!decided && !before?.tied) sayBefore();
  if (!afterFirst) sayAfter();
  return said;
}

/** Does anything that stands by a control, or far from it in the head of its column, name something of ours? */
export function speaks(scene: Scene, control: Control, columnAbove: (control: Control) => string): boolean {
  const { element } = control;
  let explicit = false;
  if (control.tied !== '') {
    const label = labelOf(control.tied);
    if (label.ours) return true;
    explicit = !label.mute;
  }
  if (control.marked) {
    for (const text of [pointed(control), attribute(element, 'aria-label')]) {
      if (text === '') continue;
      const label = labelOf(text);
      if (label.ours) return true;
      explicit ||= !label.mute;
    }
    for (const name of ['title', 'placeholder']) {
      const text = attribute(element, name);
      if (text !== '' && labelOf(text).ours) return true;
    }
  }
  if (explicit) return false;
  if (scene.headed || columnAbove(control) !== '') return true;
  const { before, after } = around(scene, control);
  if (after?.label.ours) return true;
  // « N<sup>o</sup> AM » says more than its pieces.
  return before !== null && (before.label.ours || before.holder.childElementCount > 0);
}

/** The label that decides, with what it names; the closest words that name anything. */
export function evidenceFor(
  scene: Scene,
  control: Control,
  headerAbove: (element: Element) => Row | null,
  columnAbove: (control: Control) => string,
  placed: ((control: Control) => Said[]) | null = null,
): { said: Said; hits: readonly Hit[] } | null {
  const tied: Said[] = [
    { text: pointed(control), evidence: 'labelledby' },
    { text: control.tied, evidence: 'label' },
    { text: attribute(control.element, 'aria-label'), evidence: 'aria-label' },
  ];
  const own: Said[] = [
    { text: attribute(control.element, 'title'), evidence: 'title' },
    { text: attribute(control.element, 'placeholder'), evidence: 'placeholder' },
  ];
  const explicit = tied.filter(({ text }) => text !== '' && !labelOf(text).mute);
  const first = explicit.length > 0 ? explicit : (placed?.(control) ?? near(scene, control));
  const header: Said[] =
    explicit.length > 0 || placed
      ? []
      : [{ text: headerText(headerAbove(control.element)) || columnAbove(control), evidence: 'header' }];
  let best: { said: Said; hits: readonly Hit[] } | null = null;
  let most = 0;
  for (const said of [...header, ...first, ...own]) {
    if (!said.text) continue;
    const { hits } = labelOf(said.text);
    const points = pointsOf(hits);
    if (points > most) {
      best = { said, hits };
      most = points;
    }
    if (points === 3) break;
  }
  return best ?? (first[0] ? { said: first[0], hits: [] } : null);
}

/** How well the best of the concepts is named. */
export const pointsOf = (hits: readonly Hit[]): number =>
  hits.reduce((most, { points }) => Math.max(most, points), 0);

export { commonDepth };
