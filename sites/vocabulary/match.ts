/** Which concepts a label names, and how well: whole 3, beginning 2, inside 1 (lexicon.md §0). */
import { concepts, type Concept } from './lexicon.ts';
import { headings, listed } from './places.ts';
import type { Section } from './lexicon.ts';
import { words } from './words.ts';

export interface Hit {
  concept: Concept;
  points: 1 | 2 | 3;
  /** Said by words of its own, that mean nothing else wherever they stand. */
  strong: boolean;
}

/** Phrases that name something when they are all that is said. */
export const whole = new Map<string, Concept[]>();
/** Phrases that name something inside a longer label too. */
export const anywhere = new Map<string, Concept[]>();
const put = (map: Map<string, Concept[]>, word: string, concept: Concept): void => {
  const had = map.get(word);
  if (had) had.push(concept);
  else map.set(word, [concept]);
};
for (const concept of concepts) {
  for (const word of listed(concept.words)) {
    if (!word) continue;
    put(whole, word, concept);
    put(anywhere, word, concept);
  }
  for (const word of listed(concept.alone)) put(whole, word, concept);
}

/** First words of the phrases that are looked for inside a label. */
const beginnings = new Set([...anywhere.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? ''));

/** The longest phrase of the lexicon, in words, and the longest label that is searched inside. */
const LONGEST_PHRASE = 7;
const MOST_WORDS = 12;

/** Headings, and the part of a page that each opens. */
export const sections = new Map<string, Section>();
for (const [section, list] of Object.entries(headings) as Array<[Section, string]>) {
  for (const word of listed(list)) sections.set(word, section);
}

/** The part of the page that a heading opens, if it is one of ours. */
export const sectionNamed = (said: string): Section | undefined =>
  sections.get(said) ?? sections.get(said.replace(/^\d{1,2} /, ''));

const memory = new Map<string, Hit[]>();

function look(said: string): Hit[] {
  const exact = whole.get(said);
  if (exact) {
    const strong = anywhere.get(said);
    return exact.map((concept) => ({ concept, points: 3, strong: strong?.includes(concept) === true }));
  }
  const list = said.split(' ');
  if (list.length > MOST_WORDS) return [];
  const best = new Map<Concept, 1 | 2>();
  for (let from = 0; from < list.length; from++) {
    if (!beginnings.has(list[from] ?? '')) continue;
    let phrase = '';
    for (let to = from; to < Math.min(list.length, from + LONGEST_PHRASE); to++) {
      phrase = phrase ? `${phrase} ${list[to]}` : (list[to] ?? '');
      for (const concept of anywhere.get(phrase) ?? []) {
        const points = from === 0 ? 2 : 1;
        if ((best.get(concept) ?? 0) < points) best.set(concept, points);
      }
    }
  }
  return [...best].map(([concept, points]) => ({ concept, points, strong: true }));
}

/** What the words name. */
export function named(said: string): Hit[] {
  if (!said) return [];
  const had = memory.get(said);
  if (had) return had;
  if (memory.size > 4_000) memory.clear();
  const hits = look(said);
  memory.set(said, hits);
  return hits;
}

/** A text longer than this explains, quotes or tells: it is not cut into parts. */
const LONGEST_CUT = 200;

/** What a label names: the whole of it, and failing that its parts (« Numéro AM, code FINESS »). */
export function namedBy(text: string): Hit[] {
  if (text.length > LONGEST_CUT) return [];
  const hits = named(words(text));
  if (hits.length > 0) return hits;
  // « Motif : une question précise »: what follows explains; « Prescripteur : identifiant » names something else.
  const at = text.indexOf(':');
  if (at > 0 && named(words(text.slice(at + 1))).length === 0) return partly(named(words(text.slice(0, at))));
  if (!/[,/(]/.test(text)) return hits;
  for (const part of text.split(/[,/()]/)) {
    const found = partly(named(words(part)));
    if (found.length > 0) return found;
  }
  return [];
}

/** A part of a label that is a whole name. */
const partly = (hits: Hit[]): Hit[] =>
  hits.filter(({ points }) => points === 3).map((hit) => ({ ...hit, points: 2 }));
