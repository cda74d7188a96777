/**
 * The label reader on every page of the corpus: nothing wrong, no false sheet, and exactly the misses that are recorded. A
 * miss that is healed must be struck off the list.
 */
import { judgeAll, readCorpus } from '../practice/label-run.ts';
import { expect, test } from './replica-room.ts';

/** Pages of software that no profile knows: what labels are there for. */
const isUnmapped = (page: string): boolean =>
  /^corpus\/|^https:\/\/[\w.]+\.(nobody|practice)\.test\//.test(page);

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

test('labels name the right fields on every page of the corpus, or none', async ({ room }) => {
  const corpus = readCorpus();
  const judged = await judgeAll(room, corpus);
  const count = (of: (one: (typeof judged)[number]) => number): number =>
    judged.reduce((sum, one) => sum + of(one), 0);
  const [right, wrong, missed] = [
    count((one) => one.right.length),
    count((one) => one.wrong.length),
    count((one) => one.missed.length),
  ];
  const screens = count(({ kind, screen }) => Number(kind === screen));
  process.stdout.write(
    `corpus: ${judged.length} pages, screens ${screens}/${judged.length}, precision ${percent(right, right + wrong)}, ` +
      `recall ${percent(right, right + missed)} (${right}/${right + missed}), wrong ${wrong}\n`,
  );
  const unmapped = judged.filter(({ page }) => isUnmapped(page));
  const found = unmapped.reduce((sum, one) => sum + one.right.length, 0);
  const asked = found + unmapped.reduce((sum, one) => sum + one.missed.length, 0);
  process.stdout.write(
    `unmapped pages alone: ${unmapped.length} pages, recall ${percent(found, asked)} (${found}/${asked})\n`,
  );
  expect(
    judged.filter(({ wrong: fields }) => fields.length > 0).map(({ page, wrong: fields }) => [page, fields]),
  ).toEqual([]);
  expect(
    judged.filter(({ kind, screen }) => screen === 'fse' && kind !== 'fse').map(({ page }) => page),
  ).toEqual([]);
  const failures = Object.fromEntries(
    judged.map(({ page, kind, screen, missed: fields }) => [
      page,
      [...(kind === screen ? [] : [`screen ${screen}`]), ...fields].sort(),
    ]),
  );
  const expected = Object.fromEntries(
    corpus.map(({ page, expectedFailures }) => [page, [...expectedFailures].sort()]),
  );
  expect(failures).toEqual(expected);
  expect(unmapped.length).toBeGreaterThanOrEqual(60);
  expect(found / asked).toBeGreaterThanOrEqual(0.9);
  expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
});
