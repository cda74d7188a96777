import { useState, type ReactNode } from 'react';
import { TextField } from '../ui/text-field.tsx';

/** What cannot be undone is typed, not clicked. */
export function TypedConfirmation({
  word,
  button,
  busy,
  children,
  onConfirm,
}: {
  word: string;
  button: string;
  busy: boolean;
  /** What will go. */
  children: ReactNode;
  onConfirm: () => void;
}) {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim().toUpperCase() === word;
  return (
    <form
      className="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTyped && !busy) onConfirm();
      }}
    >
      {children}
      <TextField label={`Tapez ${word} pour confirmer`} value={typed} onType={setTyped} />
      <button type="submit" className="button danger" disabled={!isTyped || busy}>
        {button}
      </button>
    </form>
  );
}
