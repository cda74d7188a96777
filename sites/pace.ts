/** Batching of page changes: a pause is waited for, never too long, and less often while the page storms. */

export interface Clock {
  /** ms, with fractions where there are any. */
  now(): number;
  /** Runs once after `ms`; the returned function forgets it. */
  after(ms: number, run: () => void): () => void;
}

/** Pause after the last change before it is looked at, in ms: one render of a framework fits in it. */
const PAUSE = 80;
/** Longest wait while changes keep coming, in ms; doubled at each look of one storm, up to the slowest. */
const FIRST_WAIT = 400;
const SLOWEST = 3_200;
/** After a look the page is left alone for this many times what it cost: our share stays under 2 %. */
const REST = 50;

export interface Pace {
  /** Something changed. */
  kick(): void;
  /** A look that went on in later tasks cost `ms` more: the page is left alone for that too. */
  cost(ms: number): void;
  stop(): void;
}

export function pace(run: () => void, clock: Clock): Pace {
  let cancel: (() => void) | null = null;
  let lastKick = 0;
  let due = 0;
  let rested = 0;
  let wait = FIRST_WAIT;

  function fire(stormy: boolean): void {
    cancel = null;
    wait = stormy ? Math.min(wait * 2, SLOWEST) : FIRST_WAIT;
    const begun = clock.now();
    run();
    const done = clock.now();
    rested = done + (done - begun) * REST;
  }

  // One timer at a time that re-arms itself: a storm of a thousand changes costs a thousand additions, no timers.
  function arm(): void {
    const now = clock.now();
    const calm = Math.max(lastKick + PAUSE, rested);
    if (now >= calm || now >= due) return fire(now < calm);
    cancel = clock.after(Math.min(calm, due) - now, arm);
  }

  return {
    kick() {
      lastKick = clock.now();
      if (cancel) return;
      due = Math.max(lastKick + wait, rested);
      cancel = clock.after(Math.max(PAUSE, rested - lastKick), arm);
    },
    cost(ms) {
      rested = Math.max(rested, clock.now()) + ms * REST;
    },
    stop() {
      cancel?.();
      cancel = null;
    },
  };
}
