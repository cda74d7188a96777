import { useState } from 'react';
import { FilePick } from './file-pick.tsx';
import { faultsOf, NewPassphrase, nothingChosen } from './new-passphrase.tsx';
import { Notice } from './sign.tsx';

export interface RecoverProps {
  passphraseFault: (typed: string) => string | null;
  /** Opens the register with the file and gives it this passphrase. Rejects with an `Error` whose message is French. */
  onRecover: (file: string, next: string) => Promise<unknown>;
}

/** A forgotten passphrase: the recovery file, and the passphrase that takes its place. */
export function Recover({ passphraseFault, onRecover }: RecoverProps) {
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState(nothingChosen);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const faults = faultsOf(chosen, passphraseFault);
  const recover = async () => {
    setTried(true);
    if (!file || Object.keys(faults).length > 0) return;
    setBusy(true);
    setRefusal('');
    try {
      await onRecover(await file.text(), chosen.first);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'Ce fichier n’a pas pu être lu.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="recover"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void recover();
      }}
    >
      <p>Le fichier de récupération ouvre ce registre, sur cet ordinateur, sans la phrase oubliée.</p>
      <FilePick label="Choisir le fichier de récupération…" accept=".json" file={file} onPick={setFile} />
      {tried && !file && <Notice tone="block">Choisissez le fichier de récupération.</Notice>}
      <NewPassphrase
        label="Nouvelle phrase de passe"
        chosen={chosen}
        faults={tried ? faults : {}}
        onType={setChosen}
      />
      {refusal && (
        <Notice tone="block" alert>
          {refusal}
        </Notice>
      )}
      <button type="submit" className="button main" disabled={busy}>
        Ouvrir avec ce fichier
      </button>
    </form>
  );
}
