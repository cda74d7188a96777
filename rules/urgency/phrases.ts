import { stem, tokenise, type MaybeToken, type Token } from './tokens.ts';
import { TypoIndex } from './typos.ts';

/** The words that at least one lexicon uses, by number. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly typos: TypoIndex;

  constructor(realWords: Iterable<string>) {
    this.typos = new TypoIndex(realWords);
  }

  /**
   * Registers a folded word and returns its number, the same for all its forms. A word of `correctable` letters or
   * more is then found with one typo.
   */
  add(word: string, correctable = Number.POSITIVE_INFINITY): number {
    const key = stem(word);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    if (word.length >= correctable) for (const form of formsOf(word)) this.typos.add(form, number);
    return number;
  }

  /** The words that are found with one typo. */
  correctable(): Iterable<string> {
    return this.typos.all();
  }

  /** The number of a folded word as typed, or -1. */
  find(word: string): number {
    return this.numbers.get(stem(word)) ?? this.typos.find(word);
  }

  /** « 39,2 » is known as « 39 ». */
  private findNumber(text: string): number {
    return this.numbers.get(/^\d+[,.]\d$/.test(text) ? text.slice(0, -2) : text) ?? -1;
  }

  /** Writes in each token the number of its word. A word in `seen` is not looked up again. */
  number(tokens: readonly Token[], seen = new Map<string, number>()): void {
    for (const token of tokens) {
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      let number = seen.get(token.text);
      if (number === undefined) {
        number = token.kind === 'number' ? this.findNumber(token.text) : this.find(token.text);
        seen.set(token.text, number);
      }
      token.word = number;
    }
  }
}

interface Node<Value> {
  next: Map<number, Node<Value>>;
  values: Value[];
}

export interface Match<Value> {
  /** First and last token of the match, both included. */
  from: number;
  to: number;
  /** What the phrase was added with, in order. */
  values: readonly Value[];
}

export interface PhraseBookOptions {
  /** Words a phrase may have or not between its words. */
  articles?: readonly string[];
  /** Words that may also stand there, and that a phrase keeps when it holds them. */
  modifiers?: readonly string[];
  /** How many articles and modifiers may follow each other. */
  longestGap?: number;
  /** Words of so many letters are found with one typo. Absent: none are. */
  correctable?: number;
}

/** A word with the endings that `stem` takes away: a typo is looked for in each. */
function formsOf(word: string): string[] {
  if (word.endsWith('s') || word.endsWith('x')) return [word];
  return word.endsWith('e') ? [word, `${word}s`] : [word, `${word}s`, `${word}e`, `${word}es`];
}

function foldWord(word: string): string {
  return tokenise(word)[0]?.text ?? '';
}

/**
 * Phrases to look for, as a tree of words. A phrase is written as people write it; `a|b` offers alternatives for
 * one word. Articles and modifiers (« brutal », « à droite »…) may stand between two words of a phrase; articles are
 * dropped from the phrases themselves, unless written `=en`.
 */
export class PhraseBook<Value> {
  private readonly root: Node<Value> = { next: new Map(), values: [] };
  private readonly articles = new Set<number>();
  private readonly fillers = new Set<number>();
  private readonly vocabulary: Vocabulary;
  private readonly longestGap: number;
  private readonly correctable: number;

  constructor(vocabulary: Vocabulary, options: PhraseBookOptions = {}) {
    this.vocabulary = vocabulary;
    this.longestGap = options.longestGap ?? 0;
    this.correctable = options.correctable ?? Number.POSITIVE_INFINITY;
    for (const article of options.articles ?? []) {
      const word = vocabulary.add(foldWord(article));
      this.articles.add(word);
      this.fillers.add(word);
    }
    for (const modifier of options.modifiers ?? []) this.fillers.add(vocabulary.add(foldWord(modifier)));
  }

  add(phrase: string, value: Value): void {
    let ends = [this.root];
    for (const slot of phrase.split(' ')) {
      const nexts = new Set<Node<Value>>();
      for (const choice of slot.split('|')) {
        for (const end of ends) {
          let node = end;
          for (const token of tokenise(choice.replace('=', ''))) {
            if (token.kind === 'mark') continue;
            const word = this.vocabulary.add(token.text, this.correctable);
            if (this.articles.has(word) && !choice.startsWith('=')) continue;
            let next = node.next.get(word);
            if (next === undefined) {
              next = { next: new Map(), values: [] };
              node.next.set(word, next);
            }
            node = next;
          }
          nexts.add(node);
        }
      }
      ends = [...nexts];
    }
    for (const end of ends) if (end !== this.root) end.values.push(value);
  }

  /** Leftmost longest matches that do not overlap, on tokens not yet `taken`. */
  findAll(tokens: readonly Token[], taken?: readonly boolean[]): Match<Value>[] {
    const matches: Match<Value>[] = [];
    let free = 0;
    for (const [at, { word }] of tokens.entries()) {
      if (at < free || word < 0 || taken?.[at] === true) continue;
      const first = this.root.next.get(word);
      const match = first === undefined ? undefined : this.longestFrom(first, tokens, at, taken);
      if (match === undefined) continue;
      matches.push(match);
      free = match.to + 1;
    }
    return matches;
  }

  private longestFrom(
    first: Node<Value>,
    tokens: readonly Token[],
    from: number,
    taken: readonly boolean[] | undefined,
  ): Match<Value> | undefined {
    let to = from;
    let best = first.values;
    let states: State<Value>[] = [{ node: first, gap: 0 }];
    for (let at = from + 1; states.length > 0; at += 1) {
      const token = tokens[at];
      if (token === undefined || taken?.[at] === true) break;
      if (token.kind === 'mark' || token.kind === 'break') {
        if (isTransparent(token, tokens[at - 1], tokens[at + 1])) continue;
        break;
      }
      if (token.word < 0) break;
      const fills = this.fillers.has(token.word);
      const nexts: State<Value>[] = [];
      for (const { node, gap } of states) {
        const next = node.next.get(token.word);
        if (next !== undefined) {
          nexts.push({ node: next, gap: 0 });
          if (next.values.length > 0) {
            best = next.values;
            to = at;
          }
        }
        if (fills && gap < this.longestGap && node.next.size > 0) nexts.push({ node, gap: gap + 1 });
      }
      states = nexts;
    }
    return best.length > 0 ? { from, to, values: best } : undefined;
  }
}

interface State<Value> {
  node: Node<Value>;
  /** Fillers since the last word of the phrase. */
  gap: number;
}

/** A line end inside a phrase, or the hyphen of « cardio-respiratoire ». */
function isTransparent(token: Token, before: MaybeToken, next: MaybeToken): boolean {
  if (token.kind === 'break') return token.lines === 1;
  if (token.text !== '-' || before?.end !== token.start) return false;
  return next?.start === token.end || next?.kind === 'break';
}
