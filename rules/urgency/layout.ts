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

  /** Writes in each token where it stands, going on from the cursor. `shouted`: the text is all in capitals. */
  place(tokens: readonly Token[], cursor: Cursor, shouted: boolean): void {
    const opened = this.headingsOf(tokens);
    let headingEnd = -1;
    let lineStart = 0;
    for (const [at, token] of tokens.entries()) {
      const heading = opened.get(at);
      if (heading !== undefined) {
        headingEnd = heading.to;
        cursor.openSection(heading.kind);
      }
      token.heading = at <= headingEnd;
      const last = tokens[at - 1];
      const next = tokens[at + 1];
      if (token.kind === 'mark') {
        if (token.text === '(') cursor.openBracket();
        else if (token.text === ')') cursor.closeBracket();
        else if (token.text === ',' || (token.text === '-' && !isGlued(token, last, next)))
          cursor.newSegment();
      } else if (token.kind !== 'break' && !token.heading) {
        cursor.addWord(token.text);
      }
      cursor.place(token);
      if (token.kind === 'break') {
        cursor.newLine(token.lines, isDash(next));
        if (endsSentence(token, last, next, token.start - lineStart, shouted)) cursor.endSentence();
        lineStart = token.end;
      } else if (isFullStop(token, last)) {
        cursor.endSentence();
      }
    }
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

/** Where the reading of a text stands; moves as tokens go by. */
export class Cursor {
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

  place(token: Token): void {
    token.sentence = this.sentence;
    token.segment = this.segment;
    token.section = this.section;
    token.sentenceInSection = this.sentenceInSection;
    token.bullet = this.bullet;
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

function isFullStop(token: Token, last: MaybeToken): boolean {
  if (token.kind !== 'mark') return false;
  return ';!?'.includes(token.text) || (token.text === '.' && !abbreviations.includes(last?.text ?? ''));
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
