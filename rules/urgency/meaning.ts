import type { Item, Term } from './items.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import type { MarkName, TermGroup } from './lexicon/entry.ts';
import { termArticles } from './lexicon/words.ts';
import type { Token } from './tokens.ts';

/** Tokens around a term within which a mark decides about it. */
const markReach = 60;

export type TermEntry = Extract<Entry, { is: 'term' }>;

/** Tells which entry of the lexicon a wording stands for, where it stands. */
export class MeaningReader {
  private readonly tokens: readonly Token[];
  private readonly known: Knowledge;
  private readonly shouted: boolean;
  private readonly marks = new Map<MarkName, number[]>();

  /** `none` are the items that are denied or a relative's: as marks they decide nothing. */
  constructor(
    tokens: readonly Token[],
    items: readonly Item[],
    none: (item: Item) => boolean,
    known: Knowledge,
    shouted: boolean,
  ) {
    this.tokens = tokens;
    this.known = known;
    this.shouted = shouted;
    for (const item of items) {
      if (item.kind !== 'term' || none(item)) continue;
      for (const entry of item.entries) {
        const mark = markOf(entry);
        if (mark === undefined) continue;
        const places = this.marks.get(mark);
        if (places === undefined) this.marks.set(mark, [item.from]);
        else places.push(item.from);
      }
    }
  }

  /** The entry that holds here, or undefined when none does: then it is no urgency. `acute`: told as sudden. */
  entryOf(item: Term, acute: boolean): TermEntry | undefined {
    const sudden = acute || this.holdsOnset(item);
    for (const entry of item.entries) {
      if (entry.is === 'term' && this.holds(entry.group, item, sudden)) return entry;
    }
    return undefined;
  }

  private holds(group: TermGroup, item: Term, acute: boolean): boolean {
    const first = this.tokens[item.from];
    const after = this.tokens[item.to + 1]?.text ?? '';
    if (group.accented === true && first?.acute !== true) return false;
    if (group.notBefore?.includes(after) === true) return false;
    if (group.notAfter !== undefined && this.follows(item.from, group.notAfter)) return false;
    if (!this.isAbbreviation(group, item, after)) return false;
    if (group.needs === 'acute' && !acute) return false;
    if (group.needs === 'fever' && !this.isNear('fever', item.from)) return false;
    if (
      group.needs === 'infection' &&
      !this.isNear('infection', item.from) &&
      !this.isNear('fever', item.from)
    ) {
      return false;
    }
    return group.unless === undefined || acute || !this.marks.has(group.unless);
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

  private holdsOnset(item: Term): boolean {
    for (let at = item.from; at <= item.to; at += 1) {
      if (this.known.onsets.has(this.tokens[at]?.word ?? -1)) return true;
    }
    return false;
  }

  private isNear(mark: MarkName, at: number): boolean {
    const places = this.marks.get(mark) ?? [];
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
