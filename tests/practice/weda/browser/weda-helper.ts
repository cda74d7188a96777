/** Weda-Helper as it stands beside us (weda.md 1, 5.8): canary, two buttons, a fixed block, and its keys. */
import type { Desk } from './desk.ts';
import { el } from './elements.ts';

const EXTENSION_ID = 'dbdodecalholckdneehnejnipbgalami';

const keys: Record<string, string[]> = {
  n: ['mat-radio-9-input', 'mat-radio-3-input'],
  o: ['mat-radio-8-input', 'mat-radio-2-input'],
  t: ['mat-checkbox-1-input'],
  c: ['mat-checkbox-2-input'],
};

function modeButton(
  id: string,
  text: string,
  entry: string,
  act: (work: () => void) => void,
  desk: Desk,
): HTMLElement {
  const button = el(`button.boutonCustonWH#${id}`, { type: 'button' }, text);
  button.addEventListener('click', () => {
    act(() =>
      document.querySelector<HTMLElement>('.mat-icon.notranslate.material-icons.mat-icon-no-color')?.click(),
    );
    desk.sheet.later(230, () => {
      const found = [...document.querySelectorAll<HTMLElement>('[class="mat-button-wrapper"]')].find((one) =>
        one.textContent?.includes(entry),
      );
      act(() => found?.click());
    });
    desk.sheet.later(3300, () =>
      act(() => document.querySelector<HTMLElement>('img[src="/Images/adri.png"]')?.click()),
    );
  });
  return button;
}

export function startWedaHelper(desk: Desk): void {
  const act = (work: () => void) => {
    desk.isHelperActing = true;
    try {
      work();
    } finally {
      desk.isHelperActing = false;
    }
  };
  document.body.append(
    el(`div#weda-helper-canary-${EXTENSION_ID}`, {
      'data-extension-id': EXTENSION_ID,
      'data-version': '3.1.0.0',
    }),
    el('button.historiqueWH', { type: 'button', title: 'Affiché via Weda-Helper.' }, "Afficher l'historique"),
  );
  new MutationObserver(() => {
    const link = document.querySelector('a[title="Relance une lecture de la carte vitale"]');
    if (!link || document.querySelector('#targetValider')) return;
    link.before(
      modeButton('targetAnnuler', 'FSE Teleconsultation', 'Téléconsultation', act, desk),
      modeButton('targetValider', 'FSE dégradée', 'Dégradé', act, desk),
    );
  }).observe(document.body, { childList: true, subtree: true });

  document.addEventListener('keydown', (event) => {
    const ids = keys[event.key];
    const active = document.activeElement;
    const isTyping = active instanceof HTMLInputElement && active.type === 'text';
    if (!ids || isTyping) return;
    const controls = ids
      .map((id) => document.querySelector<HTMLInputElement>(`#${id}`))
      .filter((one) => one !== null);
    const isAnswered = (radio: HTMLInputElement) =>
      document.querySelector(`input[name="${radio.name}"]:checked`) !== null;
    const target = controls.find((one) => one.type !== 'radio' || !isAnswered(one));
    if (target?.type === 'checkbox' && !event.altKey) act(() => target.click());
    if (target?.type === 'radio') {
      act(() => {
        target.checked = true;
        target.dispatchEvent(new Event('change'));
      });
    }
  });
}
