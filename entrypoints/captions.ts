import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { putCaptionReader } from '../sites/caption-slot.ts';
import { captionsOf, hasCaptions, readCaptioned } from '../sites/captions.ts';

/** Comes into pages of which only the words are known (platforms), before their profile does. Reads, and nothing else. */
export default defineUnlistedScript(() => putCaptionReader({ captionsOf, hasCaptions, readCaptioned }));
