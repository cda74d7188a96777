import type { FieldId, Reading, WriteReport, WriteResult } from '../sites/model.ts';
import type { Wanted } from './wanted-sheet.ts';
import { sayValue } from './words.ts';

export interface PreviewLine {
  field: FieldId;
  label: string;
  /** Value now and value wanted, in words. */
  before: string;
  after: string;
  action: 'write' | 'by-hand' | 'already';
  want: string | number | boolean;
  result?: 'written' | 'refused' | 'changed-by-page' | 'not-found';
}

/** Fields that some software shows only once the act is on the sheet (others.md §7.3). */
const appearsWithAct = (field: FieldId): boolean => field.startsWith('prescripteur.');

const bare = (value: unknown): string => String(value).replace(/\s/g, '').toUpperCase();

/** Same value as wanted; numbers are compared without their spaces. */
export function holds(field: FieldId, value: unknown, want: string | number | boolean): boolean {
  if (value === undefined || value === null) return false;
  return field === 'prescripteur.numero' || field === 'acte.code'
    ? bare(value) === bare(want)
    : value === want;
}

/** Value on the sheet now. The act fields come from the only act row, when there is one. */
function valueNow(reading: Reading, field: FieldId): unknown {
  const [act] = reading.acts ?? [];
  if (field === 'acte.code') return reading.acts === undefined ? undefined : (act?.code ?? null);
  if (field === 'acte.quantite' && reading.acts) return act ? act.quantity : null;
  return reading.fields[field]?.value;
}

const resultOf = (result: WriteResult | undefined): PreviewLine['result'] =>
  result?.outcome === 'written' ||
  result?.outcome === 'refused' ||
  result?.outcome === 'changed-by-page' ||
  result?.outcome === 'not-found'
    ? result.outcome
    : undefined;

/** A quantity that no cell is known for is the software's own default, 1: asking for it would be noise. */
const isAsked =
  (reading: Reading) =>
  ({ field }: Wanted): boolean =>
    field !== 'acte.quantite' || reading.fields[field] !== undefined;

/**
 * Line by line, what *Écrire* would do. A field that was only guessed is never written; a field that is not on the
 * page is to be filled by hand, except where it comes with the act itself.
 */
export function previewOf(reading: Reading, wanted: Wanted[], report: WriteReport | null): PreviewLine[] {
  return wanted.filter(isAsked(reading)).map(({ field, want, label }) => {
    const seen = reading.fields[field];
    const now = valueNow(reading, field);
    const actReady = reading.acts?.some((act) => holds('acte.code', act.code, wanted[0]?.want ?? ''));
    // A choice that the model has no word for is read all the same: it is shown as the page says it.
    const there = now !== undefined || seen?.shown !== undefined;
    // Behind something that *Écrire* opens first, or it comes with the act.
    const expected = seen?.missing === 'closed' || (seen !== undefined && appearsWithAct(field) && !actReady);
    const mapped = seen?.provenance !== 'guessed' && !seen?.byHand;
    const writable = reading.mode === 'full' && mapped && (there || expected);
    const action = holds(field, now, want) ? 'already' : writable ? 'write' : 'by-hand';
    const result = resultOf(report?.results.find((line) => line.field === field));
    return {
      field,
      label,
      before: seen?.shown ?? sayValue(field, now as never),
      after: sayValue(field, want),
      action,
      want,
      ...(result && { result }),
    };
  });
}
