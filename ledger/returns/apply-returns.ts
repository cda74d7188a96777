/** Returns that were accepted on screen → facts of the register: each once, however often it is asked. */
import { v7 as newId } from 'uuid';
import { actsFrom, type LedgerAct } from '../acts.ts';
import type { Body, Fact } from '../facts.ts';
import { takeIn } from '../inbox.ts';
import type { Draft, Store } from '../store.ts';
import type { Match } from './match-returns.ts';

export interface KnownActs {
  acts: LedgerAct[];
  events: Fact<'events'>[];
}

/** Every act with what was written of it. Long on a large register. */
export async function knownActs(store: Store): Promise<KnownActs> {
  await takeIn(store);
  const [acts, events] = [await store.all('acts'), await store.all('events')];
  return { acts: actsFrom(acts.facts, events.facts), events: events.facts };
}

export interface AppliedReturns {
  /** What was written, for `Register.undo`. */
  events: { id: string; act: string }[];
}

/** Facts in one transaction. */
const batchSize = 500;

/**
 * Writes the `new` ones of the matches, oldest return first, so that the last word of the caisse stands. Cut short,
 * it is completed by doing it again with the same matches, or with the file read again.
 * @param source `file`: SHA-256 of the file, base64; `leftOut`: lines of it that were not kept
 */
export async function applyReturns(
  store: Store,
  { software, file, leftOut }: { software: string; file: string; leftOut?: number },
  matches: readonly Match[],
  { batch = batchSize, onProgress }: { batch?: number; onProgress?: (done: number) => void } = {},
): Promise<AppliedReturns> {
  const { database } = store;
  const importId = newId();
  const wanted = matches
    .filter(({ state, acts }) => state === 'new' && acts.length === 1)
    .sort((a, b) => (a.line.on ?? '').localeCompare(b.line.on ?? '') || a.line.line - b.line.line)
    .map((match) => ({ id: newId(), body: { ...eventOf(match), importId }, word: match.sameAs }));
  const applied: AppliedReturns['events'] = [];
  for (let start = 0; start < wanted.length;) {
    const piece = wanted.slice(start, start + batch);
    const words = await Promise.all(piece.map(({ word }) => store.word('once', word)));
    const ids = piece.map(({ body }) => body.act);
    const here = async () => {
      const rows = await database.events.where('of').anyOf(ids).toArray();
      return new Set(rows.flatMap(({ once }) => once ?? []));
    };
    const known = await here();
    const fresh = piece.filter((_, at) => !known.has(words[at] ?? ''));
    const freshWords = words.filter((word) => !known.has(word));
    const drafts: Draft[] = fresh.map(({ id, body }) => ({ table: 'events', id, body }));
    const isLast = start + batch >= wanted.length;
    if (isLast && (applied.length > 0 || fresh.length > 0)) {
      const lines = wanted.length;
      const body = {
        kind: 'returns' as const,
        software,
        lines,
        file,
        ...(leftOut !== undefined && { leftOut }),
      };
      drafts.push({ table: 'imports', id: importId, body });
    }
    if (drafts.length > 0) {
      const beaten = await store.append<true>(drafts, {
        unless: async () => {
          const now = await here();
          return freshWords.some((word) => now.has(word)) || undefined;
        },
        also: () => database.pending.bulkDelete(fresh.map(({ body }) => body.act)),
      });
      // Another page wrote one of them meanwhile: what is known is looked up again.
      if (beaten) continue;
      applied.push(...fresh.map(({ id, body }) => ({ id, act: body.act })));
    }
    start += batch;
    onProgress?.(Math.min(1, start / wanted.length));
  }
  return { events: applied };
}

function eventOf({ line, acts, sameAs }: Match): Omit<Body<'events'>, 'at' | 'salt'> {
  const [act] = acts;
  const { outcome, on, paid, wording } = line;
  return {
    act: act?.id ?? '',
    standing: outcome === 'paid' ? 'paid' : 'refused',
    sameAs,
    ...(on !== null && { on }),
    ...(outcome === 'paid' && paid !== null && { amount: paid }),
    ...(outcome === 'refused' && { reason: reasonOf(line.cause?.title, wording) }),
  };
}

const reasonOf = (title: string | undefined, wording: string): string =>
  [title, wording].filter(Boolean).join(' : ') || 'Refus sans libellé';
