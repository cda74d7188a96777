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

/** Watches the page as the sentinel does; what it costs is told by the browser's own trace. */
export function start(): () => { looks: number; passes: number } {
  let looks = 0;
  const reader = labelReaderOfPage();
  putLabelReader(reader);
  watch({
    win: window,
    profile,
    own: () => null,
    onReading: () => undefined,
    onLook: () => looks++,
    signal: new AbortController().signal,
  });
  return () => ({ looks, passes: reader.work.passes });
}
