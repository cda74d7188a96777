import { findConditional } from './condition.ts';
import { findFamily } from './family.ts';
import { isTerm, layOut, type Item, type Term } from './items.ts';
import { knowledge, type Knowledge } from './knowledge.ts';
import { MeaningReader } from './meaning.ts';
import { findDenied } from './negation.ts';
import { findTimes } from './time.ts';
import { isShouted, tokenise, type Token } from './tokens.ts';

/** What reading a French clinical request finds: one entry per wording of the lexicon met in the text. */
export interface UrgencyHit {
  /** The text as written, line breaks included. */
  phrase: string;
  /** UTF-16 offsets in the text that was given: `text.slice(start, end) === phrase`. */
  start: number;
  end: number;
  /** Stable id of the category, e.g. `cardio`. */
  category: string;
  /** The category's name in French, as shown to the person. */
  categoryLabel: string;
  counted: boolean;
  /** Why it counted (`active`), or why it did not. */
  why: 'active' | 'negated' | 'past' | 'family' | 'conditional' | 'category-off';
  /** Id of the source the wording rests on, see `sources.ts`. */
  source: string;
}

export interface UrgencyReading {
  /** In the order of the text. */
  hits: UrgencyHit[];
  /** The hits that count. */
  urgent: UrgencyHit[];
}

export interface UrgencyOptions {
  /** The patient is a child: « sa fille » is then the patient, not the family. Absent: told from the text. */
  patientIsChild?: boolean;
  /** ISO day of the request. With it a date of these days is present; without it a full date is past. */
  today?: string;
}

/**
 * Finds the wordings of urgency in a clinical request and tells which of them count: those that are not denied, past,
 * somebody else's or conditional, in a category that a source supports. A hypothesis counts. It flags, it does not
 * triage. Time grows as the text does; never throws.
 */
export function readUrgency(text: string, options: UrgencyOptions = {}): UrgencyReading {
  const known = knowledge();
  const tokens = rejoinHyphenated(tokenise(text), known);
  known.vocabulary.number(tokens);
  const shouted = isShouted(tokens);
  known.layout.place(tokens, shouted);
  const items = layOut(tokens, known, options.today);
  const patientIsChild = options.patientIsChild ?? known.childhood.findAll(tokens).length > 0;
  const denied = findDenied(items);
  const family = findFamily(items, tokens, known, patientIsChild);
  const conditional = findConditional(items);
  const times = findTimes(items);
  const meaning = new MeaningReader(
    tokens,
    items,
    (item) => denied.has(item) || family.has(item),
    known,
    shouted,
  );
  const whyNot = (item: Item): UrgencyHit['why'] => {
    if (denied.has(item)) return 'negated';
    if (family.has(item)) return 'family';
    if (conditional.has(item)) return 'conditional';
    return times.get(item)?.past === true ? 'past' : 'active';
  };

  const hits: UrgencyHit[] = [];
  for (const item of items) {
    if (!isTerm(item)) continue;
    const entry = meaning.entryOf(item, times.get(item)?.acute === true);
    if (entry === undefined) continue;
    const { category, group } = entry;
    const why = category.on ? whyNot(item) : 'category-off';
    const { end } = item;
    const start = startOf(item, tokens);
    hits.push({
      phrase: text.slice(start, end),
      start,
      end,
      category: category.id,
      categoryLabel: category.label,
      counted: why === 'active',
      why,
      source: group.source,
    });
  }
  return { hits, urgent: hits.filter((hit) => hit.counted) };
}

/** « respire plus » is shown with its « ne ». */
function startOf(item: Term, tokens: readonly Token[]): number {
  const before = tokens[item.from - 1];
  const refuses = before?.text === 'ne' || before?.text === 'n';
  const denies = tokens.slice(item.from, item.to + 1).some(({ text }) => text === 'plus' || text === 'pas');
  return refuses && denies ? before.start : item.start;
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
