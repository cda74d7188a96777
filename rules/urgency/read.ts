import { blocksOf, readBlock, type Candidate, type TextReading } from './block.ts';
import { knowledge } from './knowledge.ts';
import { Cursor } from './layout.ts';
import { Marks } from './meaning.ts';
import { isShouted } from './tokens.ts';

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
  const reading: TextReading = {
    known: knowledge(),
    cursor: new Cursor(),
    shouted: isShouted(text),
    today: options.today,
    marks: new Marks(),
    candidates: [],
    words: new Map(),
    tokens: 0,
    childhood: false,
  };
  for (const { start, end } of blocksOf(text)) readBlock(text.slice(start, end), start, reading);
  const patientIsChild = options.patientIsChild ?? reading.childhood;

  const hits: UrgencyHit[] = [];
  for (const candidate of reading.candidates) {
    const { start, end, at, acute } = candidate;
    const entry = candidate.entries.find(({ group }) => reading.marks.allow(group, acute, at));
    if (entry === undefined) continue;
    const why = entry.category.on ? whyOf(candidate, patientIsChild) : 'category-off';
    hits.push({
      phrase: text.slice(start, end),
      start,
      end,
      category: entry.category.id,
      categoryLabel: entry.category.label,
      counted: why === 'active',
      why,
      source: entry.group.source,
    });
  }
  return { hits, urgent: hits.filter((hit) => hit.counted) };
}

function whyOf(candidate: Candidate, patientIsChild: boolean): UrgencyHit['why'] {
  if (candidate.denied) return 'negated';
  if (patientIsChild ? candidate.familyOfAChild : candidate.family) return 'family';
  if (candidate.conditional) return 'conditional';
  return candidate.past ? 'past' : 'active';
}
