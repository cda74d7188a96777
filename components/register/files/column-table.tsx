import type { PreviewColumn } from '../../../ledger/control/preview.ts';

type Column = Omit<PreviewColumn, 'concept'> & { concept: string | null };

/** The columns of a file, what each was taken for, and a way to say otherwise. */
export function ColumnTable({
  columns,
  choices,
  onChoose,
}: {
  columns: readonly Column[];
  choices: readonly { concept: string; title: string }[];
  /** `null` = the column is not read. */
  onChoose: (column: Column, concept: string | null) => void;
}) {
  return (
    <div className="scrolled">
      <table className="plain-table columns-read">
        <caption className="unseen">Colonnes du fichier</caption>
        <thead>
          <tr>
            <th scope="col">Colonne</th>
            <th scope="col">Lue comme</th>
            <th scope="col">Premières valeurs</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const { name, label, concept, doubt, samples } = column;
            return (
              <tr key={name} data-column={label} data-read={concept ?? ''}>
                <th scope="row">{label}</th>
                <td>
                  <select
                    className="input"
                    aria-label={`« ${label} » est lue comme`}
                    value={concept ?? ''}
                    onChange={(event) => onChoose(column, event.target.value || null)}
                  >
                    <option value="">Non lue</option>
                    {choices.map((choice) => (
                      <option key={choice.concept} value={choice.concept}>
                        {choice.title}
                      </option>
                    ))}
                  </select>
                  {doubt && <span className="soft doubt">{doubt}</span>}
                </td>
                <td className="soft samples">{samples.join(' · ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
