/**
 * Where the reader of labels (`sites/vocabulary`) is found once it is in the page: only software without a known screen
 * brings it. A global of the extension's own world, which no page sees.
 */
import type { Reading } from './model.ts';
import type { SentinelProfile } from './profile.ts';

export interface Guess {
  /** `null` = no screen that can be told by its labels. */
  reading: Reading | null;
  /** Open shadow roots and same-origin frames that were looked into: what changes there counts too. */
  roots: Array<Document | ShadowRoot>;
}

export interface LabelReader {
  /** `own` is our own element in the page; `quietFor` in ms, `now` in ms since the epoch. */
  guess(doc: Document, profile: SentinelProfile, own: Element | null, quietFor: number, now: number): Guess;
  /** What came, went or changed in the page since: tells whether it must be read as a whole again. */
  heard?(records: readonly MutationRecord[]): void;
  /** What looks like the last button of the sheet that was guessed: our frame stays clear of it. */
  finals(): Element[];
}

const slot = globalThis as { voletLabels?: LabelReader };

export const labelReader = (): LabelReader | undefined => slot.voletLabels;

export function putLabelReader(reader: LabelReader): void {
  slot.voletLabels = reader;
}
