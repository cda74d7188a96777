/**
 * Where the reader of captions (`captions.ts`) is found once it is in the page: the few profiles that need it bring it,
 * every other page is spared its weight. A global of the extension's own world, which no page sees.
 */
import type { Caption } from './captions.ts';
import type { FieldId, FieldReading } from './model.ts';
import type { FieldMap, SentinelProfile } from './profile.ts';

export interface CaptionReader {
  captionsOf(doc: Document, profile: Pick<SentinelProfile, 'screens'>): Caption[];
  hasCaptions(captions: readonly Caption[], groups: readonly string[][]): boolean;
  readCaptioned(captions: readonly Caption[], field: FieldId, map: FieldMap): FieldReading;
}

const slot = globalThis as { voletCaptions?: CaptionReader };

export const captionReader = (): CaptionReader | undefined => slot.voletCaptions;

export function putCaptionReader(reader: CaptionReader): void {
  slot.voletCaptions = reader;
}
