import '../../components/ui/theme.css';
import '../../components/register/register.css';
import '../../components/register/acts/acts.css';
import '../../components/register/case-drawer.css';
import '../../components/register/figures/figures.css';
import axe from 'axe-core';
import { useState } from 'react';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Acts, type ActsProps } from '../../components/register/acts/acts.tsx';
import { firstLook, lookFromAddress, lookToAddress } from '../../components/register/acts/filter.ts';
import { CaseDrawer } from '../../components/register/case-drawer.tsx';
import { FiguresView } from '../../components/register/figures/figures.tsx';
import { Quotas } from '../../components/register/quotas.tsx';
import { Shell } from '../../components/register/shell.tsx';
import { Todo } from '../../components/register/todo.tsx';
import { figuresOf } from '../../ledger/overview/figures.ts';
import { OverviewModel } from '../../ledger/overview/model.ts';
import { quotaRows } from '../../ledger/overview/quotas.ts';
import type { ActSummary } from '../../ledger/overview/summaries.ts';
import { todoOf } from '../../ledger/overview/todo.ts';
import { render } from './render.tsx';

const today = '2026-11-26';
const names = ['ALBARET', 'BERTIN', 'DURIEU', 'ESTEVE'];
const standings = ['secured', 'paid', 'refused', 'not-secured'] as const;

const acts = (count: number): ActSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `act-${String(index).padStart(5, '0')}`,
    once: `act-${index}`,
    at: index,
    day: `2026-${String(1 + (index % 11)).padStart(2, '0')}-10`,
    code: index % 3 === 0 ? 'TE2' : 'RQD',
    biller: '991000019',
    patientKeys: [`weda:${index % 40}`],
    lastName: names[index % 4] ?? '',
    firstName: 'Anaïs',
    birthDate: '1955-03-12',
    amount: 1000,
    otherName: 'Dr Paul EXEMPLE',
    otherNumber: '991000027',
    software: 'weda',
    origin: 'press',
    role: 'requerant',
    standing: standings[index % 4],
  }));
const rowsOf = (count: number) => {
  const model = new OverviewModel();
  model.add('acts', acts(count));
  return model.rows();
};

let say: ReturnType<typeof vi.fn<ActsProps['onSay']>>;
let open: ReturnType<typeof vi.fn<ActsProps['onOpen']>>;
let proof: ReturnType<typeof vi.fn<() => void>>;
beforeEach(async () => {
  say = vi.fn<ActsProps['onSay']>();
  open = vi.fn<ActsProps['onOpen']>();
  proof = vi.fn<() => void>();
  await page.viewport(1200, 800);
});

const link = { id: 'actes', title: 'Actes', group: 'suivi' as const };
const framed = (children: React.ReactNode) => (
  <Shell views={[link]} current={link} settingsPage="#" onLock={undefined}>
    {children}
  </Shell>
);

function Living({ count, reading = false }: { count: number; reading?: boolean }) {
  const [look, setLook] = useState(firstLook);
  const [rows] = useState(() => rowsOf(count).acts);
  return framed(
    <Acts
      rows={reading ? [] : rows}
      first={reading ? { rows: rows.slice(0, 300), acts: 100_000, cents: 123_400_000 } : null}
      opening={null}
      damaged={0}
      today={today}
      look={look}
      onLook={setLook}
      onSay={say}
      onOpen={open}
      onExport={() => Promise.resolve()}
    />,
  );
}

const drawer = (reason = '') => {
  const [act] = rowsOf(4).acts;
  if (!act) throw new Error('no act');
  const file = {
    patientKeys: act.person.keys,
    acts: [],
    consents: [],
    reports: [],
    presses: [],
    cases: [],
    identities: [],
    damaged: [],
  };
  return framed(
    <CaseDrawer
      subject={{ act: { ...act, reason }, person: act.person, biller: act.biller }}
      file={file}
      today={today}
      ruleTitles={{}}
      software={{ weda: 'Weda' }}
      onSay={(said) => say([act], said)}
      onProof={proof}
      onRebill={() => undefined}
      onClose={() => undefined}
    />,
  );
};

const screens: Record<string, () => React.ReactElement> = {
  'no act': () => <Living count={0} />,
  'three acts': () => <Living count={3} />,
  'many acts': () => <Living count={2000} />,
  'to do': () =>
    framed(
      <Todo
        todo={todoOf(rowsOf(60), today)}
        task="refused"
        unbilled={[]}
        onOpenConsent={() => undefined}
        onTask={() => undefined}
        billers={[]}
        biller=""
        onBiller={() => undefined}
        empty={false}
        opening={{ done: 10, total: 60 }}
        damaged={2}
        today={today}
        onSay={say}
        onOpen={open}
      />,
    ),
  quotas: () =>
    framed(
      <Quotas
        rows={quotaRows(rowsOf(200).acts, () => 'medecin', today)}
        year="2026"
        billers={[]}
        onAnswer={() => undefined}
        opening={null}
        damaged={0}
      />,
    ),
  figures: () =>
    framed(
      <FiguresView
        figures={figuresOf(rowsOf(200).acts, '2026-01', '2026-11')}
        span={12}
        onSpan={() => undefined}
        billers={[]}
        biller=""
        onBiller={() => undefined}
        opening={null}
        damaged={0}
      />,
    ),
  case: () => drawer('Droits fermés'),
};

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(Object.keys(screens))('%s is within reach of everybody', async (name) => {
    document.documentElement.style.colorScheme = theme;
    render(screens[name]?.() ?? <></>);
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});

test.each(Object.keys(screens))('nothing is cut off at 400 px: %s', async (name) => {
  await page.viewport(400, 800);
  render(screens[name]?.() ?? <></>);
  expect(document.documentElement.scrollWidth).toBe(400);
});

test('of two thousand acts only those in sight are drawn, and all are counted', () => {
  render(<Living count={2000} />);
  const grid = document.querySelector('[role="grid"]');
  expect(grid?.getAttribute('aria-rowcount')).toBe('2001');
  const drawn = document.querySelectorAll('.grid-row').length;
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(80);
});

test('while the register is being read its latest lines stand under what all come to, and nothing is searched or saved', async () => {
  render(<Living count={2000} reading />);
  await expect.element(page.getByText('100\u202f000 actes · 1\u202f234\u202f000,00\u202f€')).toBeVisible();
  expect(document.querySelectorAll('.grid-row').length).toBeGreaterThan(10);
  await expect.element(page.getByRole('button', { name: 'Imprimer' })).toBeDisabled();
  await page.getByLabelText('Patient').fill('durieu');
  await expect.element(page.getByText('Lecture du registre…')).toBeVisible();
  expect(document.querySelectorAll('.grid-row').length).toBe(0);
  await expect.element(page.getByText('Aucun acte ne répond')).not.toBeInTheDocument();
});

test('chosen acts are said paid together', async () => {
  render(<Living count={2000} />);
  await page.getByLabelText('Choisir toutes les lignes').click();
  await page.getByRole('button', { name: 'Payé…' }).click();
  await page.getByRole('button', { name: 'Marquer payé' }).click();
  expect(say).toHaveBeenCalledOnce();
  expect(say.mock.calls[0]?.[0]).toHaveLength(2000);
  expect(say.mock.calls[0]?.[1]).toEqual({ what: 'paid', on: today });
});

test('a refusal asks for its cause, in the words of the return', async () => {
  render(drawer());
  await page.getByRole('button', { name: 'Refusé…' }).click();
  await expect.element(page.getByRole('button', { name: 'Marquer refusé' })).toBeDisabled();
  await page.getByLabelText('Motif', { exact: true }).selectOptions('Autre motif');
  await page.getByLabelText('Motif, tel que le retour le dit').fill('Code 0812');
  await page.getByRole('button', { name: 'Marquer refusé' }).click();
  expect(say.mock.calls[0]?.[1]).toEqual({ what: 'refused', reason: 'Code 0812' });
});

test('acts that only a name tells apart are not counted as one person’s: it is asked', async () => {
  const bare = acts(3).map((act) => ({
    ...act,
    code: 'RQD',
    patientKeys: ['nom:weda:albaret anais|'],
    birthDate: '',
    standing: 'secured' as const,
  }));
  const model = new OverviewModel();
  model.add('acts', bare);
  const answer = vi.fn();
  render(
    <Quotas
      rows={quotaRows(model.rows().acts, () => 'medecin', today)}
      year="2026"
      billers={[]}
      onAnswer={answer}
      opening={null}
      damaged={0}
    />,
  );
  await expect.element(page.getByRole('cell', { name: 'Homonymes possibles' })).toBeVisible();
  await page.getByRole('button', { name: /^Détail de/ }).click();
  await page.getByRole('button', { name: 'Une seule personne' }).click();
  expect(answer).toHaveBeenCalledWith(expect.objectContaining({ civil: 3, left: null }), 'one');
});

test('the proof of an act is one click from its dossier', async () => {
  render(drawer());
  await page.getByRole('button', { name: 'Preuve de l’acte' }).click();
  expect(proof).toHaveBeenCalledOnce();
});

test('arrows walk the lines and Entrée opens one', async () => {
  render(<Living count={200} />);
  document.querySelector<HTMLElement>('[data-cell="0:1"]')?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('data-cell')).toBe('1:1');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => document.activeElement?.getAttribute('data-cell')).toBe('1:2');
  await userEvent.keyboard('{Enter}');
  expect(open).toHaveBeenCalledOnce();
});

test('the address holds what is looked at, and neither patient nor correspondent', () => {
  const look = {
    ...firstLook,
    period: 'mois',
    code: 'RQD',
    state: 'paid',
    sort: 'amount',
    descending: false,
    patient: 'durieu',
    correspondent: 'exemple',
  } as const;
  const address = lookToAddress(look);
  expect(address).not.toMatch(/durieu|exemple/);
  expect(lookFromAddress(address)).toEqual({ ...look, patient: '', correspondent: '' });
});
