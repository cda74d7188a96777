/**
 * What must be opened before a field can be written: tabs, a *mode avancé*, a window, a lock. Each press is one that the
 * profile names; final actions are refused where everything is pressed. What was opened stays open: it changes nothing
 * of the sheet, and the person sees where it was written.
 */
import { findOpener, selectAll } from '../find.ts';
import { isShown } from '../labels.ts';
import type { Attempt, Job } from './driver.ts';

/** ms for what was opened to be there: a window asked from a slow server. */
const OPEN = 4_000;

function reachable({ find, map }: Job): boolean {
  const { element, all } = find();
  if (!element) return false;
  return (map.parts ? all : [element]).every((one) => {
    const { disabled, readOnly } = one as HTMLInputElement;
    return !disabled && !(readOnly && map.control === 'text') && isShown(one);
  });
}

/** Brings the field within reach. `done` also where nothing had to be opened. */
export async function bringOut(job: Job): Promise<Attempt> {
  const { hand, map } = job;
  const openings = map.opens ?? [];
  for (const [at, opening] of openings.entries()) {
    if (reachable(job)) return 'done';
    const { until } = opening;
    const next = openings[at + 1];
    const there = (): boolean => {
      if (until) return selectAll(hand.doc, until).length > 0;
      if (!next) return reachable(job);
      // A tab, then a fold inside it: what is pressed next must be seen, not merely be in the page.
      const opener = findOpener(hand.doc, next);
      return reachable(job) || (opener !== undefined && isShown(opener));
    };
    if (there()) continue;
    const pressed = await hand.write(() => {
      const opener = findOpener(hand.doc, opening);
      if (!opener) return 'not-found';
      return hand.press(opener, true) ? 'done' : 'refused';
    });
    if (pressed !== 'done') return pressed;
    if (!(await hand.until(there, opening.wait ?? OPEN))) return 'not-found';
  }
  return 'done';
}
