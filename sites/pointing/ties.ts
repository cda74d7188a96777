/**
 * What ties a selector to an element that the user has pointed at: what its vendor named, best first. Never its place
 * among others, never what a program numbers, never a word or number of the patient on the screen.
 */

/** Attributes a vendor writes for people or for programs, the most lasting first. */
const named = [
  'data-testid',
  'data-test',
  'data-field',
  'data-name',
  'formcontrolname',
  'name',
  'aria-label',
  'placeholder',
  'title',
  'libelle',
  'label',
];
/** Kept for one element; more would only be tried on pages that are no longer this one. */
const MOST = 4;
/** How far up a named box is looked for. */
const CLIMB = 4;

/** Ids and classes that a program makes: a counter, a hash. */
const generated = /\d{3,}|[-_]\d+\b|:|^\d|^(css|sc|jss|emotion|svelte|styles?)[-_]|__[\w-]{5}$/i;
/** Put on and taken off as the page lives. */
const passing =
  /^(ng-|is-|has-)|(^|-)(checked|selected|focus(ed)?|disabled|active|open(ed)?|expanded|hover|dirty|touched|valid|invalid|pristine)$/;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** A word that may be remembered: no run of digits, and nothing of what the element shows. */
function harmless(value: string, element: Element): boolean {
  if (value === '' || value.length > 120 || /\d{4,}|>>>|[\n\r]/.test(value)) return false;
  const shown = `${element.textContent ?? ''} ${(element as HTMLInputElement).value ?? ''}`;
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
  if (element.children.length > 12 || element.nodeName === 'SELECT') return true;
  const seen = new Set(words(shown));
  return !words(value).some((word) => seen.has(word));
}

const classesOf = (element: Element): string[] =>
  [...element.classList]
    .filter((name) => !generated.test(name) && !passing.test(name) && /^[\w-]+$/.test(name))
    .map((name) => `.${CSS.escape(name)}`);

/** What names the element itself, without its surroundings. */
function ownTies(element: Element): string[] {
  const tag = element.localName;
  const ties = named.flatMap((name) => {
    const value = element.getAttribute(name) ?? '';
    return harmless(value, element) ? [`${tag}[${name}=${quoted(value)}]`] : [];
  });
  for (const { name, value } of element.attributes) {
    const telling = name.startsWith('data-') && !named.includes(name) && /^[a-z][\w.:-]*$/i.test(value);
    if (telling && !generated.test(value) && !/\d/.test(name) && harmless(value, element))
      ties.push(`${tag}[${name}=${quoted(value)}]`);
  }
  const { id } = element;
  if (id && !generated.test(id)) ties.push(`#${CSS.escape(id)}`);
  // A tag of the vendor's own is a name.
  if (tag.includes('-')) ties.push(tag);
  const value = element.getAttribute('value') ?? '';
  if (/^(checkbox|radio)$/.test((element as HTMLInputElement).type) && /^[a-z][\w-]*$/i.test(value)) {
    ties.push(`${tag}[value=${quoted(value)}]`);
  }
  return [...ties, ...classesOf(element).map((name) => `${tag}${name}`)];
}

/** Is `selector` exactly these elements of the root? */
function names(root: ParentNode, selector: string, wanted: readonly Element[]): boolean {
  const found = root.querySelectorAll(selector);
  return found.length === wanted.length && wanted.every((element, at) => found[at] === element);
}

/** Selectors that give exactly `wanted`, in its order, inside their own document or shadow root. */
function tiesInRoot(wanted: readonly Element[]): string[] {
  const [element] = wanted;
  if (!element) return [];
  const root = element.getRootNode() as Document | ShadowRoot;
  const own = ownTies(element);
  const ties = own.filter((selector) => names(root, selector, wanted));
  const plain = [...own, element.localName];
  let above = element.parentElement;
  for (let step = 0; above && step < CLIMB && ties.length < MOST; step++, above = above.parentElement) {
    for (const box of ownTies(above)) {
      const tied = plain.map((inside) => `${box} ${inside}`).find((one) => names(root, one, wanted));
      if (tied) ties.push(tied);
    }
  }
  return ties.slice(0, MOST);
}

/** The element that holds this root: the host of a shadow root, the frame of a document; null at the top of the page. */
function holderOf(element: Element): Element | null {
  const root = element.getRootNode();
  if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (root as ShadowRoot).host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** Selectors that give exactly `wanted` from the top of the page, best first; none where nothing lasting names them. */
export function tiesOf(wanted: readonly Element[]): string[] {
  const [element] = wanted;
  const inside = tiesInRoot(wanted);
  const holder = element && holderOf(element);
  if (!holder) return inside;
  // A part of a component is told by its component: there its tag is enough.
  const lone = element.localName;
  const alone = names(element.getRootNode() as ShadowRoot, lone, wanted) ? [lone] : [];
  const within = holder.shadowRoot && alone.length > 0 ? [...alone, ...inside] : inside;
  return tiesOf([holder])
    .slice(0, 2)
    .flatMap((outer) => within.slice(0, 2).map((inner) => `${outer} >>> ${inner}`))
    .slice(0, MOST);
}

/** Address of the element's document or root, with the final ` >>> `; '' at the top of the page; null = untied. */
export function rootPath(element: Element): string | null {
  const holder = holderOf(element);
  if (!holder) return '';
  const [outer] = tiesOf([holder]);
  return outer === undefined ? null : `${outer} >>> `;
}

/**
 * Where nothing names the element alone: what names its like, of which `fits` keeps this one. Its words must then be
 * remembered beside it, for they are what tells it.
 */
export function wordedTies(element: Element, fits: (other: Element) => boolean): string[] {
  const before = rootPath(element);
  if (before === null) return [];
  const root = element.getRootNode() as Document | ShadowRoot;
  return ownTies(element)
    .filter((selector) => {
      const fitting = [...root.querySelectorAll(selector)].filter(fits);
      return fitting.length === 1 && fitting[0] === element;
    })
    .slice(0, MOST)
    .map((selector) => `${before}${selector}`);
}

/** Would the software's next version most likely still hold it? A name or words do; a place in a style sheet does not. */
export const lasting = (selector: string): boolean =>
  /\[(data-|formcontrolname|name|aria-label|placeholder|title|libelle|label)/.test(selector);

/** Selector of `cell` inside each of `rows`, or null. */
export function tieInRow(row: Element, cell: Element, rows: readonly Element[]): string | null {
  const once = (selector: string) => rows.every((one) => one.querySelectorAll(selector).length === 1);
  return ownTies(cell).find((selector) => row.querySelector(selector) === cell && once(selector)) ?? null;
}

/** Rows like the one `cell` is in, and what names them; null where it stands alone. */
export function rowsAround(cell: Element): { rows: Element[]; row: Element; path: string } | null {
  const before = rootPath(cell);
  const root = cell.getRootNode() as Document | ShadowRoot;
  let row = cell.parentElement;
  for (let step = 0; row && step < CLIMB; step++, row = row.parentElement) {
    const me = row;
    const path = classesOf(me)
      .map((name) => `${me.localName}${name}`)
      .find((selector) => {
        const rows = [...root.querySelectorAll(selector)];
        const controls = (one: Element): number => one.querySelectorAll('input,select,textarea').length;
        // A row of acts has several cells to fill, as many as its neighbours; a column of a form has one.
        return (
          rows.length > 1 &&
          controls(me) > 1 &&
          rows.every((one) => one.parentElement === me.parentElement && controls(one) === controls(me))
        );
      });
    if (path && before !== null) {
      const rows = [...root.querySelectorAll(path)];
      if (tieInRow(me, cell, rows)) return { rows, row: me, path: `${before}${path}` };
    }
  }
  return null;
}
