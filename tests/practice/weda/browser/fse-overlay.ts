/** What opens over the page: the securing mode menu and, when asked, the prescriber dialog. */
import type { Desk } from './desk.ts';
import { el, matButton } from './elements.ts';
import type { By, Mode } from './fse-truth.ts';
import { prescriberFields } from './mat-controls.ts';

const modes: Array<[text: string, mode: Mode]> = [
  ['Dégradé', 'dg'],
  ['Téléconsultation', 'sv'],
];

function overlay(): HTMLElement {
  const known = document.querySelector<HTMLElement>('.cdk-overlay-container');
  if (known) return known;
  const made = el('div.cdk-overlay-container');
  document.body.append(made);
  return made;
}

function open(desk: Desk, backdropClass: string, pane: HTMLElement): () => void {
  const backdrop = el(`div.cdk-overlay-backdrop.${backdropClass}.cdk-overlay-backdrop-showing`);
  const box = el('div.cdk-global-overlay-wrapper', {}, pane);
  const close = () => desk.paint(() => [backdrop, box].forEach((part) => part.remove()));
  if (backdropClass === 'cdk-overlay-transparent-backdrop') backdrop.addEventListener('click', close);
  desk.paint(() => overlay().append(backdrop, box));
  return close;
}

/** A click on an entry too soon has side effects (weda.md 5.5): before 100 ms nothing, before 200 ms the menu closes. */
export function openModeMenu(desk: Desk, trigger: HTMLElement, choose: (mode: Mode, by: By) => void): void {
  if (document.querySelector('.mat-menu-panel')) return;
  desk.sheet.later(10, () => {
    const openedAt = performance.now();
    const items = modes.map(([text, mode]) => {
      const item = el(
        'button.mat-focus-indicator.mat-menu-item',
        { role: 'menuitem', type: 'button' },
        el('span.mat-button-wrapper', {}, text),
        el('div.mat-menu-ripple.mat-ripple'),
      );
      item.addEventListener('click', (event) => {
        const since = performance.now() - openedAt;
        if (since < 100) return;
        close();
        if (since >= 200) choose(mode, desk.by(event));
      });
      return item;
    });
    const panel = el(
      'div.mat-menu-panel.ng-star-inserted',
      { role: 'menu' },
      el('div.mat-menu-content', {}, ...items),
    );
    const pane = el('div.cdk-overlay-pane', {}, panel);
    const { left, bottom } = trigger.getBoundingClientRect();
    pane.style.cssText = `left: ${left}px; top: ${bottom + 4}px`;
    const close = open(desk, 'cdk-overlay-transparent-backdrop', pane);
  });
}

export function openPrescriberDialog(desk: Desk): void {
  if (document.querySelector('#mat-dialog-3')) return;
  const dialog = el(
    'mat-dialog-container.mat-dialog-container#mat-dialog-3',
    { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' },
    prescriberFields(desk),
    el(
      'div.mat-dialog-actions',
      {},
      matButton('Fermer', '.mat-button', () => close()),
    ),
  );
  const pane = el('div.cdk-overlay-pane.centre', {}, dialog);
  const close = open(desk, 'cdk-overlay-dark-backdrop', pane);
}

export function closePrescriberDialog(): void {
  const dialog = document.querySelector('#mat-dialog-3');
  dialog?.closest('.cdk-global-overlay-wrapper')?.remove();
  document.querySelector('.cdk-overlay-dark-backdrop')?.remove();
}
