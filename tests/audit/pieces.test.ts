/** A large file is read from the disk a piece at a time: wherever it is cut, what is read is the same. */
import { expect, it } from 'vitest';
import { decodeText } from '../../ledger/import/decode.ts';
import { pieceBytes, readPieces, type Bytes } from '../../ledger/import/file-text.ts';
import { readSheetsInPieces } from '../../ledger/import/read-file.ts';
import { biller, bytesOf, namesOf, read } from './files.ts';

/** A file on a disk, which counts how much of it was asked for at once. */
function onDisk(bytes: Uint8Array): Bytes & { most: number } {
  const file = {
    size: bytes.length,
    most: 0,
    slice(from: number, to: number) {
      file.most = Math.max(file.most, to - from);
      return { arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) };
    },
  };
  return file;
}

/** The same lines over and over, until the header has to be found before the rest has come. */
function longer(bytes: Uint8Array, least = 70_000): Uint8Array {
  const times = Math.ceil(least / Math.max(1, bytes.length));
  const all = new Uint8Array(bytes.length * times);
  for (let time = 0; time < times; time++) all.set(bytes, time * bytes.length);
  return all;
}

const files = (['broken', 'vendors'] as const).flatMap((kind) =>
  namesOf(kind)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => [name, bytesOf(kind, name)] as const),
);

it.each(files)('%s, repeated and cut anywhere, is read as in one piece', async (name, bytes) => {
  const whole = longer(bytes);
  const expected = read(whole, { name, withPeople: true });
  const cut = await readSheetsInPieces(onDisk(whole), { name, biller, withPeople: true, pieceSize: 1009 });
  expect(cut).toEqual(expected);
});

it('holds no more of a large file than a piece', async () => {
  const line = '1;12/03/2026;RQD;10,00\n';
  const head = 'N° FSE;Date acte;Code acte;Montant\n';
  const text = head + line.repeat(Math.ceil((2.5 * pieceBytes) / line.length));
  const file = onDisk(new TextEncoder().encode(text));
  const shares: number[] = [];
  const found = await readPieces(file, { tell: (_, share) => shares.push(share) });
  expect(file.most).toBe(pieceBytes);
  expect(shares).toHaveLength(6);
  expect(found.kind === 'table' && found.found.ok && found.found.table.rows.length).toBe(
    text.split('\n').length - 2,
  );
});

it.each([
  ['é in UTF-8 cut between its bytes', 'Né(e) le;café\n', 'utf-8'],
  ['UTF-16 cut inside a character', '\ufeffDate;Acte é\n', 'utf-16le'],
])('%s', async (_, text, encoding) => {
  const long = text[0] + text.slice(1).repeat(400);
  const bytes =
    encoding === 'utf-8'
      ? new TextEncoder().encode(long)
      : new Uint8Array(Uint16Array.from(long, (c) => c.charCodeAt(0)).buffer);
  const whole = decodeText(bytes);
  const cut = await readPieces(onDisk(bytes), { namedJson: true, pieceSize: 7 });
  expect(cut).toMatchObject({ kind: 'json', encoding });
  expect(whole.ok && cut.kind === 'json' && cut.text === whole.text).toBe(true);
});
