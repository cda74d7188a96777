import { useEffect, useMemo, useState } from 'react';
import { SelectField } from '../../../components/ui/select-field.tsx';
import { keptMapping, type Preview } from '../../../ledger/control/preview.ts';
import { isColumnConcept } from '../../../ledger/import/column-vocabulary.ts';
import type { Desk } from '../desk.ts';
import { softwareNames } from '../names.ts';
import { keepColumns, keptColumns, type KeptColumns } from './kept-columns.ts';
import { openFileReader, type FileReaderDesk } from './reader.ts';

/** Software that has no profile; its patients' numbers are its own all the same. */
const other = 'autre';
const softwareChoices: Record<string, string> = { ...softwareNames, [other]: 'Un autre logiciel' };

export interface ChosenFile {
  reader: FileReaderDesk;
  file: File | null;
  software: string;
  preview: Preview | null;
  mapping: KeptColumns;
  /** Rejects when the file cannot be read at all. */
  choose(file: File, software?: string): Promise<void>;
  correct(name: string, concept: string | null): Promise<void>;
  forget(): void;
}

/** A file that was dropped, the software it comes from, and how its columns are read. */
export function useChosenFile({ settings }: Desk): ChosenFile {
  const reader = useMemo(() => openFileReader(), []);
  const [file, setFile] = useState<File | null>(null);
  const [software, setSoftware] = useState(settings?.software[0] ?? other);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mapping, setMapping] = useState<KeptColumns>({});
  useEffect(() => () => reader.stop(), [reader]);

  const look = async (next: File, from: string) => {
    const bare = await reader.ask('preview', { file: next, software: from, mapping: {} });
    const names = bare.kind === 'table' ? bare.columns.map(({ name }) => name) : [];
    const kept = keptMapping(await keptColumns(from), names);
    setMapping(kept);
    setPreview(
      Object.keys(kept).length === 0
        ? bare
        : await reader.ask('preview', { file: next, software: from, mapping: kept }),
    );
    setFile(next);
  };
  return {
    reader,
    file,
    software,
    preview,
    mapping,
    async choose(next, from = software) {
      setSoftware(from);
      await look(next, from);
    },
    async correct(name, concept) {
      if (!file) return;
      const known = concept !== null && isColumnConcept(concept) ? concept : null;
      const next = { ...mapping, [name]: known };
      setMapping(next);
      setPreview(await reader.ask('preview', { file, software, mapping: next }));
      await keepColumns(software, next);
    },
    forget() {
      reader.stop();
      setFile(null);
      setPreview(null);
    },
  };
}

export function SoftwareField({
  chosen,
  onChoose,
}: {
  chosen: ChosenFile;
  onChoose: (software: string) => void;
}) {
  return (
    <SelectField
      label="Logiciel d’où vient le fichier"
      value={chosen.software}
      options={softwareChoices}
      onChoose={onChoose}
    />
  );
}
