/**
 * Every state of the panel and of the settings, one per address: `?state=fse-clean`. Development only:
 * `npx vite tests/components/gallery`, or `shoot.ts` for pictures.
 */
import '../../../components/ui/theme.css';
import { createRoot } from 'react-dom/client';
import { Options } from '../../../components/options/options.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { optionStates } from '../option-states.ts';
import { states } from '../sessions.ts';

const wanted = new URLSearchParams(location.search).get('state') ?? '';
const panel = states[wanted];
const options = optionStates[wanted];
// The two pages never share a document, so neither do their styles here.
await (options
  ? import('../../../components/options/options.css')
  : import('../../../components/panel/panel.css'));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    panel ? (
      <Panel {...panel()} />
    ) : options ? (
      <Options {...options()} />
    ) : (
      <ul>
        {[...Object.keys(states), ...Object.keys(optionStates)].map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    ),
  );
}
