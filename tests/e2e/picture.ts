/** Pictures for the guide (`docs/images/`), taken on the way of a run when VOLET_IMAGES is set, and only then. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');

export async function picture(shown: Page | Locator, name: string): Promise<void> {
  if (process.env['VOLET_IMAGES'])
    await shown.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
