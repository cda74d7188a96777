import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Hello, ToSentinel } from '../messages/contract.ts';
import { listen, Orphaned, send } from '../messages/sentinel-client.ts';
import { finalButtons, guardPresses, placeOf } from '../sites/guard.ts';
import type { FramePlace } from '../sites/frame-layout.ts';
import { insertFrame, type HostFrame } from '../sites/host-frame.ts';
import { labelReader } from '../sites/label-slot.ts';
import type { Reading } from '../sites/model.ts';
import { recognise } from '../sites/recognise.ts';
import { watch } from '../sites/watch.ts';

/** ms after a press before we say that the sheet stayed: the slowest answer seen in notes on Weda is 5 s (weda.md 5.5). */
const STAYED = 6_000;

/** WXT types page addresses from generated files; this one is ours to know. */
interface Home {
  getURL(path: string): string;
}

/**
 * A content script by the manifest (wxt.config.ts) and by the sites the user activates, not by WXT's own wrapper: that
 * one weighs 3 kB and speaks to the page.
 */
export default defineUnlistedScript(() => {
  // A task of its own: on a slow PC, waking up and saying hello are each long enough. Nothing of ours may ever show in
  // the page's console, whatever happens.
  setTimeout(begin);
});

/** The sentinel that is in this page: a second coming (a site activated, an update) replaces the first. */
interface Holder {
  voletSentinel?: AbortController;
}

/** A task of its own just after the page was drawn: what is asked of its layout then costs nothing. */
const afterLayout = (part: () => void): void => {
  requestAnimationFrame(() => setTimeout(part));
};

const begin = (as?: string): void => void start(as).catch(() => undefined);

async function start(as?: string): Promise<void> {
  const holder = globalThis as Holder;
  holder.voletSentinel?.abort();
  const life = (holder.voletSentinel = new AbortController());
  const hello = await send('hello', { url: location.href, as } as { url: string });
  // A task of its own: taking the profile in and reading the page for the first time are each short.
  if (hello) setTimeout(() => life.signal.aborted || keepWatch(hello, life));
}

function keepWatch({ profile, others, token, place }: Hello, life: AbortController): void {
  const { signal } = life;
  let reading: Reading | null = null;
  let frame: { view: HostFrame; life: AbortController } | null = null;
  /** With a height, the panel guides the cursor that shows: it stays whether or not a screen is known. */
  let here: FramePlace = place;
  let hold = false;
  let heldOnce = false;
  let pressed = 0;

  const tell: typeof send = async (type, body) => {
    try {
      return await send(type, body);
    } catch (error) {
      if (error instanceof Orphaned) life.abort();
      return null;
    }
  };

  function showFrame(): void {
    if (frame) return frame.view.refresh();
    const frameLife = new AbortController();
    const view = insertFrame({
      doc: document,
      src: () => `${(browser.runtime as unknown as Home).getURL('/panel.html')}#${token}`,
      place: here,
      avoid: () =>
        [...finalButtons(document, location.href, profile), ...(labelReader()?.finals() ?? [])].map(placeOf),
      soon: afterLayout,
      signal: frameLife.signal,
    });
    frame = { view, life: frameLife };
  }

  function hideFrame(): void {
    frame?.life.abort();
    frame = null;
  }

  function settlePress(sign: 'left' | 'stayed'): void {
    if (!pressed) return;
    clearTimeout(pressed);
    pressed = 0;
    void tell('outcome', { sign });
  }

  function onReading(next: Reading | null): void {
    const before = reading;
    reading = next;
    if (next?.screen !== before?.screen || next?.patient.marker !== before?.patient.marker) {
      heldOnce = false;
      if (before) settlePress('left');
    }
    void tell('reading', { reading: next as never });
    if (!next && !here.height) hideFrame();
    // In a task of its own: reading the page and building a frame are each short, together they are long.
    else if (!frame) setTimeout(() => !signal.aborted && (reading || here.height) && showFrame());
  }

  function onMessage(message: ToSentinel): void {
    switch (message.type) {
      case 'guard':
        hold = message.hold;
        break;
      case 'pass':
        heldOnce = true;
        break;
      case 'place':
        if (message.place.open && !here.open) setTimeout(() => frame?.view.focus());
        here = message.place;
        if (reading || here.height) showFrame();
        else hideFrame();
        frame?.view.place(here);
        break;
    }
  }

  const guardFrame = guardPresses(
    window,
    profile,
    () => {
      watcher.refresh();
      const now = reading;
      if (now?.screen !== 'fse') return 'pass';
      const held = hold && !heldOnce;
      void tell('press', { held, reading: now as never });
      if (held) {
        heldOnce = true;
        return 'hold';
      }
      clearTimeout(pressed);
      pressed = window.setTimeout(() => settlePress('stayed'), STAYED);
      return 'pass';
    },
    signal,
  );

  const watcher = watch({
    win: window,
    profile,
    own: () => frame?.view.host ?? null,
    onReading,
    onFrame: guardFrame,
    onLook: () => {
      if (!browser.runtime?.id) return life.abort();
      // What its elements prove goes before what labels only suggest.
      const other = others.find((one) => recognise(document, location.href, one));
      if (other) begin(other.id);
      else if ((reading || here.height) && frame) showFrame();
    },
    signal,
  });

  listen('sentinel', onMessage, signal);
  window.addEventListener('pagehide', () => settlePress('left'), { signal });
  signal.addEventListener('abort', hideFrame);
}
