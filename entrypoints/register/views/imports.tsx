import { useEffect, useState } from 'react';
import { Imported } from '../../../components/register/files/imported.tsx';
import { counted } from '../../../components/ui/format.ts';
import type { ImportedFile } from '../../../ledger/imports.ts';
import { softwareNames } from '../names.ts';
import type { RegisterView, ViewProps } from '../view.ts';

function Imports({ desk }: ViewProps) {
  const { register } = desk;
  const [files, setFiles] = useState<ImportedFile[] | null>(null);
  useEffect(() => {
    const look = () => void register.imports().then(setFiles, () => setFiles([]));
    look();
    return desk.follow(look);
  }, [desk, register]);
  return (
    <Imported
      files={files}
      software={softwareNames}
      onLook={(file) => register.importContents(file)}
      onTakeBack={async (file) => {
        const count = await register.takeBackImport(file);
        return file.kind === 'acts'
          ? `${counted(count, 'acte')} effacé${count > 1 ? 's' : ''}.`
          : `${counted(count, 'retour')} annulé${count > 1 ? 's' : ''}.`;
      }}
    />
  );
}

export const imports: RegisterView = {
  id: 'imports',
  title: 'Fichiers importés',
  group: 'fichiers',
  View: Imports,
};
