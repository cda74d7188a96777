/**
 * `npm start`: builds the extension, serves the replica practice software under its real host names, opens a browser
 * on a patient. Without a display, or with `--headless`, plays the main job instead and leaves screenshots and a
 * report of each step in `.cache/start/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, doctor, fse, launch, weda } from '../tests/e2e/browser.ts';
import { expert, giveOtherSide, line, openPanel, recordConsent, written } from '../tests/e2e/panel.ts';
import { startPractice } from '../tests/practice/server.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => process.stdout.write(`${line}\n`);
const headless =
  process.argv.includes('--headless') || !(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '');

say('Building the extension…');
const built = spawnSync('wxt', ['build', '--level', 'error'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(1);

const practice = await startPractice();
const volet = await launch(practice, { headless, ...(headless ? {} : { args: ['--start-maximized'] }) });
await ask(volet, 'saveSettings', doctor);

if (headless) await playMainJob();
else await leaveOpen();

/** For a person to try: settings are those of a fictional doctor, the practice software is the replica. */
async function leaveOpen(): Promise<void> {
  const page = await volet.context.newPage();
  await page.goto(weda.patient());
  say('The browser is open on a fictional patient. The tab of the panel is at the right edge (Alt+Shift+T).');
  say('Close the browser to stop.');
  await new Promise((done) => volet.context.on('close', done));
  await practice.close();
}

async function playMainJob(): Promise<void> {
  const folder = join(root, '.cache', 'start');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const steps: Array<{ step: string; ms: number; screenshot?: string }> = [];
  const page = await volet.context.newPage();

  async function step(name: string, file: string | null, work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work();
    const ms = Math.round(performance.now() - start);
    if (file) await page.screenshot({ path: join(folder, file) });
    steps.push({ step: name, ms, ...(file ? { screenshot: file } : {}) });
    say(`${String(ms).padStart(6)} ms  ${name}`);
  }

  let failure: string | null = null;
  try {
    await step('patient recognised, panel open', '1-patient.png', async () => {
      await page.goto(weda.patient());
      const panel = await openPanel(page);
      await panel.locator('main[data-screen="patient"]').waitFor();
    });
    await step('consent recorded in two clicks, expert named', '2-other-side.png', async () => {
      const panel = await openPanel(page);
      await recordConsent(panel);
      await giveOtherSide(panel);
    });
    await step('FSE opened', '3-fse.png', async () => {
      await page.goto(weda.fse());
      const panel = await openPanel(page);
      await panel.getByRole('button', { name: 'Préparer la FSE' }).waitFor();
    });
    await step('preview', '4-preview.png', async () => {
      const panel = await openPanel(page);
      await panel.getByRole('button', { name: 'Préparer la FSE' }).click();
      await line(panel, 'prescripteur.numero').waitFor();
    });
    await step('written and read back', '5-written.png', async () => {
      const panel = await openPanel(page);
      await panel.getByRole('button', { name: 'Écrire' }).click();
      await written(panel);
    });
  } catch (error) {
    failure = error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : 'failed';
    await page.screenshot({ path: join(folder, 'failed.png') });
  }
  const sheet = await fse(page).catch(() => null);
  const ready =
    sheet?.acts.length === 1 &&
    sheet.acts[0]?.code === 'RQD' &&
    sheet.tpAmo &&
    !sheet.tpAmc &&
    sheet.orientation === '01' &&
    sheet.mode === 'sv' &&
    sheet.prescriber.number === expert.numeroAm &&
    !sheet.secured;
  writeFileSync(
    join(folder, 'report.json'),
    `${JSON.stringify({ ready, failure, steps, sheet }, null, 2)}\n`,
  );
  say(
    ready && !failure
      ? 'The sheet is ready, and nothing was sent.'
      : `The main job failed: ${failure ?? 'the sheet is not as wanted'}.`,
  );
  say('Screenshots and report.json are in .cache/start/.');
  await volet.close();
  await practice.close();
  process.exitCode = ready && !failure ? 0 : 1;
}
