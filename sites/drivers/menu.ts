/**
 * A list drawn by the software, opened by its own field (combobox) or by something else (menu): opened, typed in where it
 * asks its server, left to settle, one entry pressed. Read back from what the field shows; undone by choosing again.
 */
import { selectAll } from '../find.ts';
import { isShown, shownText } from '../labels.ts';
import { fold, holdsWords, sameWords } from '../normalise.ts';
import { give, pressKey, typable, typeInto } from './typing.ts';
import type { Attempt, Driver, Job } from './driver.ts';

/** ms for the entries to appear: 10 ms on Weda, longer on a slow PC. */
const APPEAR = 1_500;

/** Texts that stand for the wanted value: those the profile lists for it, else the value itself, as the page shows it. */
function textsFor({ map, want }: Job): string[] {
  const chosen = map.menu?.choose?.[String(want)];
  if (chosen !== undefined) return [chosen];
  const texts = Object.entries(map.values ?? {}).flatMap(([text, word]) => (word === want ? text : []));
  return texts.length > 0 ? texts : [String(want)];
}

const listed = ['aria-controls', 'aria-owns'];

/** The list a field says is its own, when it says so. */
function ownList(field: Element): Element | null {
  const holders = [field, ...field.querySelectorAll('[aria-controls],[aria-owns]')];
  const ids = holders.flatMap((holder) => listed.flatMap((name) => holder.getAttribute(name) ?? []));
  const root = field.getRootNode() as Document | ShadowRoot;
  return ids.map((id) => root.getElementById?.(id)).find((list) => list) ?? null;
}

/** Where the search is typed: the field, or the one input inside the box that shows its value. */
const typedIn = (field: Element): Element | undefined => {
  if (typable(field)) return field;
  const inputs = [...field.querySelectorAll('input,textarea')].filter(typable);
  return inputs.length === 1 ? inputs[0] : undefined;
};

export const writeMenu: Driver = async (job) => {
  const { hand, map, want } = job;
  const { open, openText, entries, type, waitBefore = 0, wait = APPEAR } = map.menu ?? {};
  const isMenu = map.control === 'menu';
  if (isMenu && map.menu?.choose?.[String(want)] === undefined && map.menu?.choose) return 'by-hand';
  const texts = textsFor(job);

  const shown = (): Element[] => selectAll(hand.doc, entries ?? '[role="option"]').filter(isShown);
  let before: Set<Element> = new Set();
  // Only what this very press made appear, or the field's own list: closed lists of other fields stay in many pages.
  const offered = (): Element[] => {
    const field = isMenu ? undefined : job.find().element;
    const own = !entries && field ? ownList(field) : null;
    return shown().filter((entry) => (own ? own.contains(entry) : !before.has(entry)));
  };
  const entry = (): Element | undefined => {
    const fresh = offered();
    for (const fits of [fold, sameWords, holdsWords] as const) {
      const fitting = fresh.filter((one) =>
        texts.some((text) =>
          fits === fold
            ? fold(shownText(one)) === fold(text)
            : (fits as typeof sameWords)(shownText(one), text),
        ),
      );
      if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
    }
    return undefined;
  };

  const opened = await hand.write((): Attempt => {
    const found = open
      ?.map((path) =>
        selectAll(hand.doc, path).filter((element) => !openText || holdsWords(shownText(element), openText)),
      )
      .find((elements) => elements.length > 0);
    const field = job.find().element;
    const opener = open ? found?.[0] : field;
    if (!opener || (found && found.length !== 1)) return 'not-found';
    if ((opener as HTMLInputElement).disabled || opener.getAttribute('aria-disabled') === 'true')
      return 'by-hand';
    before = new Set(shown());
    if (!isMenu) {
      // Some libraries hide a list of which the field is out of sight.
      opener.scrollIntoView({ block: 'nearest' });
      (opener as HTMLElement).focus({ preventScroll: true });
    }
    if (!hand.press(opener, !isMenu)) return 'refused';
    const input = type && field && typedIn(field);
    if (input) typeInto(input, texts[0] ?? '');
    return 'done';
  });
  if (opened !== 'done') return opened;
  if (want === '' && type) {
    // Emptied: there is no entry for nothing.
    await hand.write(() => {
      const { element } = job.find();
      for (const signal of map.commit ?? ['change', 'blur']) if (element) give(element, signal);
    });
    return 'done';
  }

  if (await hand.until(() => entry() !== undefined, wait)) {
    await hand.wait(waitBefore);
    const pressed = await hand.write(() => {
      const element = entry();
      return element !== undefined && hand.press(element, !isMenu);
    });
    if (pressed) {
      for (const signal of isMenu ? [] : (map.commit ?? [])) {
        await hand.write(() => {
          const { element } = job.find();
          if (element) give(element, signal);
        });
      }
      return 'done';
    }
  }
  // The entry is not there: the list is closed again, as Escape does for a person.
  const [stray] = offered();
  const field = isMenu ? stray : (job.find().element ?? stray);
  if (field) {
    await hand.write(() => {
      const input = type && typedIn(field);
      if (input) typeInto(input, '');
      pressKey(field, 'Escape');
    });
  }
  return 'by-hand';
};
