/**
 * Pages drawn by coordinates (WebDev, uniGUI and their kin): what stands beside a field on the screen is elsewhere in the
 * document, so that the order of the document says nothing. Here, and only here, places on the screen are measured.
 */
import type { Said } from './evidence.ts';
import type { Section } from './lexicon.ts';
import type { Control, Piece, Scene } from './scene.ts';

/** Fields looked at to tell such a page, how many must be placed, and how far up their place may be given. */
const LOOKED_AT = 10;
const FEWEST = 4;
const MOST_UP = 3;
/** CSS pixels between a field and its words: beside it, after a box, above it. */
const BESIDE = 160;
const AFTER_BOX = 30;
const ABOVE = 30;
const SLACK = 6;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

const hasWords = (control: Control): boolean =>
  control.tied !== '' ||
  (control.marked &&
    (control.element.hasAttribute('aria-label') || control.element.hasAttribute('aria-labelledby')));

/** The element that places this control, and nothing else, by coordinates. */
function placedBy({ element }: Control): Element | null {
  let at: Element | null = element;
  for (let step = 0; at && step < MOST_UP; step++, at = at.parentElement) {
    if (step > 0 && at.querySelectorAll('input,select,textarea').length > 1) return null;
    const view = at.ownerDocument.defaultView;
    if (view && /^(absolute|fixed)$/.test(view.getComputedStyle(at).position)) return at;
  }
  return null;
}

function isPlaced(scene: Scene): boolean {
  const first: Control[] = [];
  for (const control of scene.controls) {
    if (control.carrier === 'box' || hasWords(control)) continue;
    if (first.push(control) === LOOKED_AT) break;
  }
  if (first.length < FEWEST) return false;
  return first.filter((control) => placedBy(control)).length >= Math.max(FEWEST, first.length * 0.7);
}

const sameLine = (one: Box, other: Box): boolean => {
  const middle = (other.top + other.bottom) / 2;
  return middle > one.top - SLACK / 2 && middle < one.bottom + SLACK / 2;
};
const alignedUnder = (one: Box, above: Box): boolean =>
  above.bottom <= one.top + SLACK && above.left < one.right && above.left > one.left - 2 * SLACK;
const holds = (box: Box, one: Box): boolean => {
  const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2];
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
};
const sizeOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);

export interface Placed {
  /** The words that stand where those of the field would. */
  said(control: Control): Said[];
  /** The part of the page in whose frame the field stands. */
  section(control: Control): Section | undefined;
}

/** @param meaning the part of a page that a caption opens. `null` where the order of the document can be trusted. */
export function placedOn(scene: Scene, meaning: (piece: Piece) => Section | undefined): Placed | null {
  if (!isPlaced(scene)) return null;
  const boxes = new Map(scene.controls.map((one) => [one, one.element.getBoundingClientRect()] as const));
  const controls = [...boxes.values()];
  const texts = scene.pieces
    .filter(({ holder, words }) => words !== '' && holder.childElementCount === 0)
    .map((piece) => ({ piece, box: piece.holder.getBoundingClientRect() }));

  const frames = texts.flatMap(({ piece }) => {
    const frame = piece.holder.parentElement?.getBoundingClientRect();
    const inside = frame ? controls.filter((one) => holds(frame, one)).length : 0;
    return frame && inside > 0 && inside < controls.length * 0.7
      ? [{ box: frame, section: meaning(piece) }]
      : [];
  });
  frames.sort((one, other) => sizeOf(one.box) - sizeOf(other.box));

  const closest = (
    control: Box,
    gapOf: (text: Box) => number | null,
  ): { text: string; gap: number; box: Box } | null => {
    let best: { text: string; gap: number; box: Box } | null = null;
    for (const { piece, box } of texts) {
      const gap = box === control ? null : gapOf(box);
      if (gap !== null && gap >= -SLACK && gap < (best?.gap ?? Infinity))
        best = { text: piece.text, gap, box };
    }
    return best;
  };

  function said(control: Control, depth = 0): Said[] {
    const own = boxes.get(control);
    if (!own) return [];
    if (control.carrier === 'box') {
      const after = closest(own, (text) => (sameLine(own, text) ? text.left - own.right : null));
      if (after && after.gap < AFTER_BOX) return [{ text: after.text, evidence: 'after' }];
    }
    const before = closest(own, (text) => (sameLine(own, text) ? own.left - text.right : null));
    const between =
      before &&
      controls.some(
        (one) => sameLine(own, one) && one.left >= before.box.right - SLACK && one.right <= own.left + SLACK,
      );
    if (before && before.gap < BESIDE && !between) return [{ text: before.text, evidence: 'before' }];
    const above = closest(own, (text) => (alignedUnder(own, text) ? own.top - text.bottom : null));
    if (above && above.gap < ABOVE) return [{ text: above.text, evidence: 'header' }];
    // A row below another one: the column has the same words.
    const upper = scene.controls.find((one) => {
      const box = boxes.get(one);
      if (!box || one === control) return false;
      const gap = own.top - box.bottom;
      return Math.abs(box.left - own.left) < SLACK && gap > -SLACK && gap < ABOVE;
    });
    return upper && depth < 60 ? said(upper, depth + 1).filter(({ evidence }) => evidence === 'header') : [];
  }

  return {
    said,
    section(control) {
      const own = boxes.get(control);
      return own && frames.find(({ box }) => holds(box, own))?.section;
    },
  };
}
