/**
 * The shape of a site profile (docs/house.md, "A site profile"). Types only, so that the sentinel may import it;
 * `profile-schema.ts` holds the Zod schema, the linter and the loader.
 */
import type { FieldId, Grade, ScreenKind } from './model.ts';

export type ControlKind = 'text' | 'select' | 'checkbox' | 'radio' | 'menu' | 'combobox' | 'display' | 'rows';

export interface FieldMap {
  /** Ordered alternatives; `>>>` enters open shadow roots and same-origin frames. First match wins. */
  find: string[];
  /** A second proof: the label or nearest text must contain this (accents and case folded). */
  expectText?: string;
  /**
   * Where to look for `expectText`, from the element: `label` (its closest label), `self` (its own text), or a selector
   * for `closest`. Default `label`.
   */
  expectIn?: string;
  control: ControlKind;
  /** Read this attribute instead of the value or text. */
  attribute?: string;
  /** A pattern with one group, applied to what was read; among several candidates those that match are kept. */
  pattern?: string;
  /** Shown text or value → model word. Also tells which option to choose when writing. */
  values?: Record<string, string>;
  /**
   * Label words (normalised by the reader) when no selector is known: all of `find` gives the candidates, labels decide.
   * An exact, unique label counts as mapped; a label that only starts with or contains the words is a guess.
   */
  labels?: string[];
  /** Candidates inside this are not looked at: another block with the same words. */
  outside?: string;
  /** Nobody has seen this element: what is read there is a guess, and is never written. */
  guess?: true;
  /** Signals tried in turn, one at a time, until the software takes what was typed. */
  commit?: Array<'change' | 'tab' | 'blur' | 'enter'>;
  /** The software replaces the element when it has taken the value. */
  replacedOnAccept?: boolean;
  /**
   * A menu or combobox: what opens it (`openText` = the text it must hold), where its entries are, which entry text
   * stands for which model word, and how long an open menu is left alone before an entry is pressed, in ms.
   */
  menu?: {
    open: string[];
    openText?: string;
    entries: string;
    choose: Record<string, string>;
    waitBefore?: number;
  };
  /**
   * The software's own shortcut for this value, used when typing is refused: rows whose text is the wanted value.
   * `pattern` (one group) takes the name out of the row's text.
   */
  favourite?: { find: string; pattern?: string };
  /** May be absent without the profile being wrong (it appears later, or in some variants only). */
  optional?: boolean;
  /** Read only, whatever the profile's grade. */
  readOnly?: boolean;
  /** The field submits the whole page. */
  postback?: boolean;
}

export interface ScreenMap {
  kind: ScreenKind;
  when: { path?: string; present?: string[] };
  root?: string;
  /** `null` = known and irrelevant. */
  fields: Partial<Record<FieldId, FieldMap | null>>;
  /** Act rows: one selector for the row, and cells found inside it. */
  acts?: {
    row: string;
    cells: Partial<Record<'code' | 'quantity' | 'amount' | 'excess', string>>;
  };
  /**
   * Past acts shown on the page. A `block` is one billing; it may tell the same act in several tables, so rows that
   * hold `only` silence the block's other rows. `date` and `codes` are the words of the column's title, found in the
   * nearest `header` row above. `author` is looked for inside the closest `authorIn`.
   */
  history?: {
    block: string;
    rows: string;
    header: string;
    date: string;
    codes: string;
    author?: string;
    authorIn?: string;
    only?: string;
    /** Rows that hold this are never acts. */
    not?: string;
  };
  /** The software's own patient API, asked only on the user's click. `{id}` is the marker. */
  api?: { path: string; fields: Record<string, string> };
  actions?: Record<string, { find: string[]; text?: string; never?: true }>;
}

/** Where a profile's knowledge comes from. Grades are those of docs/sites.md. */
export interface Evidence {
  /** Of the screens. `none` = no screen is known, and the profile has none. */
  grade: Grade;
  /** Of `hosts`. Only `source` puts them into the manifest; every other host is asked for. Default: `grade`. */
  hosts?: Grade;
  /** ISO day somebody last looked. */
  checkedOn: string;
  notes: string;
  /** Public places the facts were read in, in words or addresses. */
  sources?: string[];
  /** What nobody has tried on the real thing. */
  untried?: string;
}

export interface Profile {
  id: string;
  name: string;
  kind: 'ehr' | 'platform';
  /** `desktop` = a program of the computer, which an extension never sees. Default: `web`. */
  reach?: 'web' | 'desktop' | 'unknown';
  /** Known hosts: exact, or `*.example.fr` for every name under it. */
  hosts: string[];
  /** Hosts that somebody guessed: they only give the software a name once the user has activated them himself. */
  candidateHosts?: Array<{ host: string; grade: Exclude<Grade, 'source'> }>;
  frames: 'top' | 'all';
  evidence: Evidence;
  /** What this software wants at billing and no rule says: French sentences, shown beside the preparation. */
  billingSteps?: string[];
  /** Where the software keeps its patient id in the address: parameter name and a pattern with one group. */
  marker?: { param: string; pattern: string };
  off: Array<{ when: { query: string }; mode: 'read-only'; why: string }>;
  /** Selectors that show the software is busy; nothing is written meanwhile. */
  busy?: string[];
  screens: ScreenMap[];
}

/** What travels to the sentinel: the profile without what only people read. */
export type SentinelProfile = Omit<Profile, 'evidence' | 'reach' | 'candidateHosts' | 'billingSteps'> & {
  evidence: Pick<Evidence, 'grade' | 'checkedOn'>;
};
