/** Puts a sheet's truth where tests read it, and logs what happens in the page around it. */
import type { By } from './fse-truth.ts';
import type { Sheet } from './sheet.ts';

type Exposed = Window & { __fse?: unknown };

let isScriptClicking = false;

/**
 * Who is behind an event. What a script's `click()` sets off on a box or through a label is trusted, the click itself
 * is not: all of one task is the script's.
 */
export const byOf = (event: Event): By => (event.isTrusted && !isScriptClicking ? 'user' : 'script');

/** Tells `listen` of every click of `view`, and `byOf` of those no person made. */
export function watchClicks(view: Window, listen: (event: MouseEvent) => void): void {
  view.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) {
        isScriptClicking = true;
        setTimeout(() => (isScriptClicking = false), 0);
      }
      listen(event);
    },
    true,
  );
}

function nameOf(target: EventTarget | null | undefined): string {
  if (!(target instanceof Element)) return 'document';
  const text = (target.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return target.id || target.getAttribute('name') || text || target.localName;
}

/** Clicks and uncaught errors of `view` are the sheet's: call it once for each frame that shows a part of it. */
export function watchPage(sheet: Sheet, view: Window): void {
  watchClicks(view, (event) => {
    const on = nameOf(event.composedPath()[0]);
    sheet.truth.clicks.push({ at: Math.round(performance.now()), on, trusted: event.isTrusted });
  });
  view.addEventListener('error', (event) => sheet.truth.errors.push(event.message));
}

/** The truth is on the top window, whatever the frame the sheet lives in. */
export function expose(sheet: Sheet): void {
  const top = window.top as Exposed | null;
  if (top) top.__fse = sheet.truth;
  (window as Exposed).__fse = sheet.truth;
  watchPage(sheet, window);
}

/** The page's own data, left by the server in a block no CSP forbids. */
export function readIsland<T>(): T {
  const island = document.getElementById('practiceData');
  if (!island) throw new Error('the page has no data');
  return JSON.parse(island.textContent) as T;
}
