import 'fake-indexeddb/auto';
import { describe, expect, it, test } from 'vitest';
import { applyReturns, knownActs } from '../../ledger/returns/apply-returns.ts';
import { matchReturns, type Match } from '../../ledger/returns/match-returns.ts';
import { readReturns } from '../../ledger/returns/read-returns.ts';
import { causeOf, readOutcome } from '../../ledger/returns/wording.ts';
import { openStore } from '../../ledger/store.ts';
import type { ImportedAct } from '../../ledger/register.ts';
import { biller } from './people.ts';
import { clock, dieAfter, freshName, openAt, type Opened } from './storage.ts';

const header =
  'N° facture;Date acte;Nom;Prénom;N° patient;Code acte;Montant;État;Montant payé;Date de paiement;Motif du rejet;Code rejet';
const read = (...lines: string[]) =>
  readReturns(new TextEncoder().encode([header, ...lines].join('\n')), { software: 'weda' });

const act = (number: string, change: Partial<ImportedAct> = {}): ImportedAct => ({
  patientKeys: ['weda:41'],
  biller,
  code: 'RQD',
  actDate: '2026-03-12',
  patient: { lastName: 'MODÈLE', firstName: 'Zoé' },
  amount: 1000,
  invoice: number,
  line: number,
  ...change,
});

async function registerOf(...acts: ImportedAct[]): Promise<Opened> {
  const opened = openAt(freshName());
  await opened.register.importActs({ software: 'weda' }, acts);
  return opened;
}
const storeOf = ({ database, vault }: Opened) => openStore({ database, vault, now: clock() });
async function matched(opened: Opened, ...lines: string[]): Promise<Match[]> {
  const { acts, events } = await knownActs(storeOf(opened));
  return matchReturns(read(...lines).lines, acts, events);
}
const states = (matches: Match[]) => matches.map(({ state }) => state);
const standings = async ({ register }: Opened) =>
  (await register.acts()).acts.map(({ standing }) => standing);
const file = { software: 'weda', file: 'digest' };

describe('the wording of a return', () => {
  it.each([
    ['Payé', 'paid'],
    ['Réglé par virement', 'paid'],
    ['Remboursé', 'paid'],
    ['Rejeté', 'refused'],
    ['Refus de prise en charge', 'refused'],
    ['Non pris en charge', 'refused'],
    ['Non payé', 'waiting'],
    ['Impayé', 'waiting'],
    ['Accepté (ARL positif)', 'waiting'],
    ['En attente de paiement', 'waiting'],
    ['Rejet recyclé', 'waiting'],
    ['', null],
    ['Bleu', undefined],
  ])('« %s » is %s', (words, outcome) => {
    expect(readOutcome(words)).toBe(outcome);
  });

  it.each([
    ['Etablissement prescripteur inconnu au fichier national', 'etablissement-inconnu'],
    ['PRESCRIPTION INTERDITE A CETTE DATE', 'prescription-date'],
    ['Facture déjà payée', 'deja-payee'],
    ['Exonération sur carte absente du fichier caisse', 'exoneration'],
    ['Assuré inconnu de notre fichier', 'patient-inconnu'],
    ['Nature d’assurance incompatible', 'nature-assurance'],
    ['Numéro du prescripteur erroné', 'prescripteur-inconnu'],
    ['Acte non cumulable avec G', 'cumul'],
    ['Nombre d’actes maximum dépassé', 'quota'],
    ['Tarif incorrect', 'tarif'],
    ['Code acte non autorisé pour la spécialité', 'code-acte'],
    ['Droits fermés à la date des soins', 'droits'],
    ['Organisme destinataire erroné : mauvais régime', 'caisse'],
    ['Facture reçue hors délai', 'delai'],
    ['0460 053', 'inconnue'],
    ['', 'inconnue'],
  ])('« %s » is the cause %s', (words, cause) => {
    expect(causeOf(words).id).toBe(cause);
  });
});

describe('a return finds its act', () => {
  it('by the number of the feuille, by the patient, by his name; another patient of that day is no match', async () => {
    const opened = await registerOf(
      act('101'),
      act('102', {
        actDate: '2026-03-13',
        patientKeys: ['weda:40'],
        patient: { lastName: 'ESSAI', firstName: 'Ana' },
      }),
    );
    const matches = await matched(
      opened,
      '101;;;;;;;Payé;10,00;30/03/2026;;',
      ';13/03/2026;;;40;RQD;10,00;Rejeté;;;Droits fermés;',
      ';12/03/2026;modele zoe;;;RQD;10,00;Accepté;;;;',
      ';12/03/2026;AUTRE;Luc;;RQD;10,00;Payé;10,00;;;',
    );
    expect(states(matches)).toEqual(['new', 'new', 'waiting', 'unmatched']);
    expect(matches[1]?.line.cause?.id).toBe('droits');
  });

  it('never between two: both are listed, unless the amount tells them apart', async () => {
    const opened = await registerOf(act('101'), act('102'), act('103', { amount: 2000 }));
    const [same, apart, nobody] = await matched(
      opened,
      ';12/03/2026;;;41;RQD;10,00;Payé;10,00;;;',
      ';12/03/2026;;;41;RQD;20,00;Payé;20,00;;;',
      ';12/03/2026;;;;RQD;20,00;Payé;20,00;;;',
    );
    expect(same).toMatchObject({ state: 'ambiguous', why: 'plusieurs actes de ce patient, ce jour' });
    expect(same?.acts).toHaveLength(3);
    expect(apart).toMatchObject({ state: 'new' });
    expect(apart?.acts[0]?.invoice).toBe('103');
    expect(nobody).toMatchObject({
      state: 'ambiguous',
      why: 'le retour ne dit pas de quel patient il s’agit',
    });
  });
});

const returned = [
  '101;12/03/2026;MODÈLE;Zoé;41;RQD;10,00;Rejeté;0,00;20/03/2026;Droits fermés;',
  '101;12/03/2026;MODÈLE;Zoé;41;RQD;10,00;Payé;10,00;30/03/2026;;',
  '102;13/03/2026;MODÈLE;Zoé;41;RQD;10,00;Rejeté;0,00;30/03/2026;Tarif incorrect;',
];
const both = () => registerOf(act('101'), act('102', { actDate: '2026-03-13' }));

test('the same file twice notes nothing twice, and the last word of the caisse stands', async () => {
  const opened = await both();
  await applyReturns(storeOf(opened), file, await matched(opened, ...returned));
  expect(await standings(opened)).toEqual(['paid', 'refused']);
  const again = await matched(opened, ...returned);
  expect(states(again)).toEqual(['known', 'known', 'known']);
  expect((await applyReturns(storeOf(opened), file, again)).events).toEqual([]);
  const files = (await opened.register.imports()).filter(({ kind }) => kind === 'returns');
  expect(files).toMatchObject([{ lines: 3, file: 'digest' }]);
});

test('two pages that note the same returns at once note them once', async () => {
  const opened = await both();
  const matches = await matched(opened, ...returned);
  const [one, other] = await Promise.all([
    applyReturns(storeOf(opened), file, matches),
    applyReturns(storeOf(opened), file, matches),
  ]);
  expect(one.events.length + other.events.length).toBe(3);
  expect(await opened.database.events.count()).toBe(3);
});

test('what was undone is as before, and may be noted again', async () => {
  const opened = await both();
  const { events } = await applyReturns(storeOf(opened), file, await matched(opened, ...returned));
  await opened.register.undo(events);
  expect(await standings(opened)).toEqual(['secured', 'secured']);
  const again = await matched(opened, ...returned);
  expect(states(again)).toEqual(['new', 'new', 'new']);
  await applyReturns(storeOf(opened), file, again);
  expect(await standings(opened)).toEqual(['paid', 'refused']);
});

test('killed at every step: no return lost, none twice', async () => {
  let points: number;
  for (let steps = 0; ; steps += 1) {
    const name = freshName();
    const first = openAt(name);
    await first.register.importActs({ software: 'weda' }, [
      act('101'),
      act('102', { actDate: '2026-03-13' }),
    ]);
    const matches = await matched(first, ...returned);
    first.database.close();
    const death = dieAfter(steps);
    const dying = openAt(name, { prepare: death.install });
    await applyReturns(storeOf(dying), file, matches, { batch: 1 }).catch((error: unknown) => {
      if (!death.died()) throw error;
    });
    dying.database.close();
    const reborn = openAt(name);
    expect((await reborn.ledger.health()).damaged).toEqual([]);
    await applyReturns(storeOf(reborn), file, await matched(reborn, ...returned), { batch: 1 });
    expect(await reborn.database.events.count()).toBe(3);
    expect(await standings(reborn)).toEqual(['paid', 'refused']);
    const files = (await reborn.register.imports()).filter(({ kind }) => kind === 'returns');
    expect(files).toHaveLength(1);
    reborn.database.close();
    points = steps;
    if (!death.died()) break;
  }
  expect(points).toBeGreaterThanOrEqual(10);
}, 120_000);
