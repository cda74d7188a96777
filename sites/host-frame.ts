/**
 * Our one element in the page: a plain box holding, in a closed shadow root, the frame of the panel. Styled through
 * CSSOM only (a page's CSP may refuse style elements), without opacity, filter or transform (they would make the
 * browser say that the panel is not truly visible).
 */
import { layOut, type Box, type FramePlace } from './frame-layout.ts';

export interface FrameOptions {
  doc: Document;
  /** Address of the panel, asked at each insertion. */
  src: () => string;
  place: FramePlace;
  /** Boxes that must stay free: the software's final buttons as they stand in the window now. */
  avoid: () => Box[];
  /** When to lay the frame out, and to bring it in; by default at once. */
  soon?: (part: () => void) => void;
  signal: AbortSignal;
}

export interface HostFrame {
  host: HTMLElement;
  place(place: FramePlace): void;
  /** Puts the frame back if the page removed it, and out of the way of the final button. Cheap: call it at each look. */
  refresh(): void;
  /** Gives the keyboard to the panel. */
  focus(): void;
}

/** Above the page and its dialogs (Weda: 1000). */
const LAYER = '2147483646';
const mark = 'data-volet-teleexpertise';
/** A page that keeps removing us is left alone after this many insertions, each waiting twice as long. */
const MOST_INSERTIONS = 5;
const FIRST_DELAY = 500;

type Styles = Record<string, string>;

function dress(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

const bare: Styles = { margin: '0', padding: '0', border: '0', display: 'block', 'color-scheme': 'normal' };

export function insertFrame(options: FrameOptions): HostFrame {
  const { doc, src, avoid, signal, soon = (part) => part() } = options;
  let { place } = options;
  const win = doc.defaultView ?? window;
  // A frame of ours from before the extension was reloaded talks to nobody any more.
  for (const orphan of doc.querySelectorAll(`[${mark}]`)) orphan.remove();

  const host = doc.createElement('div');
  host.setAttribute(mark, '');
  const frame = doc.createElement('iframe');
  frame.title = 'Volet Téléexpertise';
  frame.allow = 'clipboard-write';
  dress(host, { ...bare, position: 'fixed', 'z-index': LAYER, bottom: 'auto', 'max-width': '100vw' });
  dress(frame, { ...bare, width: '100%', height: '100%', background: 'transparent' });
  // `delegatesFocus`: when a write has moved the focus, giving it back to the host gives it back to the panel.
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });

  let inserted = 0;
  let nextInsertion = 0;
  let asked = false;

  function lay(): void {
    const size = { width: win.innerWidth, height: win.innerHeight };
    const { side, top, width, height } = layOut(place, size, avoid());
    dress(host, {
      top: `${Math.round(top)}px`,
      width: `${Math.round(width)}px`,
      height: `${Math.round(height)}px`,
      left: side === 'left' ? '0' : 'auto',
      right: side === 'right' ? '0' : 'auto',
    });
  }

  function insert(): void {
    const now = performance.now();
    if (signal.aborted || host.isConnected || inserted >= MOST_INSERTIONS || now < nextInsertion) return;
    nextInsertion = now + FIRST_DELAY * 2 ** inserted;
    inserted++;
    doc.documentElement.append(host);
    // Dear enough for a task of its own. The address first: an empty frame would be made before ours.
    soon(() => {
      frame.src = src();
      root.append(frame);
    });
  }

  // Where the page's buttons stand is asked when the browser has laid the page out anyway. Dressed before it comes in:
  // one change for the page's own observers instead of ten; and an iframe costs a task of its own.
  function refresh(): void {
    if (asked) return;
    asked = true;
    soon(() => {
      asked = false;
      if (signal.aborted) return;
      lay();
      if (!host.isConnected) soon(insert);
    });
  }

  win.addEventListener('resize', refresh, { passive: true, signal });
  win.addEventListener('scroll', refresh, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => host.remove());

  refresh();
  return {
    host,
    refresh,
    place(next) {
      place = next;
      lay();
    },
    focus: () => frame.focus(),
  };
}
