import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { putLabelReader } from '../sites/label-slot.ts';
import { labelReaderOfPage } from '../sites/vocabulary/guess.ts';

/** Comes into the pages of software whose screens nobody knows, on sites the user activated. Reads, and nothing else. */
export default defineUnlistedScript(() => putLabelReader(labelReaderOfPage()));
