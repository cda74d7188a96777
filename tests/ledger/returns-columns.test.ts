import { expect, test } from 'vitest';
import { keptReturnMapping, previewReturns } from '../../ledger/returns/preview-returns.ts';
import { readReturns, type ReturnMapping } from '../../ledger/returns/read-returns.ts';

const file = new TextEncoder().encode(
  [
    'N° facture;Date acte;Code acte;Montant;Divers;Observation interne;Colonne X',
    '101;12/03/2026;RQD;10,00;Rejeté;vu par Anne;Droits fermés',
  ].join('\n'),
);
const read = (mapping: ReturnMapping = {}) =>
  readReturns(file, { software: 'weda', numeroAm: '991000019', mapping });
const columnOf = (label: string, mapping: ReturnMapping = {}) =>
  previewReturns(file, file.length, mapping).find((column) => column.label === label)?.concept;

test('a column that was said by hand is read as it was said', () => {
  const [line] = read({ Divers: 'retour.etat', 'Colonne X': 'retour.motif' }).lines;
  expect(line).toMatchObject({ outcome: 'refused', wording: 'Droits fermés' });
  expect(columnOf('Divers', { Divers: 'retour.etat' })).toBe('retour.etat');
});

test('a column that was said to be nothing is not read, whatever its label', () => {
  expect(columnOf('Observation interne')).toBe('retour.motif');
  const mapping = { 'Observation interne': null, Divers: 'retour.etat' } as const;
  expect(columnOf('Observation interne', mapping)).toBeNull();
  expect(read(mapping).lines[0]?.wording).toBe('');
});

test('an act’s own column can be given to the return, and a return’s to the act', () => {
  expect(columnOf('Montant', { Montant: 'retour.paye' })).toBe('retour.paye');
  expect(columnOf('Divers', { Divers: 'acte.code' })).toBe('acte.code');
});

test('of what was kept, only columns of this file and meanings that exist come back', () => {
  const kept = {
    Divers: 'retour.etat',
    Ailleurs: 'retour.etat',
    Montant: 'rien de connu',
    'Code acte': null,
  };
  expect(keptReturnMapping(kept, ['Divers', 'Montant', 'Code acte'])).toEqual({
    Divers: 'retour.etat',
    'Code acte': null,
  });
  expect(keptReturnMapping('abîmé', ['Divers'])).toEqual({});
});
