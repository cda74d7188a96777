import '../../components/ui/theme.css';
import '../../components/options/options.css';
import { page } from 'vitest/browser';
import { describe, expect, test, vi } from 'vitest';
import { Taught, type TaughtProps } from '../../components/options/taught.tsx';
import { taughtState } from './option-states.ts';
import { render } from './render.tsx';

function show(change: Partial<TaughtProps['onTaught']> = {}) {
  const { taught = [], shown = {}, onTaught } = taughtState();
  if (!onTaught) throw new Error('no events');
  const on = { ...onTaught, ...change };
  render(<Taught taught={taught} shown={shown} onTaught={on} />);
  return taught;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const open = (count: string) => page.getByText(count, { exact: true }).click();

describe('what was shown, field by field', () => {
  test('one field is shown again, on the page of its software', async () => {
    const again = vi.fn(() => Promise.resolve());
    const [atlas] = show({ again });
    await open('7\u00a0champs');
    await button('Montrer à nouveau TP AMO').click();
    expect(again).toHaveBeenCalledExactlyOnceWith(atlas, 'tp.amo');
  });

  test('when no page of it is open, the sentence says to open one', async () => {
    const sentence = 'Ouvrez d’abord une feuille de ce logiciel dans un onglet, puis recommencez.';
    show({ again: () => Promise.reject(new Error(sentence)) });
    await open('7\u00a0champs');
    await button('Montrer à nouveau Bouton final').click();
    await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
  });

  test('one field is taken away; the last one only with its profile', async () => {
    const remove = vi.fn(() => Promise.resolve());
    const [atlas] = show({ remove });
    await open('7\u00a0champs');
    await button('Retirer Mode de sécurisation').click();
    expect(remove).toHaveBeenCalledExactlyOnceWith(atlas, 'mode');
    await expect.element(page.getByText('Champ retiré.')).toBeVisible();
    await open('1\u00a0champ');
    await expect.element(button('Retirer Acte').last()).toBeDisabled();
  });
});

test('a file that is refused is told in its own sentence', async () => {
  const read = vi.fn(() => Promise.reject(new Error('Ce profil ne dit pas le nom de son logiciel.')));
  show({ read });
  await page.getByLabelText('Importer…').upload(new File(['{"id":1}'], 'profil.json'));
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Ce profil ne dit pas le nom de son logiciel.');
  expect(read).toHaveBeenCalledExactlyOnceWith('{"id":1}');
  await expect.element(page.getByLabelText('Nom du logiciel sur atlas.example.fr')).toHaveValue('Atlas');
});
