/**
 * A file → its text as a table, read twice from the disk in pieces: once to know its encoding, once to read it. Neither
 * its bytes nor its text are ever held whole, unless it has no header that is one, or is JSON.
 */
import type { ColumnMapping } from './columns.ts';
import { PieceDecoder, Survey, TextSieve } from './decode.ts';
import { tableReader, type TableReader, type TableReading } from './table.ts';

export type FileText =
  /** `reason`: French, without a final stop. */
  | { kind: 'refused'; reason: string }
  | { kind: 'json'; encoding: string; notes: string[]; text: string }
  | { kind: 'table'; encoding: string; notes: string[]; found: TableReading };

export interface TextOptions {
  /** The name of the file says that it is JSON. */
  namedJson?: boolean;
  mapping?: ColumnMapping | undefined;
  /** Bytes; another than `pieceBytes` is for tests. */
  pieceSize?: number | undefined;
}

/** What of a file is needed: a `File` is one. */
export interface Bytes {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A hundredth of a second of work. Bytes. */
export const pieceBytes = 2_097_152;

export async function* piecesOf(file: Bytes, size = pieceBytes): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < file.size; from += size) {
    yield new Uint8Array(await file.slice(from, Math.min(file.size, from + size)).arrayBuffer());
  }
}

/** Never throws of itself: rejects where the file cannot be read any more. `tell`: how far it is, 0 to 1. */
export async function readPieces(
  file: Bytes,
  options: TextOptions & { tell?: (step: 'decode' | 'split', share: number) => void },
): Promise<FileText> {
  const { tell, pieceSize } = options;
  const survey = new Survey();
  let done = 0;
  for await (const piece of piecesOf(file, pieceSize)) {
    survey.add(piece);
    done += piece.length;
    tell?.('decode', done / file.size);
  }
  const text = new FileTextReader(survey, options);
  done = 0;
  for await (const piece of piecesOf(file, pieceSize)) {
    if (text.take(piece)) break;
    done += piece.length;
    tell?.('split', done / file.size);
  }
  return text.end();
}

/** The same for a file that is in memory. Never throws. */
export function readBytes(bytes: Uint8Array, options: TextOptions): FileText {
  const survey = new Survey();
  survey.add(bytes);
  const text = new FileTextReader(survey, options);
  text.take(bytes);
  return text.end();
}

class FileTextReader {
  readonly #found: ReturnType<Survey['end']>;
  readonly #decoder: PieceDecoder | null;
  readonly #sieve = new TextSieve();
  #refused: string | null = null;
  /** `null` = nothing but blanks has come. */
  #isJson: boolean | null;
  /** Of a JSON file, or blanks before anything else. */
  #kept: string[] = [];
  #table: TableReader;

  constructor(survey: Survey, { namedJson, mapping }: TextOptions) {
    this.#found = survey.end();
    this.#decoder = this.#found.ok ? new PieceDecoder(this.#found.reading) : null;
    this.#isJson = namedJson ? true : null;
    this.#table = tableReader(mapping);
  }

  /** True = nothing more is needed: it is refused. */
  take(piece: Uint8Array): boolean {
    if (!this.#decoder) return true;
    this.#read(this.#decoder.next(piece), false);
    return this.#refused !== null;
  }

  end(): FileText {
    if (!this.#found.ok) return { kind: 'refused', reason: this.#found.reason };
    if (this.#refused === null) this.#read(this.#decoder?.end() ?? '', true);
    if (this.#refused !== null) return { kind: 'refused', reason: this.#refused };
    const { encoding } = this.#found.reading;
    const notes = [...this.#found.reading.notes, ...this.#sieve.notes];
    if (this.#isJson) return { kind: 'json', encoding, notes, text: this.#kept.join('') };
    return { kind: 'table', encoding, notes, found: this.#table.end() };
  }

  #read(text: string, isLast: boolean): void {
    this.#refused ??= this.#sieve.refusal(text, isLast);
    if (this.#refused !== null) return;
    const clean = this.#sieve.clean(text);
    if (this.#isJson === null) {
      const first = /\S/.exec(clean)?.[0];
      if (first !== undefined) this.#isJson = first === '{' || first === '[';
    }
    if (this.#isJson === false) {
      for (const before of this.#kept) this.#table.take(before);
      this.#kept = [];
      this.#table.take(clean);
    } else this.#kept.push(clean);
  }
}
