/**
 * The file of an encrypted backup: a line of JSON that says how it is locked, then one sealed, compressed piece per
 * line. Each piece is tied to that first line, to its place and to whether it is the last, so that a piece that was
 * taken away, moved or brought from another backup is seen.
 */
import { z } from '../rules/zod.ts';
import { BackupRejected } from './errors.ts';
import { keyFromPassphrase, minRounds } from './passphrase.ts';
import { fromBase64, randomBytes, toBase64 } from './seal.ts';

const format = 'volet-teleexpertise/sauvegarde';
const version = 1;

const headSchema = z.object({
  format: z.literal(format),
  version: z.number().int(),
  salt: z.string(),
  rounds: z.number().int().positive().max(100_000_000),
  pieces: z.number().int().positive(),
});

const ivBytes = 12;

type Bytes = Uint8Array<ArrayBuffer>;

const through = async (bytes: Bytes, change: CompressionStream | DecompressionStream): Promise<Bytes> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(change)).arrayBuffer());

const sealing = (iv: Bytes, head: string, place: number, pieces: number): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify([head, place, place === pieces - 1])),
});

/** @param pieces JSON values, at least one. @param rounds fewer than `minRounds` is for tests. */
export async function writeBackupFile(
  pieces: readonly unknown[],
  passphrase: string,
  rounds = minRounds,
): Promise<Blob> {
  const salt = randomBytes(16);
  const head = JSON.stringify({ format, version, salt: toBase64(salt), rounds, pieces: pieces.length });
  const key = await keyFromPassphrase(passphrase, salt, rounds);
  const lines = [head];
  for (const [place, piece] of pieces.entries()) {
    const text = new TextEncoder().encode(JSON.stringify(piece));
    const iv = randomBytes(ivBytes);
    const packed = await through(text, new CompressionStream('gzip'));
    const sealed = await crypto.subtle.encrypt(sealing(iv, head, place, pieces.length), key, packed);
    lines.push(`${toBase64(iv)} ${toBase64(sealed)}`);
  }
  return new Blob([lines.join('\n'), '\n'], { type: 'application/octet-stream' });
}

function readHead(line: string): z.infer<typeof headSchema> {
  let head: z.infer<typeof headSchema>;
  try {
    head = headSchema.parse(JSON.parse(line));
  } catch {
    throw new BackupRejected('not-a-backup');
  }
  if (head.version > version) throw new BackupRejected('newer');
  return head;
}

/**
 * The pieces of a backup, in order. Every one of them has been checked before the first is given, so that a file that
 * is cut short is refused whole. @throws BackupRejected
 */
export async function readBackupFile(file: Blob, passphrase: string): Promise<AsyncIterable<unknown>> {
  const [first = '', ...lines] = (await file.text()).trimEnd().split('\n');
  const { salt, rounds, pieces } = readHead(first);
  const saltBytes = await decoded(salt);
  const key = await keyFromPassphrase(passphrase, saltBytes, rounds);

  const open = async (line: string, place: number): Promise<Bytes> => {
    const [iv = '', sealed = ''] = line.split(' ');
    const algorithm = sealing(await decoded(iv), first, place, pieces);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, await decoded(sealed)));
  };
  const packed: Bytes[] = [];
  for (const [place, line] of lines.entries()) {
    try {
      packed.push(await open(line, place));
    } catch {
      // Nothing but the first piece can tell a wrong passphrase from a damaged file.
      throw new BackupRejected(place === 0 ? 'passphrase' : 'damaged');
    }
  }
  if (packed.length !== pieces) throw new BackupRejected('damaged');
  return unpack(packed);
}

async function decoded(text: string): Promise<Bytes> {
  try {
    return fromBase64(text);
  } catch {
    throw new BackupRejected('damaged');
  }
}

async function* unpack(packed: readonly Bytes[]): AsyncGenerator<unknown> {
  for (const bytes of packed) {
    const text = await through(bytes, new DecompressionStream('gzip'));
    yield JSON.parse(new TextDecoder().decode(text)) as unknown;
  }
}
