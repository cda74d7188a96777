/** The small pieces the screens are made of. */
import { useId, type ReactNode } from 'react';
import { byOf, look } from './app-state.ts';
import type { By } from '../../truth/fse-truth.ts';

export function Card(props: { title: string; children: ReactNode }) {
  return (
    <section className={look('card')}>
      <h2 className={look('cardTitle')}>{props.title}</h2>
      {props.children}
    </section>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onType: (text: string, by: By) => void;
  onLeave?: (by: By) => void;
  placeholder?: string;
  isRequired?: boolean;
  error?: string | null;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  return (
    <div className={look('field')}>
      <label className={look('label')} htmlFor={id}>
        {props.label}
        {props.isRequired ? <span aria-hidden="true"> *</span> : null}
      </label>
      <input
        id={id}
        className={look('input')}
        type="text"
        autoComplete="off"
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={Boolean(props.error)}
        onChange={(event) => props.onType(event.target.value, byOf(event))}
        onBlur={(event) => props.onLeave?.(byOf(event))}
      />
      {props.error ? <span className={look('error')}>{props.error}</span> : null}
    </div>
  );
}

export function Choice(props: {
  label: string;
  value: string;
  options: Array<[value: string, text: string]>;
  onChoose: (value: string, by: By) => void;
}) {
  const id = useId();
  return (
    <div className={look('field')} data-inferred="">
      <label className={look('label')} htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className={look('input')}
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value, byOf(event))}
      >
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Tick(props: { label: string; isOn: boolean; onTick: (isOn: boolean, by: By) => void }) {
  return (
    <label className={look('tick')}>
      <input
        type="checkbox"
        className={look('tickInput')}
        checked={props.isOn}
        onChange={(event) => props.onTick(event.target.checked, byOf(event))}
      />
      <span className={look('tickBox', props.isOn && 'tickOn')} aria-hidden="true">
        {props.isOn ? '✓' : ''}
      </span>
      <span>{props.label}</span>
    </label>
  );
}
