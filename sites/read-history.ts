/** Past acts as the patient page shows them, each billing counted once. */
import { selectAll } from './find.ts';
import { isoDate, sameWords } from './normalise.ts';
import type { HistoryRow } from './model.ts';
import type { ScreenMap } from './profile.ts';

type HistoryMap = NonNullable<ScreenMap['history']>;

const cellsOf = (row: Element): HTMLCollection | Element[] =>
  (row as HTMLTableRowElement).cells ?? row.children;
const textOf = (node: Element | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Title row above a row, in the same table. */
function headerOf(row: Element, header: string): Element | null {
  for (let above = row.previousElementSibling; above; above = above.previousElementSibling) {
    if (above.matches(header)) return above;
  }
  return row.closest('table')?.querySelector(header) ?? null;
}

/** The cell under a title. An icon cell without a title may stand in front: columns are then counted from the end. */
function under(row: Element, header: Element, title: string): Element | undefined {
  const titles = [...cellsOf(header)];
  const at = titles.findIndex((cell) => sameWords(textOf(cell), title));
  const cells = [...cellsOf(row)];
  return at < 0 ? undefined : cells[at + cells.length - titles.length];
}

/** `RQD`, `G+MOP`, `2IK` → codes without their quantity. */
const codesOf = (text: string): string[] =>
  text
    .split(/[^A-Za-z\d]+/)
    .map((word) => word.replace(/^\d+(?=[A-Z])/, '').toUpperCase())
    .filter((word) => /^[A-Z][A-Z\d]{0,12}$/.test(word));

/** `undefined` = there are rows and none could be understood; `null` = no billing is shown. */
export function readHistory(doc: Document, map: HistoryMap): HistoryRow[] | null | undefined {
  const read: HistoryRow[] = [];
  let seen = false;
  for (const block of selectAll(doc, map.block)) {
    let rows = [...block.querySelectorAll(map.rows)].filter((row) => !map.not || !row.querySelector(map.not));
    if (map.only) {
      const { only } = map;
      const telling = rows.filter((row) => row.querySelector(only));
      if (telling.length > 0) rows = telling;
    }
    const home = map.authorIn ? block.closest(map.authorIn) : block;
    const author = (map.author && textOf(home?.querySelector(map.author) ?? undefined)) || null;
    for (const row of rows) {
      seen = true;
      const header = headerOf(row, map.header);
      const actDate = header && isoDate(textOf(under(row, header, map.date)));
      if (!header || !actDate) continue;
      for (const code of codesOf(textOf(under(row, header, map.codes)))) read.push({ code, actDate, author });
    }
  }
  return read.length > 0 ? read : seen ? undefined : null;
}
