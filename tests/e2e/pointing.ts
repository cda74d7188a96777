/** What a person does to show the fields of a page: real presses of the mouse on the page itself. */
import type { Frame, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { activate, openPopup } from './activate.ts';
import { panelOf, type Volet } from './browser.ts';

/** `open` is pressed first, for the page itself: a tab, a fold. */
export type Shown = Partial<Record<string, { on: Locator; open?: Locator }>>;

/** From the popup, on a site that is activated first. Gives the panel that guides. */
export async function startPointing(volet: Volet, page: Page): Promise<Frame> {
  await activate(volet, page);
  const popup = await openPopup(volet, page);
  await popup.getByRole('button', { name: 'Montrer les champs' }).click();
  await page.bringToFront();
  const panel = await panelOf(page);
  await panel.locator('[data-pointing]').waitFor();
  return panel;
}

const step = (panel: Frame) => panel.locator('[data-pointing]');

/** One press of the mouse where the element stands, whatever lies over it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await target.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }));
  const box = await target.boundingBox();
  if (!box) throw new Error('Nothing to press on there.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Keeps the panel off the element that is to be pressed. */
async function moveOff(panel: Frame, target: Locator): Promise<number> {
  const element = await panel.frameElement();
  const [mine, its] = [await element.boundingBox(), await target.boundingBox()];
  if (!mine || !its) return 0;
  const [x, y] = [its.x + its.width / 2, its.y + its.height / 2];
  const covered = x > mine.x && x < mine.x + mine.width && y > mine.y && y < mine.y + mine.height;
  if (!covered) return 0;
  const move = panel.getByRole('button', { name: /^Déplacer/ });
  const before = await move.getAttribute('aria-label');
  await move.click();
  await expect(move).not.toHaveAttribute('aria-label', before ?? '');
  await expect.poll(async () => (await element.boundingBox())?.x).not.toBe(mine.x);
  return 1;
}

/**
 * Shows each field in the order the panel asks; fields that the page lacks are passed. Gives the presses it took, those
 * on the panel counted.
 */
export async function showFields(page: Page, panel: Frame, shown: Shown): Promise<Record<string, number>> {
  const presses: Record<string, number> = {};
  for (;;) {
    const concept = (await step(panel).getAttribute('data-pointing')) ?? 'summary';
    if (concept === 'summary') return presses;
    const target = shown[concept];
    if (!target) {
      await panel.getByRole('button', { name: 'Passer' }).click();
      presses[concept] = 1;
    } else {
      const { on, open } = target;
      if (open) {
        await panel.getByRole('button', { name: 'Ouvrir un onglet d’abord' }).click();
        await panel.getByText('ce clic-là lui est laissé').waitFor();
        await pressOn(page, open);
        await on.waitFor();
      }
      await on.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }));
      presses[concept] = 1 + (await moveOff(panel, on));
      await pressOn(page, on);
    }
    await expect(step(panel), `after ${concept}`).not.toHaveAttribute('data-pointing', concept);
  }
}

export async function saveFields(page: Page, panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Enregistrer' }).click();
  await expect
    .poll(() => page.frames().some((frame) => frame === panel), 'the panel of before is gone')
    .toBe(false);
}

/**
 * The same for `concepts`, without the mouse: Tab until the field has the focus, then Entrée. Gives the ms from the first
 * key to the last answer of the panel.
 */
export async function showByKeyboard(
  page: Page,
  panel: Frame,
  shown: Shown,
  concepts: readonly string[],
): Promise<{ took: number }> {
  // Where a person is who has just closed the popup: in the page.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
  });
  const from = Date.now();
  for (const concept of concepts) {
    await expect(step(panel)).toHaveAttribute('data-pointing', concept);
    const target = shown[concept]?.on;
    if (!target) throw new Error(`${concept} is not on this page.`);
    for (let keys = 0; !(await target.evaluate((element) => element === document.activeElement)); keys++) {
      if (keys > 150) throw new Error(`${concept} is out of reach of Tab.`);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  }
  await expect(step(panel)).not.toHaveAttribute('data-pointing', concepts.at(-1) ?? '');
  return { took: Date.now() - from };
}
