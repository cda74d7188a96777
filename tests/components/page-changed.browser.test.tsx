import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import axe from 'axe-core';
import { page } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { button, on, propsOf, show, showSession } from './panel-stage.tsx';

const report = {
  name: 'volet-structure-weda.txt',
  text: 'Champs introuvables : tp.amo\n\nbody\n  form#mode',
};
const region = () => page.getByRole('region', { name: 'Contenu du rapport' });

/** The names of what is handed to the browser's downloads meanwhile. */
function downloads(): string[] {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  return names;
}

describe('Enregistrer un rapport', () => {
  test('is shown whole, and nothing is saved before the second click', async () => {
    const saved = downloads();
    on.report.mockResolvedValue(report);
    show('fse-changed');
    await button('Enregistrer un rapport').click();
    await expect.element(region()).toHaveTextContent('Champs introuvables : tp.amo body form#mode');
    await expect.element(page.getByRole('heading', { name: 'Rapport' })).toHaveFocus();
    expect(saved).toEqual([]);
    await button('Enregistrer').click();
    expect(saved).toEqual(['volet-structure-weda.txt']);
    await expect.element(page.getByText(/^Enregistré dans vos téléchargements/)).toBeVisible();
    await button('Fermer').click();
    await expect.element(region()).not.toBeInTheDocument();
    await expect.element(button('Montrer le champ')).toBeVisible();
    vi.restoreAllMocks();
  });

  test('stands beside *Montrer les champs* where nothing is known of the page', async () => {
    const { session } = propsOf('fse-changed');
    if (!session?.reading) throw new Error('no reading');
    const profile = {
      id: 'guessed',
      name: 'soins.example.fr',
      checkedOn: '2026-11-26',
      grade: 'none' as const,
    };
    showSession('fse-changed', { reading: { ...session.reading, changed: [], profile } });
    await expect.element(button('Montrer les champs')).toBeVisible();
    await expect.element(button('Enregistrer un rapport')).toBeVisible();
  });

  test('says why there is none', async () => {
    on.report.mockRejectedValue(new Error('La structure de cette page n’a pas pu être lue.'));
    show('fse-changed');
    await button('Enregistrer un rapport').click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('La structure de cette page n’a pas pu être lue.');
    await expect.element(button('Enregistrer un rapport')).toBeEnabled();
  });

  test.each(['light', 'dark'])('its text can be reached and read: %s', async (theme) => {
    document.documentElement.style.colorScheme = theme;
    on.report.mockResolvedValue(report);
    show('fse-changed');
    await button('Enregistrer un rapport').click();
    await expect.element(region()).toBeVisible();
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
