import { useState, type ReactNode } from 'react';
import { frenchDate } from '../../cases/words.ts';
import { typedDay } from './format.ts';
import { TextField } from './text-field.tsx';

/**
 * A day of the past typed the French way, whatever the language of the browser (its own date input follows the
 * browser's). `onDay` gets ISO, or '' when the field is emptied, once the field is left or Entrée is pressed; a text
 * that is no day stays where it is and is said to be wrong.
 */
export function DateField({
  label,
  day,
  today,
  onDay,
}: {
  label: ReactNode;
  /** ISO or ''. */
  day: string;
  /** ISO: a later day is refused. */
  today: string;
  onDay: (day: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState('');

  const finish = () => {
    if (typed === null) return;
    const iso = typed.trim() === '' ? '' : typedDay(typed);
    if (iso === null) return setWrong('Date attendue\u00a0: jj/mm/aaaa');
    if (iso > today) return setWrong('Cette date est dans le futur');
    setTyped(null);
    if (iso !== day) onDay(iso);
  };

  return (
    <div className="day">
      <TextField
        label={label}
        value={typed ?? frenchDate(day)}
        onType={(text) => {
          setTyped(text);
          setWrong('');
        }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
        said={wrong ? { tone: 'block', message: wrong } : null}
        inputMode="numeric"
        placeholder="jj/mm/aaaa"
        maxLength={10}
      />
      {day === '' && typed === null && (
        <button type="button" className="button quiet" onClick={() => onDay(today)}>
          Aujourd’hui
        </button>
      )}
    </div>
  );
}
