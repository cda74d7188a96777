import { SelectField } from '../ui/select-field.tsx';
import { amNumber } from './acts/words.ts';

/** Whose acts are looked at, where several practitioners share the register. */
export function BillerField({
  billers,
  biller,
  onBiller,
}: {
  /** AM numbers of the practitioners of this register. */
  billers: readonly string[];
  /** `''` = all of them. */
  biller: string;
  onBiller: (biller: string) => void;
}) {
  if (billers.length < 2 && !biller) return null;
  return (
    <SelectField
      label="Praticien"
      value={biller || 'tous'}
      options={{ tous: 'Tous', ...Object.fromEntries(billers.map((each) => [each, amNumber(each)])) }}
      onChoose={(each) => onBiller(each === 'tous' ? '' : each)}
    />
  );
}
