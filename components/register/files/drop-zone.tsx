import { useId, useState, type DragEvent } from 'react';

/** Where a file is dropped or chosen. Whatever its name says, its bytes decide: everything is taken here. */
export function DropZone({
  words,
  formats = 'CSV, TXT ou JSON.',
  busy,
  onFile,
}: {
  /** What is expected, after « Déposez ici ». */
  words: string;
  formats?: string;
  busy: boolean;
  onFile: (file: File) => void;
}) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !busy) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className="drop-zone"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>
        Déposez ici {words} ou{' '}
        <label className="button" htmlFor={id}>
          Choisir un fichier
        </label>
      </p>
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".csv,.txt,.tsv,.json,text/csv,text/plain,application/json"
        disabled={busy}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <p className="soft">{formats} Le fichier est lu sur cet ordinateur et n’est pas gardé.</p>
    </div>
  );
}
