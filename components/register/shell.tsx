import type { ReactNode } from 'react';
import { Icon } from '../ui/sign.tsx';

/** What the navigation shows of a view. */
export interface ViewLink {
  /** Stands in the address, after `#`: letters and dashes, nothing of a patient. */
  id: string;
  title: string;
  /** Views of one group stand together. */
  group: 'suivi' | 'fichiers' | 'registre';
}

const groups: Record<ViewLink['group'], string> = {
  suivi: 'Suivi',
  fichiers: 'Fichiers',
  registre: 'Ce registre',
};

/** The frame of the register: where one is, where one can go. */
export function Shell({
  views,
  current,
  settingsPage,
  onLock,
  children,
}: {
  views: readonly ViewLink[];
  current: ViewLink;
  /** Address of the settings. */
  settingsPage: string;
  /** Absent where there is nothing to lock. */
  onLock?: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <div className="register">
      <a className="skip" href="#contenu" onClick={skip}>
        Aller au contenu
      </a>
      <nav className="rooms" aria-label="Registre">
        <p className="brand">Registre</p>
        {Object.entries(groups).map(([group, title]) => {
          const links = views.filter((view) => view.group === group);
          if (links.length === 0) return null;
          return (
            <section key={group} aria-label={title}>
              <p className="soft">{title}</p>
              <ul>
                {links.map(({ id, title: words }) => (
                  <li key={id}>
                    <a href={`#${id}`} aria-current={id === current.id ? 'page' : undefined}>
                      {words}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <div className="doors">
          {onLock && (
            <button type="button" className="button quiet" onClick={onLock}>
              <Icon name="lock" />
              Verrouiller
            </button>
          )}
          <a className="button quiet" href={settingsPage}>
            <Icon name="settings" />
            Réglages
          </a>
        </div>
      </nav>
      <main id="contenu" className="view" tabIndex={-1} data-view={current.id}>
        <h1>{current.title}</h1>
        {children}
      </main>
    </div>
  );
}

/** The address holds the view: a link to `#contenu` would change it. */
function skip(event: { preventDefault(): void }) {
  event.preventDefault();
  document.getElementById('contenu')?.focus();
}
