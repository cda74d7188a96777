import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../sites/captions.ts';
import { putLabelReader } from '../sites/label-slot.ts';

/** Comes into pages of which only the words are known (platforms), before their profile does. Reads, and nothing else. */
export default defineUnlistedScript(() =>
  putLabelReader({
    guess: (doc, profile, _own, _quiet, now) => ({
      reading: readPage(doc, doc.location.href, profile, now),
      roots: [],
    }),
    finals: () => [],
  }),
);
