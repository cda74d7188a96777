import { useState, useSyncExternalStore } from 'react';
import { TextField } from './text-field.tsx';

const everySecond = (changed: () => void) => {
  const timer = setInterval(changed, 1000);
  return () => clearInterval(timer);
};
const never = () => () => undefined;

/** Whole seconds until `moment` (ms since the epoch), counted down; 0 once it has come. */
export function useWait(moment: number): number {
  const left = () => Math.max(0, Math.ceil((moment - Date.now()) / 1000));
  return useSyncExternalStore(moment === 0 ? never : everySecond, left);
}

/** `45 s`, `3 min`. */
export const sayWait = (seconds: number): string =>
  seconds < 100 ? `${seconds}\u00a0s` : `${Math.ceil(seconds / 60)}\u00a0min`;

/** The field that opens the register. What is typed goes to `onUnlock` and is forgotten, right or wrong. */
export function Unlock({
  retryAt,
  onUnlock,
  autoFocus = false,
}: {
  /** No attempt is looked at before, ms since the epoch. */
  retryAt: number;
  /** Rejects with an `Error` whose message is French. */
  onUnlock: (passphrase: string) => Promise<unknown>;
  autoFocus?: boolean;
}) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const wait = useWait(retryAt);
  const unlock = async () => {
    setBusy(true);
    setRefusal('');
    try {
      await onUnlock(typed);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'Le registre n’a pas pu être ouvert.');
    } finally {
      setTyped('');
      setBusy(false);
    }
  };
  const waiting = wait > 0 ? `Nouvel essai possible dans ${sayWait(wait)}.` : '';
  const message = [refusal, waiting].filter(Boolean).join(' ');
  return (
    <form
      className="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' && !busy && wait === 0) void unlock();
      }}
    >
      <TextField
        label="Phrase de passe"
        type="password"
        autoFocus={autoFocus}
        value={typed}
        onType={setTyped}
        said={message ? { tone: refusal ? 'block' : 'warn', message } : null}
      />
      <button type="submit" className="button main" disabled={busy || typed === '' || wait > 0}>
        Déverrouiller
      </button>
    </form>
  );
}
