import { expect, test } from 'vitest';
import { doubled, merged, twinOf } from '../../components/register/correspondents/twins.ts';
import type { Correspondent } from '../../ledger/facts.ts';

const card = (over: Partial<Correspondent>): Correspondent => ({
  id: 'one',
  name: 'Dr Paul EXEMPLE',
  numeroAm: '991000027',
  rpps: '',
  speciality: '',
  place: '',
  salaried: false,
  ...over,
});

test('two cards with one AM number or one RPPS are twins, however the number is written', () => {
  const other = card({ id: 'two', name: 'EXEMPLE', numeroAm: '99 1 00002 7' });
  expect(twinOf(card({}), [card({}), other])).toEqual({ other, by: 'number' });
  const rpps = card({ id: 'three', name: 'Autre', numeroAm: '', rpps: '10003456789' });
  expect(twinOf(card({ numeroAm: '', rpps: '1000 3456 789' }), [rpps])).toEqual({
    other: rpps,
    by: 'number',
  });
});

test('a name that is the same but for its title and order is only a maybe', () => {
  const other = card({ id: 'two', name: 'Exemple Paul', numeroAm: '991000068' });
  expect(twinOf(card({}), [other])).toEqual({ other, by: 'name' });
  expect(twinOf(card({}), [card({ id: 'two', name: 'Dr Anne MODÈLE', numeroAm: '' })])).toBeNull();
});

test('two people of one establishment may share its FINESS', () => {
  const salaried = card({ id: 'two', name: 'Dr Anne MODÈLE', salaried: true });
  expect(twinOf(card({ salaried: true }), [salaried])).toBeNull();
  expect(doubled([card({ salaried: true }), salaried])).toEqual(new Set());
});

test('cards in double are all named', () => {
  const all = [card({}), card({ id: 'two', name: 'X' }), card({ id: 'three', numeroAm: '991000068' })];
  expect(doubled(all)).toEqual(new Set(['one', 'two']));
});

test('a merge keeps what the kept card says and takes the rest from the other', () => {
  const other = card({
    id: 'two',
    name: 'Autre',
    rpps: '10003456789',
    speciality: 'Dermatologie',
    place: 'Nantes',
  });
  expect(merged(card({ place: 'Rennes' }), other)).toEqual(
    card({ rpps: '10003456789', speciality: 'Dermatologie', place: 'Rennes' }),
  );
  expect(merged(card({ numeroAm: '' }), card({ id: 'two', salaried: true }))).toMatchObject({
    numeroAm: '991000027',
    salaried: true,
  });
});
