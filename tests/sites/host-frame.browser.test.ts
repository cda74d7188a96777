import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertFrame, type FrameOptions } from '../../sites/host-frame.ts';
import type { Box } from '../../sites/frame-layout.ts';

let life: AbortController;
let avoid: Box[];
beforeEach(() => {
  life = new AbortController();
  avoid = [];
});
afterEach(() => life.abort());

const insert = (more: Partial<FrameOptions> = {}) =>
  insertFrame({
    doc: document,
    src: () => 'about:blank',
    place: { open: false, side: 'right', top: 10 },
    avoid: () => avoid,
    signal: life.signal,
    ...more,
  });
const ours = () => document.documentElement.querySelectorAll(':scope > [data-volet-teleexpertise]');

describe('our frame in the page', () => {
  it('is one plain element, closed, at the edge, and is not seen through', () => {
    const { host } = insert();
    expect(host.parentElement).toBe(document.documentElement);
    expect(host.shadowRoot).toBeNull();
    const { left, right, width, height } = host.getBoundingClientRect();
    expect([right, width]).toEqual([document.documentElement.clientWidth, 36]);
    expect(left).toBeGreaterThan(0);
    expect(height).toBeGreaterThan(0);
    const { opacity, filter, transform, position } = getComputedStyle(host);
    expect([opacity, filter, transform, position]).toEqual(['1', 'none', 'none', 'fixed']);
  });

  it('withstands a page that styles everything', () => {
    const style = document.createElement('style');
    style.textContent =
      'div { display: none !important; opacity: .5; width: 5px !important; position: static !important }';
    document.head.append(style);
    const { host } = insert();
    expect(getComputedStyle(host).display).toBe('block');
    expect(host.getBoundingClientRect().width).toBe(36);
    style.remove();
  });

  it('opens, changes side, and moves', () => {
    const frame = insert();
    frame.place({ open: true, side: 'left', top: 25 });
    const { left, top, width, bottom } = frame.host.getBoundingClientRect();
    expect([left, width, bottom]).toEqual([0, 360, innerHeight]);
    expect(Math.abs(top - innerHeight / 4)).toBeLessThanOrEqual(1);
  });

  it('leaves the final button free, wherever it goes', () => {
    const frame = insert({ place: { open: true, side: 'right', top: 0 } });
    const { host } = frame;
    const width = document.documentElement.clientWidth;
    for (const top of [0, 60, 200, innerHeight - 40]) {
      avoid = [{ left: width - 120, right: width - 20, top, bottom: top + 32 }];
      frame.refresh();
      const box = host.getBoundingClientRect();
      const apart =
        box.right <= width - 120 || box.left >= width - 20 || box.bottom <= top || box.top >= top + 32;
      expect(apart).toBe(true);
    }
  });

  it('comes back when the page removes it, but does not fight', async () => {
    const frame = insert();
    frame.host.remove();
    frame.refresh();
    expect(ours()).toHaveLength(0);
    await expect.poll(() => (frame.refresh(), ours().length), { timeout: 2000 }).toBe(1);
    for (let time = 0; time < 50; time++) {
      frame.host.remove();
      frame.refresh();
    }
    expect(ours()).toHaveLength(0);
  });

  it('is there once: an orphan of a former version goes', () => {
    const first = insert();
    insert();
    expect(ours()).toHaveLength(1);
    expect(first.host.isConnected).toBe(false);
  });

  it('goes away when called off, and stays away', () => {
    const frame = insert();
    life.abort();
    frame.refresh();
    expect(ours()).toHaveLength(0);
  });
});
