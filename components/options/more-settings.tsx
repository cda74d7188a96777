import { useState } from 'react';
import type { Settings } from '../../messages/contract.ts';
import { Choice } from '../ui/choice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Notice } from '../ui/sign.tsx';
import type { Draft } from './draft.ts';
import { Group } from './group.tsx';
import type { OptionsProps, RuleSwitch } from './options-props.ts';

interface Editing {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

const securings = [
  ['sans-vitale', 'SESAM sans Vitale'],
  ['degrade', 'Dégradé'],
] as const;

export function Preparation({ draft, onChange }: Editing) {
  return (
    <Group title="Préparation" about="Mode écrit quand le logiciel propose les deux.">
      <Choice
        label="Mode de sécurisation"
        value={draft.securing}
        options={securings}
        onChoose={(securing) => onChange({ ...draft, securing })}
      />
    </Group>
  );
}

export function Rules({ draft, onChange, rules }: Editing & { rules: readonly RuleSwitch[] }) {
  return (
    <Group
      title="Contrôles"
      about="Un contrôle éteint se tait, sauf s’il bloque&nbsp;: un point bloquant reste toujours affiché."
    >
      <ul className="rules">
        {rules.map(({ id, title, severity }) => (
          <li key={id}>
            <label className="tick">
              <input
                type="checkbox"
                role="switch"
                checked={!draft.rulesOff.includes(id)}
                onChange={(event) =>
                  onChange({
                    ...draft,
                    rulesOff: event.target.checked
                      ? draft.rulesOff.filter((off) => off !== id)
                      : [...draft.rulesOff, id],
                  })
                }
              />
              <span>{title}</span>
            </label>
            {severity === 'block' && <span className="soft">peut bloquer</span>}
          </li>
        ))}
      </ul>
    </Group>
  );
}

export function Shortcut() {
  return (
    <Group title="Clavier">
      <p>
        <kbd>Alt</kbd> + <kbd>Maj</kbd> + <kbd>T</kbd> ouvre et ferme le volet&nbsp;; <kbd>Échap</kbd> le
        ferme. Le raccourci se change dans la page des extensions de votre navigateur.
      </p>
    </Group>
  );
}

/** Settings as a file. No patient is in them. */
export function Transfer({
  saved,
  onImport,
  parse,
}: {
  saved: Settings;
  onImport: (settings: Settings) => void;
  parse: OptionsProps['parse'];
}) {
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);

  const save = () => saveFile('volet-teleexpertise-reglages.json', `${JSON.stringify(saved, null, 2)}\n`);
  const read = async (file: File) => {
    const parsed = parse(await file.text());
    if (parsed.ok) onImport(parsed.settings);
    setSaid(
      parsed.ok
        ? { ok: true, message: 'Réglages lus. Vérifiez-les, puis enregistrez.' }
        : { ok: false, message: parsed.message },
    );
  };

  return (
    <Group
      title="Exporter, importer"
      about="Vos réglages dans un fichier, pour un autre poste. Aucun patient n’y figure."
    >
      <div className="line">
        <button type="button" className="button" onClick={save}>
          Exporter
        </button>
        <label className="button">
          Importer…
          <input
            type="file"
            className="unseen"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              // Emptied so that the same file, once put right, can be chosen again.
              event.target.value = '';
              if (file) {
                read(file).catch(() => setSaid({ ok: false, message: 'Ce fichier n’a pas pu être lu.' }));
              }
            }}
          />
        </label>
      </div>
      <div role="status">{said && <Notice tone={said.ok ? 'info' : 'block'}>{said.message}</Notice>}</div>
    </Group>
  );
}

export function Pledge() {
  return (
    <Group title="Ce que cette extension lit, garde et n’envoie jamais">
      <dl className="promise">
        <dt>Elle lit</dt>
        <dd>
          Sur les sites des logiciels qu’elle connaît et sur ceux que vous activez, et là seulement&nbsp;:
          l’identité du patient affiché, la feuille de soins en cours, l’historique des actes à l’écran.
          L’identité complète n’est demandée au logiciel qu’après votre clic.
        </dd>
        <dt>Elle garde</dt>
        <dd>
          Sur ce poste, chiffrés&nbsp;: les actes facturés, les consentements, les envois forcés et leur
          raison. En clair&nbsp;: ces réglages. Le numéro de sécurité sociale n’est jamais gardé en clair. En
          mémoire seulement, une demi-heure au plus&nbsp;: ce qui passe d’une page à l’autre.
        </dd>
        <dt>Elle n’envoie jamais</dt>
        <dd>
          Rien, à personne&nbsp;: elle n’ouvre aucune connexion et ne presse jamais le bouton final. Vous
          pouvez débrancher le réseau, elle fonctionne.
        </dd>
      </dl>
    </Group>
  );
}
