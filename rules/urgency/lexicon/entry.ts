import type { Confidence } from '../../schema.ts';

/**
 * What a wording is: a `sign` somebody sees or feels, an `event` that can also stand in a list of antecedents
 * (« AVC », « convulsion »), or a `call` for help (« SAMU »).
 */
export type TermKind = 'sign' | 'event' | 'call';

/** Words that are no urgency themselves and decide about others: see `needs` and `unless`. */
export type MarkName = 'fever' | 'infection' | 'cold' | 'speech-development';

/** Wordings that share a source and a condition. */
export interface TermGroup {
  kind: TermKind;
  /** Id in `sources.ts`. */
  source: string;
  /** Phrases as in phrases.ts: articles and adjectives of time may stand between the words. */
  terms: readonly string[];
  /** Counts only beside a word of sudden or present time (`acute`), or with this mark, not denied, near by. */
  needs?: 'acute' | MarkName;
  /** No urgency when this mark is in the text, unless the sentence says that it is sudden. */
  unless?: MarkName;
  /**
   * An abbreviation in capitals. In small letters it counts only after one of `after`; in a text all in capitals too,
   * unless `notAfter` tells it from the word that looks like it.
   */
  capitals?: boolean;
  /** With `capitals`: the words that make it the abbreviation; alone: the word before must be one of these. */
  after?: readonly string[];
  /** The word before must be none of these. */
  notAfter?: readonly string[];
  /** The word after must be none of these. */
  notBefore?: readonly string[];
  /** Must be written with its accent: « brûlé », not « brûle ». */
  accented?: boolean;
}

export interface UrgencyCategory {
  id: string;
  /** French, as shown. */
  label: string;
  /** Off: found, shown as such, never counted, until a clinician gives a list. */
  on: boolean;
  /** Of the category as a whole: two independent sources, one, or none. */
  confidence: Confidence;
  /** Day somebody last checked the wordings against their sources. */
  checkedOn: string;
  groups: readonly TermGroup[];
}
