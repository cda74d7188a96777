/** The software's own final button, seen before the software sees it. Fails open: any trouble lets the press pass. */
import { actionElements } from './press.ts';
import { recognise } from './recognise.ts';
import type { SentinelProfile } from './profile.ts';

export type Decide = (button: Element, event: Event) => 'hold' | 'pass';

/** Final buttons shown now, in document order. */
export function finalButtons(doc: Document, url: string, profile: SentinelProfile): Element[] {
  const actions = Object.values(recognise(doc, url, profile)?.actions ?? {});
  return actions.filter(({ never }) => never).flatMap((action) => actionElements(doc, action));
}

/** Where an element of a frame stands in the window of the page. */
export function placeOf(element: Element): { left: number; top: number; right: number; bottom: number } {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  const at = frame ? placeOf(frame) : { left: 0, top: 0 };
  return { left: at.left + left, top: at.top + top, right: at.left + right, bottom: at.top + bottom };
}

/**
 * Asks `decide` at each press of a final button, by hand, keyboard or another extension. Listens on the window in the
 * capture phase: a held press reaches nothing of the page. Gives back what listens in a frame as well.
 */
export function guardPresses(
  win: Window,
  profile: SentinelProfile,
  decide: Decide,
  signal: AbortSignal,
): (frame: Document) => void {
  const onClick = (event: Event): void => {
    let verdict: 'hold' | 'pass' = 'pass';
    try {
      const path = event.composedPath();
      const button = finalButtons(win.document, win.location.href, profile).find((final) =>
        path.includes(final),
      );
      if (button) verdict = decide(button, event);
    } catch {
      return;
    }
    if (verdict !== 'hold') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  win.addEventListener('click', onClick, { capture: true, signal });
  return (frame) => frame.defaultView?.addEventListener('click', onClick, { capture: true, signal });
}
