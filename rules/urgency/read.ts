import { findConditional } from './condition.ts';
import type { CueKind } from './cues.ts';
import { findFamily } from './family.ts';
import { isCue, type Item } from './items.ts';
import { knowledge, type Entry, type Knowledge } from './knowledge.ts';
import { isShouted, type Layout } from './layout.ts';
import type { MarkName, TermGroup } from './lexicon/entry.ts';
import { termArticles } from './lexicon/words.ts';
import { findMoments } from './moments.ts';
import { findDenied } from './negation.ts';
import type { Match } from './phrases.ts';
import { findTimes } from './time.ts';
import { tokenise, type Token } from './tokens.ts';

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

/** Tokens around a term within which a mark decides about it. */
const markReach = 60;

/**
 * Finds the wordings of urgency in a clinical request and tells which of them count: those that are not denied, past,
 * somebody else's or conditional, in a category that a source supports. A hypothesis counts. It flags, it does not
 * triage. Time grows as the text does; never throws.
 */
export function readUrgency(text: string, options: UrgencyOptions = {}): UrgencyReading {
  const known = knowledge();
  const tokens = tokenise(text);
  known.vocabulary.number(tokens);
  rejoinHyphenated(tokens, known);
  const layout = known.layout.read(tokens);
  const matches = known.terms.findAll(tokens, layout.heading);
  const items = layOut(tokens, layout, matches, known, options.today);
  const patientIsChild = options.patientIsChild ?? known.childhood.findAll(tokens).length > 0;
  const denied = findDenied(items);
  const family = findFamily(items, findWitnesses(items, tokens, known), patientIsChild);
  const conditional = findConditional(items);
  const times = findTimes(items);
  const marks = new Marks(items, denied, family);
  const shouted = isShouted(tokens);

  const hits: UrgencyHit[] = [];
  for (const item of items) {
    const found = item as MatchedItem;
    if (found.match === undefined || found.term === undefined) continue;
    const timing = times.get(item)!;
    const acute = timing.acute || holdsOnset(found, tokens, known);
    const entry = found.match.values.find(
      (value) => value.is === 'term' && holds(value.group, found, acute, tokens, marks, shouted),
    );
    if (entry?.is !== 'term') continue;
    const { category, group } = entry;
    const why = !category.on
      ? 'category-off'
      : denied.has(item)
        ? 'negated'
        : family.has(item)
          ? 'family'
          : conditional.has(item)
            ? 'conditional'
            : timing.past
              ? 'past'
              : 'active';
    const start = tokens[item.from]!.start;
    const end = tokens[item.to]!.end;
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

interface MatchedItem extends Item {
  match: Match<Entry> | undefined;
}

function isFree(taken: readonly boolean[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (taken[at] === true) return false;
  return true;
}

interface Start {
  /** Last token. */
  to: number;
  match: Match<Entry> | undefined;
  cue: CueKind | undefined;
}

/** « thora-\ncique »: a word cut at the end of a line, when the whole word is one we know. */
function rejoinHyphenated(tokens: Token[], known: Knowledge): void {
  let kept = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const rest = token.kind === 'word' ? restOfCutWord(tokens, at) : undefined;
    if (rest !== undefined) {
      const word = known.vocabulary.find(token.text + rest.text);
      if (word >= 0) {
        tokens[kept] = { ...token, text: token.text + rest.text, end: rest.end, word };
        kept += 1;
        at += 3;
        continue;
      }
    }
    tokens[kept] = token;
    kept += 1;
  }
  tokens.length = kept;
}

function restOfCutWord(tokens: readonly Token[], at: number): Token | undefined {
  const hyphen = tokens[at + 1];
  if (hyphen?.text !== '-' || hyphen.start !== tokens[at]!.end) return undefined;
  const line = tokens[at + 2];
  const rest = tokens[at + 3];
  return line?.kind === 'break' && line.lines === 1 && rest?.kind === 'word' ? rest : undefined;
}

/** Turns tokens into terms, cues, words and punctuation. */
function layOut(
  tokens: readonly Token[],
  layout: Layout,
  matches: readonly Match<Entry>[],
  known: Knowledge,
  today: string | undefined,
): MatchedItem[] {
  const taken = [...layout.heading];
  const starts: Start[] = [];
  const take = (start: Start, from: number) => {
    starts[from] = start;
    for (let at = from; at <= start.to; at += 1) taken[at] = true;
  };
  for (const match of matches) take({ to: match.to, match, cue: undefined }, match.from);
  for (const { from, to, when } of findMoments(tokens, today)) {
    if (isFree(taken, from, to)) {
      take({ to, match: undefined, cue: when === 'present' ? 'now' : 'then' }, from);
    }
  }
  for (const { from, to, values } of known.cues.findAll(tokens, taken)) {
    take({ to, match: undefined, cue: values[0] }, from);
  }
  const items: MatchedItem[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (layout.heading[at] === true) continue;
    const start = starts[at];
    const values = start?.match?.values;
    const isTerm = values !== undefined && values[0]!.is !== 'lookalike';
    const entry = values?.find((value) => value.is === 'term');
    const item: MatchedItem = {
      kind: isTerm ? 'term' : start?.cue !== undefined ? 'cue' : token.kind,
      from: at,
      to: start?.to ?? at,
      text: token.text,
      last: tokens[start?.to ?? at]!.text,
      sentence: layout.sentence[at]!,
      segment: layout.segment[at]!,
      section: layout.section[at]!,
      sentenceInSection: layout.sentenceInSection[at]!,
      bullet: layout.bullet[at]!,
      neutral: token.word >= 0 && known.neutralHeads.has(token.word),
      link: token.word >= 0 && known.links.has(token.word),
      cue: start?.cue,
      term: undefined,
      match: undefined,
    };
    if (isTerm) {
      item.match = start!.match!;
      if (entry?.is === 'term') item.term = { from: at, to: item.to, kind: entry.group.kind };
    }
    items.push(item);
    at = item.to;
  }
  return items;
}

/** Relatives who tell, call, or come along: what follows is the patient's. */
function findWitnesses(items: readonly Item[], tokens: readonly Token[], known: Knowledge): Set<Item> {
  const witnesses = new Set<Item>();
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (!isCue(item, 'relative', 'child')) continue;
    let next = item.to + 1;
    while (next <= item.to + 4 && known.witnessLinks.has(tokens[next]?.word ?? -1)) next += 1;
    let before = item.from - 1;
    while (before >= item.from - 3 && known.determiners.has(tokens[before]?.word ?? -1)) before -= 1;
    if (
      known.witnessVerbs.has(tokens[next]?.word ?? -1) ||
      known.witnessPrepositions.has(tokens[before]?.word ?? -1)
    ) {
      witnesses.add(item);
    }
  }
  return witnesses;
}

/** A term of the infectious category is itself a mark of infection, but for those that ask for one. */
function markOf(entry: Entry): MarkName | undefined {
  if (entry.is === 'mark') return entry.mark;
  if (entry.is === 'term' && entry.category.id === 'infectieux' && entry.group.needs !== 'infection')
    return 'infection';
  return undefined;
}

/** The marks of a text, those not denied nor a relative's, by place. */
class Marks {
  private readonly places = new Map<MarkName, number[]>();

  constructor(items: readonly MatchedItem[], denied: ReadonlySet<Item>, family: ReadonlySet<Item>) {
    for (const item of items) {
      if (item.match === undefined || denied.has(item) || family.has(item)) continue;
      for (const value of item.match.values) {
        const mark = markOf(value);
        if (mark === undefined) continue;
        const places = this.places.get(mark);
        if (places === undefined) this.places.set(mark, [item.from]);
        else places.push(item.from);
      }
    }
  }

  anywhere(mark: MarkName): boolean {
    return this.places.has(mark);
  }

  near(mark: MarkName, at: number): boolean {
    const places = this.places.get(mark) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < at - markReach) low = middle + 1;
      else high = middle;
    }
    return low < places.length && places[low]! <= at + markReach;
  }
}

function holdsOnset(item: Item, tokens: readonly Token[], known: Knowledge): boolean {
  for (let at = item.from; at <= item.to; at += 1) if (known.onsets.has(tokens[at]!.word)) return true;
  return false;
}

/** Whether the words of a group mean, here, what the group says. */
function holds(
  group: TermGroup,
  item: Item,
  acute: boolean,
  tokens: readonly Token[],
  marks: Marks,
  shouted: boolean,
): boolean {
  const first = tokens[item.from]!;
  const before = tokens[item.from - 1];
  const after = tokens[item.to + 1]?.text ?? '';
  if (group.accented === true && !first.acute) return false;
  if (group.notBefore?.includes(after) === true) return false;
  if (group.notAfter !== undefined) {
    let at = item.from - 1;
    for (let steps = 0; steps < 3 && tokens[at] !== undefined; steps += 1, at -= 1) {
      const token = tokens[at]!;
      if (group.notAfter.includes(token.text)) return false;
      if (token.kind !== 'number' && !termArticles.includes(token.text)) break;
    }
  }
  if (group.capitals === true || group.after !== undefined) {
    const upper = first.upper || (first.text.length === 1 && first.capital);
    const plain = group.capitals === true && upper && !shouted;
    const asked = upper && after === '?';
    if (!plain && !asked && group.after?.includes(before?.text ?? '') !== true) return false;
  }
  if (group.needs === 'acute' && !acute) return false;
  if (group.needs === 'fever' && !marks.near('fever', item.from)) return false;
  if (group.needs === 'infection' && !marks.near('infection', item.from) && !marks.near('fever', item.from))
    return false;
  return group.unless === undefined || acute || !marks.anywhere(group.unless);
}
