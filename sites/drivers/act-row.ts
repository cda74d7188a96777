/**
 * The code of an act row. Nobody has proved which signal makes the software take a typed code (weda.md 5.4): they are
 * given one at a time, looking in between whether it did; then the software's own favourite; then the person.
 */
import { rawText, selectAll, takePattern } from '../find.ts';
import { fold } from '../normalise.ts';
import { actRows, readActs } from '../read.ts';
import { addAct } from './add-row.ts';
import { give, typable, typeInto } from './typing.ts';
import type { Driver, Job } from './driver.ts';

/** ms before the next signal. A person's own leaving gives `change` and `blur` at once: the second may follow soon. */
const AFTER_CHANGE = 400;
/**
 * ms before a signal that repeats one already given, or before the favourite: a code taken late and once more would
 * make two acts (weda.md §6, #565).
 */
const AFTER_LEAVING = 2_000;
const FAVOURITE = 3_000;

type Cell = HTMLInputElement;

const cellsOf = ({ hand }: Job): Cell[] =>
  (actRows(hand.doc, hand.screen()) ?? []).flatMap(({ cells }) => (cells.code as Cell | undefined) ?? []);

const codes = ({ hand }: Job): string[] =>
  (readActs(hand.doc, hand.screen()) ?? []).map(({ code }) => (code ?? '').toUpperCase());

/** Where the code goes: the empty row, or the only filled one, which it then replaces. Several: the person decides. */
function targetOf(job: Job): Cell | undefined {
  const cells = cellsOf(job);
  const filled = cells.filter((cell) => cell.value.trim() !== '');
  if (filled.length > 1) return undefined;
  // Software that draws an empty row after the last act, and software that always shows a few.
  return filled[0] ?? (job.want === '' ? undefined : job.map.replacedOnAccept ? cells.at(-1) : cells[0]);
}

/** The only favourite of that name. */
function favouriteOf({ hand, map, want }: Job): Element | undefined {
  const { favourite } = map;
  if (!favourite || want === '') return undefined;
  const nameOf = (row: Element): string => {
    const text = rawText(row, {});
    return favourite.pattern ? (takePattern(text, favourite.pattern) ?? '') : text;
  };
  const named = selectAll(hand.doc, favourite.find).filter((row) => fold(nameOf(row)) === fold(String(want)));
  return named.length === 1 ? named[0] : undefined;
}

export const writeActCode: Driver = async (job) => {
  const { hand, map } = job;
  if (map.add) return addAct(job);
  const want = String(job.want).toUpperCase();
  let cell: Cell | undefined;
  let prior = '';
  let begun = false;

  const there = (): boolean => (want === '' ? codes(job).length === 0 : codes(job).includes(want));
  // A row that merely still shows the text proves nothing: the software draws the row again when it takes a code,
  // and leaves an empty one behind it.
  const taken = (): boolean => {
    if (!map.replacedOnAccept) return there();
    return there() && cell?.isConnected === false && cellsOf(job).some(({ value }) => value.trim() === '');
  };
  const put = (): boolean => {
    cell = targetOf(job);
    if (!cell || !typable(cell)) return false;
    if (!begun) prior = cell.value;
    begun = true;
    typeInto(cell, want);
    return true;
  };

  for (const signal of map.commit ?? ['change']) {
    const given = await hand.write(() => {
      if (begun && there() && !cell?.isConnected) return 'taken';
      // First time, or a re-render threw the text away.
      if (!cell?.isConnected && !put()) return 'no-row';
      return 'typed';
    });
    if (given === 'no-row') return 'by-hand';
    if (given === 'typed') {
      await hand.write(() => {
        if (cell?.isConnected && cell.value === want) give(cell, signal);
      });
    }
    if (await hand.until(taken, signal === 'change' ? AFTER_CHANGE : AFTER_LEAVING)) return 'done';
  }

  // Not taken: the cell is put back, so that no half-typed code is left for a later press to pick up.
  await hand.write(() => {
    if (cell?.isConnected && cell.value === want) typeInto(cell, prior);
  });
  if (prior !== '' || codes(job).length > 0) return 'by-hand';
  const pressed = await hand.write(() => {
    const favourite = codes(job).length === 0 ? favouriteOf(job) : undefined;
    return favourite !== undefined && hand.press(favourite);
  });
  if (!pressed) return 'by-hand';
  await hand.until(there, FAVOURITE);
  return 'done';
};
