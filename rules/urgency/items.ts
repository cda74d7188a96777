import type { CueKind } from './cues/kinds.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import type { TermKind } from './lexicon/entry.ts';
import { findMoments } from './moments.ts';
import type { Token } from './tokens.ts';

/** A plain token, or a run of tokens that make a term or a cue. */
export type Item = Token | Run;

/** Stands where its first token stands; `start` and `end` are those of the run. */
export interface Run extends Omit<Token, 'kind'> {
  /** A `term` is a wording of the lexicon, or a mark that decides about one. */
  kind: 'term' | 'cue';
  /** First and last token. */
  from: number;
  to: number;
  /** The last word, folded; `text` is the first. */
  last: string;
  /** For a term of the lexicon, not for a mark nor a cue. */
  term: TermKind | undefined;
  /** What the wording may stand for; empty for a cue. */
  entries: readonly Entry[];
  cue: CueKind | undefined;
}

/** A wording of the lexicon. */
export interface Term extends Run {
  term: TermKind;
}

export function isMark(item: Item | undefined, ...texts: string[]): boolean {
  return item !== undefined && item.kind === 'mark' && texts.includes(item.text);
}

export function isWord(item: Item | undefined, ...texts: string[]): boolean {
  return item !== undefined && item.kind === 'word' && texts.includes(item.text);
}

export function isCue(item: Item | undefined, ...kinds: CueKind[]): boolean {
  return item?.kind === 'cue' && item.cue !== undefined && kinds.includes(item.cue);
}

export function isTerm(item: Item | undefined): item is Term {
  return item?.kind === 'term' && item.term !== undefined;
}

export function lastWord(item: Item): string {
  return 'last' in item ? item.last : item.text;
}

/**
 * Turns tokens into items. Terms come first, then times, then cues. Headings are left out, and so are the sentences
 * that hold no term nor follow one that does: nothing in them is said of a term.
 */
export function layOut(tokens: readonly Token[], known: Knowledge, today: string | undefined): Item[] {
  const taken = tokens.map((token) => token.heading);
  const runs = new Array<Run | undefined>(tokens.length);
  const take = (from: number, to: number, entries: readonly Entry[], cue: CueKind | undefined) => {
    taken.fill(true, from, to + 1);
    const first = tokens[from];
    const last = tokens[to];
    if (first === undefined || last === undefined) return;
    const lookalike = entries[0]?.is === 'lookalike';
    runs[from] = {
      ...first,
      end: last.end,
      kind: entries.length > 0 && !lookalike ? 'term' : 'cue',
      from,
      to,
      last: last.text,
      term: lookalike ? undefined : termKind(entries),
      entries: lookalike ? [] : entries,
      cue,
    };
  };
  const near = new Set<number>();
  for (const { from, to, values } of known.terms.findAll(tokens, taken)) {
    take(from, to, values, undefined);
    const sentence = tokens[from]?.sentence ?? 0;
    if (runs[from]?.kind === 'term') near.add(sentence).add(sentence + 1);
  }
  if (near.size === 0) return [];
  for (const [at, token] of tokens.entries()) if (!near.has(token.sentence)) taken[at] = true;
  for (const { from, to, when } of findMoments(tokens, today)) {
    if (isFree(taken, from, to)) take(from, to, [], when === 'present' ? 'now' : 'then');
  }
  for (const { from, to, values } of known.cues.findAll(tokens, taken)) take(from, to, [], values[0]);

  const items: Item[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < next || token.heading || !near.has(token.sentence)) continue;
    token.neutral = token.word >= 0 && known.neutralHeads.has(token.word);
    token.link = token.word >= 0 && known.links.has(token.word);
    const run = runs[at];
    items.push(run ?? token);
    next = (run?.to ?? at) + 1;
  }
  return items;
}

function termKind(entries: readonly Entry[]): TermKind | undefined {
  for (const entry of entries) if (entry.is === 'term') return entry.group.kind;
  return undefined;
}

function isFree(taken: readonly boolean[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (taken[at] === true) return false;
  return true;
}
