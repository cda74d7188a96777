import type { CueKind } from './cues.ts';
import type { SectionKind } from './sections.ts';
import type { TermKind } from './lexicon/entry.ts';

/** A term of the lexicon, or a mark, met in the text. `from` and `to` are its first and last token. */
export interface Term {
  from: number;
  to: number;
  kind: TermKind;
}

/** The text as a line of terms, cues, plain words and punctuation. */
export interface Item {
  kind: 'term' | 'cue' | 'word' | 'number' | 'mark' | 'break';
  /** First and last token. */
  from: number;
  to: number;
  /** First and last word, folded. */
  text: string;
  last: string;
  sentence: number;
  segment: number;
  section: SectionKind;
  sentenceInSection: number;
  bullet: boolean;
  term: Term | undefined;
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
