import { useState } from 'react';
import type { Concept } from '../../sites/pointing/concepts.ts';
import type { Profile } from '../../sites/profile.ts';
import { conceptWords } from '../panel/field-words.ts';
import { counted } from '../ui/format.ts';
import { Notice } from '../ui/sign.tsx';
import { Group } from './group.tsx';

/** Bytes. Five times the largest profile accepted. */
const MOST_READ = 900_000;

export interface TaughtProps {
  /** Profiles made by the user's own pointing. */
  taught: readonly Profile[];
  /** What was shown in each, by its id, in the order it is asked. */
  shown: Readonly<Record<string, readonly Concept[]>>;
  onTaught: {
    /** Reject with an `Error` whose message is a French sentence. */
    rename(profile: Profile, name: string): Promise<unknown>;
    forget(id: string): Promise<unknown>;
    read(text: string): Promise<unknown>;
    save(profile: Profile): void;
    remove(profile: Profile, concept: Concept): Promise<unknown>;
    /** *Montrer à nouveau*: on a page of the software that is open. */
    again(profile: Profile, concept: Concept): Promise<unknown>;
  };
}

/** **Logiciels montrés**: what the user showed himself, to be named, taken to another machine, or forgotten. */
export function Taught({ taught, shown, onTaught }: TaughtProps) {
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
          <li key={profile.id} className="taught" data-taught={profile.id}>
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
            <span className="soft">{profile.hosts[0]}</span>
            <Fields
              concepts={shown[profile.id] ?? []}
              onAgain={(concept) =>
                doing(onTaught.again(profile, concept), 'À montrer dans la page du logiciel.')
              }
              onRemove={(concept) => doing(onTaught.remove(profile, concept), 'Champ retiré.')}
            />
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

/** What was shown, field by field. */
function Fields({
  concepts,
  onAgain,
  onRemove,
}: {
  concepts: readonly Concept[];
  onAgain: (concept: Concept) => void;
  onRemove: (concept: Concept) => void;
}) {
  return (
    <details className="taught-fields">
      <summary>{counted(concepts.length, 'champ')}</summary>
      <ul>
        {concepts.map((concept) => {
          const name = conceptWords(concept);
          return (
            <li key={concept} data-concept={concept}>
              <span>{name}</span>
              <button
                type="button"
                className="button quiet"
                aria-label={`Montrer à nouveau ${name}`}
                onClick={() => onAgain(concept)}
              >
                Montrer à nouveau
              </button>
              {/* The last one goes with its profile. */}
              <button
                type="button"
                className="button quiet"
                aria-label={`Retirer ${name}`}
                disabled={concepts.length < 2}
                onClick={() => onRemove(concept)}
              >
                Retirer
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
