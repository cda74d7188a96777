/**
 * Reads, judges and keeps a file beside the page, so that the page never waits. Nothing is stored here: the file goes
 * when the worker ends.
 */
import { openControl, type ControlDesk } from '../../../ledger/control/control.ts';
import { previewBytes, previewOf } from '../../../ledger/control/preview.ts';
import { emptyReading, type FileReading } from '../../../ledger/import/file-reading.ts';
import { judgeFile } from '../../../ledger/import/judge-file.ts';
import { readSheetsInPieces } from '../../../ledger/import/read-file.ts';
import { registerActs, type RegisterActs } from '../../../ledger/import/register-acts.ts';
import { readReturnsInPieces } from '../../../ledger/returns/read-returns.ts';
import { piecesOf } from '../../../ledger/import/file-text.ts';
import { toBase64 } from '../../../ledger/seal.ts';
import type { Asked, Asks, Question, Said } from './protocol.ts';

/** Shares of the whole work at which each step begins: an estimate, only to move the bar. */
const begins = { decode: 0.03, split: 0.08, read: 0.45, judge: 0.75 };
const ends = { decode: begins.split, split: begins.read, read: begins.judge };

let reading: FileReading = emptyReading('csv');
let digest = '';
let desk: ControlDesk | null = null;
let acts: { software: string; found: RegisterActs } | null = null;

const say = (said: Said) => postMessage(said);

/** Of the bytes where they are one piece, else of the digests of its pieces: a file is never held whole. */
async function digestOf(file: File): Promise<string> {
  const digests: ArrayBuffer[] = [];
  let last = new Uint8Array<ArrayBuffer>(new ArrayBuffer(0));
  for await (const piece of piecesOf(file)) {
    last = piece;
    digests.push(await crypto.subtle.digest('SHA-256', piece));
  }
  const all = digests.length > 1 ? await new Blob(digests).arrayBuffer() : last;
  return toBase64(await crypto.subtle.digest('SHA-256', all));
}

type Answers = {
  [K in Asked]: (ask: Asks[K]['ask'], tell: (share: number) => void) => Promise<Asks[K]['answer']>;
};

const answers: Answers = {
  async preview({ file, mapping }) {
    const head = new Uint8Array(await file.slice(0, previewBytes).arrayBuffer());
    return previewOf(head, file.size, mapping);
  },
  async control({ file, mapping, biller, today }, tell) {
    desk = null;
    acts = null;
    digest = await digestOf(file);
    reading = await readSheetsInPieces(file, {
      name: file.name,
      mapping,
      biller,
      withPeople: true,
      onStep: (step, share) => tell(begins[step] + share * (ends[step] - begins[step])),
    });
    tell(begins.judge);
    desk = openControl(reading, judgeFile(reading, today));
    return desk.control;
  },
  rows: ({ order, from, count }) => Promise.resolve(desk?.rows(order, from, count) ?? []),
  leftOut: () => Promise.resolve(desk?.everyLineLeftOut() ?? []),
  acts({ software, from, count }) {
    if (acts?.software !== software) acts = { software, found: registerActs(reading.sheets, software) };
    const { found } = acts;
    return Promise.resolve({
      acts: found.acts.slice(from, from + count),
      notKept: from === 0 ? found.notKept.slice(0, 1000) : [],
      total: found.acts.length,
      file: digest,
    });
  },
  async returns({ file, software, numeroAm, mapping }, tell) {
    digest = await digestOf(file);
    const options = { software, numeroAm, mapping };
    return { reading: await readReturnsInPieces(file, options, tell), file: digest };
  },
};

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { id, kind, ask } = data;
  const answer = answers[kind] as (ask: unknown, tell: (share: number) => void) => Promise<unknown>;
  answer(ask, (share) => say({ id, kind: 'progress', share })).then(
    (said) => say({ id, kind: 'answer', answer: said }),
    () => say({ id, kind: 'failed' }),
  );
});
