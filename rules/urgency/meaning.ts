import type { Term } from './items.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import type { MarkName, TermGroup } from './lexicon/entry.ts';
import { termArticles } from './lexicon/words.ts';
import type { Token } from './tokens.ts';

export type TermEntry = Extract<Entry, { is: 'term' }>;

/** Tells what a wording stands for, from the words beside it. */
export class MeaningReader {
  private readonly tokens: readonly Token[];
  private readonly known: Knowledge;
  private readonly shouted: boolean;

  constructor(tokens: readonly Token[], known: Knowledge, shouted: boolean) {
    this.tokens = tokens;
    this.known = known;
    this.shouted = shouted;
  }

  /** The entries of the lexicon that the words beside allow; the marks of the text have their say later. */
  entriesOf(item: Term): TermEntry[] {
    return item.entries.filter(
      (entry): entry is TermEntry => entry.is === 'term' && this.holds(entry.group, item),
    );
  }

  /** A word of sudden onset is in the wording itself: « céphalée brutale intense ». */
  holdsOnset(item: Term): boolean {
    for (let at = item.from; at <= item.to; at += 1) {
      if (this.known.onsets.has(this.tokens[at]?.word ?? -1)) return true;
    }
    return false;
  }

  /** Where the wording is shown from: « respire plus » with its « ne ». */
  startOf(item: Term): number {
    const before = this.tokens[item.from - 1];
    const refuses = before?.text === 'ne' || before?.text === 'n';
    const denies = this.tokens
      .slice(item.from, item.to + 1)
      .some(({ text }) => text === 'plus' || text === 'pas');
    return refuses && denies ? before.start : item.start;
  }

  private holds(group: TermGroup, item: Term): boolean {
    const first = this.tokens[item.from];
    const after = this.tokens[item.to + 1]?.text ?? '';
    if (group.accented === true && first?.acute !== true) return false;
    if (group.notBefore?.includes(after) === true) return false;
    if (group.notAfter !== undefined && this.follows(item.from, group.notAfter)) return false;
    return this.isAbbreviation(group, item, after);
  }

  private isAbbreviation(group: TermGroup, item: Term, after: string): boolean {
    if (group.capitals !== true && group.after === undefined) return true;
    const first = this.tokens[item.from];
    const upper = first?.upper === true || (first?.text.length === 1 && first.capital);
    if (upper && after === '?') return true;
    if (upper && group.capitals === true && (!this.shouted || group.notAfter !== undefined)) return true;
    return group.after?.includes(this.tokens[item.from - 1]?.text ?? '') === true;
  }

  /** One of the words stands before, articles and numbers aside. */
  private follows(from: number, words: readonly string[]): boolean {
    for (let at = from - 1; at >= from - 3; at -= 1) {
      const token = this.tokens[at];
      if (token === undefined) return false;
      if (words.includes(token.text)) return true;
      if (token.kind !== 'number' && !termArticles.includes(token.text)) return false;
    }
    return false;
  }
}

/** Tokens around a term within which a mark decides about it. */
const markReach = 60;

/** The marks of a whole text, by place, counted in tokens from its start. */
export class Marks {
  private readonly places = new Map<MarkName, number[]>();

  /** To be called in the order of the text. */
  add(entry: Entry, at: number): void {
    const mark = markOf(entry);
    if (mark === undefined) return;
    const places = this.places.get(mark);
    if (places === undefined) this.places.set(mark, [at]);
    else places.push(at);
  }

  /** Whether the marks near by, or a sudden onset, give a group what it asks for. */
  allow(group: TermGroup, acute: boolean, at: number): boolean {
    if (group.needs === 'acute' && !acute) return false;
    if (group.needs === 'fever' && !this.isNear('fever', at)) return false;
    if (group.needs === 'infection' && !this.isNear('infection', at) && !this.isNear('fever', at))
      return false;
    return group.unless === undefined || acute || !this.places.has(group.unless);
  }

  private isNear(mark: MarkName, at: number): boolean {
    const places = this.places.get(mark) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < at - markReach) low = middle + 1;
      else high = middle;
    }
    const place = places[low];
    return place !== undefined && place <= at + markReach;
  }
}

/** A term of the infectious category is itself a mark of infection, but for those that ask for one. */
function markOf(entry: Entry): MarkName | undefined {
  if (entry.is === 'mark') return entry.mark;
  if (entry.is === 'lookalike' || entry.category.id !== 'infectieux') return undefined;
  return entry.group.needs === 'infection' ? undefined : 'infection';
}
