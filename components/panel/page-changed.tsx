import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PageReport } from '../../messages/contract.ts';
import { saveFile } from '../ui/save-file.ts';
import { Notice } from '../ui/sign.tsx';

/** The two things to do where a page is not what was known of it: show its field, or keep how it is built. */
export function PageChanged({
  children,
  onPoint,
  onReport,
}: {
  /** Words of the first. */
  children: ReactNode;
  onPoint: () => void;
  onReport: () => Promise<PageReport>;
}) {
  const [report, setReport] = useState<PageReport | null>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const look = async () => {
    setBusy(true);
    setTrouble('');
    try {
      setReport(await onReport());
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : 'Le rapport n’a pas pu être préparé.');
    } finally {
      setBusy(false);
    }
  };
  if (report) return <ReportPreview report={report} onClose={() => setReport(null)} />;
  return (
    <div className="show-again">
      {/* One click from the sentence that says what moved, or that nothing is known here. */}
      <button type="button" className="button" onClick={onPoint}>
        {children}
      </button>
      <button type="button" className="button quiet" disabled={busy} onClick={() => void look()}>
        Enregistrer un rapport
      </button>
      {trouble && (
        <Notice tone="warn" alert>
          {trouble}
        </Notice>
      )}
    </div>
  );
}

/** The whole report, before anything is saved. */
function ReportPreview({ report, onClose }: { report: PageReport; onClose: () => void }) {
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="page-report" aria-labelledby="page-report">
      <h2 id="page-report" ref={heading} tabIndex={-1}>
        Rapport
      </h2>
      <p className="soft">
        La structure de la page, sans texte ni valeur. Relisez-la avant d’enregistrer&nbsp;; rien n’est
        envoyé.
      </p>
      <pre tabIndex={0} role="region" aria-label="Contenu du rapport">
        {report.text}
      </pre>
      <div className="step-buttons">
        <button
          type="button"
          className="button main"
          onClick={() => {
            saveFile(report.name, report.text, 'text/plain;charset=utf-8');
            setSaved(true);
          }}
        >
          Enregistrer
        </button>
        <button type="button" className="button" onClick={onClose}>
          Fermer
        </button>
      </div>
      <p role="status" className="soft">
        {saved && `Enregistré dans vos téléchargements\u00a0: ${report.name}`}
      </p>
    </section>
  );
}
