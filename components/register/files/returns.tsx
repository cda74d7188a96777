import { frenchDate, frenchEuros } from '../../../cases/words.ts';
import type { LedgerAct } from '../../../ledger/acts.ts';
import type { Match, MatchState } from '../../../ledger/returns/match-returns.ts';
import { figure, standingWords } from '../acts/words.ts';

const shown = 200;

type Heap = 'paid' | 'refused' | Exclude<MatchState, 'new'>;
const heaps: ReadonlyArray<readonly [Heap, string]> = [
  ['refused', 'Refusés : à reprendre'],
  ['ambiguous', 'À choisir : plusieurs actes possibles'],
  ['unmatched', 'Sans acte au registre'],
  ['paid', 'Payés'],
  ['waiting', 'Pas encore payés'],
  ['known', 'Déjà notés'],
];
export const heapOf = ({ state, line }: Match): Heap =>
  state === 'new' ? (line.outcome === 'paid' ? 'paid' : 'refused') : state;

/** Every return of the file with the act it speaks of, before anything is written. */
export function Returns({
  matches,
  onChoose,
}: {
  matches: readonly Match[];
  onChoose: (match: Match, act: LedgerAct) => void;
}) {
  const byHeap = Map.groupBy(matches, heapOf);
  return (
    <div className="returns">
      {heaps.map(([heap, title]) => {
        const members = byHeap.get(heap) ?? [];
        if (members.length === 0) return null;
        return (
          <section key={heap} aria-label={title} data-heap={heap}>
            <h2>
              {title} <span className="soft numbers">{figure(members.length)}</span>
            </h2>
            <div className="scrolled">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">Ligne</th>
                    <th scope="col">Acte</th>
                    <th scope="col">Patient</th>
                    <th scope="col">Retour</th>
                  </tr>
                </thead>
                <tbody>
                  {members.slice(0, shown).map((match) => (
                    <ReturnRow key={match.line.line} match={match} onChoose={onChoose} />
                  ))}
                </tbody>
              </table>
            </div>
            {members.length > shown && (
              <p className="soft">… et {figure(members.length - shown)} autres lignes semblables.</p>
            )}
          </section>
        );
      })}
    </div>
  );
}

function ReturnRow({ match, onChoose }: { match: Match; onChoose: (match: Match, act: LedgerAct) => void }) {
  const { line, acts, state, why } = match;
  const [act] = acts;
  const who = state === 'ambiguous' ? line.who : line.who || (act ? nameOf(act) : '');
  return (
    <tr data-line={line.line} data-state={state}>
      <td className="numbers soft">{line.line}</td>
      <td className="numbers">
        {[line.day && frenchDate(line.day), line.code, line.invoice && `n° ${line.invoice}`]
          .filter(Boolean)
          .join(' · ')}
      </td>
      <td>{who || <span className="soft">non lu</span>}</td>
      <td>
        {line.outcome === 'paid' && (
          <>
            Payé{line.paid !== null && ` ${frenchEuros(line.paid)}`}
            {line.on && ` le ${frenchDate(line.on)}`}
          </>
        )}
        {line.outcome === 'refused' && (
          <>
            {line.cause?.title}
            {line.wording && <span className="soft"> « {line.wording} »</span>}
            <br />
            <span className="todo">{line.cause?.todo}</span>
          </>
        )}
        {line.outcome === 'waiting' && <span className="soft">Reçu ou en cours : rien n’est noté.</span>}
        {why && <p className="soft">{`${why.slice(0, 1).toUpperCase()}${why.slice(1)}.`}</p>}
        {state === 'ambiguous' && line.outcome !== 'waiting' && (
          <select
            className="input"
            aria-label={`Acte de la ligne ${line.line}`}
            value=""
            onChange={(event) => {
              const one = acts.find(({ id }) => id === event.target.value);
              if (one) onChoose(match, one);
            }}
          >
            <option value="">Ne rien noter</option>
            {acts.map((one) => (
              <option key={one.id} value={one.id}>
                {[
                  frenchDate(one.actDate),
                  one.code,
                  nameOf(one),
                  one.invoice && `n° ${one.invoice}`,
                  one.amount !== undefined && frenchEuros(one.amount),
                  standingWords[one.standing],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
}

const nameOf = ({ patient }: LedgerAct): string =>
  [patient?.lastName, patient?.firstName].filter(Boolean).join(' ');
