import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { button, hook, on, propsOf, root, show, showSession } from './panel-stage.tsx';

describe('hooks for tests and assistive scripts', () => {
  test.each([
    ['fse-clean', { screen: 'fse', role: 'requerant', state: 'clean', profile: 'weda' }],
    ['fse-warn', { screen: 'fse', role: 'requerant', state: 'warn', profile: 'weda' }],
    ['fse-block', { screen: 'fse', role: 'requerant', state: 'block', profile: 'weda' }],
    ['fse-changed', { screen: 'fse', role: 'requerant', state: 'changed', profile: 'weda' }],
    ['fse-expert', { screen: 'fse', role: 'requis', state: 'clean', profile: 'weda' }],
    ['patient', { screen: 'patient', role: 'requerant', state: 'clean', profile: 'weda' }],
    ['no-screen', { screen: 'none', role: 'requerant', state: 'clean' }],
    ['locked', { screen: 'fse', role: 'requerant', state: 'locked', profile: 'weda' }],
    ['tab-block', { screen: 'fse', role: 'requerant', state: 'block', profile: 'weda' }],
  ])('%s', (name, dataset) => {
    show(name);
    expect({ ...root().dataset }).toEqual(dataset);
  });

  test('findings come worst first, with rule and severity', () => {
    show('fse-block');
    const found = [...document.querySelectorAll<HTMLElement>('[data-rule]')].map(({ dataset }) => ({
      ...dataset,
    }));
    expect(found).toEqual([
      { rule: 'prescripteur.absent', severity: 'block' },
      { rule: 'tp.amo', severity: 'block' },
      { rule: 'parcours.indicateur', severity: 'warn' },
    ]);
  });
});

describe('what could not be read', () => {
  test('is said once, is grey and is never green', async () => {
    show('fse-not-checked');
    await expect.element(page.getByText('2 points non vérifiés')).toBeVisible();
    expect(root().dataset['state']).not.toBe('clean');
    expect(document.querySelector('.standing')?.classList).toContain('tone-grey');
    await expect
      .element(page.getByText('Non vérifié : numéro du prescripteur (champ non trouvé)'))
      .toBeVisible();
  });

  test('has one hook per rule, each with the reason', () => {
    show('fse-not-checked');
    const rules = [...document.querySelectorAll<HTMLElement>('[data-unchecked]')];
    expect(rules.map(({ dataset }) => dataset['unchecked'])).toEqual([
      'prescripteur.absent',
      'prescripteur.format',
      'prescripteur.cle',
      'prescripteur.soi-meme',
      'prescripteur.categorie',
      'urgence.contexte',
    ]);
    expect(rules.slice(0, 5).every(({ textContent }) => textContent.includes('champ non trouvé'))).toBe(true);
  });
});

test('the role is switched with one click', async () => {
  show('fse-clean');
  await button('Je réponds (TE2)').click();
  expect(on.role).toHaveBeenCalledExactlyOnceWith('requis');
});

test('the number of the patient is masked', async () => {
  show('fse-clean');
  await expect.element(page.getByText('2 55 06 ●●● ●●● ●●')).toBeVisible();
  expect(root().textContent).not.toContain('9999999');
});

test('an incomplete identity is completed on a click', async () => {
  show('identity-incomplete');
  await button('Compléter l’identité').click();
  expect(on.completeIdentity).toHaveBeenCalledOnce();
});

describe('a finding', () => {
  test('says why on one click: rule, text, dates, confidence, link in a new tab', async () => {
    show('fse-warn');
    await button('Pourquoi').nth(1).click();
    const why = page.getByText('Exclusion du parcours de soins');
    await expect.element(why).toBeVisible();
    await expect.element(page.getByText('Vérifié le 20/11/2026 · une seule source')).toBeVisible();
    const link = page.getByRole('link', { name: /Comment facturer/ });
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', 'noreferrer');
  });

  test('is corrected with its own fix', async () => {
    show('fse-block');
    await button('Corriger').nth(0).click();
    expect(on.fix).toHaveBeenCalledExactlyOnceWith([
      { field: 'tp.amo', value: true, label: 'Cocher TP AMO' },
    ]);
  });

  test('of a rule switched off is silent, unless it blocks', () => {
    const { session } = propsOf('fse-block');
    const settings = session?.settings;
    if (!settings) throw new Error('no settings');
    showSession('fse-block', {
      settings: { ...settings, rulesOff: ['parcours.indicateur', 'tp.amo'] },
    });
    expect(hook('[data-rule="parcours.indicateur"]')).toBeNull();
    expect(hook('[data-rule="tp.amo"]')).not.toBeNull();
  });
});

describe('preparing', () => {
  test('shows each line before anything is written, and writes on one more click', async () => {
    show('preview-open');
    await button('Préparer la FSE').click();
    expect(on.write).not.toHaveBeenCalled();
    const lines = [...document.querySelectorAll<HTMLElement>('[data-field]')];
    expect(lines.map(({ dataset }) => [dataset['field'], dataset['action']])).toEqual([
      ['acte.code', 'write'],
      ['acte.quantite', 'write'],
      ['tp.amo', 'write'],
      ['tp.amc', 'already'],
      ['mode', 'write'],
      ['parcours', 'write'],
      ['prescripteur.numero', 'write'],
      ['prescripteur.date', 'by-hand'],
    ]);
    await expect.element(page.getByRole('table', { name: 'RQD pour DURIEU Mathilde' })).toBeVisible();
    await button('Écrire').click();
    expect(on.write).toHaveBeenCalledOnce();
  });

  test('waits until the page is built', async () => {
    show('fse-reading');
    await button('Préparer la FSE').click();
    await expect.element(button('Lecture en cours…')).toBeDisabled();
    expect(hook('[data-field]')).toBeNull();
    show('preview-open');
    await expect.element(button('Écrire')).toBeEnabled();
  });

  test('cannot be asked twice while it is being written', async () => {
    show('writing-open');
    await expect.element(button('Écriture en cours…')).toBeDisabled();
  });

  test('says what became of each line, and puts back on a click', async () => {
    show('written-open');
    await button('Préparer la FSE').click();
    const results = [...document.querySelectorAll<HTMLElement>('[data-result]')].map(({ dataset }) => [
      dataset['field'],
      dataset['result'],
    ]);
    expect(results).toEqual([
      ['acte.code', 'written'],
      ['acte.quantite', 'written'],
      ['tp.amo', 'written'],
      ['mode', 'refused'],
      ['parcours', 'changed-by-page'],
      ['prescripteur.numero', 'not-found'],
    ]);
    await expect.element(page.getByText('refusé par le logiciel')).toBeVisible();
    await button('Rétablir').click();
    expect(on.undo).toHaveBeenCalledOnce();
  });

  test.each(['fse-read-only', 'fse-changed', 'identity-different', 'patient'])(
    'is not offered where nothing may be written: %s',
    async (name) => {
      show(name);
      await expect.element(button('Préparer la FSE')).not.toBeInTheDocument();
      await expect.element(button('Corriger')).not.toBeInTheDocument();
    },
  );

  test('what was being typed elsewhere is still there when the preview closes', async () => {
    show('fse-block');
    await page.getByLabelText('Numéro AM').fill('1000');
    await button('Préparer la FSE').click();
    await expect.element(page.getByLabelText('Numéro AM')).not.toBeVisible();
    await button('Fermer l’aperçu').click();
    await expect.element(page.getByLabelText('Numéro AM')).toHaveValue('1000');
  });
});

describe('a covered panel', () => {
  const sentence = /recouvert par un élément de la page/;

  test('refuses to write, to correct and to send, and says so', async () => {
    show('covered');
    await button('Corriger').click();
    await expect.element(page.getByText(sentence)).toBeVisible();
    await button('Préparer la FSE').click();
    await button('Écrire').click();
    expect(on.fix).not.toHaveBeenCalled();
    expect(on.write).not.toHaveBeenCalled();
    show('held', { visible: false, look: () => Promise.resolve(false) });
    await page.getByLabelText(/Raison de l’envoi/).fill('Urgence');
    await button('Envoyer quand même').click();
    expect(on.override).not.toHaveBeenCalled();
  });

  test('is looked at again at the moment of the click', async () => {
    const look = vi.fn(() => Promise.resolve(false));
    show('fse-block', { visible: true, look });
    await button('Corriger').nth(0).click();
    await vi.waitFor(() => expect(look).toHaveBeenCalledOnce());
    expect(on.fix).not.toHaveBeenCalled();
  });

  test('works where the browser cannot tell', async () => {
    show('fse-block', { visible: undefined, look: () => Promise.resolve(undefined) });
    await button('Corriger').nth(0).click();
    expect(on.fix).toHaveBeenCalledOnce();
  });
});

describe('a held press', () => {
  test('is sent anyway only with a reason', async () => {
    show('held');
    await button('Envoyer quand même').click();
    expect(on.override).not.toHaveBeenCalled();
    await expect.element(page.getByText('Indiquez une raison.')).toBeVisible();
    await expect.element(page.getByLabelText(/Raison de l’envoi/)).toHaveFocus();
    await page.getByLabelText(/Raison de l’envoi/).fill('  Case inactive dans le logiciel ');
    await button('Envoyer quand même').click();
    expect(on.override).toHaveBeenCalledExactlyOnceWith('Case inactive dans le logiciel');
  });

  test('is corrected with every certain fix of what blocks', async () => {
    show('held');
    await button('Corriger').nth(0).click();
    expect(on.fix).toHaveBeenCalledExactlyOnceWith([
      { field: 'tp.amo', value: true, label: 'Cocher TP AMO' },
    ]);
  });

  test('says when nothing blocks any more', async () => {
    show('held-resolved');
    await expect.element(page.getByText('Plus rien ne bloque')).toBeVisible();
    await expect.element(button('Envoyer quand même')).not.toBeInTheDocument();
  });
});

describe('open and shut', () => {
  test('Échap closes, even when the focus is nowhere in the panel', async () => {
    show('fse-clean');
    await userEvent.keyboard('{Escape}');
    expect(on.place).toHaveBeenCalledExactlyOnceWith({ open: false, side: 'right', top: 30 });
  });

  test('Échap in a list of suggestions closes the list first', async () => {
    show('patient');
    await page.getByLabelText('Nom').click();
    await expect.element(page.getByRole('listbox')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(on.place).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(on.place).toHaveBeenCalledOnce();
  });

  test('the tab opens on a click and moves with the arrow keys', async () => {
    await page.viewport(36, 112);
    show('tab-warn');
    await page.getByRole('button').click();
    expect(on.place).toHaveBeenLastCalledWith({ open: true, side: 'right', top: 30 });
    await userEvent.keyboard('{ArrowDown}');
    expect(on.place).toHaveBeenLastCalledWith({ open: false, side: 'right', top: 35 });
  });

  test('an open panel squeezed to the width of the tab shows the tab', async () => {
    show('fse-warn');
    await page.viewport(36, 112);
    await expect.element(page.getByRole('button', { name: /Ouvrir le volet/ })).toBeVisible();
    await expect.element(button('Préparer la FSE')).not.toBeInTheDocument();
  });

  test('focus follows: into the panel when it opens, to the tab when it closes', async () => {
    show('tab-warn');
    showSession('tab-warn', { place: { open: true, side: 'right', top: 30 } });
    await expect.element(page.getByRole('main')).toHaveFocus();
    show('tab-warn');
    await expect.element(page.getByRole('button', { name: /Ouvrir le volet/ })).toHaveFocus();
  });
});

test('the outcome nobody could read is asked', async () => {
  show('ask-outcome');
  await button('Oui').click();
  expect(on.settle).toHaveBeenCalledExactlyOnceWith('act-1', true);
});

test('the foot leads to the register', async () => {
  show('fse-clean');
  await button('Registre').click();
  expect(on.openRegister).toHaveBeenCalledOnce();
});

test('before the first settings, the panel says one thing and leads to them', async () => {
  show('first-run');
  await button('Ouvrir les réglages').click();
  expect(on.openOptions).toHaveBeenCalledOnce();
  await expect.element(button('Préparer la FSE')).not.toBeInTheDocument();
});

test('nothing is shown before the background has recognised the frame', () => {
  show('lost', { link: 'connecting' });
  expect(document.getElementById('root')?.textContent).toBe('');
});

test('the quota says both windows and what it rests on', async () => {
  show('fse-clean');
  await expect.element(page.getByText('2 / 4 en 2026 · 3 / 4 sur 12 mois glissants')).toBeVisible();
  await expect
    .element(page.getByText('d’après le registre de ce poste et l’historique affiché'))
    .toBeVisible();
});

test('rules nobody has checked for six months are amber', async () => {
  show('rules-stale');
  await expect.element(page.getByText(/Règles au 02\/04\/2026, à revérifier/)).toBeVisible();
});

describe('while the register is locked', () => {
  test('the passphrase goes to the background alone, is forgotten once sent, and a refusal is said', async () => {
    on.unlock.mockRejectedValueOnce(new Error('Ce n’est pas la phrase de passe de ce registre.'));
    show('locked');
    const typed = page.getByLabelText('Phrase de passe');
    await typed.fill('une mauvaise phrase');
    await userEvent.keyboard('{Enter}');
    expect(on.unlock).toHaveBeenCalledExactlyOnceWith('une mauvaise phrase');
    await expect.element(page.getByText('Ce n’est pas la phrase de passe de ce registre.')).toBeVisible();
    await expect.element(typed).toHaveValue('');
  });

  test('what the page shows is judged and prepared all the same; quotas are not verified', async () => {
    show('locked-block');
    expect(root().dataset['state']).toBe('locked');
    await expect.element(page.getByText('Registre verrouillé · 1 point bloquant')).toBeVisible();
    expect(hook('[data-rule="tp.amo"]')).not.toBeNull();
    expect(hook('[data-unchecked="quota.civil"]')?.textContent).toContain('registre verrouillé');
    await expect.element(button('Préparer la FSE')).toBeEnabled();
    await button('Patient').click();
    await button('Oral').click();
    expect(on.consent).toHaveBeenCalledOnce();
  });

  test('the foot locks it, where there is a passphrase', async () => {
    show('lockable');
    await button('Verrouiller').click();
    expect(on.lock).toHaveBeenCalledOnce();
    show('fse-clean');
    await expect.element(button('Verrouiller')).not.toBeInTheDocument();
  });
});
