/**
 * Whether a page that changed may mean something else now, told from what came and went, without reading the page
 * again. Values change all the time and are read from the fields that are known; a whole reading is owed only when
 * controls, or words that name anything, came, went or became others. What is looked at is bounded, whatever the page does.
 */
import { choicesOf, concerns } from './choices.ts';
import { looksLikePerson } from './identity.ts';
import { labelOf } from './label.ts';
import { saysScreen } from './screen.ts';
import type { Piece } from './scene.ts';

/** Siblings alike that come one after the other under one parent: after so many, the next are taken to be the same. */
const ALIKE = 4;
/** Texts looked at between two looks at the page; a page that brings more is read again. */
const MOST_TEXTS = 1_500;
/** Fields whose own attributes are asked, for one thing that came. */
const MOST_ASKED = 40;
/** Parts drawn again as they were that are remembered from one look to the next. */
const MOST_HEIRS = 64;
const tags = ['input', 'select', 'textarea', 'button'];
const fields = 'input,select,textarea';
/** What may hold a page of its own, or draw controls in a way of its own. */
const worlds = 'iframe,frame,dialog,[role],[contenteditable]';
const FRAME = /^(?:I?FRAME|DIALOG)$/;

/** The words of a thing, as far as they name anything, and how many controls it holds. */
interface Sketch {
  controls: number;
  /** Texts of any kind. */
  texts: number;
  named: string;
}

/** It names something, or it is controls without a word of their own, as in a row under a header. */
const matters = ({ named, controls, texts }: Sketch): boolean =>
  named !== '' || (controls > 0 && texts === 0);

/** What last came under one parent, and how often. */
interface Sort {
  name: string;
  children: number;
  controls: number;
  times: number;
}

/** Words that can change what a page is taken for. */
export function telling(text: string): boolean {
  if (looksLikePerson(text)) return true;
  const label = labelOf(text);
  return label.hot || saysScreen(label.words);
}

const isOption = (node: Node): boolean => node.nodeName === 'OPTION' || node.nodeName === 'OPTGROUP';

/** Native controls and buttons below a root: the browser counts them without showing us one. */
export function countIn(root: Document | ShadowRoot | Element): number {
  if (!('getElementsByTagName' in root)) return root.querySelectorAll(tags.join()).length;
  let count = 0;
  for (const tag of tags) count += root.getElementsByTagName(tag).length;
  return count;
}

/** The node of `heir` at the place that `node` has in `gone`. */
function followed(gone: Node, heir: Node, node: Node): Node | null {
  const steps: number[] = [];
  for (let at = node; at !== gone; at = at.parentNode as Node) {
    let place = 0;
    for (let before = at.previousSibling; before; before = before.previousSibling) place++;
    steps.unshift(place);
  }
  let at: Node | null = heir;
  for (const step of steps) at = at?.childNodes[step] ?? null;
  return at;
}

export interface Changes {
  heard(records: readonly MutationRecord[]): void;
  /** Is a whole reading owed? `roots` are those of the last one. */
  owed(roots: ReadonlyArray<Document | ShadowRoot>): boolean;
  /** The page was read as a whole just now, and showed these texts. */
  settled(roots: ReadonlyArray<Document | ShadowRoot>, pieces: readonly Piece[]): void;
  /** What stands now where `element` stood, in a part of the page that was drawn again as it was. */
  heirOf(element: Element): Element | null;
  /** Everything that is known stands in the page as it is now. */
  followed(): void;
  /** Texts and elements looked at so far: what the tests count. */
  looked: number;
}

export function changes(): Changes {
  let dirty = false;
  /** Something came or went since the controls were counted. */
  let moved = false;
  /** How many controls there should be, by what was seen coming and going. */
  let expected = 0;
  let texts = 0;
  const sorts = new Map<Node, Sort>();
  const lists = new Set<Node>();
  let heirs: Array<[gone: Node, heir: Node]> = [];
  let shown: readonly Piece[] = [];
  /** Elements whose own text named something; made when a text first changes in its place. */
  let captions: Set<Element> | null = null;

  /** Elements whose own script had not come yet. */
  let unborn = 0;

  const unbornIn = ([page]: ReadonlyArray<Document | ShadowRoot>): number =>
    page?.querySelectorAll(':not(:defined)').length ?? 0;
  const countAll = (roots: ReadonlyArray<Document | ShadowRoot>): number =>
    roots.reduce((sum, root) => sum + countIn(root), 0);

  function sketch(node: Node): Sketch | null {
    if (node.nodeType === 3) {
      it.looked++;
      texts++;
      const text = (node.nodeValue ?? '').trim();
      return { controls: 0, texts: text ? 1 : 0, named: text && telling(text) ? text : '' };
    }
    if (node.nodeType !== 1) return { controls: 0, texts: 0, named: '' };
    const element = node as Element;
    it.looked++;
    if (FRAME.test(element.nodeName) || element.shadowRoot || element.nodeName.includes('-')) return null;
    if (element.matches(worlds) || element.querySelector(worlds)) return null;
    const controls = countIn(element) + (tags.includes(element.nodeName.toLowerCase()) ? 1 : 0);
    let named = '';
    if (controls > 0) {
      const asked = element.matches(fields) ? [element] : element.querySelectorAll(fields);
      for (let at = 0; at < Math.min(asked.length, MOST_ASKED); at++) {
        for (const name of ['aria-label', 'title', 'placeholder']) {
          const said = asked[at]?.getAttribute(name);
          if (said && telling(said)) named += `|${said}`;
        }
      }
    }
    let some = 0;
    const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      it.looked++;
      if (++texts > MOST_TEXTS) return null;
      const text = (walker.currentNode.nodeValue ?? '').trim();
      if (!text) continue;
      some++;
      if (telling(text)) named += `|${text}`;
    }
    return { controls, texts: some, named };
  }

  /** All of `nodes` together; `null` = more, or other, than can be told from outside. */
  function sketchAll(nodes: NodeList): Sketch | null {
    const all: Sketch = { controls: 0, texts: 0, named: '' };
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at];
      const one = node && sketch(node);
      if (!one) return null;
      all.controls += one.controls;
      all.texts += one.texts;
      all.named += one.named;
    }
    return all;
  }

  /** The choices of a list, looked at once: they may be those of a mode or of a care path. */
  function listFilled(list: Node): boolean {
    if (lists.has(list)) return false;
    lists.add(list);
    return list.nodeName === 'SELECT' && concerns(choicesOf(list as Element)) !== null;
  }

  /** Does what came under `target` look like what came there before? Then it counts, and is not looked into. */
  function alike(target: Node, node: Node): boolean {
    const sort = sorts.get(target);
    const children = node.nodeType === 1 ? (node as Element).childElementCount : -1;
    if (!sort || sort.name !== node.nodeName || sort.children !== children) return false;
    if (sort.times < ALIKE) return false;
    expected += sort.controls;
    return true;
  }

  function came({ target, addedNodes, removedNodes }: MutationRecord): boolean {
    moved = true;
    const [only] = addedNodes;
    if (only && isOption(only))
      return listFilled(target.nodeName === 'OPTGROUP' ? (target.parentNode ?? target) : target);
    if (removedNodes.length === 0 && addedNodes.length === 1 && only) {
      if (alike(target, only)) return false;
      const one = sketch(only);
      if (!one || matters(one)) return true;
      expected += one.controls;
      const children = only.nodeType === 1 ? (only as Element).childElementCount : -1;
      const sort = sorts.get(target);
      if (sort?.name === only.nodeName && sort.children === children && sort.controls === one.controls)
        sort.times++;
      else sorts.set(target, { name: only.nodeName, children, controls: one.controls, times: 1 });
      return false;
    }
    const [before, after] = [sketchAll(removedNodes), sketchAll(addedNodes)];
    if (!before || !after) return true;
    expected += after.controls - before.controls;
    // Drawn again as it was.
    if (before.named === after.named && before.controls === after.controls) {
      removedNodes.forEach((gone, at) => {
        const heir = addedNodes[at];
        if (heir && heirs.length < MOST_HEIRS) heirs.push([gone, heir]);
      });
      return false;
    }
    return matters(before) || matters(after);
  }

  const it: Changes = {
    looked: 0,
    heard(records) {
      for (const record of records) {
        if (dirty) return;
        const { type, target } = record;
        if (type === 'childList') dirty = came(record);
        else if (type === 'characterData') {
          it.looked++;
          captions ??= new Set(shown.filter(({ text }) => telling(text)).map(({ holder }) => holder));
          dirty =
            ++texts > MOST_TEXTS ||
            (target.parentElement !== null && captions.has(target.parentElement)) ||
            telling((target.nodeValue ?? '').trim());
        }
      }
    },
    owed(roots) {
      // A frame that has gone to another page, an element that has been drawn since.
      dirty ||= roots.some((root) => root.nodeType === 9 && !(root as Document).defaultView);
      dirty ||= unborn > 0 && unbornIn(roots) !== unborn;
      if (!dirty && moved) dirty = countAll(roots) !== expected;
      moved = false;
      texts = 0;
      sorts.clear();
      lists.clear();
      return dirty;
    },
    heirOf(element) {
      let at: Node = element;
      for (const [gone, heir] of heirs) if (gone.contains(at)) at = followed(gone, heir, at) ?? at;
      return at !== element && at.isConnected && at.nodeName === element.nodeName ? (at as Element) : null;
    },
    followed() {
      heirs = [];
    },
    settled(roots, pieces) {
      shown = pieces;
      captions = null;
      heirs = [];
      dirty = false;
      moved = false;
      expected = countAll(roots);
      unborn = unbornIn(roots);
    },
  };
  return it;
}
