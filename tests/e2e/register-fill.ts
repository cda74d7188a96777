/** Fills the register of the built extension, from the outside: see register-filler.ts. */
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { build } from 'vite';
import type { Filling } from './register-filler.ts';

let source: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'register-filler.ts'), formats: ['iife'], name: 'filler' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The filler could not be bundled.');
  return chunk.code;
}

async function withFiller(place: { evaluate(source: string): Promise<unknown> }): Promise<void> {
  source ??= bundle();
  await place.evaluate(await source);
}

/** @param page a page of the extension in a tab of its own. Resolves with how many acts were added. */
export async function fillRegister(
  page: Page,
  filling: Partial<Filling> & { acts: number },
): Promise<number> {
  await withFiller(page);
  const whole: Filling = { today: '2026-11-26', billers: ['991000019'], outcomes: true, ...filling };
  return page.evaluate(
    (wanted) => (globalThis as never as { fillRegister(f: Filling): Promise<number> }).fillRegister(wanted),
    whole,
  );
}

/** Milliseconds that each of `times` acts took to be remembered, where acts are: in the background. */
export async function timeAdds(background: Worker, times: number): Promise<number[]> {
  await withFiller(background);
  return background.evaluate(
    (count) => (globalThis as never as { timeAdds(n: number): Promise<number[]> }).timeAdds(count),
    times,
  );
}
