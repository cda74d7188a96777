/** Notices what changes on the page and reads it again, seldom enough that the page does not feel it. */
import { framesIn } from './find.ts';
import { labelReader } from './label-slot.ts';
import { pace, type Clock } from './pace.ts';
import { readSteps } from './read.ts';
import type { Reading } from './model.ts';
import type { SentinelProfile } from './profile.ts';

/** Properties change without any mutation (a script unticks a box): the sheet is read again this often, in ms. */
const HEARTBEAT = 1_000;
/** ms of reading before the page gets its turn: with the field that is being read, a task stays under 4 ms. */
const SLICE = 1;

/**
 * `aria-checked` follows a box that a script unticks, `title` carries the birth date, `value` a server-drawn field,
 * `disabled` a control that a re-render locks. `class` and `style` are left out: frameworks rewrite them at every move.
 */
const attributeFilter = ['aria-checked', 'title', 'value', 'disabled'];

export interface WatchOptions {
  win: Window;
  profile: SentinelProfile;
  /** Our own host element, whose coming and going is no news. */
  own: () => Element | null;
  /** Called when what is read differs from the last time; `null` = no known screen any more. */
  onReading: (reading: Reading | null) => void;
  /** Called at each look at a visible page, changed or not: the moment to see that our frame is still there. */
  onLook?: () => void;
  /** A frame of the same origin has come, where the profile looks into them. */
  onFrame?: (frame: Document) => void;
  /** Something of ours failed; the page felt nothing. */
  onTrouble?: (error: unknown) => void;
  signal: AbortSignal;
  clock?: Clock;
}

export interface Watcher {
  /** Reads now and reports even if nothing changed. */
  refresh(): void;
}

const wordsOf = (reading: Reading | null): string => JSON.stringify(reading && { ...reading, at: 0 });

export function watch(options: WatchOptions): Watcher {
  const { win, profile, own, onReading, onLook, onFrame, onTrouble, signal } = options;
  const doc = win.document;
  const clock: Clock = options.clock ?? {
    now: () => performance.timeOrigin + performance.now(),
    after: (ms, run) => {
      const timer = win.setTimeout(run, ms);
      return () => win.clearTimeout(timer);
    },
  };
  let last: Reading | null | undefined;
  let told = '';
  let shownSince = clock.now();
  let quietSince = clock.now();
  let place = '';

  const visible = (): boolean => doc.visibilityState === 'visible';

  /** Stops the reading that is under way, `null` when there is none. */
  let stopReading: (() => void) | null = null;

  /** Reads, in one go when somebody waits for the answer; else in slices, and the page works between two. */
  function look(how: 'calmly' | 'now' = 'calmly'): void {
    if (signal.aborted || !visible()) return;
    // On a slow PC a reading may still be under way: it ends first, or a page that keeps changing would never be read.
    if (stopReading && how === 'calmly') return batch.kick();
    stopReading?.();
    stopReading = null;
    if (profile.frames === 'all') framesIn(doc).forEach(enter);
    const now = clock.now();
    if (place !== win.location.href) {
      place = win.location.href;
      shownSince = now;
    }
    const calm = { shownFor: now - shownSince, quietFor: now - quietSince };
    const steps = readSteps(doc, place, profile, Math.round(now), calm);
    let first = true;
    const slice = (): void => {
      stopReading = null;
      const begun = clock.now();
      try {
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return done(step.value ?? guessed(calm.quietFor, now), how === 'now');
          if (how === 'calmly' && clock.now() - begun >= SLICE) break;
        }
        stopReading = clock.after(0, slice);
      } catch (error) {
        onTrouble?.(error);
      } finally {
        if (!first) batch.cost(clock.now() - begun);
        first = false;
      }
    };
    slice();
  }

  function done(reading: Reading | null, force: boolean): void {
    if (last?.screen !== reading?.screen) shownSince = clock.now();
    last = reading;
    const words = wordsOf(reading);
    if (force || words !== told) {
      told = words;
      onReading(reading);
    }
    onLook?.();
  }

  /** No screen of the profile: what the labels say, where their reader was brought. */
  function guessed(quietFor: number, now: number): Reading | null {
    const guess = labelReader()?.guess(doc, profile, own(), quietFor, Math.round(now));
    guess?.roots.forEach(attend);
    return guess?.reading ?? null;
  }

  const batch = pace(() => look(), clock);

  const observer = new MutationObserver((records) => {
    const ours = own();
    const news = records.some(({ target, addedNodes, removedNodes }) => {
      if (target === ours) return false;
      const moved = [...addedNodes, ...removedNodes];
      return moved.length === 0 || moved.some((node) => node !== ours);
    });
    if (!news) return;
    labelReader()?.heard?.(records);
    quietSince = clock.now();
    batch.kick();
  });
  // Passive and in the capture phase: the page may stop its own events, we only note that there was one.
  const listen = { capture: true, passive: true, signal };
  const attended = new WeakSet<Node>();
  const attend = (root: Document | ShadowRoot): void => {
    if (attended.has(root)) return;
    attended.add(root);
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter,
    });
    for (const type of ['input', 'change', 'click']) root.addEventListener(type, batch.kick, listen);
    // A frame is told by its `load` alone when it has gone to another page.
    if (profile.frames === 'all' || labelReader()) root.addEventListener('load', batch.kick, listen);
  };
  const entered = new WeakSet<Document>();
  function enter(frame: Document): void {
    if (entered.has(frame)) return;
    entered.add(frame);
    attend(frame);
    onFrame?.(frame);
  }
  attend(doc);
  for (const type of ['popstate', 'hashchange', 'pageshow'])
    win.addEventListener(type, batch.kick, { signal });
  doc.addEventListener('visibilitychange', () => look(), { signal });

  let stopBeat: () => void = () => undefined;
  const beat = (): void => {
    stopBeat = clock.after(HEARTBEAT, () => {
      const waiting = last && (last.screen === 'fse' || !last.settled);
      if (waiting || place !== win.location.href) look();
      else if (visible()) onLook?.();
      beat();
    });
  };
  beat();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    stopReading?.();
    batch.stop();
    stopBeat();
  });
  // In a task of its own: whoever asked for the watch has work of his own to end.
  clock.after(0, () => look());
  return { refresh: () => look('now') };
}
