import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, overlaps, PANEL_WIDTH, TAB, type Box, type FramePlace } from '../../sites/frame-layout.ts';

const size = { width: 1280, height: 800 };
const boxOf = ({ side, top, width, height }: ReturnType<typeof layOut>, windowWidth: number): Box => {
  const left = side === 'left' ? 0 : windowWidth - width;
  return { left, right: left + width, top, bottom: top + height };
};
const button = (left: number, top: number): Box => ({ left, top, right: left + 120, bottom: top + 36 });

describe('where the panel stands', () => {
  it('is where it was put when nothing is in the way', () => {
    expect(layOut({ open: false, side: 'right', top: 10 }, size, [])).toEqual({
      side: 'right',
      top: 80,
      ...TAB,
    });
    expect(layOut({ open: true, side: 'left', top: 10 }, size, [])).toEqual({
      side: 'left',
      top: 80,
      width: PANEL_WIDTH,
      height: 720,
    });
  });

  it('ends above a final button at the foot of the page', () => {
    const { side, top, height } = layOut({ open: true, side: 'right', top: 10 }, size, [button(1100, 700)]);
    expect([side, top, top + height]).toEqual(['right', 80, 692]);
  });

  it('goes below one at the top', () => {
    const { side, top } = layOut({ open: true, side: 'right', top: 0 }, size, [button(1100, 40)]);
    expect([side, top]).toEqual(['right', 84]);
  });

  it('changes side when too little is left', () => {
    expect(
      layOut({ open: true, side: 'right', top: 0 }, { width: 1280, height: 500 }, [button(1100, 240)]).side,
    ).toBe('left');
  });

  it('shows its tab alone when there is no room anywhere', () => {
    const { width } = layOut({ open: true, side: 'right', top: 0 }, { width: 360, height: 500 }, [
      button(100, 240),
    ]);
    expect(width).toBe(TAB.width);
  });

  it('stays inside the window, however low it was put', () => {
    const { top, height } = layOut({ open: false, side: 'right', top: 90 }, { width: 400, height: 300 }, []);
    expect(top + height).toBeLessThanOrEqual(300);
  });

  it('never covers a final button of an ordinary window', () => {
    const place = fc.record<FramePlace>({
      open: fc.boolean(),
      side: fc.constantFrom('left', 'right'),
      top: fc.double({ min: 0, max: 90, noNaN: true }),
    });
    const windowSize = fc.record({
      width: fc.integer({ min: 800, max: 2000 }),
      height: fc.integer({ min: 500, max: 1200 }),
    });
    const buttons = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(place, windowSize, buttons, (wanted, window, places) => {
        const boxes = places.map(([x, y]) => button(x * (window.width - 120), y * (window.height - 36)));
        const box = boxOf(layOut(wanted, window, boxes), window.width);
        return (
          boxes.every((other) => !overlaps(box, other)) && box.top >= 0 && box.bottom <= window.height + 0.001
        );
      }),
      { numRuns: 2000 },
    );
  });
});
