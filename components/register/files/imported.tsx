import { useState } from 'react';
import type { ImportContents, ImportedFile } from '../../../ledger/imports.ts';
import { counted } from '../../ui/format.ts';
import { Notice } from '../../ui/sign.tsx';
import { figure } from '../acts/words.ts';
import { TypedConfirmation } from '../typed-confirmation.tsx';

export interface ImportedProps {
  /** The latest first; `null` while they are read. */
  files: readonly ImportedFile[] | null;
  /** Name of the software by its id. */
  software: Readonly<Record<string, string>>;
  onLook: (file: ImportedFile) => Promise<ImportContents>;
  /** Resolves with what was done, in French. */
  onTakeBack: (file: ImportedFile) => Promise<string>;
}

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
const kinds: Record<ImportedFile['kind'], string> = {
  acts: 'Export de facturation',
  returns: 'Retours NOEMIE',
};
const doors: Record<ImportedFile['kind'], string> = {
  acts: 'Effacer cet import…',
  returns: 'Annuler ces retours…',
};
const nouns: Record<ImportedFile['kind'], string> = { acts: 'acte', returns: 'retour' };

/** A page of files; more are asked for. */
const PAGE = 100;

/** **Fichiers importés**: what was read into the register, and the way back. */
export function Imported({ files, software, onLook, onTakeBack }: ImportedProps) {
  const [open, setOpen] = useState<{ id: string; contents: ImportContents | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const [shown, setShown] = useState(PAGE);
  const sorry = (error: unknown) =>
    setSaid({ ok: false, message: error instanceof Error ? error.message : 'Le registre n’a pas répondu.' });
  const look = (file: ImportedFile) => {
    setSaid(null);
    setOpen({ id: file.id, contents: null });
    onLook(file).then((contents) => {
      setOpen((now) => (now?.id === file.id ? { id: file.id, contents } : now));
    }, sorry);
  };
  const takeBack = (file: ImportedFile) => {
    setBusy(true);
    onTakeBack(file)
      .then((message) => {
        setOpen(null);
        setSaid({ ok: true, message });
      }, sorry)
      .finally(() => setBusy(false));
  };
  if (!files) return <p className="soft">Lecture…</p>;
  return (
    <>
      <div role="status">{said && <Notice tone={said.ok ? 'clean' : 'block'}>{said.message}</Notice>}</div>
      {files.length === 0 ? (
        <p className="nothing soft">
          Aucun fichier pour l’instant. Un export contrôlé s’ajoute au registre quand vous le demandez ; des
          retours, quand vous les notez.
        </p>
      ) : (
        <ul className="imported">
          {files.slice(0, shown).map((file) => {
            const { id, kind, lines, leftOut } = file;
            const isOpen = open?.id === id;
            const name = `${kinds[kind]} du ${moment.format(file.at)}`;
            return (
              <li key={id} data-import={kind}>
                <div className="imported-line numbers">
                  <div>
                    <strong>{name}</strong>
                    <p className="soft">
                      {[
                        software[file.software] ?? 'Un autre logiciel',
                        `${figure(lines)} ${nouns[kind]}${lines > 1 ? 's' : ''}`,
                        leftOut === undefined
                          ? ''
                          : leftOut === 0
                            ? 'aucune ligne laissée de côté'
                            : `${figure(leftOut)} ligne${leftOut > 1 ? 's' : ''} laissée${leftOut > 1 ? 's' : ''} de côté`,
                        file.file && `empreinte ${file.file.slice(0, 8)}`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <button
                    type="button"
                    className="button quiet"
                    aria-expanded={isOpen}
                    aria-label={`${doors[kind]} ${name}`}
                    disabled={busy}
                    onClick={() => (isOpen ? setOpen(null) : look(file))}
                  >
                    {doors[kind]}
                  </button>
                </div>
                {isOpen && (
                  <div className="imported-open">
                    {open.contents ? (
                      <TypedConfirmation
                        word={kind === 'acts' ? 'EFFACER' : 'ANNULER'}
                        button={kind === 'acts' ? 'Effacer cet import' : 'Annuler ces retours'}
                        busy={busy}
                        onConfirm={() => takeBack(file)}
                      >
                        <p>{kind === 'acts' ? actsWords(open.contents) : returnsWords(open.contents)}</p>
                      </TypedConfirmation>
                    ) : (
                      <p className="soft">Lecture du registre…</p>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {files.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          Afficher {PAGE} fichiers de plus
        </button>
      )}
    </>
  );
}

const actsWords = ({ brought, followed }: ImportContents): string =>
  [
    `${counted(brought, 'acte')} de ce fichier, pour toujours.`,
    followed > 0 &&
      `${figure(followed)} ${followed > 1 ? 'ont' : 'a'} été suivi${followed > 1 ? 's' : ''} depuis (paiement, refus, note) : ce suivi part aussi.`,
    'Les actes pressés sous vos yeux restent. Le fichier pourra être ajouté de nouveau.',
  ]
    .filter(Boolean)
    .join(' ');

const returnsWords = ({ brought }: ImportContents): string =>
  brought === 0
    ? 'Aucun de ces retours ne compte plus : seule cette ligne de la liste sera retirée.'
    : `${counted(brought, 'retour')} ne ${brought > 1 ? 'compteront' : 'comptera'} plus : les actes redeviennent ce qu’ils étaient. Le journal garde la trace. Le fichier pourra être noté de nouveau.`;
