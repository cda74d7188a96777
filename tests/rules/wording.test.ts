import { describe, expect, it } from 'vitest';
import { ageOn, isDay, yearBefore } from '../../rules/dates.ts';
import { shiftDay } from './shift-day.ts';
import { counted, euros, frenchDay, seen } from '../../rules/wording.ts';

describe('amounts', () => {
  it.each([
    [1000, '10,00\u00a0€'],
    [2760, '27,60\u00a0€'],
    [5, '0,05\u00a0€'],
    [0, '0,00\u00a0€'],
    [-300, '-3,00\u00a0€'],
    [123_456_789, '1\u202f234\u202f567,89\u00a0€'],
    [100_000, '1\u202f000,00\u00a0€'],
  ])('%i cents are %s', (cents, text) => {
    expect(euros(cents)).toBe(text);
  });
});

describe('words', () => {
  it('dates are French, long texts cut, nouns agree', () => {
    expect(frenchDay('2026-03-12')).toBe('12/03/2026');
    expect(seen('  deux\n mots ')).toBe('deux mots');
    expect(seen('0123456789', 5)).toBe('0123…');
    expect([counted(1, 'acte'), counted(2, 'acte')]).toEqual(['1 acte', '2 actes']);
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    let days = 0;
    for (let day = '2023-01-01'; day < '2025-01-01'; day = shiftDay(day, 1)) {
      expect(isDay(day)).toBe(true);
      days++;
    }
    expect(days).toBe(365 + 366);
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-02-30',
      '2024-04-31',
      '2024-00-01',
      '2024-01-00',
      '2024-13-01',
      '2024-1-01',
      '24-01-01',
      '2024/01/01',
      '2024-01-0a',
      '0999-01-01',
      '2024-01-011',
      ':024-01-01',
    ]) {
      expect(isDay(text), text).toBe(false);
    }
    expect(isDay('2000-02-29')).toBe(true);
  });

  it('twelve months before, 29 February counting as 28', () => {
    expect(yearBefore('2026-03-12')).toBe('2025-03-12');
    expect(yearBefore('2024-02-29')).toBe('2023-02-28');
    expect(yearBefore('2025-02-28')).toBe('2024-02-28');
    expect(yearBefore('1000-01-01')).toBe('0999-01-01');
  });

  it('ages change on the birthday', () => {
    expect(ageOn('2008-03-12', '2026-03-11')).toBe(17);
    expect(ageOn('2008-03-12', '2026-03-12')).toBe(18);
  });
});
