/**
 * Every state of the panel and of the settings, one per address: `?state=fse-clean`. Development only:
 * `npx vite tests/components/gallery`, or `shoot.ts` for pictures.
 */
import '../../../components/ui/theme.css';
import { createRoot } from 'react-dom/client';
import { Panel } from '../../../components/panel/panel.tsx';
import '../../../components/panel/panel.css';
import { states } from '../sessions.ts';

const wanted = new URLSearchParams(location.search).get('state') ?? '';
const state = states[wanted];
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    state ? (
      <Panel {...state()} />
    ) : (
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    ),
  );
}
