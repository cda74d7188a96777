import type { CueKind } from './cues.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import type { Place } from './layout.ts';
import type { TermKind } from './lexicon/entry.ts';
import { findMoments } from './moments.ts';
import type { Token } from './tokens.ts';

/** The text as a line of terms, cues, plain words and punctuation. */
export interface Item extends Place {
  /** A `term` is a wording of the lexicon, or a mark that decides about one. */
  kind: 'term' | 'cue' | 'word' | 'number' | 'mark' | 'break';
  /** First and last token. */
  from: number;
  to: number;
  /** First and last word, folded. */
  text: string;
  last: string;
  /** For a term of the lexicon, not for a mark. */
  term: TermKind | undefined;
  /** What the wording may stand for; empty but for a term. */
  entries: readonly Entry[];
  cue: CueKind | undefined;
  /** Leaves a negation standing on its way to the term. */
  neutral: boolean;
  /** Links a term to what is said of it. */
  link: boolean;
}

export function isMark(item: Item | undefined, ...texts: string[]): boolean {
  return item !== undefined && item.kind === 'mark' && texts.includes(item.text);
}

export function isWord(item: Item | undefined, ...texts: string[]): boolean {
  return item !== undefined && item.kind === 'word' && texts.includes(item.text);
}

export function isCue(item: Item | undefined, ...kinds: CueKind[]): boolean {
  return item?.cue !== undefined && kinds.includes(item.cue);
}

/** A run of tokens taken by a term, a time or a cue. */
interface Run {
  to: number;
  entries: readonly Entry[];
  cue: CueKind | undefined;
}

/** Turns tokens into items. Terms come first, then times, then cues; headings are left out. */
export function layOut(
  tokens: readonly Token[],
  places: readonly Place[],
  known: Knowledge,
  today: string | undefined,
): Item[] {
  const taken = places.map((place) => place.heading);
  const runs: Run[] = [];
  const take = (from: number, run: Run) => {
    runs[from] = run;
    taken.fill(true, from, run.to + 1);
  };
  for (const { from, to, values } of known.terms.findAll(tokens, taken)) {
    take(from, { to, entries: values, cue: undefined });
  }
  for (const { from, to, when } of findMoments(tokens, today)) {
    if (isFree(taken, from, to)) take(from, { to, entries: [], cue: when === 'present' ? 'now' : 'then' });
  }
  for (const { from, to, values } of known.cues.findAll(tokens, taken)) {
    take(from, { to, entries: [], cue: values[0] });
  }

  const items: Item[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    const place = places[at];
    if (at < next || place === undefined || place.heading) continue;
    const run = runs[at];
    const to = run?.to ?? at;
    const entries = run?.entries[0]?.is === 'lookalike' ? [] : (run?.entries ?? []);
    items.push({
      ...place,
      kind: entries.length > 0 ? 'term' : run?.cue !== undefined ? 'cue' : token.kind,
      from: at,
      to,
      text: token.text,
      last: tokens[to]?.text ?? token.text,
      term: termKind(entries),
      entries,
      cue: run?.cue,
      neutral: token.word >= 0 && known.neutralHeads.has(token.word),
      link: token.word >= 0 && known.links.has(token.word),
    });
    next = to + 1;
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
