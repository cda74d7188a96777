import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import axe from 'axe-core';
import { page } from 'vitest/browser';
import { describe, expect, test } from 'vitest';
import { Panel } from '../../components/panel/panel.tsx';
import { render } from './render.tsx';
import { states } from './sessions.ts';

const violations = async (): Promise<string[]> => {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

describe.each(['light', 'dark'])('in the %s theme, nothing is out of reach', (theme) => {
  test.each(Object.keys(states))('%s', async (name) => {
    await page.viewport(name.startsWith('tab-') ? 36 : 360, 860);
    document.documentElement.style.colorScheme = theme;
    const props = states[name]?.();
    if (!props) throw new Error(name);
    render(<Panel {...props} />);
    if (name.endsWith('-open')) {
      const prepare = page.getByRole('button', { name: 'Préparer la FSE' });
      if (prepare.query()) await prepare.click();
    }
    for (const why of page.getByRole('button', { name: 'Pourquoi' }).all()) await why.click();
    expect(await violations()).toEqual([]);
  });
});

test('a planted fault is found', async () => {
  render(<img src="data:," />);
  expect(await violations()).toContainEqual(expect.stringContaining('image-alt'));
});

test.each(Object.keys(states).filter((name) => !name.startsWith('tab-')))(
  'nothing is cut off at 320 px: %s',
  async (name) => {
    await page.viewport(320, 860);
    const props = states[name]?.();
    if (!props) throw new Error(name);
    render(<Panel {...props} />);
    const wide = [...document.querySelectorAll<HTMLElement>('#root *')]
      .filter((element) => !element.closest('.unseen, thead, svg, .same > .after'))
      .filter((element) => element.getBoundingClientRect().right > 320.5);
    expect(wide.map(({ outerHTML }) => outerHTML)).toEqual([]);
  },
);
