import { describe, expect, test } from 'vitest';
import { ageOn, maskedNir, monthsBetween, typedDay, unbroken } from '../../components/ui/format.ts';

test('a NIR shows sex, year and month, and nothing more', () => {
  expect(maskedNir('255069999999934')).toBe('2 55 06 ●●● ●●● ●●');
  expect(maskedNir('2 55 06 99 999 999 34')).toBe('2 55 06 ●●● ●●● ●●');
});

describe('age', () => {
  test.each([
    ['1955-06-15', '2026-06-14', '70\u00a0ans'],
    ['1955-06-15', '2026-06-15', '71\u00a0ans'],
    ['2024-11-23', '2026-11-22', '23\u00a0mois'],
    ['2024-11-22', '2026-11-22', '2\u00a0ans'],
    ['2027-01-01', '2026-11-22', ''],
    ['inconnue', '2026-11-22', ''],
  ])('%s on %s', (born, today, age) => {
    expect(ageOn(born, today)).toBe(age);
  });
});

describe('a typed day', () => {
  test.each([
    ['12/03/2026', '2026-03-12'],
    ['12/3/26', '2026-03-12'],
    ['12032026', '2026-03-12'],
    ['120326', '2026-03-12'],
    [' 1-2-2026 ', '2026-02-01'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['2026-03-12', null],
    ['demain', null],
  ])('%s', (text, iso) => {
    expect(typedDay(text)).toBe(iso);
  });
});

test('months are whole', () => {
  expect(monthsBetween('2026-04-02', '2026-10-01')).toBe(5);
  expect(monthsBetween('2026-04-02', '2026-10-02')).toBe(6);
});

test('punctuation stays with its word', () => {
  expect(unbroken('Le « TP AMO » : coché ?')).toBe('Le «\u00a0TP AMO\u00a0»\u00a0: coché\u00a0?');
});
