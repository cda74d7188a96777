import { describe, expect, it } from 'vitest';
import { carriedFor, isSamePerson, offerOf, ofName, type Carried } from '../../cases/take-over.ts';
import type { FieldId, PatientReading, Reading } from '../../sites/model.ts';

const own = '991000019';
const other = '991000118';
const nathalie: PatientReading = {
  marker: null,
  lastName: 'DESMAUX',
  firstName: 'NATHALIE',
  birthDate: '1955-06-15',
  nir: '255069999999934',
  from: 'page',
};

function page(
  fields: Partial<Record<FieldId, string | null>>,
  screen: Reading['screen'] = 'answer',
  patient = nathalie,
): Reading {
  const read = Object.entries(fields).map(([id, value]) => [id, { value, provenance: 'mapped' }]);
  return {
    screen,
    profile: { id: 'omnidoc', name: 'Omnidoc', checkedOn: '2026-11-22', grade: 'vendor-doc' },
    mode: 'full',
    patient,
    fields: Object.fromEntries(read) as Reading['fields'],
    changed: [],
    settled: true,
    at: 0,
  };
}

describe('what a platform’s page offers', () => {
  it('is the expert to the requérant, with the date of the request', () => {
    const seen = page({
      'requis.nom': 'Dr Claire NOËL',
      'requis.numero': '991 000 118',
      'demande.date': '2026-11-25',
    });
    expect(offerOf(seen, own, null)).toEqual({
      role: 'requerant',
      name: 'Dr Claire NOËL',
      numeroAm: other,
      requestedOn: '2026-11-25',
      obstacle: null,
    });
  });

  it('is the requérant to the expert', () => {
    expect(offerOf(page({ 'requerant.numero': other }, 'request'), own, null)).toMatchObject({
      role: 'requis',
      numeroAm: other,
    });
  });

  it('is never the user’s own number: where both stand on the page, his tells his role', () => {
    const both = (requerant: string, requis: string) =>
      page({ 'requerant.numero': requerant, 'requis.numero': requis });
    expect(offerOf(both(own, other), own, null)).toMatchObject({ role: 'requerant', numeroAm: other });
    expect(offerOf(both(other, own), own, null)).toMatchObject({ role: 'requis', numeroAm: other });
    expect(offerOf(page({ 'requis.numero': own }), own, null)).toBeNull();
  });

  it('follows the role the user chose where the page tells neither', () => {
    const strangers = page({ 'requerant.numero': '991000225', 'requis.numero': other });
    expect(offerOf(strangers, own, 'requis')).toMatchObject({ role: 'requis', numeroAm: '991000225' });
    expect(offerOf(strangers, own, null)).toMatchObject({ role: 'requerant', numeroAm: other });
  });

  it.each([
    [
      'an identity that is incomplete',
      page({ 'requis.numero': other }, 'answer', { ...nathalie, birthDate: null }),
      'patient',
    ],
    ['no number', page({ 'requis.nom': 'Dr Claire NOËL', 'requis.numero': null }), 'number'],
    ['an RPPS in its place', page({ 'requis.numero': '99900000128' }), 'wrong-number'],
  ])('cannot be taken over with %s', (_, seen, obstacle) => {
    expect(offerOf(seen, own, null)).toMatchObject({ obstacle });
  });

  it('is never a guess', () => {
    const guessed = page({ 'requis.numero': other });
    guessed.fields['requis.numero'] = { value: other, provenance: 'guessed' };
    expect(offerOf(guessed, own, null)).toBeNull();
  });

  it('is nothing on a sheet, or on a page that shows no other side', () => {
    expect(offerOf(page({ 'requis.numero': other }, 'fse'), own, null)).toBeNull();
    expect(offerOf(page({}), own, null)).toBeNull();
  });
});

describe('the same person on two pages', () => {
  const weda: PatientReading = { ...nathalie, marker: '65407357', nir: null, firstName: 'Nathalie Anne' };

  it('is known by name, first name and birth date', () => {
    expect(isSamePerson(nathalie, weda)).toBe(true);
    expect(isSamePerson({ ...nathalie, lastName: 'MARTIN', birthName: 'Desmaux' }, weda)).toBe(true);
  });

  it.each<[string, Partial<PatientReading>]>([
    ['a namesake of another age', { birthDate: '1984-03-02' }],
    ['her sister', { firstName: 'Sophie' }],
    ['somebody of another name', { lastName: 'PETIT' }],
    ['a namesake of the same day with another NIR', { nir: '255069999999835' }],
    ['a page that shows no birth date', { birthDate: null }],
    ['a page that shows no first name', { firstName: undefined as never }],
  ])('is not %s', (_, change) => {
    expect(isSamePerson(nathalie, { ...weda, nir: nathalie.nir ?? null, ...change })).toBe(false);
  });

  it('gets what was taken over last', () => {
    const carried = (at: number, patient = nathalie): Carried => ({
      patient,
      role: 'requerant',
      name: '',
      numeroAm: other,
      requestedOn: '',
      from: 'Omnidoc',
      at,
    });
    const all = [carried(1), carried(2), carried(3, { ...nathalie, birthDate: '1984-03-02' })];
    expect(carriedFor(weda, all)?.at).toBe(2);
    expect(carriedFor({ ...weda, firstName: 'Sophie' }, all)).toBeUndefined();
  });
});

it('says where from as one says it', () => {
  expect(['Omnidoc', 'MonSisra', 'Avis Doc'].map(ofName)).toEqual(['d’Omnidoc', 'de MonSisra', 'd’Avis Doc']);
});
