import { PhraseBook, type Vocabulary } from './phrases.ts';
import {
  abbreviations,
  bareHeadings,
  continuations,
  headingFillers,
  headings,
  openEndings,
  type SectionKind,
} from './sections.ts';
import type { Token } from './tokens.ts';

/** A line this long was folded by the writer's window, not ended by the writer. */
const foldedLine = 40;

/** What fills a section that holds nothing: « ATCD : aucun ». */
const emptySection = ['aucun', 'aucune', 'neant', 'ras', 'rien', '0', 'sans', 'nul', 'inconnu', 'non'];

/** Where each token stands. Arrays go by token. */
export interface Layout {
  sentence: number[];
  /** Part of a sentence between commas; a parenthesis is a part of its own and the sentence goes on after it. */
  segment: number[];
  section: SectionKind[];
  /** How many sentences of its section come before. */
  sentenceInSection: number[];
  /** The line starts with a dash. */
  bullet: boolean[];
  /** The token belongs to a heading. */
  heading: boolean[];
}

interface Heading {
  kind: SectionKind;
  bare: boolean;
}

/** Cuts tokens into sections, sentences and segments. */
export class LayoutReader {
  private readonly book: PhraseBook<Heading>;
  private readonly abbreviations = new Set(abbreviations);
  private readonly openEndings = new Set(openEndings);
  private readonly continuations = new Set(continuations);

  constructor(vocabulary: Vocabulary) {
    this.book = new PhraseBook(vocabulary, { articles: headingFillers, longestGap: 3, correctable: 9 });
    for (const [kind, phrases] of Object.entries(bareHeadings) as [SectionKind, readonly string[]][]) {
      for (const phrase of phrases) this.book.add(phrase, { kind, bare: true });
    }
    for (const [kind, phrases] of Object.entries(headings) as [SectionKind, readonly string[]][]) {
      for (const phrase of phrases) this.book.add(phrase, { kind, bare: false });
    }
  }

  read(tokens: readonly Token[]): Layout {
    const layout: Layout = {
      sentence: [],
      segment: [],
      section: [],
      sentenceInSection: [],
      bullet: [],
      heading: new Array<boolean>(tokens.length).fill(false),
    };
    const headingsAt = this.headingsOf(tokens);
    const shouted = isShouted(tokens);
    const outer: number[] = [];
    let sentence = 0;
    let segments = 0;
    let segment = 0;
    let section: SectionKind = 'neutral';
    let inSection = 0;
    let bullet = false;
    let lineStart = 0;
    let empty = true;
    let none = false;
    const newSentence = () => {
      sentence += 1;
      segment = segments += 1;
      outer.length = 0;
      if (!empty) inSection += 1;
      if (none && !empty) section = 'neutral';
      empty = true;
    };
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!;
      const opened = headingsAt.get(at);
      if (opened !== undefined) {
        newSentence();
        section = opened.kind;
        none = false;
        inSection = 0;
        empty = true;
        for (let inside = at; inside <= opened.to; inside += 1) layout.heading[inside] = true;
      }
      let closes = false;
      if (token.kind === 'break') {
        const next = tokens[at + 1];
        closes = this.endsSentence(tokens, at, token.start - lineStart, shouted);
        const dash = next?.kind === 'mark' && next.text === '-';
        if (token.lines > 1 && !dash && inSection + (empty ? 0 : 1) > 0) {
          section = 'neutral';
          inSection = 0;
        }
        bullet = dash;
        lineStart = token.end;
      } else if (token.kind === 'mark') {
        if (token.text === '(') {
          outer.push(segment);
          segment = segments += 1;
        } else if (token.text === ')') {
          segment = outer.pop() ?? segment;
        } else if (token.text === ',' || (token.text === '-' && !isGlued(tokens, at))) {
          segment = segments += 1;
        }
        closes =
          token.text === ';' ||
          token.text === '!' ||
          token.text === '?' ||
          (token.text === '.' && !this.abbreviations.has(tokens[at - 1]?.text ?? ''));
      } else if (layout.heading[at] !== true) {
        if (empty && inSection === 0 && section !== 'neutral') none = emptySection.includes(token.text);
        empty = false;
      }
      layout.sentence.push(sentence);
      layout.segment.push(segment);
      layout.section.push(section);
      layout.sentenceInSection.push(inSection);
      layout.bullet.push(bullet);
      if (closes) newSentence();
    }
    return layout;
  }

  private headingsOf(tokens: readonly Token[]): Map<number, { kind: SectionKind; to: number }> {
    const found = new Map<number, { kind: SectionKind; to: number }>();
    for (const { from, to, values } of this.book.findAll(tokens)) {
      const { kind, bare } = values[0]!;
      const before = tokens[from - 1];
      const next = tokens[to + 1];
      const startsLine =
        before === undefined ||
        before.kind === 'break' ||
        (before.text === '-' && (tokens[from - 2] === undefined || tokens[from - 2]!.kind === 'break'));
      const startsSentence = startsLine || before.text === '.' || before.text === ';';
      const colon = next?.kind === 'mark' && next.text === ':';
      const alone = startsLine && next?.kind === 'break';
      const leads =
        bare &&
        startsSentence &&
        next !== undefined &&
        !headingFillers.includes(next.text) &&
        next.kind !== 'mark';
      if (colon || alone || leads) found.set(from, { kind, to });
    }
    return found;
  }

  /** Whether a line end also ends the sentence. */
  private endsSentence(tokens: readonly Token[], at: number, length: number, shouted: boolean): boolean {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const last = tokens[at - 1];
    if (token.lines > 1 || next === undefined || last === undefined) return true;
    if (next.kind === 'mark') return next.text === '-';
    if (last.kind === 'mark')
      return last.text !== ',' && last.text !== ':' && last.text !== '-' && last.text !== '(';
    if (this.openEndings.has(last.text)) return false;
    if (next.capital && !shouted) return true;
    return length < foldedLine && !this.continuations.has(next.text);
  }
}

function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return tokens[at - 1]?.end === token.start && tokens[at + 1]?.start === token.end;
}

/** Most of the words are in capitals: capitals tell nothing. */
export function isShouted(tokens: readonly Token[]): boolean {
  let words = 0;
  let upper = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 2) continue;
    words += 1;
    if (token.upper) upper += 1;
  }
  return words > 3 && upper > words * 0.7;
}
