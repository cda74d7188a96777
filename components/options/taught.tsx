import { useState } from 'react';
import type { Profile } from '../../sites/profile.ts';
import { Notice } from '../ui/sign.tsx';
import { Group } from './group.tsx';

/** Bytes. Five times the largest profile accepted. */
const MOST_READ = 900_000;

export interface TaughtProps {
  /** Profiles made by the user's own pointing. */
  taught: readonly Profile[];
  onTaught: {
    /** Reject with an `Error` whose message is a French sentence. */
    rename(profile: Profile, name: string): Promise<unknown>;
    forget(id: string): Promise<unknown>;
    read(text: string): Promise<unknown>;
    save(profile: Profile): void;
  };
}

/** **Logiciels montrés**: what the user showed himself, to be named, taken to another machine, or forgotten. */
export function Taught({ taught, onTaught }: TaughtProps) {
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const doing = (work: Promise<unknown>, done: string) => {
    work.then(
      () => setSaid({ ok: true, message: done }),
      (error: unknown) =>
        setSaid({
          ok: false,
          message: error instanceof Error ? error.message : 'Cela n’a pas pu être fait.',
        }),
    );
  };
  return (
    <Group
      title="Logiciels montrés"
      about="Les champs que vous avez montrés vous-même. Aucun patient n’y figure. Pour en montrer d’autres, ouvrez la page du logiciel, puis l’icône du volet."
    >
      {taught.length === 0 && <p className="soft">Aucun pour l’instant.</p>}
      <ul className="rules">
        {taught.map((profile) => (
          <li key={profile.id} data-taught={profile.id}>
            <input
              className="input"
              aria-label={`Nom du logiciel sur ${profile.hosts[0] ?? ''}`}
              defaultValue={profile.name}
              maxLength={60}
              onBlur={(event) => {
                const name = event.target.value.trim();
                if (name && name !== profile.name) doing(onTaught.rename(profile, name), 'Nom changé.');
              }}
            />
            <span className="soft">{profile.hosts[0]}</span>
            <button type="button" className="button quiet" onClick={() => onTaught.save(profile)}>
              Exporter
            </button>
            <button
              type="button"
              className="button quiet"
              onClick={() => doing(onTaught.forget(profile.id), 'Oublié.')}
            >
              Oublier
            </button>
          </li>
        ))}
      </ul>
      <label className="button">
        Importer…
        <input
          type="file"
          className="unseen"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            // Cut after what could be accepted: a film chosen by mistake is not read whole to be refused.
            const read = file?.slice(0, MOST_READ).text();
            if (read)
              doing(
                read.then((text) => onTaught.read(text)),
                'Profil lu et enregistré.',
              );
          }}
        />
      </label>
      <div role="status">{said && <Notice tone={said.ok ? 'clean' : 'block'}>{said.message}</Notice>}</div>
    </Group>
  );
}
