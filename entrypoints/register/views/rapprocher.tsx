import { useState } from 'react';
import { ColumnTable } from '../../../components/register/files/column-table.tsx';
import { figure } from '../../../components/register/acts/words.ts';
import { DropZone } from '../../../components/register/files/drop-zone.tsx';
import { LeftOut } from '../../../components/register/files/left-out.tsx';
import { ProgressLine } from '../../../components/register/files/progress-line.tsx';
import { heapOf, Returns } from '../../../components/register/files/returns.tsx';
import { Notice } from '../../../components/ui/sign.tsx';
import { lineRanges, type LeftOutGroup } from '../../../ledger/control/control.ts';
import type { Fact } from '../../../ledger/facts.ts';
import { applyReturns, knownActs } from '../../../ledger/returns/apply-returns.ts';
import { chosen as choose, matchReturns, type Match } from '../../../ledger/returns/match-returns.ts';
import { previewBytes } from '../../../ledger/control/preview.ts';
import {
  keptReturnMapping,
  previewReturns,
  returnChoices,
  type ReturnColumn,
} from '../../../ledger/returns/preview-returns.ts';
import type { ReturnMapping, ReturnsReading } from '../../../ledger/returns/read-returns.ts';
import { SoftwareField, useChosenFile } from '../files/chosen-file.tsx';
import { keepColumns, keptColumns, returnsOf } from '../files/kept-columns.ts';
import { progressSince, ReadingStopped, type Progress } from '../files/reader.ts';
import type { RegisterView, ViewProps } from '../view.ts';

interface Found {
  reading: ReturnsReading;
  file: string;
  matches: Match[];
  events: Fact<'events'>[];
  columns: ReturnColumn[];
  mapping: ReturnMapping;
  /** A column has just been corrected: they stay in sight. */
  corrected: boolean;
}
interface Done {
  words: string;
  tone: 'clean' | 'block';
  undo: (() => void) | null;
}

function Rapprocher({ desk }: ViewProps) {
  const file = useChosenFile(desk);
  const { reader, software } = file;
  const [found, setFound] = useState<Found | null>(null);
  const [running, setRunning] = useState<{ words: string; progress: Progress } | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const trouble = (error: unknown) => {
    setRunning(null);
    if (error instanceof ReadingStopped) return;
    const words = error instanceof Error ? error.message : 'Le fichier n’a pas pu être lu.';
    setDone({ tone: 'block', words, undo: null });
  };

  const read = async (next: File, from = software, corrected?: ReturnMapping) => {
    setDone(null);
    setFound(null);
    const tell = (progress: Progress) => setRunning({ words: 'Lecture des retours', progress });
    tell({ share: 0, left: null });
    try {
      await file.choose(next, from);
      const numeroAm = desk.settings?.who.numeroAm ?? '';
      const head = new Uint8Array(await next.slice(0, previewBytes).arrayBuffer());
      const names = previewReturns(head, next.size, {}).map(({ name }) => name);
      const mapping = corrected ?? keptReturnMapping(await keptColumns(returnsOf(from)), names);
      const { reading, file: digest } = await reader.ask(
        'returns',
        { file: next, software: from, mapping, numeroAm },
        tell,
      );
      const { acts, events } = await knownActs(desk.store);
      setFound({
        reading,
        file: digest,
        events,
        matches: matchReturns(reading.lines, acts, events),
        columns: previewReturns(head, next.size, mapping),
        mapping,
        corrected: corrected !== undefined,
      });
    } catch (error) {
      trouble(error);
      return;
    }
    setRunning(null);
  };

  const correct = async (name: string, concept: string | null) => {
    if (!found || !file.file) return;
    const mapping = { ...found.mapping, [name]: concept } as ReturnMapping;
    await keepColumns(returnsOf(software), mapping);
    await read(file.file, software, mapping);
  };

  const undo = (events: { id: string; act: string }[]) => {
    desk.register
      .undo(events)
      .then(() =>
        setDone({ tone: 'clean', words: 'Retours annulés : les actes sont comme avant.', undo: null }),
      )
      .catch(trouble);
  };

  const apply = async () => {
    if (!found) return;
    const begun = performance.now();
    const onProgress = (share: number) =>
      setRunning({ words: 'Enregistrement des retours', progress: progressSince(begun, share) });
    onProgress(0);
    try {
      const source = { software, file: found.file, leftOut: leftOutCount(found) };
      const { events } = await applyReturns(desk.store, source, found.matches, { onProgress });
      const words = `${figure(events.length)} retour${events.length > 1 ? 's' : ''} noté${events.length > 1 ? 's' : ''} au registre.`;
      setDone({ tone: 'clean', words, undo: events.length > 0 ? () => undo(events) : null });
      setFound(null);
      file.forget();
    } catch (error) {
      trouble(error);
      return;
    }
    setRunning(null);
  };

  const fresh = found?.matches.filter(({ state }) => state === 'new') ?? [];
  const paid = fresh.filter((match) => heapOf(match) === 'paid').length;

  return (
    <div className="returns-view" data-step={running ? 'running' : found ? 'preview' : 'empty'}>
      <DropZone
        words="le fichier des retours NOEMIE de votre logiciel,"
        formats="CSV ou TXT."
        busy={running !== null}
        onFile={(next) => void read(next)}
      />
      <div role="status">
        {done && (
          <Notice tone={done.tone}>
            {done.words}{' '}
            {done.undo && (
              <button type="button" className="button" onClick={done.undo}>
                Annuler
              </button>
            )}
          </Notice>
        )}
      </div>
      {running && (
        <ProgressLine
          words={running.words}
          progress={running.progress}
          onCancel={() => {
            reader.stop();
            setRunning(null);
          }}
        />
      )}
      {!running && found && (
        <>
          {found.reading.lines.length === 0 && (
            <Notice tone="block" alert>
              Aucun retour de téléexpertise dans ce fichier.
            </Notice>
          )}
          <LeftOut groups={leftOutOf(found.reading)} />
          {found.columns.length > 0 && (
            <details className="left-out" open={found.corrected || found.reading.lines.length === 0}>
              <summary>Colonnes lues</summary>
              <ColumnTable
                columns={found.columns}
                choices={returnChoices}
                onChoose={({ name }, concept) => void correct(name, concept)}
              />
            </details>
          )}
          {found.reading.lines.length > 0 && (
            <div className="file-form">
              <SoftwareField chosen={file} onChoose={(from) => file.file && void read(file.file, from)} />
              <button
                type="button"
                className="button main"
                disabled={fresh.length === 0}
                onClick={() => void apply()}
              >
                {writeWords(paid, fresh.length - paid)}
              </button>
            </div>
          )}
          <Returns
            matches={found.matches}
            onChoose={(match, act) =>
              setFound({
                ...found,
                matches: found.matches.map((one) => (one === match ? choose(match, act, found.events) : one)),
              })
            }
          />
        </>
      )}
    </div>
  );
}

function writeWords(paid: number, refused: number): string {
  const parts = [
    ...(paid > 0 ? [`${figure(paid)} payé${paid > 1 ? 's' : ''}`] : []),
    ...(refused > 0 ? [`${figure(refused)} refusé${refused > 1 ? 's' : ''}`] : []),
  ];
  return parts.length === 0 ? 'Rien à noter' : `Noter ${parts.join(' et ')}`;
}

/** Lines of the file that say nothing of an act of the register. */
const leftOutCount = ({ reading, matches }: Found): number =>
  reading.problems.length +
  reading.leftOut.length +
  matches.filter(({ state }) => state === 'unmatched' || state === 'ambiguous').length;

function leftOutOf({ problems, leftOut }: ReturnsReading): LeftOutGroup[] {
  const all = [
    ...problems.map(({ line, message }) => ({ line, why: message, isProblem: true })),
    ...leftOut.map((one) => ({ ...one, isProblem: false })),
  ];
  return [...Map.groupBy(all, ({ why }) => why)].map(([why, lines]) => ({
    why,
    isProblem: lines.some(({ isProblem }) => isProblem),
    count: lines.length,
    lines: lineRanges(lines.flatMap(({ line }) => line ?? [])),
  }));
}

export const rapprocher: RegisterView = {
  id: 'rapprocher',
  title: 'Rapprocher les retours',
  group: 'fichiers',
  View: Rapprocher,
};
