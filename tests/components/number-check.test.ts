import { expect, test } from 'vitest';
import { typedNumber } from '../../components/ui/number-check.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { checkRpps } from '../../rules/identifiers/rpps.ts';

const am = (typed: string) => typedNumber(typed, 9, checkNumeroAm(typed)).level;

test.each([
  ['', 'partial'],
  ['69 1', 'partial'],
  ['69123456', 'partial'],
  ['691234561', 'ok'],
  ['691234563', 'warn'],
  ['6912345612', 'wrong'],
  ['10001234567', 'wrong'],
])('an AM number typed as « %s » is %s', (typed, level) => {
  expect(am(typed)).toBe(level);
});

test('nothing is said of an empty field', () => {
  expect(typedNumber('', 11, checkRpps(''))).toEqual({ level: 'partial', message: '' });
});

test('an AM number in the place of the RPPS is unfinished while it is typed, and says what it looks like', () => {
  expect(typedNumber('691234561', 11, checkRpps('691234561'))).toMatchObject({
    level: 'partial',
    message: expect.stringContaining('RPPS'),
  });
});
