/** Puts a component on an empty page with its styles, and takes it away after the test. */
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { page } from 'vitest/browser';
import { afterEach } from 'vitest';

let root: Root | null = null;

document.documentElement.lang = 'fr';
document.title = 'Volet Téléexpertise';

export function render(element: ReactElement): void {
  if (!root) {
    const place = document.createElement('div');
    place.id = 'root';
    document.body.append(place);
    root = createRoot(place);
  }
  flushSync(() => root?.render(element));
}

afterEach(() => {
  root?.unmount();
  root = null;
  document.getElementById('root')?.remove();
  document.documentElement.style.colorScheme = '';
});

export const panelSize = () => page.viewport(360, 860);
