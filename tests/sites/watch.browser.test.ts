import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watch, type WatchOptions } from '../../sites/watch.ts';
import type { Reading } from '../../sites/model.ts';
import { el, SheetPage, weda } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A window of our own: the address and the visibility of the test page cannot be chosen. */
class FakeWindow extends EventTarget {
  location = { href: '' };
  document = document;
}

let clock: VirtualClock;
let page: SheetPage;
let life: AbortController;
let win: FakeWindow;
let readings: Array<Reading | null>;
let looks: number;
let troubles: unknown[];
let visibility: DocumentVisibilityState;

const start = (more: Partial<WatchOptions> = {}) => {
  const watcher = watch({
    win: win as unknown as Window,
    profile: weda,
    own: () => null,
    onReading: (reading) => readings.push(reading),
    onLook: () => looks++,
    onTrouble: (error) => troubles.push(error),
    signal: life.signal,
    clock,
    ...more,
  });
  clock.due();
  return watcher;
};

/** Lets the mutation observer speak, then time pass. */
const pass = async (ms: number) => {
  await Promise.resolve();
  await clock.wait(ms);
};
const amo = () => readings.at(-1)?.fields['tp.amo']?.value;

beforeEach(() => {
  clock = new VirtualClock();
  page = new SheetPage(clock);
  life = new AbortController();
  win = new FakeWindow();
  win.location.href = page.url;
  readings = [];
  troubles = [];
  looks = 0;
  visibility = 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
});
afterEach(() => {
  life.abort();
  Reflect.deleteProperty(document, 'visibilityState');
});

describe('watching a page', () => {
  it('reads in the next task, then tells only what differs', async () => {
    start();
    expect(readings).toHaveLength(1);
    page.root.append(el('p', {}, 'Bonjour'));
    await pass(500);
    expect(looks).toBeGreaterThan(1);
    expect(readings).toHaveLength(1);
    page.model.amo = true;
    page.draw();
    await pass(100);
    expect(readings).toHaveLength(2);
    expect(amo()).toBe(true);
  });

  it('hears a text that changes in place', async () => {
    start();
    const mode = document.querySelector('vz-mode-teletrans > div') as Element;
    mode.append('');
    await pass(500);
    (mode.lastChild as Text).data = 'SV';
    await pass(100);
    expect(readings.at(-1)?.fields.mode?.value).toBe('sans-vitale');
  });

  it('hears a box that the person ticks, even when the page stops the event', async () => {
    start();
    const box = document.querySelector('#mat-checkbox-1-input') as HTMLInputElement;
    box.addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true });
    box.click();
    await pass(100);
    expect(amo()).toBe(true);
  });

  it('notices within a second a box that a script unticks in silence', async () => {
    start();
    (document.querySelector('#mat-checkbox-1-input') as HTMLInputElement).checked = true;
    await pass(1000);
    expect(amo()).toBe(true);
  });

  it('notices another address, and no known screen any more', async () => {
    start();
    win.location.href = page.url.replace('65407357', '70011223');
    win.dispatchEvent(new Event('popstate'));
    await pass(100);
    expect(readings.at(-1)?.patient.marker).toBe('70011223');
    win.location.href = 'https://secure.weda.fr/ailleurs';
    await pass(1000);
    expect(readings.at(-1)).toBeNull();
  });

  it('waits before it says that a field is missing, and says it without any further change', async () => {
    page = new SheetPage(clock, { shift: true });
    start();
    expect(readings.at(-1)).toMatchObject({ settled: false, changed: [] });
    await pass(4000);
    expect(readings.at(-1)).toMatchObject({ settled: true, changed: ['tp.amo', 'tp.amc'] });
  });

  it('does not look at all while the tab is hidden, and at once when it is seen again', async () => {
    start();
    visibility = 'hidden';
    page.model.amo = true;
    page.draw();
    await pass(5000);
    expect(readings).toHaveLength(1);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(amo()).toBe(true);
  });

  it('takes no notice of our own element', async () => {
    const own = el('div');
    start({ own: () => own });
    await pass(0);
    const before = looks;
    document.documentElement.append(own);
    own.title = 'Volet';
    own.remove();
    await pass(500);
    expect(looks).toBe(before);
  });

  it('is quiet for good once called off', async () => {
    start();
    life.abort();
    page.model.amo = true;
    page.draw();
    await pass(5000);
    expect(readings).toHaveLength(1);
  });

  it('reports again on demand, changed or not', () => {
    const watcher = start();
    watcher.refresh();
    expect(readings).toHaveLength(2);
  });

  it('keeps its own failures to itself, and goes on', async () => {
    let broken = true;
    start({
      onReading: (reading) => {
        if (broken) throw new Error('panne');
        readings.push(reading);
      },
    });
    expect(troubles).toHaveLength(1);
    broken = false;
    page.model.amo = true;
    page.draw();
    await pass(100);
    expect(amo()).toBe(true);
  });
});

describe('a storm', () => {
  const storm = async (times: number, every: number) => {
    for (let time = 0; time < times; time++) {
      page.root.append(el('i'));
      await pass(every);
    }
  };

  it('of one burst costs one look', async () => {
    start();
    const before = looks;
    for (let time = 0; time < 1000; time++) page.root.append(el('i'));
    await pass(200);
    expect(looks - before).toBe(1);
  });

  it('without a pause is looked at less and less often', async () => {
    start();
    const before = looks;
    await storm(100, 50);
    const first = looks - before;
    await storm(100, 50);
    const second = looks - before - first;
    // 10 s of changes every 50 ms: not 200 looks; the heartbeat's own are one a second.
    expect(first).toBeLessThanOrEqual(12);
    expect(second).toBeLessThanOrEqual(8);
  });

  it('that ends is followed by a last look', async () => {
    start();
    await storm(60, 50);
    page.model.amo = true;
    page.draw();
    await pass(100);
    expect(amo()).toBe(true);
  });

  it('of a page that is slow to read leaves it alone for fifty times what a look costs', async () => {
    const times: number[] = [];
    start({
      onLook: () => {
        times.push(clock.now());
        clock.spend(20);
      },
    });
    const before = times.length;
    await storm(40, 100);
    // A look of 20 ms asks for a second of rest: what is left in 4 s are the heartbeat and one look a second.
    expect(times.length - before).toBeLessThanOrEqual(9);
  });
});
