/** The words that stand closest to a control, and why they are believed. */
import { namedBy, type Hit } from './match.ts';
import type { Control, Piece, Scene } from './scan.ts';
import { words } from './words.ts';

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
  | 'options';

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
const FEWEST_CELLS = 2;

/** Rows with the texts of their header, found once. */
export function headerFinder(scene: Scene): (control: Control) => string {
  const known = new Map<Element, Element | null>();
  const holders = new Set<Element>();
  for (const { element } of scene.controls) {
    for (let at: Element | null = element; at && !holders.has(at); at = at.parentElement) holders.add(at);
  }

  function headerOf(row: Element): Element | null {
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

  return ({ element }) => {
    let cell: Element = element;
    for (let step = 0; step < MOST_CLIMB; step++) {
      const row: Element | null = cell.parentElement;
      if (!row) return '';
      const header = headerOf(row);
      if (header) {
        const at = [...row.children].indexOf(cell);
        return (header.children[at]?.textContent ?? '').trim();
      }
      cell = row;
    }
    return '';
  };
}

const attribute = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? '';

function pointed(control: Control): string {
  const ids = attribute(control.element, 'aria-labelledby');
  if (!ids) return '';
  return ids
    .split(/\s+/)
    .map((id) => control.root.getElementById(id)?.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}

const isLabelLike = (piece: Piece | Control | undefined): piece is Piece =>
  piece?.is === 'text' && piece.words !== '' && !/^\d+$/.test(piece.words);

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

/** The words of the nearest texts, the closest first. */
function near(scene: Scene, control: Control): Said[] {
  const { before, after } = around(scene, control);
  const box = control.carrier === 'box';
  const said: Said[] = [];
  const depthBefore = before ? commonDepth(control.element, before.holder) : -1;
  const depthAfter = after ? commonDepth(control.element, after.holder) : -1;
  const afterFirst = depthAfter > depthBefore || (depthAfter === depthBefore && box);
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
  if (!box || !said.length) if (!before?.tied) sayBefore();
  if (!afterFirst) sayAfter();
  return said;
}

/** The label that decides, with what it names; the closest words that name anything. */
export function evidenceFor(
  scene: Scene,
  control: Control,
  headerAbove: (control: Control) => string,
): { said: Said; hits: Hit[] } | null {
  const tied: Said[] = [
    { text: pointed(control), evidence: 'labelledby' },
    { text: control.tied, evidence: 'label' },
    { text: attribute(control.element, 'aria-label'), evidence: 'aria-label' },
  ];
  const own: Said[] = [
    { text: attribute(control.element, 'title'), evidence: 'title' },
    { text: attribute(control.element, 'placeholder'), evidence: 'placeholder' },
  ];
  const explicit = tied.filter(({ text }) => words(text) !== '');
  const first = explicit.length > 0 ? explicit : near(scene, control);
  const header: Said[] = explicit.length > 0 ? [] : [{ text: headerAbove(control), evidence: 'header' }];
  let best: { said: Said; hits: Hit[] } | null = null;
  for (const said of [...header, ...first, ...own]) {
    if (!said.text) continue;
    const hits = namedBy(said.text);
    const points = Math.max(0, ...hits.map((hit) => hit.points));
    if (points > Math.max(0, ...(best?.hits ?? []).map((hit) => hit.points))) best = { said, hits };
    if (points === 3) break;
  }
  return best ?? (first[0] ? { said: first[0], hits: [] } : null);
}

export { commonDepth };
