/** A menu or a list drawn by the software: opened, left to settle, one entry pressed. Read back from what it shows. */
import { selectAll } from '../find.ts';
import { isShown, shownText } from '../labels.ts';
import { holdsWords, sameWords } from '../normalise.ts';
import { pressKey } from './typing.ts';
import type { Driver } from './driver.ts';

/** ms for the entries to appear: 10 ms on Weda, longer on a slow PC. */
const APPEAR = 1_500;

export const writeMenu: Driver = async ({ hand, map, want }) => {
  const { menu } = map;
  const wanted = menu?.choose[String(want)];
  if (!menu || wanted === undefined) return 'by-hand';
  const { open, openText, entries } = menu;

  const shown = (): Element[] => selectAll(hand.doc, entries).filter(isShown);
  let before: Set<Element> = new Set();
  // Only what this very press made appear: closed lists of other fields may stay in the page.
  const entry = (): Element | undefined => {
    const fresh = shown().filter((element) => !before.has(element));
    const same = fresh.filter((element) => sameWords(shownText(element), wanted));
    const fitting =
      same.length > 0 ? same : fresh.filter((element) => holdsWords(shownText(element), wanted));
    return fitting.length === 1 ? fitting[0] : undefined;
  };

  const opened = await hand.write(() => {
    const openers = open
      .map((path) =>
        selectAll(hand.doc, path).filter((element) => !openText || holdsWords(shownText(element), openText)),
      )
      .find((found) => found.length > 0);
    const [opener] = openers ?? [];
    if (!opener || openers?.length !== 1) return 'not-found';
    before = new Set(shown());
    return hand.press(opener) ? 'done' : 'refused';
  });
  if (opened !== 'done') return opened;

  if (await hand.until(() => entry() !== undefined, APPEAR)) {
    await hand.wait(menu.waitBefore ?? 0);
    const pressed = await hand.write(() => {
      const element = entry();
      return element !== undefined && hand.press(element);
    });
    if (pressed) return 'done';
  }
  // The entry is not there: the menu is closed again, as Escape does for a person.
  const [stray] = shown().filter((element) => !before.has(element));
  if (stray) await hand.write(() => pressKey(stray, 'Escape'));
  return 'by-hand';
};
