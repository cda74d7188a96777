import type { LeftOutGroup } from '../../../ledger/control/control.ts';
import { figure } from '../acts/words.ts';

/** Every line that was not judged or kept, and why. */
export function LeftOut({ groups, onSave }: { groups: readonly LeftOutGroup[]; onSave?: () => void }) {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const anyProblem = groups.some(({ isProblem }) => isProblem);
  return (
    <details className="left-out" open={anyProblem && count <= 20}>
      <summary>
        {figure(count)} {count > 1 ? 'remarques' : 'remarque'} de lecture : lignes écartées ou mal lues
      </summary>
      <ul>
        {groups.map(({ why, isProblem, count: times, lines }) => (
          <li key={why} className={isProblem ? 'problem' : 'soft'}>
            {sentence(why)}
            <span className="soft numbers">
              {lines === '' ? '' : ` ${times > 1 ? `${figure(times)} fois, lignes` : 'Ligne'} ${lines}`}
            </span>
          </li>
        ))}
      </ul>
      {onSave && (
        <button type="button" className="button quiet" onClick={onSave}>
          Enregistrer la liste complète
        </button>
      )}
    </details>
  );
}

const sentence = (why: string): string => `${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`;
