import { describe, expect, it } from 'vitest';
import { differ, isComplete, mergePatients } from '../../cases/identity.ts';
import type { PatientReading } from '../../sites/model.ts';

const page = (part: Partial<PatientReading>): PatientReading => ({ marker: '1', from: 'page', ...part });
const nathalie = page({ lastName: 'DESMAUX', firstName: 'NATHALIE', birthDate: '1955-06-15' });

describe('two readings of a patient', () => {
  it.each([
    ['case and accents', page({ lastName: 'Desmaux', firstName: 'Nathalie' })],
    ['all first names on one page', page({ firstName: 'Nathalie Marie' })],
    ['birth name on one page, used name on the other', page({ lastName: 'MARTIN', birthName: 'DESMAUX' })],
    ['a page that shows less', page({})],
  ])('are the same person: %s', (_, other) => {
    expect(differ(nathalie, other)).toBe(false);
    expect(differ(other, nathalie)).toBe(false);
  });

  it.each([
    ['another software id', page({ marker: '2' })],
    ['another birth date', page({ birthDate: '1984-03-02' })],
    ['another surname', page({ lastName: 'LEBRUN' })],
    ['another first name', page({ firstName: 'MARCEL' })],
  ])('are not the same person: %s', (_, other) => {
    expect(differ(nathalie, other)).toBe(true);
  });

  it('differ by the NIR whatever its spaces and key', () => {
    const one = page({ nir: '255069999999934' });
    expect(differ(one, page({ nir: '2 55 06 99 999 999' }))).toBe(false);
    expect(differ(one, page({ nir: '2550699999998' }))).toBe(true);
  });

  it('are put together without losing what only one of them says', () => {
    const merged = mergePatients(
      page({ firstName: 'NATHALIE' }),
      page({ lastName: 'DESMAUX', birthDate: '1955-06-15' }),
    );
    expect(merged).toMatchObject({ firstName: 'NATHALIE', lastName: 'DESMAUX', birthDate: '1955-06-15' });
    expect(isComplete(merged)).toBe(true);
    expect(isComplete(page({ firstName: 'NATHALIE' }))).toBe(false);
  });
});
