import { TextField, type Said } from './text-field.tsx';

/** A passphrase that is being chosen: typed twice, because nobody sees it. */
export interface Chosen {
  first: string;
  again: string;
}
export const nothingChosen: Chosen = { first: '', again: '' };

/** What is wrong with it, field by field; nothing when it may be used. */
export function faultsOf(
  { first, again }: Chosen,
  passphraseFault: (typed: string) => string | null,
): { first?: string; again?: string } {
  const fault = first === '' ? 'Choisissez une phrase de passe.' : passphraseFault(first);
  return {
    ...(fault !== null && { first: fault }),
    ...(first !== again && { again: 'Ce n’est pas la même phrase.' }),
  };
}

const wrong = (message: string | undefined): Said | null => (message ? { tone: 'block', message } : null);

export function NewPassphrase({
  chosen,
  faults,
  onType,
  label = 'Phrase de passe',
}: {
  chosen: Chosen;
  /** Empty until the person has tried to go on. */
  faults: { first?: string; again?: string };
  onType: (chosen: Chosen) => void;
  label?: string;
}) {
  return (
    <div className="columns">
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        value={chosen.first}
        onType={(first) => onType({ ...chosen, first })}
        said={wrong(faults.first)}
        hint="Au moins 12 caractères : quelques mots sans rapport entre eux"
      />
      <TextField
        label="La même, encore une fois"
        type="password"
        autoComplete="new-password"
        value={chosen.again}
        onType={(again) => onType({ ...chosen, again })}
        said={wrong(faults.again)}
      />
    </div>
  );
}
