import type { PanelSession } from '../../messages/contract.ts';
import { Notice } from '../ui/sign.tsx';
import { Unlock } from '../ui/unlock.tsx';

/** The register is locked: what that changes here, and the field that opens it. */
export function Locked({
  lock,
  onUnlock,
}: {
  lock: PanelSession['lock'];
  onUnlock: (passphrase: string) => Promise<unknown>;
}) {
  return (
    <section className="locked" aria-label="Registre verrouillé">
      <Notice tone="locked">
        Quota et consentement ne sont pas relus. Ce que vous notez ici entrera dans le registre quand vous
        l’ouvrirez.
      </Notice>
      <Unlock retryAt={lock.retryAt} onUnlock={onUnlock} />
    </section>
  );
}
