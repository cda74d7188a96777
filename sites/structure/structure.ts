/** What is told of a page's structure: how its elements are nested and named, never what they say. */
import type { FieldId } from '../model.ts';

/**
 * One element. Words of identifiers stand as the page wrote them, every run of digits as `#`; what is no plain
 * identifier stands as `?`. They are judged once more, word by word, before anybody sees them (`report.ts`).
 */
export interface StructureNode {
  depth: number;
  tag: string;
  /** How it was entered: the first element of an open shadow root, or of a frame of the same origin. */
  inside?: 'shadow' | 'frame';
  type?: string;
  role?: string;
  id?: string;
  name?: string;
  /** `formcontrolname`, `for`. */
  control?: string;
  target?: string;
  classes?: string[];
  /** Names of its other attributes. */
  attributes?: string[];
  /** What the words beside it name, in the vocabulary: the words themselves are left out. */
  concepts?: FieldId[];
  /** So many neighbours are just like it and are not listed. */
  alike?: number;
}

export interface Structure {
  nodes: StructureNode[];
  /** Elements of the page that were looked at; `cut` = there were more, or more lines than are kept. */
  seen: number;
  cut: boolean;
}

/** Lines kept. A sheet of the largest software seen is 900; a report stays a file that somebody can read. */
export const MOST_LINES = 2_500;

export const inputTypes = [
  'button checkbox color date datetime-local email file hidden image month number password radio range reset search',
  'submit tel text time url week',
]
  .join(' ')
  .split(' ');

export const roles = [
  'alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo',
  'dialog document form grid gridcell group heading img link list listbox listitem log main menu menubar menuitem',
  'menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup region row',
  'rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel',
  'term textbox timer toolbar tooltip tree treegrid treeitem',
]
  .join(' ')
  .split(' ');
