import { isRequest } from './codes.ts';
import { compact } from './identifiers/compact.ts';
import { sourceOf } from './nomenclature/index.ts';
import type { TeCode } from './nomenclature/row.ts';
import type { Sheet, Source } from './schema.ts';

/** The number as typed, without its spaces: `''` when the field is empty, `undefined` when it could not be read. */
export function prescriberNumber(sheet: Sheet): string | undefined {
  const number = sheet.prescriber?.number;
  if (number === undefined) return undefined;
  return number === null ? '' : compact(number);
}

const askedSource = sourceOf('FSE.PRESCRIBER.RQD');
const askingSource = sourceOf('FSE.PRESCRIBER.TE2');

/** Who must stand in the prescriber zone: the one asked for RQD, the one who asked for TE1 and TE2. */
export function otherSideSource(code: TeCode): Source {
  return isRequest(code) ? askedSource : askingSource;
}

/** `de l’expert` or `du requérant`: whose number is wanted. */
export function ofOtherSide(code: TeCode): string {
  return isRequest(code) ? 'de l’expert' : 'du requérant';
}
