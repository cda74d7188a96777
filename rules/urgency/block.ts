import { findConditional } from './condition.ts';
import { findFamily } from './family.ts';
import { isCue, isTerm, layOut } from './items.ts';
import type { Knowledge } from './knowledge.ts';
import type { Cursor } from './layout.ts';
import { MeaningReader, type Marks, type TermEntry } from './meaning.ts';
import { findDenied } from './negation.ts';
import { findTimes } from './time.ts';
import { tokenise, type Token } from './tokens.ts';

/** A block is cut at the first place it can be after so many characters. */
const shortestBlock = 4_000;

/** A wording met, and what the words around say of it. */
export interface Candidate {
  start: number;
  end: number;
  /** Place in the text, in tokens. */
  at: number;
  /** What it may stand for, the best first. */
  entries: readonly TermEntry[];
  /** Told as sudden or present. */
  acute: boolean;
  denied: boolean;
  /** A relative's; a child of the patient is one only when the patient is no child. */
  family: boolean;
  familyOfAChild: boolean;
  conditional: boolean;
  past: boolean;
}

/** What is common to the blocks of a text. */
export interface TextReading {
  known: Knowledge;
  cursor: Cursor;
  shouted: boolean;
  today: string | undefined;
  marks: Marks;
  candidates: Candidate[];
  /** The numbers of the words met so far. */
  words: Map<string, number>;
  /** Tokens read so far. */
  tokens: number;
  /** A wording said that the patient is a child. */
  childhood: boolean;
}

/**
 * Cuts a text where a sentence and its line, or a paragraph, end: what is said of a term does not go further. A long
 * letter then needs no more room than a short one.
 */
export function blocksOf(text: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  const cut = /[.;!?]?[ \t]*\r?\n[ \t]*\r?\n|[.;!?][ \t]*\r?\n/g;
  let start = 0;
  while (start < text.length) {
    cut.lastIndex = start + shortestBlock;
    const end = cut.lastIndex < text.length ? cutAt(cut.exec(text), text.length) : text.length;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** The line end goes with the block after: it tells how that one begins. */
function cutAt(match: RegExpExecArray | null, length: number): number {
  if (match === null) return length;
  const punctuation = /^[.;!?]/.test(match[0]) ? 1 : 0;
  return match.index + punctuation;
}

/** Reads one block and adds what it finds to the reading of its text. */
export function readBlock(text: string, offset: number, reading: TextReading): void {
  const { known, shouted } = reading;
  const cut = /-[ \t]*[\r\n]/.test(text);
  const tokens = cut ? rejoinHyphenated(tokenise(text), known) : tokenise(text);
  known.vocabulary.number(tokens, reading.words);
  known.layout.place(tokens, reading.cursor, shouted);
  const items = layOut(tokens, known, reading.today);
  reading.childhood ||= known.childhood.findAll(tokens).length > 0;
  const denied = findDenied(items);
  const family = findFamily(items, tokens, known, false);
  const hasChildren = items.some((item) => isCue(item, 'child'));
  const familyOfAChild = hasChildren ? findFamily(items, tokens, known, true) : family;
  const conditional = findConditional(items);
  const times = findTimes(items);
  const meaning = new MeaningReader(tokens, known, shouted);
  for (const item of items) {
    if (item.kind !== 'term') continue;
    const at = reading.tokens + item.from;
    if (!denied.has(item) && !family.has(item))
      for (const entry of item.entries) reading.marks.add(entry, at);
    if (!isTerm(item)) continue;
    const entries = meaning.entriesOf(item);
    if (entries.length === 0) continue;
    const time = times.get(item);
    reading.candidates.push({
      start: offset + meaning.startOf(item),
      end: offset + item.end,
      at,
      entries,
      acute: time?.acute === true || meaning.holdsOnset(item),
      denied: denied.has(item),
      family: family.has(item),
      familyOfAChild: familyOfAChild.has(item),
      conditional: conditional.has(item),
      past: time?.past === true,
    });
  }
  reading.tokens += tokens.length;
}

/** « thora-\ncique »: a word cut at the end of a line, when the whole word is one we know. */
function rejoinHyphenated(tokens: readonly Token[], known: Knowledge): Token[] {
  const joined: Token[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < next) continue;
    const rest = token.kind === 'word' ? restOfCutWord(tokens, at) : undefined;
    if (rest !== undefined && known.vocabulary.find(token.text + rest.text) >= 0) {
      joined.push({ ...token, text: token.text + rest.text, end: rest.end });
      next = at + 4;
    } else {
      joined.push(token);
    }
  }
  return joined;
}

function restOfCutWord(tokens: readonly Token[], at: number): Token | undefined {
  const hyphen = tokens[at + 1];
  if (hyphen?.text !== '-' || hyphen.start !== tokens[at]?.end) return undefined;
  const line = tokens[at + 2];
  const rest = tokens[at + 3];
  return line?.kind === 'break' && line.lines === 1 && rest?.kind === 'word' ? rest : undefined;
}
