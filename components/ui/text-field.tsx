import { useId, type ComponentProps, type ReactNode } from 'react';
import { Sign, type Tone } from './sign.tsx';

export interface Said {
  tone: Tone;
  message: string;
}

/** What is said of a field, under it, or else its hint. Read politely as it changes. */
export function FieldNote({ id, said, hint = '' }: { id: string; said: Said | null; hint?: string }) {
  return (
    <div id={id} className={`said tone-${said?.tone ?? 'idle'}`} aria-live="polite">
      {said?.message ? (
        <>
          <Sign tone={said.tone} />
          <span>{said.message}</span>
        </>
      ) : (
        hint
      )}
    </div>
  );
}

/** A labelled text input. `said` in tone `block` marks it invalid. */
export function TextField({
  label,
  value,
  onType,
  said = null,
  hint = '',
  className = '',
  ...input
}: {
  label: ReactNode;
  value: string;
  onType: (value: string) => void;
  said?: Said | null;
  hint?: string;
  className?: string;
} & Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'className'>) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={id}
        className="input"
        value={value}
        onChange={(event) => onType(event.target.value)}
        aria-invalid={said?.tone === 'block'}
        aria-describedby={`${id}-said`}
      />
      <FieldNote id={`${id}-said`} said={said} hint={hint} />
    </div>
  );
}
