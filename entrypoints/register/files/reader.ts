/** The page's side of the worker that reads files. */
import type { Asked, Asks, Question, Said } from './protocol.ts';

export interface Progress {
  /** 0 to 1. */
  share: number;
  /** Milliseconds still to go, as far as can be told; `null` = too early to say. */
  left: number | null;
}

export interface FileReaderDesk {
  ask<K extends Asked>(
    kind: K,
    ask: Asks[K]['ask'],
    onProgress?: (progress: Progress) => void,
  ): Promise<Asks[K]['answer']>;
  /** Ends whatever is under way at once, and forgets the file. Promises of questions under way reject. */
  stop(): void;
}

/** Said when nothing better is known: the reader's own words may quote the file. */
const failedWords =
  'Ce fichier n’a pas pu être lu jusqu’au bout : il est peut-être trop gros pour cet ordinateur. Découpez-le par année.';

export class ReadingStopped extends Error {}

/** Too early to foretell before this. Ms. */
const foretellAfter = 500;

export function progressSince(start: number, share: number): Progress {
  const spent = performance.now() - start;
  const left = share > 0.05 && spent > foretellAfter ? (spent / share) * (1 - share) : null;
  return { share, left };
}

export function openFileReader(): FileReaderDesk {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, { said: (said: Said) => void; stopped: (error: Error) => void }>();

  const end = (error: Error) => {
    worker?.terminate();
    worker = null;
    for (const { stopped } of waiting.values()) stopped(error);
    waiting.clear();
  };
  function start(): Worker {
    if (worker) return worker;
    worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Said>) => waiting.get(data.id)?.said(data);
    worker.onerror = () => end(new Error(failedWords));
    return worker;
  }

  return {
    ask: (kind, ask, onProgress) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const begun = performance.now();
        const said = (one: Said) => {
          if (one.kind === 'progress') {
            onProgress?.(progressSince(begun, one.share));
            return;
          }
          waiting.delete(id);
          if (one.kind === 'answer') resolve(one.answer as Asks[typeof kind]['answer']);
          else reject(new Error(failedWords));
        };
        waiting.set(id, { said, stopped: reject });
        start().postMessage({ id, kind, ask } as Question);
      }),
    stop: () => end(new ReadingStopped()),
  };
}
