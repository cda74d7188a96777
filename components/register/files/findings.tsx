import { frenchDate, frenchEuros } from '../../../cases/words.ts';
import type { Control, ControlGroup, ControlOrder, ControlRow } from '../../../ledger/control/control.ts';
import type { Severity } from '../../../rules/schema.ts';
import { figure } from '../acts/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { unbroken } from '../../ui/format.ts';
import { Sign, type Tone } from '../../ui/sign.tsx';

const tones: Record<Severity, Tone> = { block: 'block', warn: 'warn', info: 'info' };
const severityWords: Record<Severity, string> = { block: 'Bloquant', warn: 'À vérifier', info: 'À savoir' };

export interface FindingsProps {
  control: Control;
  order: ControlOrder;
  /** The rows asked for so far, of `order`. */
  rows: readonly ControlRow[];
  total: number;
  onOrder: (order: ControlOrder) => void;
  onMore: () => void;
}

/** What was found, by amount at stake, by rule or by patient. */
export function Findings({ control, order, rows, total, onOrder, onMore }: FindingsProps) {
  const groups = order.by === 'rule' ? control.rules : order.by === 'patient' ? control.patients : null;
  return (
    <section aria-label="Résultat" className="findings">
      <Choice
        label="Classer"
        value={order.by}
        options={[
          ['stake', 'Par montant'],
          ['rule', 'Par règle'],
          ['patient', 'Par patient'],
        ]}
        onChoose={(by) => onOrder(by === 'stake' ? { by } : { by, key: '\u0000' })}
      />
      {groups === null ? (
        <Rows rows={rows} total={total} onMore={onMore} />
      ) : (
        <ul className="groups">
          {groups.map((group) => {
            const isOpen = 'key' in order && order.key === group.key;
            return (
              <li key={group.key} data-rule={order.by === 'rule' ? group.key : undefined}>
                <GroupLine
                  group={group}
                  isOpen={isOpen}
                  onToggle={() =>
                    onOrder({ by: order.by as 'rule' | 'patient', key: isOpen ? '\u0000' : group.key })
                  }
                />
                {isOpen && <Rows rows={rows} total={total} onMore={onMore} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function GroupLine({
  group: { title, severity, count, stake },
  isOpen,
  onToggle,
}: {
  group: ControlGroup;
  isOpen: boolean;
  onToggle: () => void;
}) {
  return (
    <button type="button" className="group-line" aria-expanded={isOpen} onClick={onToggle}>
      <span className={`tone-${tones[severity]} group-sign`}>
        <Sign tone={tones[severity]} />
        <span className="unseen">{severityWords[severity]}</span>
      </span>
      <span className="grow">{title}</span>
      <span className="numbers soft">
        {figure(count)} {count > 1 ? 'feuilles' : 'feuille'}
      </span>
      <span className="numbers stake">{stake > 0 ? frenchEuros(stake) : ''}</span>
    </button>
  );
}

function Rows({ rows, total, onMore }: { rows: readonly ControlRow[]; total: number; onMore: () => void }) {
  return (
    <>
      <ol className="found">
        {rows.map((row) => (
          <li key={`${row.id} ${row.lines.join()}`} data-sheet={row.id}>
            <p className="found-head">
              <strong>{row.who || 'Patient non lu'}</strong>
              <span className="numbers">{row.day ? frenchDate(row.day) : 'date non lue'}</span>
              <span>{row.codes.join(', ')}</span>
              <span className="soft numbers">{placeOf(row)}</span>
              <span className="numbers stake">{row.stake > 0 ? frenchEuros(row.stake) : ''}</span>
            </p>
            <ul>
              {row.findings.map(({ rule, severity, message, todo }) => (
                <li
                  key={`${rule} ${message}`}
                  className={`finding-line tone-${tones[severity]}`}
                  data-rule={rule}
                  data-severity={severity}
                >
                  <Sign tone={tones[severity]} />
                  <span>
                    <span className="unseen">{severityWords[severity]} : </span>
                    {unbroken(message)}
                    {todo && <em> À faire : {unbroken(todo)}.</em>}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {rows.length < total && (
        <button type="button" className="button" onClick={onMore}>
          Afficher la suite ({figure(total - rows.length)})
        </button>
      )}
    </>
  );
}

const placeOf = ({ id, lines }: ControlRow): string => {
  const place =
    lines.length > 1 ? `lignes ${lines.join(', ')}` : lines.length === 1 ? `ligne ${lines[0]}` : '';
  return id.startsWith('ligne-') ? place : [`feuille ${id}`, place].filter(Boolean).join(', ');
};
