/**
 * An act that is added rather than typed in a row: its code in a field, chosen in a search or not, then what adds it.
 * Read back from the rows; undone by what takes the row away.
 */
import { selectAll } from '../find.ts';
import { isShown, shownText, wordsOn } from '../labels.ts';
import { holdsWords, sameWords, startsWithWords } from '../normalise.ts';
import { actRows, readActs } from '../read.ts';
import { typable, typeInto } from './typing.ts';
import type { Attempt, Driver, Job } from './driver.ts';
import type { Pressable } from '../profile.ts';

/** ms for a search to ask its server, for a row to come or go. */
const ANSWER = 4_000;

const codes = ({ hand }: Job): string[] =>
  (readActs(hand.doc, hand.screen()) ?? []).map(({ code }) => (code ?? '').toUpperCase());

/** The only element of `root` that the profile names. */
function pressableIn(root: ParentNode, { find, text }: Pressable): Element | undefined {
  const fitting = find
    .map((path) =>
      selectAll(root, path).filter(
        (element) => text === undefined || wordsOn(element).some((words) => holdsWords(words, text)),
      ),
    )
    .find((found) => found.length > 0);
  return fitting?.length === 1 ? fitting[0] : undefined;
}

async function takeAway(job: Job): Promise<Attempt> {
  const { hand, map } = job;
  const remove = map.add?.remove;
  const pressed = await hand.write((): Attempt => {
    const filled = (actRows(hand.doc, hand.screen()) ?? []).filter(({ cells }) =>
      cells.code?.textContent?.trim(),
    );
    const [only] = filled;
    if (!remove || !only || filled.length > 1) return 'by-hand';
    const button = pressableIn(only.row, remove);
    return button && hand.press(button, true) ? 'done' : 'refused';
  });
  if (pressed === 'done') await hand.until(() => codes(job).length === 0, ANSWER);
  return pressed;
}

/** The one entry of the search that is this code. */
function entryOf(shown: Element[], code: string): Element | undefined {
  for (const fits of [sameWords, startsWithWords]) {
    const fitting = shown.filter((entry) => fits(shownText(entry), code));
    if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

export const addAct: Driver = async (job) => {
  const { hand, map } = job;
  const want = String(job.want).toUpperCase();
  if (want === '') return takeAway(job);
  // Another act is there: whether it stays is for the person to say.
  if (codes(job).length > 0) return 'by-hand';
  const { entries, press, wait = ANSWER } = map.add ?? {};

  const type = (): Attempt => {
    const { element } = job.find();
    if (!element) return 'not-found';
    if (!typable(element)) return 'by-hand';
    if ((element as HTMLInputElement).value !== want) typeInto(element, want);
    return 'done';
  };
  const typed = await hand.write(type);
  if (typed !== 'done') return typed;

  let given = false;
  if (entries) {
    const entry = (): Element | undefined => entryOf(selectAll(hand.doc, entries).filter(isShown), want);
    if (await hand.until(() => entry() !== undefined, wait)) {
      given = await hand.write(() => {
        const element = entry();
        return element !== undefined && hand.press(element, true);
      });
    }
  }
  if (press && (given || !entries)) {
    given = await hand.write(() => {
      // Drawn again meanwhile: a press on an empty field would add nothing, or something else.
      if (!entries && type() !== 'done') return false;
      const button = pressableIn(hand.doc, press);
      return button !== undefined && hand.press(button, true);
    });
  }
  if (given && (await hand.until(() => codes(job).includes(want), wait))) return 'done';
  // Not taken: no half-typed code is left for a later press to pick up.
  await hand.write(() => {
    const { element } = job.find();
    if (element && codes(job).length === 0 && typable(element)) typeInto(element, '');
  });
  return 'by-hand';
};
