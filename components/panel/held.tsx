import { useEffect, useId, useRef, useState } from 'react';
import type { Finding, Fix } from '../../rules/schema.ts';
import { counted, unbroken } from '../ui/format.ts';
import { Sign } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';

/**
 * **Held once**: the software's own final button was pressed while something blocks. Says the reason, offers
 * *Corriger* and *Envoyer quand même* (a reason is asked). A second press on the software's button passes anyway.
 */
export function Held({
  blocking,
  onFix,
  onOverride,
}: {
  blocking: readonly Finding[];
  /** Absent where nothing may be written. */
  onFix: ((fixes: Fix[]) => void) | undefined;
  onOverride: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);

  const [first, ...others] = blocking;
  if (!first) {
    return (
      <section className="held tone-clean" aria-labelledby={id}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          <Sign tone="clean" />
          Plus rien ne bloque
        </h2>
        <p>La feuille peut être sécurisée.</p>
      </section>
    );
  }
  const fixes = blocking.flatMap(({ fix }) => fix ?? []);
  return (
    <section className="held tone-block" aria-labelledby={id} role="alert">
      <h2 id={id} ref={heading} tabIndex={-1}>
        <Sign tone="block" />
        Envoi retenu une fois
      </h2>
      <p>
        {unbroken(first.message)}
        {others.length > 0 && ` Et ${counted(others.length, 'autre')} ci-dessous.`}
      </p>
      {fixes.length > 0 && onFix && (
        <button type="button" className="button main" onClick={() => onFix(fixes)}>
          Corriger
        </button>
      )}
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) return onOverride(reason.trim());
          setAsked(true);
          form.current?.querySelector('input')?.focus();
        }}
      >
        <TextField
          label="Raison de l’envoi, gardée dans le journal"
          value={reason}
          onType={setReason}
          maxLength={300}
          said={asked && !reason.trim() ? { tone: 'block', message: 'Indiquez une raison.' } : null}
        />
        <button type="submit" className="button">
          Envoyer quand même
        </button>
      </form>
    </section>
  );
}
