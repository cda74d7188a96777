import { useEffect, useRef, useState } from 'react';
import { frenchEuros } from '../../../cases/words.ts';
import { figure } from '../../../components/register/acts/words.ts';
import { ColumnTable } from '../../../components/register/files/column-table.tsx';
import { DropZone } from '../../../components/register/files/drop-zone.tsx';
import { Findings } from '../../../components/register/files/findings.tsx';
import { LeftOut } from '../../../components/register/files/left-out.tsx';
import { ProgressLine } from '../../../components/register/files/progress-line.tsx';
import { Notice } from '../../../components/ui/sign.tsx';
import type { Control, ControlOrder, ControlRow } from '../../../ledger/control/control.ts';
import { columnChoices } from '../../../ledger/control/preview.ts';
import { csvText } from '../../../ledger/export/csv.ts';
import { actsToAdd } from '../../../ledger/import/seen-acts.ts';
import type { ImportedAct } from '../../../ledger/register.ts';
import { isoDay } from '../../panel/day.ts';
import { SoftwareField, useChosenFile } from '../files/chosen-file.tsx';
import { progressSince, ReadingStopped, type Progress } from '../files/reader.ts';
import { saveBlob } from '../files/save.ts';
import type { RegisterView, ViewProps } from '../view.ts';

const page = 50;
/** Acts fetched from the worker in one message. */
const piece = 2000;

type Said = { tone: 'clean' | 'warn' | 'block'; words: string };
interface Running {
  words: string;
  progress: Progress;
  cancel: () => void;
}

function Controler({ desk, overview }: ViewProps) {
  const chosen = useChosenFile(desk);
  const { reader, file, software, preview, mapping } = chosen;
  const [running, setRunning] = useState<Running | null>(null);
  const [control, setControl] = useState<Control | null>(null);
  const [order, setOrder] = useState<ControlOrder>({ by: 'stake' });
  const [rows, setRows] = useState<ControlRow[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const [cutShort, setCutShort] = useState(false);
  const asked = useRef(0);

  useEffect(() => {
    void desk.register.unfinishedImport().then((at) => setCutShort(at !== null));
  }, [desk]);

  const trouble = (error: unknown) => {
    setRunning(null);
    if (error instanceof ReadingStopped) return;
    setSaid({
      tone: 'block',
      words: error instanceof Error ? error.message : 'Le fichier n’a pas pu être lu.',
    });
  };
  const start = (next: File) => {
    setSaid(null);
    setControl(null);
    chosen.choose(next).catch(trouble);
  };
  const ask = async (next: ControlOrder, from: number) => {
    const mine = (asked.current += 1);
    const more = await reader.ask('rows', { order: next, from, count: page });
    if (mine === asked.current) setRows((before) => (from === 0 ? more : [...before, ...more]));
  };
  const reorder = (next: ControlOrder) => {
    setOrder(next);
    setRows([]);
    void ask(next, 0);
  };

  const judge = async () => {
    if (!file) return;
    setSaid(null);
    const cancel = () => {
      reader.stop();
      setRunning(null);
    };
    const tell = (progress: Progress) => setRunning({ words: 'Contrôle en cours', progress, cancel });
    tell({ share: 0, left: null });
    const { who } = desk.settings ?? {};
    const biller = who && {
      profession: who.profession,
      territory: who.territory,
      ...(who.numeroAm && { numeroAm: who.numeroAm }),
    };
    try {
      const ask1 = { file, software, mapping, biller: biller ?? {}, today: isoDay(new Date()) };
      setControl(await reader.ask('control', ask1, tell));
      setRunning(null);
      setOrder({ by: 'stake' });
      await ask({ by: 'stake' }, 0);
    } catch (error) {
      trouble(error);
    }
  };

  const add = async () => {
    const stop = new AbortController();
    const begun = performance.now();
    const tell = (share: number) =>
      setRunning({
        words: 'Ajout au registre',
        progress: progressSince(begun, share),
        cancel: () => stop.abort(),
      });
    setSaid(null);
    tell(0);
    try {
      const all: ImportedAct[] = [];
      let first = await reader.ask('acts', { software, from: 0, count: piece });
      const { notKept, file: digest } = first;
      while (first.acts.length > 0) {
        all.push(...first.acts);
        if (all.length >= first.total) break;
        first = await reader.ask('acts', { software, from: all.length, count: piece });
      }
      const { fresh, seen, confirmed } = actsToAdd(all, overview.acts);
      const { added, known } = await desk.register.importActs(
        {
          software,
          file: digest,
          leftOut: (control?.linesLeftOut ?? 0) + notKept.length,
          signal: stop.signal,
        },
        fresh,
        tell,
      );
      if (confirmed.length > 0 && !stop.signal.aborted) await desk.register.mark(confirmed, 'secured');
      setCutShort(false);
      setSaid(
        addedWords({ added, known: known + seen.length, notKept: notKept.length }, stop.signal.aborted),
      );
    } catch (error) {
      trouble(error);
    } finally {
      setRunning(null);
    }
  };

  const saveLeftOut = async () => {
    const lines = await reader.ask('leftOut', {});
    saveBlob(csvText([['Ligne', 'Raison'], ...lines]), `lignes-ecartees-${isoDay(new Date())}.csv`);
  };

  const total =
    order.by === 'stake'
      ? (control?.rows ?? 0)
      : ((order.by === 'rule' ? control?.rules : control?.patients)?.find(({ key }) => key === order.key)
          ?.count ?? 0);

  return (
    <div
      className="control"
      data-step={running ? 'running' : control ? 'result' : preview ? 'preview' : 'empty'}
    >
      {cutShort && !running && (
        <Notice tone="warn">
          Un ajout au registre a été interrompu. Redéposez le même fichier et ajoutez-le : il reprendra où il
          en était, sans doublon.
        </Notice>
      )}
      <DropZone words="l’export de facturation de votre logiciel," busy={running !== null} onFile={start} />
      <div role="status">{said && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      {running && (
        <ProgressLine words={running.words} progress={running.progress} onCancel={running.cancel} />
      )}
      {!running && preview?.kind === 'refused' && (
        <Notice tone="block" alert>
          Ce fichier ne peut pas être lu : {preview.why}.
        </Notice>
      )}
      {!running && !control && preview && preview.kind !== 'refused' && (
        <>
          <div className="file-form">
            <SoftwareField
              chosen={chosen}
              onChoose={(next) => file && void chosen.choose(file, next).catch(trouble)}
            />
            <button type="button" className="button main" onClick={() => void judge()}>
              Contrôler
            </button>
          </div>
          {preview.kind === 'table' && (
            <ColumnTable
              columns={preview.columns}
              choices={columnChoices}
              onChoose={({ name }, concept) => void chosen.correct(name, concept).catch(trouble)}
            />
          )}
        </>
      )}
      {!running && control && (
        <>
          <Sums control={control} />
          <div className="file-form">
            {control.summary.judged > 0 && (
              <button type="button" className="button main" onClick={() => void add()}>
                Ajouter au registre
              </button>
            )}
            {control.format === 'csv' && (
              <button type="button" className="button" onClick={() => setControl(null)}>
                Corriger les colonnes
              </button>
            )}
          </div>
          {control.notes.map((note) => (
            <p key={note} className="soft">
              {note}
            </p>
          ))}
          <LeftOut groups={control.leftOut} onSave={() => void saveLeftOut()} />
          {control.rows > 0 && (
            <Findings
              control={control}
              order={order}
              rows={rows}
              total={total}
              onOrder={reorder}
              onMore={() => void ask(order, rows.length)}
            />
          )}
        </>
      )}
    </div>
  );
}

function addedWords(
  { added, known, notKept }: { added: number; known: number; notKept: number },
  stopped: boolean,
): Said {
  const acts = (count: number) => `${figure(count)} acte${count > 1 ? 's' : ''}`;
  if (stopped)
    return {
      tone: 'warn',
      words: `Ajout arrêté : ${acts(added)} au registre. Ajoutez de nouveau le fichier pour le reste.`,
    };
  const parts = [
    added > 0 ? `${acts(added)} ajouté${added > 1 ? 's' : ''} au registre` : 'Rien de nouveau',
    ...(known > 0 ? [`${acts(known)} déjà au registre`] : []),
    ...(notKept > 0
      ? [`${acts(notKept)} laissé${notKept > 1 ? 's' : ''} de côté (date, patient ou facturant non lu)`]
      : []),
  ];
  return { tone: notKept > 0 ? 'warn' : 'clean', words: `${parts.join(', ')}.` };
}

function Sums({ control: { summary } }: { control: Control }) {
  const { judged, blocked, toCheck, clear, incomplete, amountAtStake } = summary;
  const sums: Array<[string, string]> = [
    ['téléexpertises lues', figure(judged)],
    ['bloquantes', figure(blocked)],
    ['à vérifier', figure(toCheck)],
    ['rien à signaler', figure(clear)],
    ['vérifiées en partie', figure(incomplete)],
    ['en jeu', frenchEuros(amountAtStake)],
  ];
  return (
    <dl className="sums numbers" data-judged={judged}>
      {sums.map(([words, value]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export const controler: RegisterView = {
  id: 'controler',
  title: 'Contrôler un export',
  group: 'fichiers',
  View: Controler,
};
