import { useState, type ReactNode } from 'react';
import { FilePick } from '../ui/file-pick.tsx';
import { counted } from '../ui/format.ts';
import { faultsOf, NewPassphrase, nothingChosen } from '../ui/new-passphrase.tsx';
import { Notice, type Tone } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { MergeReport } from '../../ledger/merge.ts';

export interface BackupProps {
  /** A restore was begun and not ended. */
  unfinished: boolean;
  passphraseFault: (typed: string) => string | null;
  /** Makes the file and hands it to the downloads. Rejects with an `Error` whose message is French. */
  onBackup: (passphrase: string) => Promise<{ facts: number; damaged: number }>;
  onRestore: (file: File, passphrase: string, onProgress: (done: number) => void) => Promise<MergeReport>;
}

type Said = { tone: Tone; message: string } | null;

const failed = (error: unknown): Said => ({
  tone: 'block',
  message: error instanceof Error ? error.message : 'Ce fichier n’a pas pu être lu.',
});

function reportWords({ added, known, repaired, erased, conflicting }: MergeReport): string {
  const parts = [
    `${counted(added, 'enregistrement')} en plus`,
    known > 0 && `${known}\u00a0déjà là`,
    repaired > 0 && `${repaired}\u00a0réparé${repaired > 1 ? 's' : ''}`,
    erased > 0 &&
      `${erased}\u00a0laissé${erased > 1 ? 's' : ''} de côté, effacé${erased > 1 ? 's' : ''} depuis`,
    conflicting.length > 0 &&
      `${conflicting.length}\u00a0différent${conflicting.length > 1 ? 's' : ''} d’ici, laissé tel quel`,
  ].filter(Boolean);
  return `Restauration terminée\u00a0: ${parts.join(', ')}.`;
}

/** A file that holds the whole register, sealed by a passphrase of its own; and the way back. */
export function Backup({ unfinished, passphraseFault, onBackup, onRestore }: BackupProps) {
  return (
    <div className="sheets">
      {unfinished && (
        <Notice tone="warn">
          Une restauration a été interrompue. Rien n’est perdu&nbsp;: reprenez-la avec le même fichier.
        </Notice>
      )}
      <Make passphraseFault={passphraseFault} onBackup={onBackup} />
      <Restore onRestore={onRestore} />
    </div>
  );
}

/** One thing to do with a file: what it is, its fields, and what came of it. */
function SheetForm({
  title,
  about,
  said,
  onSubmit,
  children,
}: {
  title: string;
  about: ReactNode;
  said: Said;
  onSubmit: () => Promise<void>;
  children: ReactNode;
}) {
  return (
    <form
      className="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <h2>{title}</h2>
      <p className="soft">{about}</p>
      {children}
      <div role="status">{said && <Notice tone={said.tone}>{said.message}</Notice>}</div>
    </form>
  );
}

function Make({ passphraseFault, onBackup }: Pick<BackupProps, 'passphraseFault' | 'onBackup'>) {
  const [chosen, setChosen] = useState(nothingChosen);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const faults = faultsOf(chosen, passphraseFault);
  const make = async () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    setSaid(null);
    try {
      const { facts, damaged } = await onBackup(chosen.first);
      setChosen(nothingChosen);
      setTried(false);
      const lost =
        damaged > 0
          ? ` ${counted(damaged, 'enregistrement')} illisible${damaged > 1 ? 's' : ''} n’y figure${damaged > 1 ? 'nt' : ''} pas.`
          : '';
      setSaid({
        tone: damaged > 0 ? 'warn' : 'clean',
        message: `Sauvegarde enregistrée\u00a0: ${counted(facts, 'enregistrement')}.${lost}`,
      });
    } catch (error) {
      setSaid(failed(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SheetForm
      title="Sauvegarder"
      about="Tout le registre dans un fichier chiffré. Sa phrase de passe est la seule façon de l’ouvrir : notez-la ailleurs."
      said={said}
      onSubmit={make}
    >
      <NewPassphrase
        label="Phrase de passe de la sauvegarde"
        chosen={chosen}
        faults={tried ? faults : {}}
        onType={setChosen}
      />
      <button type="submit" className="button main" disabled={busy}>
        Enregistrer la sauvegarde
      </button>
    </SheetForm>
  );
}

function Restore({ onRestore }: Pick<BackupProps, 'onRestore'>) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [progress, setProgress] = useState<number | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const restore = async () => {
    if (!file || passphrase === '') return;
    setProgress(0);
    setSaid(null);
    try {
      const report = await onRestore(file, passphrase, setProgress);
      setFile(null);
      setPassphrase('');
      setSaid({ tone: report.conflicting.length > 0 ? 'warn' : 'clean', message: reportWords(report) });
    } catch (error) {
      setSaid(failed(error));
    } finally {
      setProgress(null);
    }
  };
  return (
    <SheetForm
      title="Restaurer"
      about="Ajoute ce que contient une sauvegarde, de ce poste ou d’un autre. Rien de ce qui est ici n’est remplacé, rien n’est compté deux fois, quel que soit l’ordre des fichiers."
      said={said}
      onSubmit={restore}
    >
      <FilePick
        label="Choisir la sauvegarde…"
        accept=".volet"
        file={file}
        onPick={setFile}
        disabled={progress !== null}
      />
      <TextField
        label="Phrase de passe de cette sauvegarde"
        type="password"
        value={passphrase}
        onType={setPassphrase}
      />
      <button
        type="submit"
        className="button main"
        disabled={!file || passphrase === '' || progress !== null}
      >
        Restaurer
      </button>
      {progress !== null && <progress aria-label="Restauration en cours" value={progress} max={1} />}
    </SheetForm>
  );
}
