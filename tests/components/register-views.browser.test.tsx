import '../../entrypoints/register/style.css';
import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../components/popup/popup.tsx';
import { standingWords } from '../../components/register/acts/words.ts';
import { Backup } from '../../components/register/backup.tsx';
import { Correspondents } from '../../components/register/correspondents/correspondents.tsx';
import { ColumnTable } from '../../components/register/files/column-table.tsx';
import { DropZone } from '../../components/register/files/drop-zone.tsx';
import { Findings } from '../../components/register/files/findings.tsx';
import { Imported } from '../../components/register/files/imported.tsx';
import { LeftOut } from '../../components/register/files/left-out.tsx';
import { ProgressLine } from '../../components/register/files/progress-line.tsx';
import { Returns } from '../../components/register/files/returns.tsx';
import { HomonymQuestion } from '../../components/register/homonyms.tsx';
import { Keeping } from '../../components/register/keeping.tsx';
import { LockScreen } from '../../components/register/lock-screen.tsx';
import { MonthSheet } from '../../components/register/month-sheet.tsx';
import { PatientCopy } from '../../components/register/patient-copy.tsx';
import { PersonPick } from '../../components/register/person-pick.tsx';
import { Shell } from '../../components/register/shell.tsx';
import { openControl } from '../../ledger/control/control.ts';
import { columnChoices, previewOf } from '../../ledger/control/preview.ts';
import { monthSums } from '../../ledger/export/month-sums.ts';
import { judgeFile } from '../../ledger/import/judge-file.ts';
import { readSheetsFile } from '../../ledger/import/read-file.ts';
import type { ImportedFile } from '../../ledger/imports.ts';
import { matchReturns } from '../../ledger/returns/match-returns.ts';
import { readReturns } from '../../ledger/returns/read-returns.ts';
import { checkRpps } from '../../rules/identifiers/rpps.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { typedNumber } from '../../components/ui/number-check.ts';
import { actRow } from '../ledger/export/rows.ts';
import { render } from './render.tsx';
const today = '2026-11-26';
const nothing = () => undefined;
const framed = (title: string, children: React.ReactNode) => {
  const link = { id: 'vue', title, group: 'suivi' as const };
  return (
    <Shell views={[link]} current={link} settingsPage="#" onLock={nothing}>
      {children}
    </Shell>
  );
};

beforeEach(() => page.viewport(1200, 800));
const card = {
  id: 'one',
  name: 'Dr Paul EXEMPLE',
  numeroAm: '991000027',
  rpps: '',
  speciality: 'Dermatologie',
  place: 'Nantes',
  salaried: false,
};
const other = { ...card, id: 'two', name: 'Dr Anne MODÈLE', numeroAm: '991000068', place: 'Rennes' };

const book = { save: vi.fn(), merge: vi.fn(), remove: vi.fn() };
const correspondents = (known = [card, other]) => (
  <Correspondents
    known={known.map((each) => ({ card: each, acts: 3, lastDay: '2026-11-12' }))}
    newId={() => 'new'}
    onOpen={nothing}
    checkNumber={(typed) => typedNumber(typed, 9, checkNumeroAm(typed))}
    checkRpps={(typed) => typedNumber(typed, 11, checkRpps(typed))}
    onSave={book.save}
    onMerge={book.merge}
    onRemove={book.remove}
  />
);

const month = (acts = [actRow(), actRow({ code: 'TE2', amount: 2300 }), actRow({ standing: 'refused' })]) => (
  <MonthSheet
    months={acts.length > 0 ? ['2026-03', '2026-02'] : []}
    month="2026-03"
    onMonth={nothing}
    billers={['991000019', '991000068']}
    biller=""
    onBiller={nothing}
    acts={acts}
    sums={monthSums(acts, standingWords)}
    who={{ name: 'Dr Jeanne MARTIN', cabinet: 'Cabinet des Tilleuls', numeroAm: '991000019' }}
    today={today}
    opening={null}
    damaged={0}
    onPrint={nothing}
  />
);

const file = (over: Partial<ImportedFile> = {}): ImportedFile => ({
  id: 'import-1',
  at: Date.UTC(2026, 10, 3, 9),
  salt: '',
  kind: 'acts',
  software: 'weda',
  lines: 42,
  leftOut: 3,
  file: 'abcdefghijkl',
  ...over,
});
const takeBack = vi.fn(() => Promise.resolve('42 actes effacés.'));
const imported = (files: ImportedFile[]) => (
  <Imported
    files={files}
    software={{ weda: 'Weda' }}
    onLook={() => Promise.resolve({ brought: 42, followed: 2 })}
    onTakeBack={takeBack}
  />
);

const backup = (over: Partial<Parameters<typeof Backup>[0]> = {}) => (
  <Backup
    unfinished
    passphraseFault={(typed) => (typed.length < 8 ? 'Trop courte.' : null)}
    onBackup={() => Promise.resolve({ facts: 12, damaged: 0 })}
    onRestore={() => Promise.resolve({ added: 12, known: 0, repaired: 0, erased: 0, conflicting: [] })}
    {...over}
  />
);

const years = vi.fn();
const keeping = () => (
  <Keeping
    count={{ people: { active: 12, archived: 3, due: 1 }, due: 4 }}
    total={80}
    years={20}
    bounds={{ least: 5, most: 20 }}
    onYears={years}
    onPurge={() => Promise.resolve('4 enregistrements effacés.')}
    onEraseAll={() => Promise.resolve('Le registre est vide.')}
    onCheck={() =>
      Promise.resolve({
        damaged: [{ table: 'acts' as const, id: '0190d3a0-0000-7000-8000-000000000001' }],
        broken: [],
        cut: false,
        altered: [],
        missing: [],
        untold: [],
      })
    }
  />
);

const { person } = actRow();
const proof = () => (
  <div className="sheets">
    <PersonPick people={[person]} onPick={nothing} />
    <HomonymQuestion homonyms="asked" acts={2} onAnswer={nothing} />
    <PatientCopy
      person={person}
      file={{
        patientKeys: person.keys,
        acts: [
          {
            id: 'act-1',
            at: 1,
            salt: '',
            patientKeys: person.keys,
            biller: '991000019',
            code: 'RQD',
            actDate: '2026-03-12',
            origin: 'press',
            standing: 'paid',
            amount: 1000,
            sameAs: '',
            events: [{ at: 2, salt: '', act: 'act-1', standing: 'paid' }],
          },
        ],
        consents: [
          {
            at: 1,
            salt: '',
            patientKeys: person.keys,
            consent: { given: true, on: '2026-03-12', how: 'oral', by: 'patient' },
          },
        ],
        reports: [],
        presses: [],
        cases: [],
        identities: [],
        damaged: [],
      }}
      only="act-1"
      today={today}
      ruleTitles={{}}
      software={{ weda: 'Weda' }}
      who={{ name: 'Dr Jeanne MARTIN', cabinet: 'Cabinet des Tilleuls' }}
      trail={{ whole: true, faults: 0 }}
    />
  </div>
);

const bytes = (text: string) => new TextEncoder().encode(text);
const exported = bytes(
  [
    'N° FSE;Date acte;Nom;Prénom;Né(e) le;N° patient;Code acte;Montant;TP AMO;Divers',
    '101;12/03/2026;MODÈLE;Zoé;02/08/1955;40;RQD;10,00;Non;x',
    '102;99/99/2026;ESSAI;Zoé;02/08/1955;41;RQD;10,00;Oui;x',
  ].join('\n'),
);
function controlled() {
  const reading = readSheetsFile(exported, { withPeople: true });
  const desk = openControl(reading, judgeFile(reading, today));
  const preview = previewOf(exported, exported.length);
  const rows = desk.rows({ by: 'stake' }, 0, 50);
  return (
    <div className="control">
      <DropZone words="l’export de facturation de votre logiciel," busy={false} onFile={nothing} />
      <ProgressLine words="Contrôle en cours" progress={{ share: 0.4, left: 95_000 }} onCancel={nothing} />
      {preview.kind === 'table' && (
        <ColumnTable columns={preview.columns} choices={columnChoices} onChoose={nothing} />
      )}
      <LeftOut groups={desk.control.leftOut} onSave={nothing} />
      <Findings
        control={desk.control}
        order={{ by: 'stake' }}
        rows={rows}
        total={rows.length}
        onOrder={nothing}
        onMore={nothing}
      />
    </div>
  );
}
function returned() {
  const { lines } = readReturns(
    bytes('N° facture;Date acte;Code acte;Montant;État;Motif\n900;01/02/2026;RQD;10,00;Rejeté;Droits fermés'),
    { software: 'weda', numeroAm: '991000019' },
  );
  return <Returns matches={matchReturns(lines, [])} onChoose={nothing} />;
}

const screens: Record<string, () => React.ReactElement> = {
  'no correspondent': () => framed('Correspondants', correspondents([])),
  correspondents: () => framed('Correspondants', correspondents()),
  'no month': () => framed('Relevé du mois', month([])),
  month: () => framed('Relevé du mois', month()),
  'no file': () => framed('Fichiers importés', imported([])),
  files: () => framed('Fichiers importés', imported([file(), file({ id: '2', kind: 'returns' })])),
  control: () => framed('Contrôler un export', controlled()),
  returns: () => framed('Rapprocher les retours', returned()),
  backup: () => framed('Sauvegarder, restaurer', backup()),
  keeping: () => framed('Conserver, effacer', keeping()),
  'one patient': () => framed('Un patient', proof()),
  lock: () => (
    <LockScreen
      lock={{ retryAt: 0, hasRecoveryFile: true }}
      passphraseFault={() => null}
      onUnlock={() => Promise.resolve()}
      onRecover={() => Promise.resolve()}
    />
  ),
};

test.each(Object.keys(screens))(
  '%s is within reach of everybody, light and dark, and whole at 400 px',
  async (name) => {
    render(screens[name]?.() ?? <></>);
    for (const theme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = theme;
      const { violations } = await axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    }
    await page.viewport(400, 800);
    expect(document.documentElement.scrollWidth).toBe(400);
  },
);

test('a correspondent is kept only once his number can be right', async () => {
  render(correspondents());
  await page.getByRole('button', { name: 'Modifier Dr Paul EXEMPLE' }).click();
  const number = page.getByLabelText('Numéro AM');
  await number.fill('99100002');
  await expect.element(page.getByRole('button', { name: 'Enregistrer' })).toBeDisabled();
  await number.fill('991000027');
  await page.getByLabelText('Lieu').fill('Angers');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  expect(book.save).toHaveBeenCalledWith({ ...card, place: 'Angers' });
});

test('a number that stands on another card offers to make one card of the two', async () => {
  render(correspondents());
  await page.getByRole('button', { name: 'Modifier Dr Paul EXEMPLE' }).click();
  await page.getByLabelText('Numéro AM').fill('99 1 00006 8');
  await expect.element(page.getByText('Dr Anne MODÈLE porte déjà ce numéro.')).toBeVisible();
  await page.getByRole('button', { name: 'Fusionner les deux fiches' }).click();
  expect(book.merge).toHaveBeenCalledWith({ ...card, numeroAm: '991000068' }, other);
});

test('a correspondent is removed after a word on what stays', async () => {
  render(correspondents());
  await page.getByRole('button', { name: 'Modifier Dr Anne MODÈLE' }).click();
  await page.getByRole('button', { name: 'Retirer…' }).click();
  await expect.element(page.getByText(/Ses 3.actes gardent son nom et son numéro/)).toBeVisible();
  expect(book.remove).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Retirer la fiche' }).click();
  expect(book.remove).toHaveBeenCalledWith(other);
});

test('correspondents are found by any of their words, and a card closes with Échap', async () => {
  render(correspondents());
  await page.getByLabelText('Rechercher').fill('rennes');
  await expect.element(page.getByRole('status')).toHaveTextContent('1 correspondant');
  await page.getByRole('button', { name: 'Modifier Dr Anne MODÈLE' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('form')).not.toBeInTheDocument();
});

test('the month says what it sums: refused acts stand in the list and in no total', async () => {
  render(month());
  const total = document.querySelectorAll('[data-code="tous"] tr > *');
  expect([...total].map(({ textContent }) => textContent?.replace(/\s/g, ' '))).toEqual([
    'Total facturé',
    '2',
    '33,00 €',
    '',
  ]);
  expect(document.querySelectorAll('.month-acts tbody tr')).toHaveLength(3);
  await expect.element(page.getByRole('heading', { name: 'Téléexpertises de mars 2026' })).toBeVisible();
});

test('an import is erased only once its word is typed, after its count was read', async () => {
  render(imported([file()]));
  await page
    .getByRole('button', { name: /^Effacer cet import… Export de facturation du 03\/11\/2026/ })
    .click();
  await expect
    .element(page.getByText(/^42.actes de ce fichier, pour toujours\. 2 ont été suivis/))
    .toBeVisible();
  const erase = page.getByRole('button', { name: 'Effacer cet import', exact: true });
  await expect.element(erase).toBeDisabled();
  await page.getByLabelText('Tapez EFFACER pour confirmer').fill('effacer');
  await erase.click();
  expect(takeBack).toHaveBeenCalledOnce();
  await expect.element(page.getByText('42 actes effacés.')).toBeVisible();
});

test('a backup and its restore say the same number', async () => {
  render(backup());
  await page.getByLabelText('Phrase de passe de la sauvegarde').fill('une phrase de passe');
  await page.getByLabelText('La même, encore une fois').fill('une phrase de passe');
  await page.getByRole('button', { name: 'Enregistrer la sauvegarde' }).click();
  await expect.element(page.getByText(/Sauvegarde enregistrée.: 12.enregistrements\./)).toBeVisible();
  await page.getByLabelText('Choisir la sauvegarde…').upload(new File(['x'], 'registre.volet'));
  await page.getByLabelText('Phrase de passe de cette sauvegarde').fill('une phrase de passe');
  await page.getByRole('button', { name: 'Restaurer', exact: true }).click();
  await expect.element(page.getByText(/Restauration terminée.: 12.enregistrements en plus\./)).toBeVisible();
});

test('a short passphrase makes no backup, and says why', async () => {
  const onBackup = vi.fn();
  render(backup({ onBackup }));
  await page.getByLabelText('Phrase de passe de la sauvegarde').fill('court');
  await page.getByRole('button', { name: 'Enregistrer la sauvegarde' }).click();
  await expect.element(page.getByText('Trop courte.')).toBeVisible();
  expect(onBackup).not.toHaveBeenCalled();
});

test('the time records are kept is chosen between the bounds of the CNIL, and a damaged one is named', async () => {
  render(keeping());
  const choice = page.getByLabelText('Garder après le dernier acte');
  expect([...(choice.element() as HTMLSelectElement).options].map(({ text }) => text)).toEqual([
    '5\u00a0ans, le minimum',
    '10\u00a0ans',
    '15\u00a0ans',
    '20\u00a0ans, recommandé',
  ]);
  await choice.selectOptions('10');
  expect(years).toHaveBeenCalledWith(10);
  await page.getByRole('button', { name: 'Vérifier le registre' }).click();
  await expect.element(page.getByText(/^acte du .* : illisible$/)).toBeVisible();
});

test('the proof of an act says who asked, the consent, and what happened', async () => {
  render(proof());
  await expect.element(page.getByRole('heading', { name: 'Preuve d’une téléexpertise' })).toBeVisible();
  await expect.element(page.getByText(/Recueilli le 12\/03\/2026, oral, par le patient/)).toBeVisible();
  await expect.element(page.getByText(/bouton final pressé dans le logiciel/)).toBeVisible();
});

test.each([true, false])('the popup locks where there is something to lock: %s', async (lockable) => {
  const lock = vi.fn();
  const on = {
    activate: nothing,
    point: nothing,
    deactivate: nothing,
    lock,
    options: nothing,
    register: nothing,
  };
  render(<Popup site={null} busy={false} trouble={null} lockable={lockable} on={on} />);
  const button = page.getByRole('button', { name: 'Verrouiller' });
  if (lockable) {
    await button.click();
    expect(lock).toHaveBeenCalledOnce();
  } else await expect.element(button).not.toBeInTheDocument();
});
