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
/** Of those, when many come at once, one in so many is asked whether it still is of that kind. */
const SAMPLE = 8;
/** Texts looked at between two looks at the page; a page that brings more is read again. */
const MOST_TEXTS = 1_500;
/** Parents that something came under, remembered from look to look. */
const MOST_SORTS = 200;
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
  /** Is a whole reading owed? `roots` are those of the last one; controls are only counted on a page that is calm. */
  owed(roots: ReadonlyArray<Document | ShadowRoot>, calm: boolean): boolean;
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
  let lastTarget: Node | null = null;
  let lastSort: Sort | undefined;
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

  /** One thing more under `target`: once some of its kind were looked into, the next only count. */
  function cameOne(target: Node, node: Node): boolean {
    const name = node.nodeName;
    if (name === 'OPTION' || name === 'OPTGROUP')
      return listFilled(target.nodeName === 'OPTGROUP' ? (target.parentNode ?? target) : target);
    const children = node.nodeType === 1 ? (node as Element).childElementCount : -1;
    const sort = target === lastTarget ? lastSort : sorts.get(target);
    lastTarget = target;
    lastSort = sort;
    const same = sort !== undefined && sort.name === name && sort.children === children;
    if (same && sort.times >= ALIKE) {
      expected += sort.controls;
      return false;
    }
    const one = sketch(node);
    if (!one || matters(one)) return true;
    expected += one.controls;
    if (same && sort.controls === one.controls) sort.times++;
    else {
      lastSort = { name, children, controls: one.controls, times: 1 };
      sorts.set(target, lastSort);
    }
    return false;
  }

  function came(record: MutationRecord): boolean {
    moved = true;
    const { addedNodes, removedNodes } = record;
    const [came, went] = [addedNodes.length, removedNodes.length];
    if (went === 0 && came === 1) return cameOne(record.target, addedNodes[0] as Node);
    if (went === 0 && came > 0 && addedNodes[0]?.nodeName === 'OPTION') return listFilled(record.target);
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
      const last = records.length - 1;
      for (let at = 0; at <= last && !dirty; at++) {
        const record = records[at] as MutationRecord;
        // A long run under one parent: its controls are counted afterwards, and one in eight is looked at.
        if (
          at % SAMPLE !== 0 &&
          at < last &&
          record.target === lastTarget &&
          (lastSort?.times ?? 0) >= ALIKE
        ) {
          expected += lastSort?.controls ?? 0;
          continue;
        }
        const { type } = record;
        if (type === 'childList') dirty = came(record);
        else if (type === 'characterData') {
          const { target } = record;
          it.looked++;
          captions ??= new Set(shown.filter(({ text }) => telling(text)).map(({ holder }) => holder));
          dirty =
            ++texts > MOST_TEXTS ||
            (target.parentElement !== null && captions.has(target.parentElement)) ||
            telling((target.nodeValue ?? '').trim());
        }
      }
    },
    owed(roots, calm) {
      // A frame that has gone to another page, an element that has been drawn since.
      dirty ||= roots.some((root) => root.nodeType === 9 && !(root as Document).defaultView);
      dirty ||= unborn > 0 && unbornIn(roots) !== unborn;
      if (!dirty && moved && calm) {
        dirty = countAll(roots) !== expected;
        moved = false;
      }
      texts = 0;
      // One more of each kind is looked into before it is trusted again.
      for (const sort of sorts.values()) sort.times = Math.min(sort.times, ALIKE - 1);
      if (sorts.size > MOST_SORTS) sorts.clear();
      lastTarget = null;
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
      sorts.clear();
      lastTarget = null;
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
