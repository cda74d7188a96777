import type { ReactNode } from 'react';
import type { Finding, Fix } from '../../rules/schema.ts';
import { Sign } from '../ui/sign.tsx';
import { FindingCard } from './finding-card.tsx';
import type { Standing, Unchecked } from './standing.ts';

/** Every unchecked rule has its own hook; rules stopped by the same reason share one line of text. */
const hooked = (rules: readonly string[], text: ReactNode): ReactNode =>
  rules.reduceRight<ReactNode>((inside, rule) => <span data-unchecked={rule}>{inside}</span>, text);

/** **Où on en est**: one line, one colour, then the findings, worst first, then what could not be checked. */
export function Where({
  standing,
  findings,
  unchecked,
  ruleTitles,
  note,
  onFix,
}: {
  standing: Standing;
  findings: Finding[];
  unchecked: Unchecked[];
  ruleTitles: Readonly<Record<string, string>>;
  /** A reservation about all of them, or ''. */
  note: string;
  /** Absent where nothing may be written. */
  onFix: ((fix: Fix) => void) | undefined;
}) {
  return (
    <section className="where" aria-label="Où on en est">
      <p className={`standing tone-${standing.tone}`} role="status">
        <Sign tone={standing.tone} />
        {standing.sentence}
      </p>
      {note && <p className="note soft">{note}</p>}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => {
            const { fix } = finding;
            return (
              <FindingCard
                key={`${finding.rule} ${finding.field ?? ''} ${finding.message}`}
                finding={finding}
                title={ruleTitles[finding.rule]}
                onFix={fix && onFix ? () => onFix(fix) : undefined}
              />
            );
          })}
        </ul>
      )}
      {unchecked.length > 0 && (
        <ul className="unchecked">
          {unchecked.map(({ rules, sentence }) => (
            <li
              key={sentence}
              className="tone-grey"
              title={rules.map((rule) => ruleTitles[rule] ?? rule).join('\n')}
            >
              <Sign tone="grey" />
              {hooked(rules, sentence)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
