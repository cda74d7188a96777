import { useState } from 'react';
import { Sign } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';

/** All that is shown while the register is locked. `onUnlock` rejects with an `Error` whose message is French. */
export function LockScreen({ onUnlock }: { onUnlock: (passphrase: string) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
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
  return (
    <main className="lock-screen" data-state="locked">
      <Sign tone="locked" />
      <h1>Registre verrouillé</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <TextField
          label="Phrase secrète"
          type="password"
          value={typed}
          onType={setTyped}
          autoFocus
          said={refusal ? { tone: 'block', message: refusal } : null}
        />
        <button type="submit" className="button main" disabled={busy || typed === ''}>
          Déverrouiller
        </button>
      </form>
    </main>
  );
}
