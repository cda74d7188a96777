import { useId } from 'react';
import { FieldNote, type Said } from './text-field.tsx';

/** A labelled native select. An empty `value` shows the invitation to choose. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  invitation,
  said = null,
  onChoose,
}: {
  label: string;
  value: T | '';
  options: Readonly<Record<T, string>>;
  invitation?: string;
  said?: Said | null;
  onChoose: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = (Object.keys(options) as T[]).find((option) => option === event.target.value);
          if (chosen) onChoose(chosen);
        }}
        aria-invalid={said?.tone === 'block'}
        aria-describedby={`${id}-said`}
      >
        {value === '' && <option value="">{invitation}</option>}
        {(Object.entries(options) as Array<[T, string]>).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-said`} said={said} />
    </div>
  );
}
