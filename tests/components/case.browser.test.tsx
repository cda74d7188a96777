import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, test } from 'vitest';
import { button, on, show, showSession } from './panel-stage.tsx';
import { correspondents } from './sessions.ts';

describe('consent', () => {
  test.each([
    [['Patient', 'Oral'], { by: 'patient', how: 'oral' }],
    [['Écrit', 'Représentant légal'], { by: 'representant-legal', how: 'ecrit' }],
  ])('is recorded in two clicks, in either order: %s', async ([first = '', second = ''], said) => {
    show('patient');
    await button(first).click();
    expect(on.consent).not.toHaveBeenCalled();
    await button(second).click();
    expect(on.consent).toHaveBeenCalledExactlyOnceWith({ given: true, on: '2026-11-22', ...said });
  });

  test('once recorded is said in full, and withdrawn on a click', async () => {
    show('fse-clean');
    await expect.element(page.getByText('Recueilli le 20/11/2026, oral, par le patient')).toBeVisible();
    await button('Retirer').click();
    expect(on.consent).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('the other side', () => {
  const number = () => page.getByLabelText('Numéro AM');

  test('its number is checked as it is typed', async () => {
    show('patient');
    await number().fill('10001234567');
    await expect.element(page.getByText(/C’est un numéro RPPS/)).toBeVisible();
    await expect.element(number()).toHaveAttribute('aria-invalid', 'true');
    await number().fill('699876543');
    await expect.element(page.getByText('Clé exacte')).toBeVisible();
  });

  test('what cannot be right stays on screen and out of the case', async () => {
    show('patient');
    await page.getByLabelText('Nom').fill('Dr Roche');
    await number().fill('10001234567');
    await userEvent.tab();
    expect(on.otherSide).toHaveBeenLastCalledWith({
      name: 'Dr Roche',
      numeroAm: '',
      salaried: false,
      requestedOn: '',
    });
    await expect.element(number()).toHaveValue('10001234567');
  });

  test('is chosen with the keyboard among known correspondents', async () => {
    show('patient');
    await page.getByLabelText('Nom').fill('rochebr');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(on.otherSide).toHaveBeenLastCalledWith({
      name: correspondents[1]?.name,
      numeroAm: correspondents[1]?.numeroAm,
      salaried: true,
      requestedOn: '',
    });
  });

  test('once known is one line, with the date asked where it is missing', async () => {
    showSession('fse-clean', {
      otherSide: { name: 'Dr Camille Roche', numeroAm: '699876543', salaried: false, requestedOn: '' },
    });
    await expect.element(number()).not.toBeInTheDocument();
    await page.getByLabelText('Date de la demande').fill('20/11/2026');
    await userEvent.tab();
    expect(on.otherSide).toHaveBeenLastCalledWith(expect.objectContaining({ requestedOn: '2026-11-20' }));
  });

  test('the date is typed the French way, and a wrong one is said', async () => {
    show('patient');
    const date = page.getByLabelText('Date de la demande');
    await date.fill('31/02/2026');
    await userEvent.tab();
    await expect.element(page.getByText('Date attendue : jj/mm/aaaa')).toBeVisible();
    await expect.element(date).toHaveValue('31/02/2026');
    await date.fill('12/3/26');
    await userEvent.tab();
    expect(on.otherSide).toHaveBeenLastCalledWith(expect.objectContaining({ requestedOn: '2026-03-12' }));
  });

  test('a change that comes from elsewhere replaces the form', async () => {
    show('patient');
    showSession('patient', {
      otherSide: { name: 'Dr Inès Aubry', numeroAm: '751234567', salaried: false, requestedOn: '' },
    });
    await expect.element(page.getByLabelText('Nom')).toHaveValue('Dr Inès Aubry');
  });

  test('the echo of an earlier save does not undo what was typed since', async () => {
    show('patient');
    await page.getByLabelText('Nom').fill('Dr Roche');
    await number().fill('6998');
    const [saved] = on.otherSide.mock.calls[0] ?? [];
    expect(saved).toMatchObject({ name: 'Dr Roche', numeroAm: '' });
    await number().fill('699876543');
    await userEvent.tab();
    // Late, and as storage gives it back: another order of keys.
    showSession('patient', {
      otherSide: { requestedOn: '', salaried: false, numeroAm: '', name: 'Dr Roche' },
    });
    await expect.element(number()).toHaveValue('699876543');
    expect(on.otherSide).toHaveBeenLastCalledWith(expect.objectContaining({ numeroAm: '699876543' }));
  });

  test('nothing typed for one patient is left for the next', async () => {
    show('patient');
    await page.getByLabelText('Nom').fill('Dr Roche');
    showSession('patient', { patient: { marker: 'p-2', lastName: 'AUTRE', from: 'page' } });
    await expect.element(page.getByLabelText('Nom')).toHaveValue('');
  });
});
