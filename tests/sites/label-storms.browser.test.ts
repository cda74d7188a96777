/** What the label reader does while a page storms, counted in readings and in things looked at: no clock is asked. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putLabelReader } from '../../sites/label-slot.ts';
import type { Reading } from '../../sites/model.ts';
import type { SentinelProfile } from '../../sites/profile.ts';
import { labelReaderOfPage, type Reader } from '../../sites/vocabulary/guess.ts';
import { watch } from '../../sites/watch.ts';
import { addToThread, drawGrid, insertRows } from '../practice/storm/browser/turns.ts';
import { bomb, smallSheet, wall } from '../practice/storm/sheet.ts';
import { el } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

const unknown: SentinelProfile = {
  id: 'guessed',
  name: 'Logiciel inconnu',
  kind: 'ehr',
  hosts: [],
  frames: 'top',
  off: [],
  screens: [],
  evidence: { grade: 'none', checkedOn: '2026-11-26' },
};

let clock: VirtualClock;
let life: AbortController;
let reader: Reader;
let readings: Array<Reading | null>;
let looks: number;

/** Shows a page and lets it come to rest, watched. */
async function show(content: string): Promise<void> {
  document.body.innerHTML = content;
  watch({
    win: window,
    profile: unknown,
    own: () => null,
    onReading: (reading) => readings.push(reading),
    onLook: () => looks++,
    signal: life.signal,
    clock,
  });
  await pass(3_000);
}

/** Lets the mutation observer speak, then time pass. */
async function pass(ms: number): Promise<void> {
  await Promise.resolve();
  await clock.wait(ms);
}

async function storm(turns: number, every: number, turn: (index: number) => void): Promise<void> {
  for (let index = 0; index < turns; index++) {
    turn(index);
    await pass(every);
  }
  await pass(3_000);
}

/** Work done by `storm`: whole readings of the page, and things looked at between them. */
async function workOf(run: () => Promise<unknown>): Promise<{ passes: number; looked: number }> {
  const [passes, looked] = [reader.work.passes, reader.work.looked()];
  await run();
  return { passes: reader.work.passes - passes, looked: reader.work.looked() - looked };
}

const value = (field: keyof Reading['fields']) => readings.at(-1)?.fields[field]?.value;
const one = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
const row = (label: string) => el('div.f', {}, el('label', {}, label, el('input')));

beforeEach(() => {
  clock = new VirtualClock();
  life = new AbortController();
  reader = labelReaderOfPage();
  putLabelReader(reader);
  readings = [];
  looks = 0;
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
  putLabelReader({ guess: () => ({ reading: null, roots: [] }), finals: () => [] });
});

describe('a storm that means nothing', () => {
  it('of a thousand rows of text is never read', async () => {
    await show(`${smallSheet()}<table><tbody id="pluie"></tbody></table>`);
    expect(readings.at(-1)?.screen).toBe('fse');
    const work = await workOf(() => storm(20, 50, (turn) => insertRows(50, turn)));
    expect(document.querySelectorAll('#pluie tr')).toHaveLength(1_000);
    expect(work.passes).toBe(0);
    expect(work.looked).toBeLessThanOrEqual(200);
    expect(looks).toBeGreaterThan(1);
  });

  it('of a grid of 150 × 8 fields that is drawn again and again is never read', async () => {
    await show(`${smallSheet()}<div id="grille"></div>`);
    drawGrid(0);
    await pass(3_000);
    const work = await workOf(() => storm(30, 200, drawGrid));
    expect(document.querySelectorAll('#grille input')).toHaveLength(1_200);
    expect(work.passes).toBe(0);
    // A table and its eight titles, before and after, at each turn.
    expect(work.looked).toBeLessThanOrEqual(30 * 2 * 10);
  });

  it('of a list that grows as it is scrolled is never read', async () => {
    await show(`${smallSheet()}<div id="fil"></div>`);
    const work = await workOf(() => storm(100, 50, addToThread));
    expect(document.querySelectorAll('#fil input')).toHaveLength(4_000);
    expect(work.passes).toBe(0);
    expect(work.looked).toBeLessThanOrEqual(1_000);
  });

  it('of typing on a wall of a thousand fields reads values alone', async () => {
    await show(wall(1_000));
    expect(readings.at(-1)?.screen).toBe('fse');
    const inputs = [...document.querySelectorAll('input')].slice(0, 50);
    const work = await workOf(() =>
      storm(50, 100, (turn) => {
        const input = inputs[turn] as HTMLInputElement;
        input.value = String(turn);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    expect(work).toEqual({ passes: 0, looked: 0 });
    one('#w_qte').dispatchEvent(new Event('input', { bubbles: true }));
    (one('#w_qte') as HTMLInputElement).value = '3';
    await pass(500);
    expect(value('acte.quantite')).toBe(3);
    expect(reader.work.passes).toBe(1);
  });

  it('of texts made to explode patterns is looked at within bounds', async () => {
    await show(smallSheet());
    const box = document.createElement('div');
    document.body.append(box);
    await pass(3_000);
    const work = await workOf(() => storm(5, 500, () => (box.innerHTML = bomb())));
    // Whatever a turn brings, a bounded number of texts is looked at, and at most one reading a look follows.
    expect(work.looked).toBeLessThanOrEqual(5 * 4_000);
    expect(work.passes).toBeLessThanOrEqual(5 * 2);
    expect(readings.at(-1)?.screen).toBe('fse');
  });

  it('of changes that mean something each time is read less and less often', async () => {
    await show(smallSheet());
    const counts: number[] = [];
    for (let part = 0; part < 2; part++) {
      const { passes } = await workOf(async () => {
        for (let turn = 0; turn < 200; turn++) {
          document.body.append(row(`Montant ${part}.${turn}`));
          await pass(50);
        }
      });
      counts.push(passes);
    }
    // 10 s of a new amount every 50 ms: the pace and, on a sheet, one look a second.
    expect(counts[0]).toBeLessThanOrEqual(16);
    expect(counts[1]).toBeLessThanOrEqual(14);
  });
});

describe('what means something is noticed', () => {
  const noticed = async (change: () => void): Promise<void> => {
    const work = await workOf(async () => {
      change();
      await pass(500);
    });
    expect(work.passes).toBe(1);
  };

  it('a field that comes', async () => {
    await show(smallSheet().replace(/<div class="f"><label for="qte">.*?<\/div>/, ''));
    expect(readings.at(-1)?.fields).not.toHaveProperty(['acte.quantite']);
    await noticed(() =>
      one('#acte').after(el('div.f', {}, el('label', {}, 'Quantité', el('input', { value: '2' })))),
    );
    expect(value('acte.quantite')).toBe(2);
  });

  it('a field behind a thousand rows of text that come with it', async () => {
    await show(`${smallSheet()}<div id="fil"></div>`);
    await noticed(() => {
      for (let index = 0; index < 1_000; index++) one('#fil').append(el('div', {}, `Ligne ${index}`));
      one('#fil').append(el('div', {}, row('Ligne')));
      one('#fil').append(el('div', {}, el('input')));
    });
  });

  it('a rival that makes a field doubtful', async () => {
    await show(smallSheet());
    expect(readings.at(-1)?.fields).toHaveProperty(['mode']);
    const list = one('#mode').cloneNode(true) as HTMLElement;
    list.id = 'autre';
    const twin = el('p', {}, el('label', {}, 'Mode de sécurisation', list));
    await noticed(() => document.body.append(twin));
    expect(readings.at(-1)?.fields).not.toHaveProperty(['mode']);
    await noticed(() => twin.remove());
    expect(readings.at(-1)?.fields).toHaveProperty(['mode']);
  });

  it('a rival that is hidden meanwhile', async () => {
    await show(smallSheet());
    const twin = one('#qte').parentElement?.cloneNode(true) as HTMLElement;
    twin.hidden = true;
    await noticed(() => document.body.append(twin));
    (twin.querySelector('input') as HTMLInputElement).value = '7';
    await noticed(() => {
      twin.hidden = false;
      (one('#qte').parentElement as HTMLElement).hidden = true;
      document.body.click();
    });
    expect(value('acte.quantite')).toBe(7);
  });

  it('a grid drawn again under other titles', async () => {
    await show(`${smallSheet()}<div id="grille"></div>`);
    drawGrid(0);
    await pass(3_000);
    await noticed(() => {
      drawGrid(1);
      one('#grille th').textContent = 'Date des soins';
    });
  });

  it('the choices of a list that come later', async () => {
    await show(
      smallSheet().replace(/<label for="mode">.*?<\/label>(<select id="mode">).*?<\/select>/, '$1</select>'),
    );
    expect(readings.at(-1)?.fields).not.toHaveProperty(['mode']);
    await noticed(() => {
      for (const mode of ['SESAM Vitale', 'SESAM sans Vitale', 'Dégradé'])
        one('#mode').append(el('option', {}, mode));
    });
    expect(value('mode')).toBe('vitale');
  });

  it('another patient, in the same place or in a place of his own', async () => {
    await show(smallSheet());
    expect(value('patient.naissance')).toBe('1955-06-15');
    const date = () => [...document.querySelectorAll('#feuille p b')][1] as HTMLElement;
    const work = await workOf(async () => {
      (date().firstChild as Text).data = '01/02/1960';
      await pass(500);
      expect(value('patient.naissance')).toBe('1960-02-01');
      date().replaceWith(el('b', {}, '03/04/1970'));
      await pass(500);
      expect(value('patient.naissance')).toBe('1970-04-03');
    });
    // Drawn again as it was: the new element is read without reading the page.
    expect(work.passes).toBe(0);
    await noticed(() => date().replaceWith(el('span', {}, '05/06/1980')));
    expect(value('patient.naissance')).toBe('1980-06-05');
  });

  it('a caption that becomes another', async () => {
    await show(smallSheet());
    expect(readings.at(-1)?.fields).toHaveProperty(['acte.quantite']);
    await noticed(() => ((one('label[for=qte]').firstChild as Text).data = 'Coefficient'));
    expect(readings.at(-1)?.fields).not.toHaveProperty(['acte.quantite']);
  });

  it('a frame that comes', async () => {
    await show(smallSheet());
    await noticed(() => document.body.append(document.createElement('iframe')));
  });
});
