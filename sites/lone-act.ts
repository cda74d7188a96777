/** A sheet with one place for one act: its own fields are the row. Not in the sentinel, which has no use for it. */
import type { FieldId, Reading } from './model.ts';

/** `reading` with the act of its lone field, where no rows were read and the field was. */
export function withLoneAct(reading: Reading): Reading {
  const code = reading.fields['acte.code']?.value;
  if (reading.acts !== undefined || code === undefined) return reading;
  const of = (field: FieldId): number | null | undefined => {
    const value = reading.fields[field]?.value;
    return typeof value === 'number' || value === null ? value : undefined;
  };
  const act = {
    code: String(code),
    quantity: of('acte.quantite'),
    amount: of('acte.montant'),
    excess: of('acte.depassement'),
  };
  return { ...reading, acts: code === null ? null : [act] };
}
