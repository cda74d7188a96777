/** Tabs: one panel is seen at a time. */
import { start } from './start.ts';

start();

document.addEventListener('click', (event) => {
  const chosen = (event.target as Element).closest('[role=tab]');
  if (!chosen) return;
  for (const tab of document.querySelectorAll('[role=tab]')) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
    if (panel) panel.hidden = tab !== chosen;
  }
});
