/** Values that stand as tokens: strangers are taken away, the wanted one is typed and given. Undone the same way. */
import { selectAll } from '../find.ts';
import { shownText } from '../labels.ts';
import { sameWords } from '../normalise.ts';
import { give, typable, typeInto } from './typing.ts';
import type { Driver } from './driver.ts';

/** ms for a token to come or go. */
const TOKEN = 1_500;

export const writeChips: Driver = async ({ hand, map, want, find }) => {
  const { chip, remove } = map.chips ?? { chip: '', remove: '' };
  const wanted = String(want).split(', ').filter(Boolean);
  const standing = (): Element[] => selectAll(hand.doc, chip);
  const strangers = (): Element[] =>
    standing().filter((token) => !wanted.some((text) => sameWords(shownText(token), text)));
  for (let left = standing().length; left > 0 && strangers().length > 0; left--) {
    const before = standing().length;
    const pressed = await hand.write(() => {
      const [button, second] = selectAll(strangers()[0] ?? hand.doc.createElement('i'), remove);
      return button !== undefined && second === undefined && hand.press(button, true);
    });
    if (!pressed) return 'refused';
    await hand.until(() => standing().length < before, TOKEN);
  }
  for (const text of wanted) {
    if (standing().some((token) => sameWords(shownText(token), text))) continue;
    const before = standing().length;
    const typed = await hand.write(() => {
      const { element } = find();
      if (!element) return 'not-found';
      if (!typable(element)) return 'by-hand';
      (element as HTMLElement).focus({ preventScroll: true });
      typeInto(element, text);
      return 'done';
    });
    if (typed !== 'done') return typed;
    for (const signal of map.commit ?? ['enter']) {
      await hand.write(() => {
        const { element } = find();
        if (element && standing().length === before) give(element, signal);
      });
      if (await hand.until(() => standing().length > before, TOKEN)) break;
    }
  }
  return 'done';
};
