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
  /** The patient is a child: "ma fille" is then the patient, not the family. */
  patientIsChild?: boolean;
}

export function readUrgency(text: string, options?: UrgencyOptions): UrgencyReading {
  void text;
  void options;
  return { hits: [], urgent: [] };
}
