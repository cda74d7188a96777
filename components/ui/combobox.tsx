import { folded as fold } from '../../cases/words.ts';
import { useId, useState, type KeyboardEvent } from 'react';

export interface Suggestion {
  id: string;
  text: string;
  detail: string;
}

/** Suggestions shown at most: more is a list to read, not a help to type. */
const SHOWN = 6;

/** A text field that proposes what is already known. Free text stays allowed (ARIA combobox, list autocomplete). */
export function Combobox({
  label,
  listLabel,
  value,
  suggestions,
  onType,
  onChoose,
  onLeave,
}: {
  label: string;
  listLabel: string;
  value: string;
  suggestions: readonly Suggestion[];
  onType: (text: string) => void;
  onChoose: (id: string) => void;
  onLeave: () => void;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = fold(value.trim());
  const matching = suggestions
    .filter(({ text, detail }) => fold(`${text} ${detail}`).includes(wanted))
    .slice(0, SHOWN);
  const shown = open && matching.length > 0;

  const choose = (index: number) => {
    const chosen = matching[index];
    if (!chosen) return;
    setOpen(false);
    setActive(-1);
    onChoose(chosen.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (matching.length === 0) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(shown ? (active + step + matching.length) % matching.length : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && shown && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && shown) {
      // The first Échap closes the list; the next one is the panel's.
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onType(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          onLeave();
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} className="suggestions" role="listbox" aria-label={listLabel} hidden={!shown}>
        {matching.map((suggestion, index) => (
          <li
            key={suggestion.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Pressing must not take the focus from the field, or the list closes before the click lands.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
          >
            {suggestion.text}
            <small>{suggestion.detail}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
