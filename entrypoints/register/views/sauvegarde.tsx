import { useEffect, useState } from 'react';
import { Backup } from '../../../components/register/backup.tsx';
import { saveFile } from '../../../components/ui/save-file.ts';
import { passphraseFault } from '../../../ledger/passphrase.ts';
import { isoDay } from '../../panel/day.ts';
import type { RegisterView, ViewProps } from '../view.ts';

function Sauvegarde({ desk }: ViewProps) {
  const [unfinished, setUnfinished] = useState(false);
  const look = () => desk.register.isMergeUnfinished().then(setUnfinished, () => undefined);
  useEffect(() => {
    void desk.register.isMergeUnfinished().then(setUnfinished, () => undefined);
  }, [desk]);
  return (
    <Backup
      unfinished={unfinished}
      passphraseFault={passphraseFault}
      onBackup={async (passphrase) => {
        const { file, facts, damaged } = await desk.register.makeBackup(passphrase);
        saveFile(`registre-teleexpertise-${isoDay(new Date())}.volet`, file);
        return { facts, damaged: damaged.length };
      }}
      onRestore={(file, passphrase, onProgress) =>
        desk.register.mergeBackup(file, passphrase, onProgress).finally(() => void look())
      }
    />
  );
}

export const sauvegarde: RegisterView = {
  id: 'sauvegarde',
  title: 'Sauvegarder, restaurer',
  group: 'registre',
  View: Sauvegarde,
};
