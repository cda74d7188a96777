import { describe, expect, it } from 'vitest';
import { reconcile } from '../../sites/reconcile.ts';
import { undoSteps } from '../../sites/undo.ts';
import type { FieldId, WriteReport } from '../../sites/model.ts';
import { address, el, SheetPage, wholeModel, wholeSheet, type Knobs } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

const open = (knobs: Partial<Knobs> = {}) => new SheetPage(new VirtualClock(), knobs);
const outcomes = (report: WriteReport) =>
  Object.fromEntries(report.results.map(({ field, outcome }) => [field, outcome]));
const run = (page: SheetPage, steps = wholeSheet) => reconcile(page.plan(steps), page.access());
const allWritten = Object.fromEntries(wholeSheet.map(({ field }) => [field, 'written']));

describe('a whole sheet', () => {
  it('is written, read back, and reported field by field', async () => {
    const page = open();
    const report = await run(page);
    expect(report.status).toBe('done');
    expect(page.model).toEqual(wholeModel);
    expect(outcomes(report)).toEqual({ ...allWritten, 'tp.amc': 'already' });
    expect(report.before).toMatchObject({ 'acte.code': null, 'tp.amo': false, mode: null, parcours: null });
    expect(page.secured).toBe(0);
  });

  it('is written once: a second run writes nothing', async () => {
    const page = open();
    await run(page);
    const written = page.writes.length;
    const again = await run(page);
    expect(page.writes.length).toBe(written);
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['already']));
  });

  it('starts with the act, so that the prescriber block is there when its turn comes', async () => {
    const page = open();
    await reconcile(page.plan([...wholeSheet].reverse()), page.access());
    expect(page.writes[0]).toBe('acte:RQD');
    expect(page.model).toEqual(wholeModel);
  });

  it('is found in a dialog too', async () => {
    const page = open({ presc: 'dialog', label: 'Numéro AM / FINESS' });
    await run(page);
    expect(page.model).toEqual(wholeModel);
  });

  it('survives a slow page', async () => {
    const page = open({ delay: 1200 });
    const report = await run(page);
    expect(report.status).toBe('done');
    expect(page.model).toEqual(wholeModel);
    expect(page.writes.filter((write) => write.startsWith('acte:'))).toEqual(['acte:RQD']);
  });

  it('says that a prescriber field is not there, and never that it is all right', async () => {
    const page = open({ presc: 'none' });
    const report = await run(page);
    expect(outcomes(report)).toMatchObject({
      'prescripteur.numero': 'not-found',
      'prescripteur.date': 'not-found',
    });
    expect(report.status).toBe('done');
  });
});

describe('the signals that make a typed code taken', () => {
  for (const accept of ['change', 'blur', 'tab'] as const) {
    it(`are given until the software answers to « ${accept} », and the act is there once`, async () => {
      const page = open({ accept });
      expect(outcomes(await run(page))['acte.code']).toBe('written');
      expect(page.model.codes).toEqual(['RQD']);
      expect(page.writes).not.toContain('favori:RQD');
    });
  }

  it('give way to the favourite of that very name, pressed once, with nothing left half typed', async () => {
    const page = open({ accept: 'never' });
    expect(outcomes(await run(page))['acte.code']).toBe('written');
    expect(page.writes.filter((write) => write.startsWith('favori'))).toEqual(['favori:RQD']);
    expect(page.model.codes).toEqual(['RQD']);
  });

  it('give way to the person when there is no such favourite', async () => {
    const page = open({ accept: 'never', favourites: ['Défaut', 'RQD visite'] });
    const report = await run(page);
    expect(outcomes(report)['acte.code']).toBe('by-hand');
    expect(page.model.codes).toEqual([]);
    const typed = [...document.querySelectorAll<HTMLInputElement>('.acteCell:first-child input')];
    expect(typed.map(({ value }) => value)).toEqual(['']);
  });

  it('type again when a re-render threw the text away', async () => {
    const page = open({ accept: 'tab' });
    page.clock.after(250, () => page.draw());
    expect(outcomes(await run(page))['acte.code']).toBe('written');
    expect(page.model.codes).toEqual(['RQD']);
  });
});

describe('acts that are already there', () => {
  it('are replaced when there is one, as the preview says', async () => {
    const page = open();
    page.model.codes = ['G'];
    page.draw();
    const report = await run(page);
    expect(page.model.codes).toEqual(['RQD']);
    expect(report.before['acte.code']).toBe('G');
  });

  it('are left to the person when there are several', async () => {
    const page = open();
    page.model.codes = ['G', 'MOP'];
    page.draw();
    expect(outcomes(await run(page))['acte.code']).toBe('by-hand');
    expect(page.model.codes).toEqual(['G', 'MOP']);
  });
});

describe('a page that works against us', () => {
  it('has what it undid written once more, and undoing still knows what was there at first', async () => {
    const page: SheetPage = open({
      changed: (what) => {
        if (what !== 'date:20/11/2026') return;
        page.model.amo = false;
        page.clock.after(100, () => page.draw());
      },
    });
    page.model.amo = true;
    page.draw();
    const report = await run(page);
    expect(page.model).toEqual(wholeModel);
    expect(outcomes(report)['tp.amo']).toBe('written');
    expect(report.before['tp.amo']).toBe(true);
  });

  it('has time to draw a mapped field again', async () => {
    const page: SheetPage = open({
      changed: (what) => {
        if (!what.startsWith('mode')) return;
        page.knobs.shift = true;
        page.clock.after(1500, () => {
          page.knobs.shift = false;
          page.draw();
        });
      },
    });
    expect((await run(page)).status).toBe('done');
    expect(page.model).toEqual(wholeModel);
  });

  it('is told on when it undoes a box again and again', async () => {
    const page = open({
      changed: (what) => {
        if (what === 'amo:true')
          page.clock.after(600, () => Object.assign(page.model, { amo: false }) && page.draw());
      },
    });
    const report = await run(page);
    expect(page.writes.filter((write) => write === 'amo:true').length).toBeLessThanOrEqual(2);
    expect(outcomes(report)['tp.amo']).toBe('changed-by-page');
  });

  it('does not keep a number it bent: the field is put back', async () => {
    const page = open({ keepNumber: (text) => text.slice(0, 8) });
    const report = await run(page);
    expect(outcomes(report)['prescripteur.numero']).toBe('changed-by-page');
    expect(page.model.number).toBe('');
  });

  it('keeps a number it merely writes in groups', async () => {
    const page = open({ keepNumber: (text) => text.replace(/^(\d\d)(\d)(\d{5})(\d)$/, '$1 $2 $3 $4') });
    const report = await run(page);
    expect(outcomes(report)['prescripteur.numero']).toBe('written');
    expect(page.model.number).toBe('99 1 23456 4');
  });

  it('has its menu closed again when the mode is not in it', async () => {
    const page = open({ modes: ['Dégradé'] });
    const report = await run(page);
    expect(outcomes(report).mode).toBe('by-hand');
    expect(page.model.mode).toBe('');
    expect(document.querySelector('.mat-menu-panel')).toBeNull();
  });

  it('with two fields of the same name gets neither written', async () => {
    const page = open({ twins: 1 });
    const report = await run(page);
    expect(outcomes(report)['prescripteur.numero']).toBe('not-found');
    expect(page.model.number).toBe('');
  });

  it('with a label that only resembles gets nothing written: that is a guess', async () => {
    const page = open({ label: 'N° AM du remplaçant' });
    const report = await run(page);
    expect(outcomes(report)['prescripteur.numero']).toBe('by-hand');
    expect(page.model.number).toBe('');
  });
});

describe('the reasons to stop', () => {
  it('a box that moved: nothing at all is written, the wrong box least of all', async () => {
    const page = open({ shift: true });
    const report = await run(page);
    expect(report).toMatchObject({ status: 'stopped', why: 'page-changed', results: [] });
    expect(page.writes).toEqual([]);
  });

  it('read-only: no write, no click', async () => {
    const page = open();
    page.url = address('&Buffer=1');
    const report = await run(page);
    expect(report).toMatchObject({ status: 'stopped', why: 'read-only', results: [] });
    expect(page.writes).toEqual([]);
  });

  it('another patient in the address from the start', async () => {
    const page = open();
    page.url = address().replace('65407357', '70011223');
    expect(await run(page)).toMatchObject({ status: 'stopped', why: 'patient-changed' });
    expect(page.writes).toEqual([]);
  });

  const afterMode = (act: (page: SheetPage) => void): Promise<[SheetPage, WriteReport]> => {
    const page: SheetPage = open({ changed: (what) => what.startsWith('mode') && act(page) });
    return run(page).then((report) => [page, report]);
  };

  it('another patient in the address in mid-write', async () => {
    const [page, report] = await afterMode((sheet) => {
      sheet.url = address().replace('65407357', '70011223');
    });
    expect(report).toMatchObject({ status: 'stopped', why: 'patient-changed' });
    expect(page.writes.at(-1)).toBe('mode:Téléconsultation');
  });

  it('another name in the header in mid-write, under the same address', async () => {
    const [page, report] = await afterMode((sheet) => {
      sheet.header = { name: 'DESMAUX', firstName: 'Nathalie', born: '02/03/1984' };
    });
    expect(report).toMatchObject({ status: 'stopped', why: 'patient-changed' });
    expect(page.writes.at(-1)).toBe('mode:Téléconsultation');
  });

  it('a tab that is no longer seen', async () => {
    const [page, report] = await afterMode((sheet) => {
      sheet.isVisible = false;
    });
    expect(report).toMatchObject({ status: 'stopped', why: 'hidden' });
    expect(page.writes.at(-1)).toBe('mode:Téléconsultation');
    expect(outcomes(report)['acte.code']).toBe('written');
  });

  it('a mapped field that vanishes for good', async () => {
    const [page, report] = await afterMode((sheet) => {
      sheet.knobs.shift = true;
    });
    expect(report).toMatchObject({ status: 'stopped', why: 'page-changed' });
    expect(page.writes.at(-1)).toBe('mode:Téléconsultation');
  });

  it('another screen', async () => {
    const [, report] = await afterMode((sheet) => {
      sheet.url = 'https://secure.weda.fr/FolderMedical/PatientViewForm.aspx?PatDk=65407357';
    });
    expect(report).toMatchObject({ status: 'stopped', why: 'page-changed' });
  });

  it('our own side calling off', async () => {
    const page = open();
    const report = await reconcile(page.plan(wholeSheet), page.access(), { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ status: 'stopped', results: [] });
    expect(page.writes).toEqual([]);
  });

  it('a page that says it is busy and never stops', async () => {
    const page = open();
    document.body.append(el('div#UpdateProgress2', {}, 'Chargement'));
    expect(await run(page)).toMatchObject({ status: 'stopped', why: 'timeout' });
    expect(page.writes).toEqual([]);
  });
});

describe('what a reload interrupted', () => {
  it('is resumed by the same plan, and knows what was there before', async () => {
    const page = open();
    const stop = new AbortController();
    let last: WriteReport | undefined;
    await reconcile(page.plan(wholeSheet), page.access(), {
      signal: stop.signal,
      onProgress: (report) => {
        last = structuredClone(report);
        if (outcomes(report).mode === 'written') stop.abort();
      },
    });
    page.draw();
    const report = await reconcile({ ...page.plan(wholeSheet), before: last?.before ?? {} }, page.access());
    expect(page.model).toEqual(wholeModel);
    expect(page.writes.filter((write) => write === 'acte:RQD')).toHaveLength(1);
    expect(report.before['acte.code']).toBeNull();
    expect(outcomes(report)['acte.code']).toBe('written');
  });

  it('is told before the write, so that nothing is changed that could not be put back', async () => {
    const page = open();
    const told: FieldId[][] = [];
    await reconcile(page.plan([{ field: 'tp.amo', want: true }]), page.access(), {
      onProgress: (report) => {
        if (!page.model.amo) told.push(Object.keys(report.before) as FieldId[]);
      },
    });
    expect(told).toContainEqual(['tp.amo']);
  });
});

describe('undoing', () => {
  it('puts back what was there, and leaves alone what was not touched', async () => {
    const page = open();
    page.model.parcours = 'Orienté par un médecin autre que le MT';
    page.model.mode = 'DG';
    page.draw();
    const start = structuredClone(page.model);
    const report = await run(page);
    const undone = await reconcile(page.plan(undoSteps(report), 'undo'), page.access());
    expect(page.model).toEqual({ ...start, number: '', date: '' });
    expect(new Set(Object.values(outcomes(undone)))).toEqual(new Set(['written']));
  });

  it('leaves to the person what the software offers no way back from', async () => {
    const page = open();
    const report = await run(page);
    const undone = await reconcile(page.plan(undoSteps(report), 'undo'), page.access());
    expect(outcomes(undone).mode).toBe('by-hand');
    expect(page.model).toMatchObject({ codes: [], amo: false, parcours: '' });
  });

  it('keeps the act on the sheet when the software will not let it go', async () => {
    const page = open({ accept: 'never' });
    const report = await run(page);
    const undone = await reconcile(page.plan(undoSteps(report), 'undo'), page.access());
    expect(outcomes(undone)['acte.code']).toBe('by-hand');
    expect(document.querySelector<HTMLInputElement>('.acteCell input')?.value).toBe('RQD');
  });
});
