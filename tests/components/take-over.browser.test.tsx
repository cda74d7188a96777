import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import axe from 'axe-core';
import { page } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { OtherSideSection } from '../../components/panel/other-side.tsx';
import { TakeOver } from '../../components/panel/take-over.tsx';
import type { Offer } from '../../cases/take-over.ts';
import { render } from './render.tsx';
import { checkNumeroAm } from './sessions.ts';

const offer: Offer = {
  role: 'requerant',
  name: 'Dr Claire NOËL',
  numeroAm: '991000118',
  requestedOn: '2026-11-25',
  obstacle: null,
};
const show = (over: Partial<Offer> = {}, carried: Parameters<typeof TakeOver>[0]['carried'] = null) => {
  const onTakeOver = vi.fn();
  render(
    <TakeOver
      offer={{ ...offer, ...over }}
      carried={carried}
      patientName="DURIEU Mathilde"
      checkNumeroAm={checkNumeroAm}
      onTakeOver={onTakeOver}
    />,
  );
  return onTakeOver;
};
const accessible = async () => {
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
};

describe('what a platform’s page offers', () => {
  test.each<[string, Partial<Offer>, string]>([
    ['to the requérant', {}, 'Reprendre le numéro AM du Dr NOËL'],
    [
      'whose name is not in capitals',
      { name: 'Docteur Claire Noël' },
      'Reprendre le numéro AM du Docteur Claire Noël',
    ],
    ['without a name', { name: '' }, 'Reprendre le numéro AM'],
    ['to the expert', { role: 'requis', name: 'Dr Jeanne MARTIN' }, 'Préparer ma réponse'],
  ])('is one button, %s', async (_, over, name) => {
    const onTakeOver = show(over);
    await page.getByRole('button', { name, exact: true }).click();
    expect(onTakeOver).toHaveBeenCalledOnce();
    await accessible();
  });

  test.each<[NonNullable<Offer['obstacle']>, RegExp]>([
    ['patient', /Identité du patient incomplète/],
    ['number', /Numéro AM non trouvé/],
    ['wrong-number', /il n’est pas repris/],
  ])('is a sentence and no button where nothing can be carried: %s', async (obstacle, sentence) => {
    show({ obstacle });
    await expect.element(page.getByText(sentence)).toBeVisible();
    expect(document.querySelectorAll('button')).toHaveLength(0);
  });

  test('is said to be done for this patient, and offered again for the next', async () => {
    const carried = { name: offer.name, numeroAm: offer.numeroAm, from: 'd’Omnidoc', here: true };
    show({}, carried);
    await expect.element(page.getByText(/^Repris\. Ouvrez la FSE de DURIEU Mathilde/)).toBeVisible();
    show({}, { ...carried, here: false });
    await expect.element(page.getByRole('button')).toBeVisible();
  });
});

describe('a pasted text', () => {
  const paste = async () => {
    const otherSide = vi.fn();
    render(
      <OtherSideSection
        role="requerant"
        otherSide={null}
        correspondents={[]}
        own={{ numeroAm: '991000019', rpps: '' }}
        today="2026-11-26"
        checkNumeroAm={checkNumeroAm}
        on={{ otherSide, saveCorrespondent: vi.fn() }}
      />,
    );
    await page.getByRole('button', { name: 'Coller un texte' }).click();
    return otherSide;
  };

  test('shows what was found, and gives it to the case on the click alone', async () => {
    const otherSide = await paste();
    await page
      .getByLabelText(/^Texte/)
      .fill('Dr Claire NOËL AM 991000118. Dr Hugo MERCIER AM 991000225. Demandé le 24/11/2026.');
    await accessible();
    expect(otherSide).not.toHaveBeenCalled();
    await page.getByRole('radio', { name: /MERCIER/ }).click();
    await page.getByRole('button', { name: 'Reprendre' }).click();
    expect(otherSide).toHaveBeenCalledExactlyOnceWith({
      name: 'Dr Hugo MERCIER',
      numeroAm: '991000225',
      salaried: false,
      requestedOn: '2026-11-24',
    });
  });

  test('that holds nothing says so, and is put away', async () => {
    const otherSide = await paste();
    await page.getByLabelText(/^Texte/).fill('Bonjour, merci de votre confiance.');
    await expect.element(page.getByText('Aucun numéro AM ni RPPS dans ce texte.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Reprendre' })).toBeDisabled();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect.element(page.getByLabelText('Numéro AM')).toHaveValue('');
    expect(otherSide).not.toHaveBeenCalled();
  });
});
