import { useState } from 'react';
import type { Health } from '../../ledger/health.ts';
import type { RetentionCount } from '../../ledger/retention.ts';
import { counted } from '../ui/format.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Notice } from '../ui/sign.tsx';
import { TypedConfirmation } from './typed-confirmation.tsx';

export interface KeepingProps {
  /** `null` while it is counted. */
  count: RetentionCount | null;
  /** All records of this computer. */
  total: number | null;
  /** Years kept after the last act of a patient. */
  years: number;
  /** Least and most that the CNIL's framework gives; the most is what it recommends. */
  bounds: { least: number; most: number };
  onYears: (years: number) => void;
  /** Resolves with what was done, in French. */
  onPurge: () => Promise<string>;
  onEraseAll: () => Promise<string>;
  onCheck: () => Promise<Health>;
}

const tables: Record<string, string> = {
  acts: 'acte',
  events: 'suite d’un acte',
  consents: 'consentement',
  reports: 'compte-rendu',
  presses: 'envoi retenu',
  cases: 'dossier',
  identities: 'réponse sur des homonymes',
  correspondents: 'correspondant',
  imports: 'import',
  erasures: 'effacement',
  trail: 'journal',
  inbox: 'note en attente',
};

const yearWords = ({ least, most }: KeepingProps['bounds'], chosen: number): Record<string, string> =>
  Object.fromEntries(
    [...new Set([least, 10, 15, most, chosen])]
      .sort((a, b) => a - b)
      .map((years) => {
        const said = years === least ? ', le minimum' : years === most ? ', recommandé' : '';
        return [String(years), `${years}\u00a0ans${said}`];
      }),
  );

/** When a record was written stands in its id (UUIDv7). */
function writtenOn(id: string): string {
  const at = Number.parseInt(id.replace(/-/g, '').slice(0, 12), 16);
  return Number.isFinite(at) && at > 0 ? new Date(at).toLocaleDateString('fr-FR') : 'date inconnue';
}

/** How long things are kept, what has had its time, whether all of it can be read, and the end of it. */
export function Keeping({
  count,
  total,
  years,
  bounds,
  onYears,
  onPurge,
  onEraseAll,
  onCheck,
}: KeepingProps) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const [health, setHealth] = useState<Health | null>(null);
  const run = (work: () => Promise<string>) => {
    setBusy(true);
    setSaid(null);
    work()
      .then(
        (message) => setSaid({ ok: true, message }),
        (error: unknown) =>
          setSaid({
            ok: false,
            message: error instanceof Error ? error.message : 'Le registre n’a pas répondu.',
          }),
      )
      .finally(() => setBusy(false));
  };
  /** Erasures done: what was typed to confirm one never stands ready for another. */
  const [erased, setErased] = useState(0);
  const erase = (work: () => Promise<string>) =>
    run(async () => {
      const message = await work();
      setHealth(null);
      setErased((times) => times + 1);
      return message;
    });
  return (
    <div className="sheets">
      <div role="status">{said && <Notice tone={said.ok ? 'clean' : 'block'}>{said.message}</Notice>}</div>
      <section className="sheet">
        <h2>État du registre</h2>
        <p className="soft">
          Ouvre chaque enregistrement et le compare au journal, où rien ne peut être changé sans que cela se
          voie.
        </p>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() =>
            run(async () => {
              setHealth(await onCheck());
              return 'Vérification terminée.';
            })
          }
        >
          Vérifier le registre
        </button>
        {health && <Found health={health} />}
      </section>
      <section className="sheet">
        <h2>Durée de conservation</h2>
        <p className="soft">
          Référentiel de la CNIL pour les cabinets (délibération 2020-081 du 18 juin 2020)&nbsp;: 5&nbsp;ans
          après le dernier acte du patient, puis 15&nbsp;ans d’archive, soit 20&nbsp;ans. Un cabinet peut
          garder moins longtemps, sans descendre sous les 5&nbsp;ans d’usage courant&nbsp;; garder plus
          longtemps demanderait une justification et n’est pas proposé.
        </p>
        <SelectField
          label="Garder après le dernier acte"
          value={String(years) as `${number}`}
          options={yearWords(bounds, years)}
          onChoose={(next) => onYears(Number(next))}
        />
        {count && (
          <dl className="copy-lines numbers">
            <div>
              <dt>En cours</dt>
              <dd>{counted(count.people.active, 'patient')}</dd>
            </div>
            <div>
              <dt>En archive</dt>
              <dd>{counted(count.people.archived, 'patient')}</dd>
            </div>
            <div>
              <dt>À effacer</dt>
              <dd>{`${counted(count.people.due, 'patient')}, ${counted(count.due, 'enregistrement')}`}</dd>
            </div>
          </dl>
        )}
        {count && count.due > 0 && (
          <TypedConfirmation
            word="EFFACER"
            button="Effacer ce qui est échu"
            busy={busy}
            key={erased}
            onConfirm={() => erase(onPurge)}
          >
            <p>{`${counted(count.due, 'enregistrement')} de ${counted(count.people.due, 'patient')}, pour toujours.`}</p>
          </TypedConfirmation>
        )}
      </section>
      <section className="sheet">
        <h2>Effacer tout le registre</h2>
        <TypedConfirmation
          word="TOUT EFFACER"
          button="Effacer tout le registre"
          busy={busy}
          key={erased}
          onConfirm={() => erase(onEraseAll)}
        >
          <p>
            {total !== null &&
              `${counted(total, 'enregistrement')} de ce poste, clés comprises, pour toujours. `}
            Seule une sauvegarde gardée ailleurs peut les faire revenir. Vos réglages restent.
          </p>
        </TypedConfirmation>
      </section>
    </div>
  );
}

function Found({ health }: { health: Health }) {
  const named = [
    ...health.damaged.map((one) => ({ ...one, why: 'illisible' })),
    ...health.altered.map((one) => ({ ...one, why: 'modifié' })),
    ...health.missing.map((one) => ({ ...one, why: 'disparu' })),
    ...health.untold.map((one) => ({ ...one, why: 'inconnu du journal' })),
    ...health.broken.map((id) => ({ table: 'trail', id, why: 'rompu' })),
  ];
  if (named.length === 0 && !health.cut) {
    return <Notice tone="clean">Tout se lit, et tout s’accorde avec le journal.</Notice>;
  }
  return (
    <>
      <Notice tone="warn">
        {health.cut && 'La fin du journal manque. '}
        Le reste du registre se lit. Restaurer une sauvegarde répare ce qui est illisible.
      </Notice>
      <ul>
        {named.map(({ table, id, why }) => (
          <li key={`${why} ${id}`}>{`${tables[table] ?? table} du ${writtenOn(id)} : ${why}`}</li>
        ))}
      </ul>
    </>
  );
}
