import { useId, useMemo, useState } from 'react';
import { folded, frenchDate } from '../../cases/words.ts';
import type { Person } from '../../ledger/overview/model.ts';
import { counted } from '../ui/format.ts';
import { TextField } from '../ui/text-field.tsx';

/** More than this is a search that has not begun. */
const most = 12;

export const personWords = ({ lastName, firstName, birthDate }: Person): string =>
  [`${lastName} ${firstName}`.trim() || 'Patient sans nom lu', birthDate && frenchDate(birthDate)]
    .filter(Boolean)
    .join(', ');

/** One patient, found by name as one types. */
export function PersonPick({
  people,
  onPick,
}: {
  people: readonly Person[];
  onPick: (person: Person) => void;
}) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const found = useMemo(() => {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    return words.length === 0 ? [] : people.filter((one) => words.every((word) => one.folded.includes(word)));
  }, [people, typed]);
  return (
    <div className="person-pick">
      <TextField label="Nom du patient" type="search" value={typed} onType={setTyped} aria-controls={id} />
      <ul id={id} aria-label="Patients trouvés">
        {found.slice(0, most).map((person) => (
          <li key={person.key}>
            <button type="button" className="button quiet" onClick={() => onPick(person)}>
              {personWords(person)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="soft">
        {typed.trim() !== '' && found.length === 0 && 'Aucun patient de ce nom dans le registre.'}
        {found.length > most && `${counted(found.length, 'patient')} : précisez le nom.`}
      </p>
    </div>
  );
}
