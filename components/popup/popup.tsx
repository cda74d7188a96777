import type { SiteState } from '../../messages/contract.ts';
import { Notice } from '../ui/sign.tsx';

export interface PopupProps {
  /** `null` = the page in front is none the extension may ever work on. */
  site: SiteState | null;
  /** Something asked from here is under way. */
  busy: boolean;
  /** French sentence when something asked from here failed. */
  trouble: string | null;
  /** The register can be locked, and is not. */
  lockable: boolean;
  on: {
    activate(): void;
    point(): void;
    deactivate(): void;
    lock(): void;
    options(): void;
    register(): void;
  };
}

/** What the extension does on the site in front, and the one thing to do about it. */
export function Popup({ site, busy, trouble, lockable, on }: PopupProps) {
  return (
    <main className="popup">
      <h1>Volet Téléexpertise</h1>
      {trouble && (
        <Notice tone="warn" alert>
          {trouble}
        </Notice>
      )}
      {site ? <Site site={site} busy={busy} on={on} /> : <Nowhere />}
      <footer>
        {site?.access === 'activated' && (
          <button type="button" className="button quiet deactivate" disabled={busy} onClick={on.deactivate}>
            Désactiver sur ce site
          </button>
        )}
        {lockable && (
          <button type="button" className="button quiet" onClick={on.lock}>
            Verrouiller
          </button>
        )}
        <button type="button" className="button quiet" onClick={on.register}>
          Registre
        </button>
        <button type="button" className="button quiet" onClick={on.options}>
          Réglages
        </button>
      </footer>
    </main>
  );
}

const Nowhere = () => (
  <Notice tone="grey">
    Ouvrez la page de votre logiciel (adresse en https), puis rouvrez cette fenêtre.
  </Notice>
);

function Site({ site, busy, on }: Pick<PopupProps, 'busy' | 'on'> & { site: SiteState }) {
  const { host, software, access, taught } = site;
  if (access === 'no') {
    return (
      <>
        <p>
          {software ? <strong>{software}</strong> : 'Site inconnu'} <span className="soft host">{host}</span>
        </p>
        <button type="button" className="button main" disabled={busy} onClick={on.activate}>
          Activer sur ce site
        </button>
        <p className="soft">Le navigateur demandera l’accès à ce site, et à lui seul.</p>
      </>
    );
  }
  if (software && !taught) {
    return <Notice tone="clean">{software}&nbsp;: le volet s’ouvre sur la fiche patient et la FSE.</Notice>;
  }
  return (
    <>
      {taught ? (
        <Notice tone="clean">{software}&nbsp;: le volet s’ouvre sur la feuille que vous avez montrée.</Notice>
      ) : (
        <Notice tone="grey">
          Activé sur <span className="host">{host}</span>. Ouvrez une feuille de soins, puis montrez-en les
          champs.
        </Notice>
      )}
      <button type="button" className="button main" disabled={busy} onClick={on.point}>
        Montrer les champs
      </button>
    </>
  );
}
