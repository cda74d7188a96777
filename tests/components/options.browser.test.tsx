import '../../components/ui/theme.css';
import '../../components/options/options.css';
import axe from 'axe-core';
import { page } from 'vitest/browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Options } from '../../components/options/options.tsx';
import type { OptionsProps } from '../../components/options/options-props.ts';
import type { Settings } from '../../messages/contract.ts';
import { manySoftware, optionStates } from './option-states.ts';
import { render } from './render.tsx';
import { settings } from './sessions.ts';

let onSave: ReturnType<typeof vi.fn<OptionsProps['onSave']>>;
beforeEach(async () => {
  onSave = vi.fn<OptionsProps['onSave']>(() => Promise.resolve());
  await page.viewport(1000, 900);
});

const show = (name: string, over: Partial<OptionsProps> = {}) => {
  const props = optionStates[name]?.();
  if (!props) throw new Error(name);
  render(<Options {...props} onSave={onSave} {...over} />);
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name);

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(Object.keys(optionStates))('%s is within reach of everybody', async (name) => {
    document.documentElement.style.colorScheme = theme;
    show(name);
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});

test('the first run asks four things and no more', () => {
  show('options-first');
  expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    '1. Qui je suis',
    '2. Mon logiciel',
    '3. Verrou',
    '4. Mention de consentement',
  ]);
});

test('the first run is saved once the four answers stand', async () => {
  show('options-first');
  await field('Profession').selectOptions('Sage-femme');
  await field('Numéro AM').fill('69 5 12345 6');
  await button('Enregistrer et commencer').click();
  expect(onSave).toHaveBeenCalledOnce();
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({
    who: { profession: 'sage-femme', numeroAm: '695123456', territory: 'metropole' },
    software: ['weda'],
    lock: 'device',
  });
  await expect.element(page.getByText('Réglages enregistrés.')).toBeVisible();
});

describe('the software I use', () => {
  test('is ticked by the person, and a known site that is not ours yet is asked for, it alone', async () => {
    const onAskAccess = vi.fn(async () => true);
    show('options-first', { software: manySoftware, onAskAccess });
    await expect.element(page.getByRole('checkbox', { name: 'Weda' })).not.toBeChecked();
    await page.getByRole('checkbox', { name: 'Weda' }).click();
    await page.getByRole('checkbox', { name: 'Maiia' }).click();
    await page.getByRole('checkbox', { name: 'HelloDoc' }).click();
    expect(onAskAccess).not.toHaveBeenCalled();
    await expect.element(page.getByText(/^À activer sur sa page/)).toBeVisible();
    await expect.element(page.getByText(/^Logiciel de bureau/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'MonSisra' }).click();
    expect(onAskAccess.mock.calls).toEqual([[['www.sante-ra.fr', 'www.sante-ara.fr']]]);
    await expect.element(page.getByText(/accès donné/)).toBeVisible();
  });

  test('keeps its tick when the browser’s question is refused, and says what is left to do', async () => {
    show('options-first', { software: manySoftware, onAskAccess: async () => false });
    await page.getByRole('checkbox', { name: 'MonSisra' }).click();
    await expect.element(page.getByText(/accès non donné/)).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'MonSisra' })).toBeChecked();
  });
});

describe('a wrong answer', () => {
  test('is said beside its field, keeps what was typed and saves nothing', async () => {
    show('options-first');
    await field('Numéro AM').fill('10001234567');
    await button('Enregistrer et commencer').click();
    expect(onSave).not.toHaveBeenCalled();
    await expect.element(page.getByText('Choisissez votre profession.')).toBeVisible();
    await expect.element(page.getByText('2 champs sont à compléter.')).toBeVisible();
    await expect.element(field('Profession')).toHaveFocus();
    await expect.element(field('Numéro AM')).toHaveValue('10001234567');
  });

  test('from the background is said, and what was typed stays', async () => {
    onSave.mockRejectedValueOnce(new Error('L’espace de cet ordinateur est plein.'));
    show('options');
    await field('Cabinet (facultatif)').fill('Maison de santé du Port');
    await button('Enregistrer').click();
    await expect.element(page.getByText('L’espace de cet ordinateur est plein.')).toBeVisible();
    await expect.element(field('Cabinet (facultatif)')).toHaveValue('Maison de santé du Port');
  });
});

test('the mention shows an example as it is typed', async () => {
  show('options');
  await field('Texte').fill('Accord de {patient} le {date}.');
  await expect.element(page.getByText('Accord de Mme DURIEU Mathilde le 22/11/2026.')).toBeVisible();
});

test('a control switched off is saved as such', async () => {
  show('options');
  await page.getByRole('switch', { name: 'Pas de tiers payant AMC' }).click();
  await button('Enregistrer').click();
  expect(onSave.mock.calls[0]?.[0].rulesOff).toEqual(['tp.amc']);
});

describe('a file of settings', () => {
  const file = new File(['{}'], 'reglages.json', { type: 'application/json' });

  test('that is not one is refused in words', async () => {
    show('options');
    await page.getByLabelText('Importer…').upload(file);
    await expect
      .element(page.getByText('Ce fichier n’est pas un export de réglages du volet.'))
      .toBeVisible();
  });

  test('is put in the form, and kept only when saved', async () => {
    const imported: Settings = { ...settings, who: { ...settings.who, cabinet: 'Autre cabinet' } };
    show('options', { parse: () => ({ ok: true, settings: imported }) });
    await page.getByLabelText('Importer…').upload(file);
    await expect.element(field('Cabinet (facultatif)')).toHaveValue('Autre cabinet');
    expect(onSave).not.toHaveBeenCalled();
    await button('Enregistrer').click();
    expect(onSave).toHaveBeenCalledExactlyOnceWith(imported);
  });
});

test.each([320, 500])('nothing is cut off at %i px', async (width) => {
  await page.viewport(width, 860);
  show('options');
  expect(document.documentElement.scrollWidth).toBe(width);
});

describe('the lock', () => {
  const phrase = 'la marée monte sans bruit';
  const onLock = () => ({
    setPassphrase: vi.fn<OptionsProps['onLock']['setPassphrase']>(() => Promise.resolve()),
    useDeviceKey: vi.fn<OptionsProps['onLock']['useDeviceKey']>(() => Promise.resolve()),
    saveRecoveryFile: vi.fn<OptionsProps['onLock']['saveRecoveryFile']>(() => Promise.resolve()),
    lock: vi.fn<OptionsProps['onLock']['lock']>(() => Promise.resolve()),
  });

  test('the first run says what each way protects, and sets the passphrase that was typed twice', async () => {
    const events = onLock();
    show('options-first', { onLock: events });
    await field('Profession').selectOptions('Sage-femme');
    await field('Numéro AM').fill('695123456');
    await page.getByRole('radio', { name: /Une phrase de passe/ }).click();
    await button('Enregistrer et commencer').click();
    await expect.element(page.getByText('Choisissez une phrase de passe.')).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
    await field('Phrase de passe').last().fill(phrase);
    await field('La même, encore une fois').fill('la marée monte sans bruiT');
    await expect.element(page.getByText('Ce n’est pas la même phrase.')).toBeVisible();
    await field('La même, encore une fois').fill(phrase);
    await button('Enregistrer et commencer').click();
    expect(events.setPassphrase).toHaveBeenCalledExactlyOnceWith(phrase);
    expect(onSave.mock.calls[0]?.[0].lock).toBe('passphrase');
    expect(JSON.stringify(onSave.mock.calls)).not.toContain('marée');
  });

  test('a passphrase is changed with the one before, and a refusal is said', async () => {
    const events = onLock();
    events.setPassphrase.mockRejectedValueOnce(new Error('Ce n’est pas la phrase de passe de ce registre.'));
    show('options-locked', { onLock: events });
    await button('Changer la phrase de passe…').click();
    await field('Phrase de passe actuelle').fill('le lièvre court vite');
    await field('Nouvelle phrase de passe').fill(phrase);
    await field('La même, encore une fois').fill(phrase);
    await button('Changer').click();
    await expect.element(page.getByText('Ce n’est pas la phrase de passe de ce registre.')).toBeVisible();
    await button('Changer').click();
    await expect.element(page.getByText('Phrase de passe changée.')).toBeVisible();
    expect(events.setPassphrase).toHaveBeenLastCalledWith(phrase, 'le lièvre court vite');
    expect(onSave).not.toHaveBeenCalled();
  });

  test('without a recovery file the settings say what is at stake, and make one', async () => {
    const events = onLock();
    show('options-unprotected', { onLock: events });
    await expect.element(page.getByText(/une phrase de passe oubliée perd le registre/)).toBeVisible();
    await button('Enregistrer le fichier de récupération').click();
    expect(events.saveRecoveryFile).toHaveBeenCalledOnce();
  });

  test('after too many attempts the next one waits, and says how long', async () => {
    show('options-locked', {
      lock: {
        mode: 'passphrase',
        open: false,
        locksAt: null,
        retryAt: Date.now() + 600_000,
        hasRecoveryFile: true,
      },
    });
    await button('Retirer…').click();
    await expect.element(page.getByText(/Nouvel essai possible dans 10\smin/)).toBeVisible();
    await field('Phrase de passe actuelle').fill(phrase);
    await expect.element(button('Retirer la phrase de passe')).toBeDisabled();
  });

  test('when it locks by itself is a setting like the others', async () => {
    show('options-unprotected');
    await field('Se verrouille sans activité depuis').selectOptions('5 minutes');
    await button('Enregistrer').click();
    expect(onSave.mock.calls[0]?.[0].lockAfter).toEqual({ idleMinutes: 5, openHours: 12, withScreen: true });
  });
});
