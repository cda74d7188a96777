import { useState } from 'react';
import type { LockState } from '../../messages/contract.ts';
import { Recover, type RecoverProps } from '../ui/recover.tsx';
import { Sign } from '../ui/sign.tsx';
import { Unlock } from '../ui/unlock.tsx';

/** All that is shown while the register is locked. Both promises reject with an `Error` whose message is French. */
export function LockScreen({
  lock,
  onUnlock,
  ...recovery
}: {
  lock: Pick<LockState, 'retryAt' | 'hasRecoveryFile'>;
  onUnlock: (passphrase: string) => Promise<unknown>;
} & RecoverProps) {
  const [forgotten, setForgotten] = useState(false);
  return (
    <main className="lock-screen" data-state="locked">
      <Sign tone="locked" />
      <h1>Registre verrouillé</h1>
      {!forgotten && <Unlock retryAt={lock.retryAt} onUnlock={onUnlock} autoFocus />}
      {forgotten ? (
        <>
          {lock.hasRecoveryFile ? (
            <Recover {...recovery} />
          ) : (
            <p>
              Aucun fichier de récupération n’a été fait pour ce registre&nbsp;: sans la phrase de passe, il
              ne peut plus être ouvert. Une sauvegarde, elle, se restaure avec sa propre phrase.
            </p>
          )}
          <button type="button" className="button quiet" onClick={() => setForgotten(false)}>
            Revenir à la phrase de passe
          </button>
        </>
      ) : (
        <button type="button" className="button quiet" onClick={() => setForgotten(true)}>
          Phrase de passe oubliée
        </button>
      )}
    </main>
  );
}
