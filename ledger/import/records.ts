/**
 * Text of a table → its records, a piece after the other. Papa Parse does the parsing; from the first line whose quotes
 * are broken on, record by record, so that one stray quote costs one line.
 */
import Papa from 'papaparse';
import type { LineProblem, TableRow } from './table-rows.ts';

/** A quoted field may hold a few lines of address or comment, not a page. */
const maxLinesInField = 20;

interface Records {
  rows: TableRow[];
  problems: LineProblem[];
}

export class RecordReader {
  readonly #separator: string;
  readonly #width: number;
  /** Text that is no whole record yet, and the line on which it begins. */
  #rest = '';
  #line: number;
  #isBroken = false;

  /** @param line of the file on which the text begins. */
  constructor(separator: string, width: number, line: number) {
    this.#separator = separator;
    this.#width = width;
    this.#line = line;
  }

  /** Line ends are `\n`. */
  take(text: string, isLast: boolean): Records {
    const all = this.#rest + text;
    const end = isLast ? all.length : all.lastIndexOf('\n');
    if (end < 0) {
      this.#rest = all;
      return { rows: [], problems: [] };
    }
    this.#rest = all.slice(end + 1);
    const whole = all.slice(0, end);
    return this.#isBroken ? this.#oneByOne(whole, isLast) : this.#together(whole, isLast);
  }

  /** The whole piece in one go; from the first line whose quotes are broken on, record by record. */
  #together(text: string, isLast: boolean): Records {
    const parsed = Papa.parse<string[]>(text, { delimiter: this.#separator, newline: '\n' });
    const broken = new Set(
      parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row),
    );
    // As many rows as lines: no field spans two.
    const spanning = newlinesIn([text]) + 1 !== parsed.data.length;
    const rows: TableRow[] = [];
    const firstLine = this.#line;
    for (const [index, cells] of parsed.data.entries()) {
      const inside = spanning ? newlinesIn(cells) : 0;
      if (broken.has(index) || (inside > 0 && swallowsLines(cells, this.#separator, this.#width))) {
        const lines = text.split('\n').slice(this.#line - firstLine);
        if (!isLast && index === parsed.data.length - 1 && lines.length < maxLinesInField) {
          // It may end in the next piece.
          this.#rest = `${lines.join('\n')}\n${this.#rest}`;
          return { rows, problems: [] };
        }
        this.#isBroken = true;
        const { rows: others, problems } = this.#oneByOne(lines.join('\n'), isLast);
        return { rows: rows.concat(others), problems };
      }
      rows.push({ line: this.#line, cells });
      this.#line += 1 + inside;
    }
    return { rows, problems: [] };
  }

  #oneByOne(text: string, isLast: boolean): Records {
    const lines = text.split('\n');
    // A record is looked for in as many lines as it may have: those of the next piece are waited for.
    const until = isLast ? lines.length : lines.length - maxLinesInField;
    const rows: TableRow[] = [];
    const problems: LineProblem[] = [];
    let at = 0;
    while (at < until) {
      const line = this.#line + at;
      const record = recordAt(lines, at, this.#separator, this.#width);
      if (record) rows.push({ line, cells: record.cells });
      else problems.push({ line, message: 'guillemets mal fermés, ligne laissée de côté' });
      at += record?.length ?? 1;
    }
    this.#line += at;
    if (!isLast && at < lines.length) this.#rest = `${lines.slice(at).join('\n')}\n${this.#rest}`;
    return { rows, problems };
  }
}

export function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}

/** A stray quote may close by chance far below: the field then holds lines that are rows. */
function swallowsLines(cells: readonly string[], separator: string, width: number): boolean {
  return cells.some((cell) => {
    if (!cell.includes('\n')) return false;
    const [, ...lines] = cell.split('\n');
    if (lines.length >= maxLinesInField) return true;
    return lines.some((line, at) => {
      const pieces = line.split(separator).length;
      // The last line is cut where the field ends.
      return (
        pieces === width ||
        (cells.length !== width && pieces > 1) ||
        (at < lines.length - 1 && pieces > width)
      );
    });
  });
}

/** The record that begins at this line, when its quotes are sound; it may span a few lines. */
function recordAt(
  lines: readonly string[],
  at: number,
  separator: string,
  width: number,
): { cells: string[]; length: number } | null {
  let text = lines[at] ?? '';
  for (let length = 1; length <= maxLinesInField && at + length <= lines.length; length++) {
    if (length > 1) text += `\n${lines[at + length - 1] ?? ''}`;
    if (quotesIn(text) % 2 !== 0) continue;
    const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
    const cells = parsed.data[0] ?? [''];
    const broken = parsed.data.length > 1 || parsed.errors.some((error) => error.type === 'Quotes');
    return broken || (length > 1 && swallowsLines(cells, separator, width)) ? null : { cells, length };
  }
  return null;
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}
