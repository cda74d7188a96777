import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { structureOf } from '../sites/structure/walk.ts';

/** Comes into the page when the user asks for a report, gives its structure to whoever brought it, and is gone. */
export default defineUnlistedScript(() =>
  structureOf(document, (element) => element.hasAttribute('data-volet-teleexpertise')),
);
