/** Where our frame stands, in CSS pixels of the window. Pure: the frame applies it, tests judge it. */

export interface FramePlace {
  open: boolean;
  side: 'left' | 'right';
  /** Distance from the top of the window, in percent of its height. */
  top: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Layout {
  side: 'left' | 'right';
  top: number;
  width: number;
  height: number;
}

export const TAB = { width: 36, height: 112 } as const;
export const PANEL_WIDTH = 360;
/** Below this height the panel cannot be worked with: it then goes to the other side. */
const USABLE = 320;
/** Kept free around the final button. */
const MARGIN = 8;

const boxOf = ({ side, top, width, height }: Layout, windowWidth: number): Box => {
  const left = side === 'left' ? 0 : windowWidth - width;
  return { left, top, right: left + width, bottom: top + height };
};

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * The wanted place when it leaves every box of `avoid` free; else shorter, else on the other side, else under the
 * button; a panel that fits nowhere shows its tab alone.
 */
export function layOut(
  place: FramePlace,
  size: { width: number; height: number },
  avoid: readonly Box[],
): Layout {
  const width = place.open ? Math.min(PANEL_WIDTH, size.width) : TAB.width;
  const shortest = place.open ? Math.min(USABLE, size.height) : TAB.height;
  const wantedTop = Math.max(0, Math.min((place.top / 100) * size.height, size.height - shortest));
  const boxes = avoid.map(({ left, top, right, bottom }) => ({
    left: left - MARGIN,
    top: top - MARGIN,
    right: right + MARGIN,
    bottom: bottom + MARGIN,
  }));

  function on(side: 'left' | 'right'): Layout | null {
    const column = boxOf({ side, top: 0, width, height: size.height }, size.width);
    const walls = boxes.filter((box) => overlaps(column, box)).sort((one, other) => one.top - other.top);
    // Free stretches of the column, from top to bottom.
    const free: Array<{ top: number; bottom: number }> = [];
    let from = 0;
    for (const wall of walls) {
      free.push({ top: from, bottom: wall.top });
      from = Math.max(from, wall.bottom);
    }
    free.push({ top: from, bottom: size.height });
    const fits = free
      .map(({ top, bottom }) => ({ top: Math.max(top, Math.min(wantedTop, bottom - shortest)), bottom }))
      .filter(({ top, bottom }) => bottom - top >= shortest)
      .sort((one, other) => Math.abs(one.top - wantedTop) - Math.abs(other.top - wantedTop));
    const [best] = fits;
    if (!best) return null;
    return { side, top: best.top, width, height: place.open ? best.bottom - best.top : TAB.height };
  }

  const other = place.side === 'left' ? 'right' : 'left';
  const found = on(place.side) ?? on(other);
  if (found) return found;
  if (place.open) return layOut({ ...place, open: false }, size, avoid);
  return { side: place.side, top: wantedTop, ...TAB };
}
