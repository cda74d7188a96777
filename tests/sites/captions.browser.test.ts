import { beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '../../sites/captions.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { readScreen } from '../../sites/read.ts';
import type { FieldId } from '../../sites/model.ts';

const profile = rawProfiles.map(parseProfile).find(({ id }) => id === 'omnidoc')!;
const ADDRESS = 'https://app.omnidoc.fr/x';
const read = () => readPage(document, ADDRESS, profile, 1);
const value = (field: FieldId) => read()?.fields[field]?.value;

const patient = `<section><h2>Patient</h2><dl>
  <div><dt>Nom de naissance</dt><dd>DESMAUX</dd></div><div><dt>Nom utilisé</dt><dd>—</dd></div>
  <div><dt>Prénom</dt><dd>NATHALIE</dd></div><div><dt>Date de naissance</dt><dd>15/06/1955 (71 ans)</dd></div></dl></section>`;
const expert = `<section><h2>Médecin requis</h2><dl><div><dt>Nom</dt><dd>Dr Claire NOËL</dd></div>
  <div><dt>Numéro AM</dt><dd>991 000 118</dd></div></dl></section>`;

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('values beside their captions', () => {
  it('are read in three states, and are mapped', () => {
    document.body.innerHTML = patient + expert;
    expect(read()).toMatchObject({
      screen: 'answer',
      patient: { birthName: 'DESMAUX', lastName: null, firstName: 'NATHALIE', birthDate: '1955-06-15' },
      fields: {
        'requis.numero': { value: '991000118', provenance: 'mapped' },
        'requis.nom': { value: 'Dr Claire NOËL' },
        'patient.nir': { value: undefined, missing: 'not-found' },
      },
      changed: [],
    });
  });

  it.each([
    ['cells', '<table><tr><td>Date de la demande</td><td>25/11/2026</td></tr></table>'],
    ['words and what follows them', '<p><b>Date de la demande :</b> 25/11/2026</p>'],
    ['spans', '<div><span>Date de la demande</span><span>25/11/2026</span></div>'],
    [
      'a label and its field',
      '<label for="d">Date de la demande *</label><br><input id="d" value="25/11/2026">',
    ],
    [
      'a caption in a box of its own',
      '<div><div><em>Date de la demande</em></div><div>le 25/11/2026</div></div>',
    ],
  ])('stand in %s', (_, html) => {
    document.body.innerHTML = patient + expert + html;
    expect(value('demande.date')).toBe('2026-11-25');
  });

  it('stand in the rows of a table, told by their first cell', () => {
    const head = '<tr><th>Rôle</th><th>Praticien</th><th>N° AM</th></tr>';
    const row = (role: string, name: string, number: string) =>
      `<tr><td>${role}</td><td>${name}</td><td>${number}</td></tr>`;
    document.body.innerHTML = `${patient}<table>${head}${row('Requérant', 'Dr A', '991000019')}${row('Requis', 'Dr B', '991000118')}</table>`;
    expect([value('requerant.numero'), value('requis.numero')]).toEqual(['991000019', '991000118']);
    expect([value('requerant.nom'), value('requis.nom')]).toEqual(['Dr A', 'Dr B']);
  });

  it('belong to the block they stand in: the number of another block is not the expert’s', () => {
    document.body.innerHTML = `${patient}<section><h2>Médecin requis</h2><dl><dt>Nom</dt><dd>Dr NOËL</dd></dl></section>
      <section><h2>Médecin traitant</h2><dl><dt>Numéro AM</dt><dd>991000225</dd></dl></section>`;
    expect(read()).toMatchObject({ screen: 'answer', fields: { 'requis.numero': { missing: 'not-found' } } });
  });

  it('are not read where two of them disagree', () => {
    document.body.innerHTML = patient + expert + expert.replace('991 000 118', '991 000 225');
    expect(read()?.fields['requis.numero']).toEqual({
      value: undefined,
      provenance: 'mapped',
      missing: 'unexpected',
    });
    document.body.innerHTML = patient + expert + expert;
    expect(value('requis.numero')).toBe('991000118');
  });

  it('are only those that are shown, under whole captions', () => {
    document.body.innerHTML = `${patient}${expert}<p hidden><b>Date de la demande</b> 25/11/2026</p>
      <p>Date de la demande d’accord préalable <b>01/01/2026</b></p>`;
    expect(read()?.fields['demande.date']?.missing).toBe('not-found');
  });
});

describe('a page of the same host', () => {
  it.each([
    [
      'an article that says every word',
      '<p>Le médecin requis donne son numéro AM ; la date de naissance du patient est demandée.</p>',
    ],
    ['a list of requests', '<table><tr><th>N°</th><th>Patient</th><th>Date de la demande</th></tr></table>'],
    ['a profile of one’s own', '<h2>Médecin requis</h2><dl><dt>Numéro AM</dt><dd>991000118</dd></dl>'],
    ['nothing', ''],
  ])('that is %s is no screen', (_, html) => {
    document.body.innerHTML = html;
    expect(read()).toBeNull();
  });

  it('is no screen while the reader of captions is not there', () => {
    document.body.innerHTML = patient + expert;
    expect(readScreen(document, ADDRESS, profile, 1)).toBeNull();
  });
});
