/**
 * The shape of a site profile (docs/house.md, "A site profile"). Types only, so that the sentinel may import it;
 * `profile-schema.ts` holds the Zod schema, the linter and the loader.
 */
import type { FieldId, Grade, ScreenKind } from './model.ts';

/**
 * What stands on the page, each with its driver (`sites/drivers/`):
 * `text` input, number, masked, date, textarea, contenteditable · `select` native list · `checkbox` box or switch, native
 * or `aria-checked` · `radio` a group, native or ARIA · `parts` one value in several inputs · `combobox` a field that
 * opens a list, typed in or not · `menu` a list opened by something else · `chips` values that stand as tokens ·
 * `rows` act rows · `display` text, never written · `caption` whatever
 * stands beside whole words of the page, never written.
 */
export type ControlKind =
  | 'text'
  | 'select'
  | 'checkbox'
  | 'radio'
  | 'parts'
  | 'combobox'
  | 'menu'
  | 'chips'
  | 'rows'
  | 'display'
  | 'caption';

/** Something to press, known by its place and, better, by its words too. Final actions are refused when it is pressed. */
export interface Pressable {
  find: string[];
  /** Words that the pressed element must hold. */
  text?: string;
}

/**
 * One press that brings a field within reach: a tab, a *mode avancé*, a window, a lock. Not pressed where `until` is
 * already there. Without `until`, it is what the next opening presses, or for the last one the field itself, writable.
 */
export interface Opening {
  press: string[];
  text?: string;
  until?: string;
  /** ms, at most 6 000; 4 000 when not said. */
  wait?: number;
}

/** One of the inputs a value is spread over: a part of a date, or so many characters, in the order of the value. */
export interface Part {
  take: 'day' | 'month' | 'year' | number;
  /** Where this input is, when the field's own `find` does not give all of them in their order. */
  find?: string[];
}

export interface FieldMap {
  /** Empty for a `caption`: its `labels` are looked for in the whole page. Ordered alternatives; `>>>` enters open shadow roots and same-origin frames. First match wins. */
  find: string[];
  /** A second proof: the label or nearest text must contain this (accents and case folded). */
  expectText?: string;
  /**
   * Should none of `find` hold its proof any more: the one control among these whose label is exactly `expectText`, read
   * as a guess. Two such controls, and the field is not found.
   */
  among?: string;
  /** The user showed this element himself. */
  taught?: true;
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
  /** Shown text or value → model word, or boolean (Oui / Non). Also tells which option to choose when writing. */
  values?: Record<string, string | boolean>;
  /**
   * Label words (normalised by the reader) when no selector is known: all of `find` gives the candidates, labels decide.
   * An exact, unique label counts as mapped; a label that only starts with or contains the words is a guess.
   */
  labels?: string[];
  /** `caption`: the heading of its block, or the first cell of its row, must hold one of these. */
  under?: string[];
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
    /** A combobox opens by itself: there it may be left out. */
    open?: string[];
    openText?: string;
    /** Left out: `[role=option]` of the list the field names by `aria-controls`, else those that have just appeared. */
    entries?: string;
    /** Left out: the texts of `values`, else the wanted text itself. */
    choose?: Record<string, string>;
    waitBefore?: number;
    /** The wanted text is typed first: the list filters, or asks its server. */
    type?: true;
    /** ms for the entries to come, at most 6 000; 1 500 when not said. */
    wait?: number;
  };
  /** Order in which the software reads a typed date, where it is not the French one. */
  dates?: 'mdy' | 'ymd';
  parts?: Part[];
  /** Tokens: where they are, from the page, and what takes one away, from the token. */
  chips?: { chip: string; remove: string };
  /** Pressed in turn before the field is written, each only as far as needed. */
  opens?: Opening[];
  /** What the page shows of the value while the field itself is not open. Read only. */
  closed?: { find: string[]; expectText?: string; expectIn?: string; pattern: string };
  /**
   * Act rows that come one by one: the code is typed in the field's `find`, chosen among `entries` where there is a
   * search, and `press` adds the row. `remove`, looked for in the row, takes it away.
   */
  add?: { entries?: string; wait?: number; press?: Pressable; remove?: Pressable };
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

/** An element of `find` that holds exactly these words. */
export interface Words {
  find: string[];
  text: string;
}

export type ActCell = 'code' | 'quantity' | 'amount' | 'excess';

/**
 * Where the software keeps its own patient id: a parameter of the address, a part of its path, an element; each with a
 * pattern of one group. `identity` = nowhere: name, first name and birth date together stand for it.
 */
export type Marker =
  | { param: string; pattern: string }
  | { path: string }
  | { find: string; attribute?: string; pattern: string }
  | { identity: true };

export interface ScreenMap {
  kind: ScreenKind;
  /**
   * `*` in a path stands for one step of it. All of `shown` must be there. `captions`: words the page shows; of each group
   * one is enough, alone or at the head of its line.
   */
  when: { path?: string; present?: string[]; shown?: Words[]; captions?: string[][] };
  /** Where this screen keeps the patient id, when not where the profile says. */
  marker?: Marker;
  root?: string;
  /** `null` = known and irrelevant. */
  fields: Partial<Record<FieldId, FieldMap | null>>;
  /**
   * Act rows: one selector for the row, and cells found inside it: by a selector, or by the title of their column
   * (`cell` = every cell of a row, `header` = the titles in the same order).
   */
  acts?: {
    row: string;
    cells?: Partial<Record<ActCell, string>>;
    columns?: { header: string; cell: string; titles: Partial<Record<ActCell, string[]>> };
    /** One group: the code inside the text of its cell. */
    pattern?: string;
    /** Rows come with the first act: what the software says where there is none. Neither = not readable. */
    none?: Words;
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
  /** `all`: the sentinel sits in the top frame and looks into those of the same origin (`>>>`). */
  frames: 'top' | 'all';
  evidence: Evidence;
  /** What this software wants at billing and no rule says: French sentences, shown beside the preparation. */
  billingSteps?: string[];
  marker?: Marker;
  off: Array<{ when: { query: string }; mode: 'read-only'; why: string }>;
  /** Made by the user's own pointing, on this machine or in a file he imported. `over` = id of the profile it amends. */
  taught?: { over?: string };
  /** Selectors that show the software is busy; nothing is written meanwhile. */
  busy?: string[];
  screens: ScreenMap[];
}

/** What travels to the sentinel: the profile without what only people read. */
export type SentinelProfile = Omit<Profile, 'evidence' | 'reach' | 'candidateHosts' | 'billingSteps'> & {
  evidence: Pick<Evidence, 'grade' | 'checkedOn'>;
};
