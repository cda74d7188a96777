/** Where our frame stands, in CSS pixels of the window. Pure: the frame applies it, tests judge it. */

export interface FramePlace {
  open: boolean;
  side: 'left' | 'right';
  /** Distance from the top of the window, in percent of its height. */
  top: number;
  /** At most, in CSS pixels; as high as it can be when not said. */
  height?: number | undefined;
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

export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * The wanted place when it leaves every box of `avoid` free; else shorter, or moved along the same side; else on the
 * other side. A panel that fits nowhere shows its tab alone.
 */
export function layOut(
  place: FramePlace,
  size: { width: number; height: number },
  avoid: readonly Box[],
): Layout {
  const { open } = place;
  const width = open ? Math.min(PANEL_WIDTH, size.width) : TAB.width;
  const least = open ? Math.min(USABLE, size.height) : TAB.height;
  const wanted = Math.max(0, Math.min((place.top / 100) * size.height, size.height - least));

  function on(side: 'left' | 'right'): Layout | null {
    const left = side === 'left' ? 0 : size.width - width;
    const column = { left: left - MARGIN, right: left + width + MARGIN, top: 0, bottom: size.height };
    const walls = avoid
      .filter((box) => overlaps(column, box))
      .map(({ top, bottom }) => ({ top: top - MARGIN, bottom: bottom + MARGIN }));
    const free = (top: number): boolean =>
      top >= 0 &&
      top + least <= size.height &&
      walls.every((wall) => wall.bottom <= top || top + least <= wall.top);
    const [top] = [wanted, ...walls.flatMap((wall) => [wall.bottom, wall.top - least])]
      .filter(free)
      .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted));
    if (top === undefined) return null;
    const end = Math.min(size.height, ...walls.map((wall) => wall.top).filter((edge) => edge >= top + least));
    return { side, top, width, height: open ? Math.min(end - top, place.height ?? Infinity) : TAB.height };
  }

  const found = on(place.side) ?? on(place.side === 'left' ? 'right' : 'left');
  if (found) return found;
  return open ? layOut({ ...place, open: false }, size, avoid) : { side: place.side, top: wanted, ...TAB };
}
