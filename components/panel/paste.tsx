import { useId, useState } from 'react';
import { readPasted, type PastedPerson } from '../../cases/pasted.ts';
import { frenchDate, spacedAm } from '../../cases/words.ts';
import type { OtherSide } from '../../messages/contract.ts';
import { Notice } from '../ui/sign.tsx';

const numbersOf = ({ numeroAm, rpps }: PastedPerson): string =>
  [numeroAm && `AM ${spacedAm(numeroAm)}`, rpps && `RPPS ${rpps}`].filter(Boolean).join(' · ');

/**
 * *Coller*: for what no extension sees (a desktop program, a mail). What is found in the text is shown, and taken only by
 * the click; the text itself stays in this field and goes away with it.
 */
export function Paste({
  own,
  today,
  onTake,
  onClose,
}: {
  own: { numeroAm: string; rpps: string };
  today: string;
  onTake: (found: Pick<OtherSide, 'name' | 'numeroAm' | 'requestedOn'>) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [person, setPerson] = useState(0);
  const [date, setDate] = useState(0);
  const { people, dates } = readPasted(text, { own, today });
  const chosen = people[person] ?? people[0];
  const requestedOn = dates[date] ?? '';

  return (
    <div className="paste">
      <label htmlFor={id}>Texte de la demande ou de la réponse</label>
      <textarea
        id={id}
        className="input"
        rows={4}
        value={text}
        aria-describedby={`${id}-kept`}
        onChange={(event) => {
          setText(event.target.value);
          setPerson(0);
          setDate(0);
        }}
      />
      <p id={`${id}-kept`} className="said">
        Lu ici, sur ce poste, et pas gardé.
      </p>
      <div role="status">
        {text.trim() !== '' && people.length === 0 && (
          <Notice tone="grey">Aucun numéro AM ni RPPS dans ce texte.</Notice>
        )}
        {chosen && chosen.numeroAm === '' && (
          <Notice tone="warn">RPPS seulement&nbsp;: le numéro AM reste à saisir.</Notice>
        )}
      </div>
      {people.length > 0 && (
        <fieldset className="found">
          <legend>Lu dans le texte</legend>
          {people.map((one, at) => (
            <label key={`${one.numeroAm}${one.rpps}`} className="tick">
              <input
                type="radio"
                name={`${id}-who`}
                checked={one === chosen}
                onChange={() => setPerson(at)}
              />
              <span>
                {one.name || 'Nom non lu'} <span className="numbers soft">{numbersOf(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {people.length > 0 && dates.length > 0 && (
        <fieldset className="found">
          <legend>Date de la demande</legend>
          {[...dates, ''].map((day, at) => (
            <label key={day} className="tick">
              <input type="radio" name={`${id}-day`} checked={at === date} onChange={() => setDate(at)} />
              {day ? frenchDate(day) : 'Une autre'}
            </label>
          ))}
        </fieldset>
      )}
      <p className="answers">
        <button
          type="button"
          className="button"
          disabled={!chosen}
          onClick={() => chosen && onTake({ name: chosen.name, numeroAm: chosen.numeroAm, requestedOn })}
        >
          Reprendre
        </button>
        <button type="button" className="button quiet" onClick={onClose}>
          Annuler
        </button>
      </p>
    </div>
  );
}
