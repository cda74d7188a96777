/**
 * Bytes of a file → text. Practice software exports UTF-8 with or without a mark, Windows-1252, UTF-16 (Excel's
 * « Texte Unicode »), and on old Macs MacRoman; concatenated files mix them. The bytes decide, never the name.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';

export type Decoded =
  | { ok: true; text: string; encoding: Encoding; notes: string[] }
  /** `reason`: French sentence without a final stop. */
  | { ok: false; reason: string };

const exportAsCsv = 'exportez-le en CSV depuis votre logiciel';

/** First bytes of files people take for a CSV (Wikipedia, « List of file signatures »). */
const signatures: ReadonlyArray<{ bytes: readonly number[]; reason: string }> = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    reason: `c’est un classeur (.xlsx, .ods) ou une archive zip : ${exportAsCsv}`,
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], reason: `c’est une archive zip vide : ${exportAsCsv}` },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], reason: `c’est un ancien classeur Excel (.xls) : ${exportAsCsv}` },
  { bytes: [0x25, 0x50, 0x44, 0x46], reason: `c’est un PDF : ${exportAsCsv}` },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], reason: `c’est un document RTF : ${exportAsCsv}` },
  { bytes: [0x1f, 0x8b], reason: 'c’est une archive gzip : décompressez-la d’abord' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], reason: 'c’est une archive 7z : décompressez-la d’abord' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], reason: `c’est une image : ${exportAsCsv}` },
  { bytes: [0xff, 0xd8, 0xff], reason: `c’est une image : ${exportAsCsv}` },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], reason: `c’est une base SQLite : ${exportAsCsv}` },
];

/** How the bytes of a file are to be read. */
interface Reading {
  encoding: Encoding;
  notes: string[];
  /** The other encoding of a file that mixes two, line by line. */
  beside: 'windows-1252' | 'macintosh' | null;
  /** UTF-8 encoded twice: undone. */
  twice: boolean;
}

/**
 * Looks at the bytes of a file once, a piece after the other, before any of it is read: the last line may be the one
 * that says in which encoding the file is.
 */
export class Survey {
  #head = new Uint8Array();
  #size = 0;
  #fatal = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;
  #lines = lineKeeper();
  #tally = { windows: 0, mac: 0 };
  #hasUtf8Lines = false;
  #text = textKeeper();
  #seemsTwice = false;
  #mayBeTwice = true;

  add(piece: Uint8Array): void {
    if (this.#head.length < headBytes) this.#head = joined(this.#head, piece).subarray(0, headBytes);
    this.#size += piece.length;
    if (!isAscii(piece)) countLegacy(piece, this.#tally);
    if (this.#isUtf8) {
      try {
        const text = this.#fatal.decode(piece, { stream: true });
        if (beyondAscii.test(text)) this.#hasUtf8Lines = true;
        this.#look(text);
        this.#lines.skip(piece);
        return;
      } catch {
        // Up to here all was UTF-8: from the line that was cut on, each is looked at.
        this.#isUtf8 = false;
      }
    }
    this.#lookAtLines(this.#lines.take(piece));
  }

  end(): { ok: true; reading: Reading } | { ok: false; reason: string } {
    const head = this.#head;
    if (this.#size === 0) return { ok: false, reason: 'le fichier est vide (0 octet)' };
    const known = signatures.find((signature) => signature.bytes.every((byte, at) => head[at] === byte));
    if (known) return { ok: false, reason: known.reason };
    const plain = { notes: [], beside: null, twice: false };
    const wide = wideEncoding(head);
    if (wide) return { ok: true, reading: { ...plain, encoding: wide } };
    if (this.#isUtf8) {
      try {
        this.#look(this.#fatal.decode());
        this.#look(null);
        const twice = this.#seemsTwice && this.#mayBeTwice;
        const notes = twice ? ['Les accents avaient été encodés deux fois : ils ont été rétablis.'] : [];
        return { ok: true, reading: { ...plain, encoding: 'utf-8', notes, twice } };
      } catch {
        // Cut inside its last character.
      }
    }
    this.#lookAtLines(this.#lines.rest());
    const legacy = this.#tally.mac > this.#tally.windows ? 'macintosh' : 'windows-1252';
    if (!this.#hasUtf8Lines) return { ok: true, reading: { ...plain, encoding: legacy } };
    const notes = ['Le fichier mélange deux encodages : chaque ligne a été lue dans le sien.'];
    return { ok: true, reading: { encoding: 'utf-8', notes, beside: legacy, twice: false } };
  }

  #lookAtLines(lines: Uint8Array): void {
    if (this.#hasUtf8Lines) return;
    this.#hasUtf8Lines = stretchesOfOneEncoding(lines).some(({ encoding }) => encoding === 'utf-8');
  }

  /** Whether the text may have been encoded twice; `null` = that was all of it. */
  #look(text: string | null): void {
    if (!this.#mayBeTwice) return;
    const lines = text === null ? this.#text.rest() : this.#text.take(text);
    if (lines.includes('Ã')) this.#seemsTwice = true;
    if (undoDoubleEncoding(lines) === null) this.#mayBeTwice = false;
  }
}

/** A piece of a file → its text; the end of a piece that is cut inside a line may come with the next. */
export class PieceDecoder {
  readonly #reading: Reading;
  readonly #decoder: TextDecoder;
  readonly #lines = lineKeeper();
  readonly #text = textKeeper();

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#decoder = new TextDecoder(reading.encoding);
  }

  next(piece: Uint8Array): string {
    const { beside, twice } = this.#reading;
    if (beside) return decodeByLine(this.#lines.take(piece), beside);
    const text = this.#decoder.decode(piece, { stream: true });
    return twice ? undone(this.#text.take(text)) : text;
  }

  end(): string {
    const { beside, twice } = this.#reading;
    if (beside) return decodeByLine(this.#lines.rest(), beside);
    const text = this.#decoder.decode();
    return twice ? undone(this.#text.take(text) + this.#text.rest()) : text;
  }
}

/** Refuses what is no text, once its beginning is there; takes null characters out. */
export class TextSieve {
  #start = '';
  #isBlank = true;
  #hadNulls = false;

  /** `null` = it goes on; else why it does not: French, without a final stop. */
  refusal(text: string, isLast: boolean): string | null {
    if (this.#start.length < sampledText) {
      this.#start += text.slice(0, sampledText);
      if (this.#start.length >= sampledText || isLast) {
        if (looksBinary(this.#start)) return `ce n’est pas un fichier texte : ${exportAsCsv}`;
        const start = this.#start.replaceAll('\u0000', '').trimStart().slice(0, 200).toLowerCase();
        if (/^<(!doctype|html|table|\?xml|\?mso|workbook)/.test(start)) {
          return `c’est une page web ou un fichier XML : ${exportAsCsv}`;
        }
      }
    }
    if (this.#isBlank && text.replaceAll('\u0000', '').trim() !== '') this.#isBlank = false;
    return isLast && this.#isBlank ? 'le fichier ne contient aucun texte' : null;
  }

  clean(text: string): string {
    if (!text.includes('\u0000')) return text;
    this.#hadNulls = true;
    return text.replaceAll('\u0000', '');
  }

  get notes(): string[] {
    return this.#hadNulls ? ['Des octets nuls ont été retirés.'] : [];
  }
}

/**
 * Decodes a whole file. Never throws.
 * A UTF-8 file with lines in another encoding keeps both, and says so; a file that is not text is refused.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const survey = new Survey();
  survey.add(bytes);
  const found = survey.end();
  if (!found.ok) return found;
  const { encoding, notes } = found.reading;
  const decoder = new PieceDecoder(found.reading);
  const text = decoder.next(bytes) + decoder.end();
  const sieve = new TextSieve();
  const reason = sieve.refusal(text, true);
  if (reason !== null) return { ok: false, reason };
  return { ok: true, text: sieve.clean(text), encoding, notes: [...notes, ...sieve.notes] };
}

const headBytes = 8192;
const sampledText = 65_536;

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Bytes by whole lines, the rest kept for the next piece. */
function lineKeeper() {
  let kept = new Uint8Array();
  const cut = (piece: Uint8Array) => piece.lastIndexOf(0x0a) + 1;
  return {
    take(piece: Uint8Array): Uint8Array {
      const all = kept.length > 0 ? joined(kept, piece) : piece;
      const end = cut(all);
      kept = all.slice(end);
      return all.subarray(0, end);
    },
    /** As `take`, for lines that nobody asks for. */
    skip(piece: Uint8Array): void {
      const end = cut(piece);
      kept = end > 0 ? piece.slice(end) : joined(kept, piece);
    },
    rest: (): Uint8Array => kept,
  };
}

/** The same for text. */
function textKeeper() {
  let kept = '';
  return {
    take(piece: string): string {
      const all = kept + piece;
      const end = all.lastIndexOf('\n') + 1;
      kept = all.slice(end);
      return all.slice(0, end);
    },
    rest: (): string => kept,
  };
}

const beyondAscii = /[^\u0000-\u007f]/;
const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
const undone = (text: string): string => undoDoubleEncoding(text) ?? text;

function decodeByLine(bytes: Uint8Array, legacy: Encoding): string {
  const decoders = { 'utf-8': new TextDecoder('utf-8'), legacy: new TextDecoder(legacy) };
  return stretchesOfOneEncoding(bytes)
    .map(({ from, to, encoding }) =>
      decoders[encoding === 'legacy' ? 'legacy' : 'utf-8'].decode(bytes.subarray(from, to)),
    )
    .join('');
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) even++;
    if (bytes[2 * pair + 1] === 0) odd++;
  }
  // Latin text in UTF-16 without a mark has a zero in nearly every other byte, always on the same side.
  if (odd > 0.4 * pairs && even < 0.05 * pairs) return 'utf-16le';
  if (even > 0.4 * pairs && odd < 0.05 * pairs) return 'utf-16be';
  return null;
}

interface Stretch {
  from: number;
  to: number;
  encoding: 'ascii' | 'utf-8' | 'legacy';
}

/** Whole lines that follow each other in one encoding. */
function stretchesOfOneEncoding(bytes: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline < 0 ? bytes.length : newline + 1;
    const { sequences, broken } = utf8Evidence(bytes, from, to);
    // A line cut inside a character is still UTF-8 when the rest of it is.
    const encoding = broken > sequences ? 'legacy' : sequences > 0 ? 'utf-8' : 'ascii';
    const last = stretches.at(-1);
    if (last && (encoding === 'ascii' || last.encoding === 'ascii' || last.encoding === encoding)) {
      last.to = to;
      if (encoding !== 'ascii') last.encoding = encoding;
    } else stretches.push({ from, to, encoding });
    from = to;
  }
  return stretches;
}

/** How many characters of several bytes are well formed, and how many bytes belong to none (RFC 3629). */
function utf8Evidence(bytes: Uint8Array, from: number, to: number): { sequences: number; broken: number } {
  let sequences = 0;
  let broken = 0;
  let at = from;
  while (at < to) {
    const byte = bytes[at] ?? 0;
    const following =
      byte < 0x80 ? 0 : byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1;
    let step = 1;
    while (step <= following && at + step < to && ((bytes[at + step] ?? 0) & 0xc0) === 0x80) step++;
    if (following === 0) at++;
    else if (following > 0 && step > following) {
      sequences++;
      at += step;
    } else {
      broken++;
      at++;
    }
  }
  return { sequences, broken };
}

/** é è à ê ç ° É ô î in each encoding: the commonest bytes above 127 of a French export. */
const frenchIn1252 = [0xe9, 0xe8, 0xe0, 0xea, 0xe7, 0xb0, 0xc9, 0xf4, 0xee];
const frenchInMacRoman = [0x8e, 0x8f, 0x88, 0x90, 0x8d, 0xa1, 0x83, 0x99, 0x94];

const evidenceEnough = 1000;

function countLegacy(bytes: Uint8Array, tally: { windows: number; mac: number }): void {
  for (let at = 0; at < bytes.length && tally.windows + tally.mac < evidenceEnough; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (frenchIn1252.includes(byte)) tally.windows++;
    else if (frenchInMacRoman.includes(byte)) tally.mac++;
  }
}

/** UTF-8 taken for Windows-1252 and encoded again (« NumÃ©ro »): the text before that, or `null` when it is not so. */
function undoDoubleEncoding(text: string): string | null {
  if (!beyondAscii.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = bytesOf1252().get(text.charCodeAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

let cached1252: Map<number, number> | undefined;
function bytesOf1252(): Map<number, number> {
  if (!cached1252) {
    const all = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    cached1252 = new Map(Array.from(all, (character, byte) => [character.charCodeAt(0), byte]));
  }
  return cached1252;
}

/** Control characters that no text export has, in the first 64 k characters: one in a hundred, or a few in a row. */
function looksBinary(text: string): boolean {
  const sampled = Math.min(text.length, sampledText);
  let controls = 0;
  for (let at = 0; at < sampled; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > 8 && controls > sampled / 100;
}
