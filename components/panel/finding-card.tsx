import { useId, useState } from 'react';
import { frenchDate, frenchEuros } from '../../cases/words.ts';
import type { Confidence, Finding, Severity } from '../../rules/schema.ts';
import { unbroken } from '../ui/format.ts';
import { Icon, Sign } from '../ui/sign.tsx';

const severities: Record<Severity, string> = {
  block: 'Bloquant',
  warn: 'À vérifier',
  info: 'Information',
};

const confidences: Record<Confidence, string> = {
  CONFIRMED: 'confirmé par un texte officiel ou deux sources',
  SINGLE: 'une seule source',
  CONFLICT: 'les sources se contredisent',
  GAP: 'aucun texte trouvé',
};

/** What is wrong, what it costs, why we say so, and the correction when one is certain. */
export function FindingCard({
  finding,
  title,
  onFix,
}: {
  finding: Finding;
  /** Title of the rule, when known. */
  title: string | undefined;
  /** Absent where nothing may be written. */
  onFix: (() => void) | undefined;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { severity, source, fix, amountAtStake } = finding;
  return (
    <li className={`finding tone-${severity}`} data-rule={finding.rule} data-severity={severity}>
      <Sign tone={severity} />
      <div className="finding-body">
        <p>
          <span className="unseen">{severities[severity]}&nbsp;: </span>
          {unbroken(finding.message)}
        </p>
        <div className="finding-foot">
          <button
            type="button"
            className="button quiet"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            Pourquoi
          </button>
          {amountAtStake !== undefined && (
            <span className="stake numbers">{frenchEuros(amountAtStake)} en jeu</span>
          )}
          {fix && onFix && (
            <button type="button" className="button" title={fix.label} onClick={onFix}>
              Corriger
            </button>
          )}
        </div>
        <div id={id} className="why" hidden={!open}>
          {title && <p>{title}</p>}
          <p>
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
                <Icon name="newTab" />
                <span className="unseen"> (nouvel onglet)</span>
              </a>
            ) : (
              source.title
            )}
          </p>
          <p className="soft">
            {source.date && `Texte du ${frenchDate(source.date)}, `}
            {source.date ? 'vérifié' : 'Vérifié'} le {frenchDate(source.checkedOn)}
            {' · '}
            {confidences[source.confidence]}
          </p>
        </div>
      </div>
    </li>
  );
}
