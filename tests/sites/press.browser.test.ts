import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPresses } from '../../sites/guard.ts';
import { isForbidden, press } from '../../sites/press.ts';
import type { ScreenMap } from '../../sites/profile.ts';
import { el, SheetPage, weda } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

const screen = weda.screens[0] as ScreenMap;
let page: SheetPage;
let life: AbortController;
beforeEach(() => {
  page = new SheetPage(new VirtualClock());
  life = new AbortController();
});
afterEach(() => life.abort());

const button = (text: string) =>
  [...page.root.querySelectorAll('button')].find((found) => found.textContent === text) as HTMLButtonElement;

describe('pressing', () => {
  it('refuses the final button, its words inside, and whatever holds it', () => {
    const final = button('Sécuriser');
    for (const target of [
      final,
      final.firstElementChild as Element,
      button('Sécuriser, suspendre'),
      page.root,
    ]) {
      expect(press(target, screen)).toBe(false);
    }
    expect(page.secured).toBe(0);
  });

  it.each([
    'Valider',
    'VALIDER',
    'Transmettre la FSE',
    ' Signer ',
    'Télétransmettre',
    'Envoyer la facture sans SCOR',
  ])('refuses « %s », which no profile names', (words) => {
    const clicked = vi.fn();
    const other = el('button', { type: 'button' }, el('span', {}, words));
    other.addEventListener('click', clicked);
    page.root.append(other);
    expect(press(other.firstElementChild as Element, screen)).toBe(false);
    expect(clicked).not.toHaveBeenCalled();
  });

  it('refuses an icon inside a button that says so', () => {
    const icon = el('i');
    page.root.append(el('button', { type: 'button' }, 'Valider', icon));
    expect(press(icon, screen)).toBe(false);
  });

  it('refuses a button that only says so to a screen reader, or in its value', () => {
    const silent = el('button', { 'aria-label': 'Valider', type: 'button' });
    const submit = el('input', { type: 'submit', value: 'Sécuriser' });
    page.root.append(silent, submit);
    expect(isForbidden(silent, screen)).toBe(true);
    expect(isForbidden(submit, screen)).toBe(true);
  });

  it('refuses what is disabled or gone', () => {
    const gone = el('button', {}, 'Dégradé');
    expect(press(gone, screen)).toBe(false);
    gone.setAttribute('disabled', '');
    page.root.append(gone);
    expect(press(gone, screen)).toBe(false);
  });

  it('gives exactly one click to anything else', () => {
    const clicked = vi.fn();
    const other = el('button', { type: 'button' }, 'Dégradé');
    other.addEventListener('click', clicked);
    page.root.append(other);
    expect(press(other, screen)).toBe(true);
    expect(clicked).toHaveBeenCalledTimes(1);
  });
});

describe('holding a press', () => {
  class FakeWindow extends EventTarget {
    location = { href: page.url };
    document = document;
  }
  /** The fake window hears what the real one hears. */
  function guarded(decide: Parameters<typeof guardPresses>[2], href = page.url): void {
    const win = new FakeWindow();
    win.location.href = href;
    const listen = (type: string, run: EventListener, options: AddEventListenerOptions) =>
      window.addEventListener(type, run, options);
    Object.assign(win, { addEventListener: listen });
    guardPresses(win as unknown as Window, weda, decide, life.signal);
  }

  it('keeps a held press from the page', () => {
    guarded(() => 'hold');
    (button('Sécuriser').firstElementChild as HTMLElement).click();
    button('Sécuriser, suspendre').click();
    expect(page.secured).toBe(0);
  });

  it('lets a press pass, and other buttons go by unasked', () => {
    const decide = vi.fn(() => 'pass' as const);
    guarded(decide);
    page.root.append(el('button', { type: 'button' }, 'Fermer'));
    button('Fermer').click();
    expect(decide).not.toHaveBeenCalled();
    button('Sécuriser').click();
    expect(decide).toHaveBeenCalledTimes(1);
    expect(page.secured).toBe(1);
  });

  it('fails open', () => {
    guarded(() => {
      throw new Error('panne');
    });
    button('Sécuriser').click();
    expect(page.secured).toBe(1);
  });

  it('holds nothing on a screen it does not know', () => {
    guarded(() => 'hold', 'https://secure.weda.fr/ailleurs');
    button('Sécuriser').click();
    expect(page.secured).toBe(1);
  });

  it('ends when called off', () => {
    guarded(() => 'hold');
    life.abort();
    button('Sécuriser').click();
    expect(page.secured).toBe(1);
  });
});
