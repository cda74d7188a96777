import type { PreviewLine } from '../../cases/preview.ts';
import type { Finding } from '../../rules/schema.ts';
import type { Reading, WriteReport } from '../../sites/model.ts';
import type { Role } from '../../messages/contract.ts';
import { Notice } from '../ui/sign.tsx';
import { fieldWords } from './field-words.ts';
import { PreviewTable } from './preview-table.tsx';

const stops: Record<NonNullable<WriteReport['why']>, string> = {
  'patient-changed': 'Le patient a changé\u00a0: écriture arrêtée.',
  'page-changed': 'La page a changé\u00a0: écriture arrêtée.',
  'read-only': 'Ici, le volet lit seulement\u00a0: rien n’a été écrit.',
  timeout: 'Le logiciel n’a pas répondu à temps\u00a0: relisez chaque ligne.',
  hidden: 'L’onglet n’était plus à l’écran\u00a0: écriture arrêtée.',
};

const outcomes: Record<WriteReport['results'][number]['outcome'], string> = {
  written: 'écrit et relu',
  already: 'déjà bon',
  refused: 'refusé par le logiciel',
  'changed-by-page': 'modifié par la page',
  'not-found': 'non trouvé',
  'by-hand': 'à faire à la main',
};

/** One line on the last writing; a correction says its fields here, a preparation says them in the table. */
function Outcome({ report, findings }: { report: WriteReport; findings: readonly Finding[] }) {
  if (report.status === 'running') return null;
  if (report.status === 'stopped') {
    return (
      <Notice tone="block" alert>
        {report.why ? stops[report.why] : 'Écriture arrêtée.'}
      </Notice>
    );
  }
  if (report.kind === 'undo') return <Notice tone="info">Les valeurs d’avant sont rétablies.</Notice>;
  const done = report.results.every(({ outcome }) => outcome === 'written' || outcome === 'already');
  if (report.kind === 'fix') {
    // Put right, then undone by the page or the person: the finding is back and speaks for itself.
    const undone = findings.some(({ field }) => report.results.some((result) => result.field === field));
    if (done && undone) return null;
    return (
      <Notice tone={done ? 'clean' : 'block'}>
        {report.results
          .map(({ field, outcome }) => `${fieldWords(field)}\u00a0: ${outcomes[outcome]}`)
          .join(' · ')}
      </Notice>
    );
  }
  const left = report.results.filter(({ outcome }) => outcome !== 'written' && outcome !== 'already').length;
  if (left === 0) return <Notice tone="clean">Tout est écrit et relu.</Notice>;
  return (
    <Notice tone="warn">
      {left === 1 ? 'Une ligne reste à voir à la main.' : `${left} lignes restent à voir à la main.`}
    </Notice>
  );
}

/** **Préparer la FSE**: what would be written, then what was. The buttons are in the bar under it. */
export function Prepare({
  open,
  lines,
  report,
  findings,
  role,
  patientName,
}: {
  open: boolean;
  lines: readonly PreviewLine[];
  report: WriteReport | null;
  findings: readonly Finding[];
  role: Role;
  patientName: string;
}) {
  const outcome = report && (open || report.kind !== 'prepare' || report.status === 'stopped') && (
    <Outcome report={report} findings={findings} />
  );
  const code = role === 'requerant' ? 'RQD' : 'TE2';
  return (
    <section className={open ? 'section prepare' : 'prepare'} aria-label="Préparer la FSE">
      {open && lines.length > 0 && (
        <PreviewTable lines={lines} caption={`${code} pour ${patientName || 'le patient affiché'}`} />
      )}
      <div role="status">{outcome}</div>
    </section>
  );
}

/** What may be done about the sheet, always in reach at the foot of the panel. */
export function ActionBar({
  open,
  lines,
  legible,
  report,
  reading,
  role,
  onOpen,
  onClose,
  onWrite,
  onUndo,
}: {
  open: boolean;
  lines: readonly PreviewLine[];
  /** False while the page is still being built. */
  legible: boolean;
  report: WriteReport | null;
  reading: Reading | null;
  role: Role;
  onOpen: () => void;
  onClose: () => void;
  onWrite: () => void;
  onUndo: () => void;
}) {
  if (!reading) return null;
  if (reading.screen === 'patient' || reading.screen === 'history') {
    return (
      <p className="actions next">
        Ouvrez la FSE de ce patient pour préparer {role === 'requerant' ? 'RQD' : 'TE2'}.
      </p>
    );
  }
  if (reading.screen !== 'fse') return null;
  if (reading.mode === 'read-only') {
    return <p className="actions next">{reading.readOnlyWhy ?? 'Ici, le volet lit seulement.'}</p>;
  }
  const running = report?.status === 'running';
  const written =
    report !== null && report.kind !== 'undo' && report.results.some(({ outcome }) => outcome === 'written');
  const undo = written && !running && (
    <button type="button" className="button" onClick={onUndo}>
      Rétablir
    </button>
  );
  if (!open) {
    return (
      <div className="actions">
        <button type="button" className="button main" onClick={onOpen}>
          Préparer la FSE
        </button>
        {undo}
      </div>
    );
  }
  const left = lines.filter(({ action }) => action === 'write').length;
  return (
    <div className="actions">
      {running || !legible || left > 0 ? (
        <button type="button" className="button main" disabled={running || !legible} onClick={onWrite}>
          {running ? 'Écriture en cours…' : legible ? 'Écrire' : 'Lecture en cours…'}
        </button>
      ) : (
        <span className="actions-word soft">Rien à écrire</span>
      )}
      {undo}
      <button type="button" className="button" onClick={onClose}>
        Fermer l’aperçu
      </button>
    </div>
  );
}
