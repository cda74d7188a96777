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

/**
 * Decodes a whole file. Never throws.
 * A UTF-8 file with lines in another encoding keeps both, and says so; a file that is not text is refused.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, reason: 'le fichier est vide (0 octet)' };
  const known = signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (known) return { ok: false, reason: known.reason };

  const notes: string[] = [];
  const decoded = readInItsEncoding(bytes, notes);
  const { encoding } = decoded;
  let { text } = decoded;
  if (encoding === 'utf-8' && text.includes('Ã')) {
    const repaired = undoDoubleEncoding(text);
    if (repaired !== null) {
      text = repaired;
      notes.push('Les accents avaient été encodés deux fois : ils ont été rétablis.');
    }
  }
  if (looksBinary(text)) {
    return { ok: false, reason: `ce n’est pas un fichier texte : ${exportAsCsv}` };
  }
  if (text.includes('\u0000')) {
    text = text.replaceAll('\u0000', '');
    notes.push('Des octets nuls ont été retirés.');
  }
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (/^<(!doctype|html|table|\?xml|\?mso|workbook)/.test(start)) {
    return { ok: false, reason: `c’est une page web ou un fichier XML : ${exportAsCsv}` };
  }
  if (text.trim() === '') return { ok: false, reason: 'le fichier ne contient aucun texte' };
  return { ok: true, text, encoding, notes };
}

function readInItsEncoding(bytes: Uint8Array, notes: string[]): { text: string; encoding: Encoding } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const legacy = legacyEncoding(bytes);
    const stretches = stretchesOfOneEncoding(bytes);
    if (stretches.every((stretch) => stretch.encoding !== 'utf-8')) {
      return { text: new TextDecoder(legacy).decode(bytes), encoding: legacy };
    }
    notes.push('Le fichier mélange deux encodages : chaque ligne a été lue dans le sien.');
    const decoders = { 'utf-8': new TextDecoder('utf-8'), legacy: new TextDecoder(legacy) };
    const parts = stretches.map(({ from, to, encoding }) =>
      decoders[encoding === 'legacy' ? 'legacy' : 'utf-8'].decode(bytes.subarray(from, to)),
    );
    return { text: parts.join(''), encoding: 'utf-8' };
  }
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

function legacyEncoding(bytes: Uint8Array): 'windows-1252' | 'macintosh' {
  let windows = 0;
  let mac = 0;
  for (let at = 0; at < bytes.length && windows + mac < 1000; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (frenchIn1252.includes(byte)) windows++;
    else if (frenchInMacRoman.includes(byte)) mac++;
  }
  return mac > windows ? 'macintosh' : 'windows-1252';
}

/** UTF-8 taken for Windows-1252 and encoded again (« NumÃ©ro »): the text before that, or `null` when it is not so. */
function undoDoubleEncoding(text: string): string | null {
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
  const sampled = Math.min(text.length, 65_536);
  let controls = 0;
  for (let at = 0; at < sampled; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > 8 && controls > sampled / 100;
}
