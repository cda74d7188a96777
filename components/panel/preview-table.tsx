import type { PreviewLine } from '../../cases/preview.ts';
import { Sign, type Tone } from '../ui/sign.tsx';

const actions: Record<PreviewLine['action'], readonly [Tone, string]> = {
  write: ['info', 'sera écrit'],
  'by-hand': ['warn', 'à faire à la main'],
  already: ['idle', 'déjà bon'],
};

const results: Record<NonNullable<PreviewLine['result']>, readonly [Tone, string]> = {
  written: ['clean', 'écrit et relu'],
  refused: ['block', 'refusé par le logiciel'],
  'changed-by-page': ['warn', 'modifié par la page'],
  'not-found': ['grey', 'non trouvé'],
};

/**
 * Field by field: value now, value after, and what becomes of it. The roles are spelled out because the panel lays
 * the rows out as grids, which would take the table away from screen readers.
 */
export function PreviewTable({ lines, caption }: { lines: readonly PreviewLine[]; caption: string }) {
  return (
    <table className="preview" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Champ', 'Maintenant', 'Après', 'Action'].map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ field, label, before, after, action, result }) => {
          const [tone, words] = result ? results[result] : actions[action];
          return (
            <tr
              key={field}
              role="row"
              data-field={field}
              data-action={action}
              data-result={result}
              className={before === after ? 'same' : undefined}
            >
              <th scope="row" role="rowheader">
                {label}
              </th>
              <td role="cell" className="before">
                {before}
              </td>
              <td role="cell" className="after">
                {after}
              </td>
              <td role="cell" className={`tone-${tone}`}>
                <span className="outcome">
                  <Sign tone={tone} />
                  {words}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
