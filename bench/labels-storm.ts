/** Our watching with the label reader, bundled into the page by `labels.ts`, and what it costs there. */
import { putLabelReader } from '../sites/label-slot.ts';
import type { SentinelProfile } from '../sites/profile.ts';
import { labelReaderOfPage } from '../sites/vocabulary/guess.ts';
import { watch } from '../sites/watch.ts';

const profile: SentinelProfile = {
  id: 'guessed',
  name: 'Logiciel inconnu',
  kind: 'ehr',
  hosts: [],
  frames: 'top',
  off: [],
  screens: [],
  evidence: { grade: 'none', checkedOn: '2026-11-26' },
};

/** Watches the page; every task of ours is timed where the browser calls us, and nowhere else. */
export function start(): { spent(): { ms: number; looks: number; passes: number } } {
  let ms = 0;
  let looks = 0;
  const timed =
    <Rest extends unknown[]>(work: (...rest: Rest) => void) =>
    (...rest: Rest): void => {
      const begun = performance.now();
      work(...rest);
      ms += performance.now() - begun;
    };
  const reader = labelReaderOfPage();
  putLabelReader(reader);
  const Native = window.MutationObserver;
  window.MutationObserver = class extends Native {
    constructor(callback: MutationCallback) {
      super(timed(callback));
    }
  };
  watch({
    win: window,
    profile,
    own: () => null,
    onReading: () => undefined,
    onLook: () => looks++,
    signal: new AbortController().signal,
    clock: {
      now: () => performance.timeOrigin + performance.now(),
      after(wait, run) {
        const timer = window.setTimeout(timed(run), wait);
        return () => window.clearTimeout(timer);
      },
    },
  });
  window.MutationObserver = Native;
  return { spent: () => ({ ms, looks, passes: reader.work.passes }) };
}
