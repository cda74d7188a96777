import { PhraseBook, type Vocabulary } from './phrases.ts';
import {
  abbreviations,
  bareHeadings,
  continuations,
  emptySection,
  headingArticles,
  headings,
  openEndings,
  type SectionKind,
} from './sections.ts';
import type { MaybeToken, Token } from './tokens.ts';

/** A line this long was folded by the writer's window, not ended by the writer. */
const foldedLine = 40;

/** Where a token stands. */
export interface Place {
  sentence: number;
  /** Part of a sentence between commas; a parenthesis is a part of its own and the sentence goes on after it. */
  segment: number;
  section: SectionKind;
  /** How many sentences of its section come before. */
  sentenceInSection: number;
  /** The line starts with a dash. */
  bullet: boolean;
  /** The token belongs to a heading. */
  heading: boolean;
}

interface Heading {
  kind: SectionKind;
  bare: boolean;
}

/** Cuts tokens into sections, sentences and segments. */
export class LayoutReader {
  private readonly book: PhraseBook<Heading>;

  constructor(vocabulary: Vocabulary) {
    this.book = new PhraseBook(vocabulary, { articles: headingArticles, longestGap: 3, correctable: 9 });
    for (const [kind, phrases] of Object.entries(bareHeadings) as [SectionKind, readonly string[]][]) {
      for (const phrase of phrases) this.book.add(phrase, { kind, bare: true });
    }
    for (const [kind, phrases] of Object.entries(headings) as [SectionKind, readonly string[]][]) {
      for (const phrase of phrases) this.book.add(phrase, { kind, bare: false });
    }
  }

  /** The place of each token, in their order. `shouted`: the text is all in capitals. */
  read(tokens: readonly Token[], shouted: boolean): Place[] {
    const opened = this.headingsOf(tokens);
    const cursor = new Cursor();
    let headingEnd = -1;
    let lineStart = 0;
    return tokens.map((token, at) => {
      const heading = opened.get(at);
      if (heading !== undefined) {
        headingEnd = heading.to;
        cursor.openSection(heading.kind);
      }
      const next = tokens[at + 1];
      const inHeading = at <= headingEnd;
      if (token.kind === 'break') {
        const place = cursor.place(inHeading);
        cursor.newLine(token.lines, isDash(next));
        if (endsSentence(token, tokens[at - 1], next, token.start - lineStart, shouted)) cursor.endSentence();
        lineStart = token.end;
        return place;
      }
      if (token.kind !== 'mark') {
        if (!inHeading) cursor.addWord(token.text);
        return cursor.place(inHeading);
      }
      if (token.text === '(') cursor.openBracket();
      else if (token.text === ')') cursor.closeBracket();
      else if (token.text === ',' || (token.text === '-' && !isGlued(token, tokens[at - 1], next))) {
        cursor.newSegment();
      }
      const place = cursor.place(inHeading);
      const stops = ';!?'.includes(token.text);
      if (stops || (token.text === '.' && !abbreviations.includes(tokens[at - 1]?.text ?? ''))) {
        cursor.endSentence();
      }
      return place;
    });
  }

  private headingsOf(tokens: readonly Token[]): Map<number, { kind: SectionKind; to: number }> {
    const found = new Map<number, { kind: SectionKind; to: number }>();
    for (const { from, to, values } of this.book.findAll(tokens)) {
      const before = tokens[from - 1];
      const next = tokens[to + 1];
      const startsLine = isLineStart(before) || (isDash(before) && isLineStart(tokens[from - 2]));
      const startsSentence = startsLine || before?.text === '.' || before?.text === ';';
      const leads = next !== undefined && next.kind !== 'mark' && !headingArticles.includes(next.text);
      for (const { kind, bare } of values) {
        const isHeading =
          next?.text === ':' || (startsLine && next?.kind === 'break') || (bare && startsSentence && leads);
        if (isHeading && !found.has(from)) found.set(from, { kind, to });
      }
    }
    return found;
  }
}

/** Where the reading stands; moves as tokens go by. */
class Cursor {
  private sentence = 0;
  private segments = 0;
  private segment = 0;
  private section: SectionKind = 'neutral';
  private sentenceInSection = 0;
  private bullet = false;
  /** No word yet in this sentence. */
  private empty = true;
  /** The section said that it holds nothing. */
  private none = false;
  private outer: number[] = [];

  place(heading: boolean): Place {
    const { sentence, segment, section, sentenceInSection, bullet } = this;
    return { sentence, segment, section, sentenceInSection, bullet, heading };
  }

  endSentence(): void {
    this.sentence += 1;
    this.newSegment();
    this.outer = [];
    if (this.empty) return;
    this.sentenceInSection += 1;
    this.empty = true;
    if (this.none) this.section = 'neutral';
  }

  openSection(kind: SectionKind): void {
    this.endSentence();
    this.section = kind;
    this.sentenceInSection = 0;
    this.none = false;
  }

  addWord(text: string): void {
    if (this.empty && this.sentenceInSection === 0) this.none = emptySection.includes(text);
    this.empty = false;
  }

  /** A blank line closes a section that has begun, unless a list goes on. */
  newLine(lines: number, bullet: boolean): void {
    this.bullet = bullet;
    if (lines < 2 || bullet || (this.empty && this.sentenceInSection === 0)) return;
    this.section = 'neutral';
    this.sentenceInSection = 0;
  }

  newSegment(): void {
    this.segments += 1;
    this.segment = this.segments;
  }

  openBracket(): void {
    this.outer.push(this.segment);
    this.newSegment();
  }

  closeBracket(): void {
    this.segment = this.outer.pop() ?? this.segment;
  }
}

/** Whether a line end also ends the sentence. `length` is that of the line, in characters. */
function endsSentence(
  token: Token,
  last: MaybeToken,
  next: MaybeToken,
  length: number,
  shouted: boolean,
): boolean {
  if (token.lines > 1 || next === undefined || last === undefined) return true;
  if (next.kind === 'mark') return next.text === '-';
  if (last.kind === 'mark') return !',:-('.includes(last.text);
  if (openEndings.includes(last.text)) return false;
  if (next.capital && !shouted) return true;
  return length < foldedLine && !continuations.includes(next.text);
}

function isLineStart(before: MaybeToken): boolean {
  return before === undefined || before.kind === 'break';
}

function isDash(token: MaybeToken): boolean {
  return token?.kind === 'mark' && token.text === '-';
}

function isGlued(token: Token, before: MaybeToken, next: MaybeToken): boolean {
  return before?.end === token.start && next?.start === token.end;
}
