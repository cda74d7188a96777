import { frenchDate } from '../../cases/words.ts';
import type { Role } from '../../messages/contract.ts';
import { DateField } from '../ui/date-field.tsx';
import { Section } from './section.tsx';

/** The compte-rendu: received by who asks, sent by who answers. */
export function ReportDate({
  role,
  on,
  today,
  onChange,
}: {
  role: Role;
  /** ISO; `null` = none; `undefined` = could not be read. */
  on: string | null | undefined;
  today: string;
  onChange: (on: string | null) => void;
}) {
  if (on === undefined) return null;
  const done = role === 'requerant' ? 'Reçu le' : 'Envoyé le';
  if (on) {
    return (
      <Section
        title="Compte-rendu"
        aside={
          <button type="button" className="button quiet" onClick={() => onChange(null)}>
            Modifier
          </button>
        }
      >
        <p className="numbers">{`${done} ${frenchDate(on)}`}</p>
      </Section>
    );
  }
  return (
    <Section title="Compte-rendu">
      <DateField label={done} day="" today={today} onDay={(day) => onChange(day || null)} />
    </Section>
  );
}
