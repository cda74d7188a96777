/**
 * Reads, judges and keeps a file beside the page, so that the page never waits. Nothing is stored here: the file goes
 * when the worker ends.
 */
import { openControl, type ControlDesk } from '../../../ledger/control/control.ts';
import { previewBytes, previewOf } from '../../../ledger/control/preview.ts';
import { emptyReading, type FileReading } from '../../../ledger/import/file-reading.ts';
import { judgeFile } from '../../../ledger/import/judge-file.ts';
import { readSheetsFile } from '../../../ledger/import/read-file.ts';
import { registerActs, type RegisterActs } from '../../../ledger/import/register-acts.ts';
import { readReturns } from '../../../ledger/returns/read-returns.ts';
import { toBase64 } from '../../../ledger/seal.ts';
import type { Asked, Asks, Question, Said } from './protocol.ts';

/** About three million lines, and near what one text can hold. Bytes. */
const mostBytes = 400_000_000;
const tooBig = 'le fichier est trop gros (plus de 400 Mo) : découpez-le par année';

/** Shares of the whole work at which each step begins: an estimate, only to move the bar. */
const begins = { load: 0, decode: 0.1, split: 0.15, read: 0.4, judge: 0.75 };

let reading: FileReading = emptyReading('csv');
let digest = '';
let desk: ControlDesk | null = null;
let acts: { software: string; found: RegisterActs } | null = null;

const say = (said: Said) => postMessage(said);

async function bytesOf(file: File, tell: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const piece of file.stream() as unknown as AsyncIterable<Uint8Array>) {
    bytes.set(piece, at);
    at += piece.length;
    tell(at / file.size);
  }
  digest = toBase64(await crypto.subtle.digest('SHA-256', bytes));
  return bytes;
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
    if (file.size > mostBytes) {
      reading = { ...emptyReading('csv'), problems: [{ line: null, message: tooBig }] };
    } else {
      const bytes = await bytesOf(file, (share) => tell(share * begins.decode));
      reading = readSheetsFile(bytes, {
        name: file.name,
        mapping,
        biller,
        withPeople: true,
        onStep: (step, share) =>
          tell(begins[step] + share * (begins.judge - begins.read) * Number(step === 'read')),
      });
    }
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
    const whole = file.size <= mostBytes;
    const bytes = whole ? await bytesOf(file, (share) => tell(share / 2)) : new Uint8Array();
    const read = readReturns(bytes, { software, numeroAm, mapping });
    return {
      reading: whole ? read : { ...read, problems: [{ line: null, message: tooBig }] },
      file: digest,
    };
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
