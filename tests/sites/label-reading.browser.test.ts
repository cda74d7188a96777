/** What labels make of small pages: ties, values in several boxes, what a person's block takes along. */
import { afterEach, describe, expect, it } from 'vitest';
import type { FieldId, Reading } from '../../sites/model.ts';
import type { SentinelProfile } from '../../sites/profile.ts';
import { labelReaderOfPage } from '../../sites/vocabulary/guess.ts';
import { scan } from '../../sites/vocabulary/scan.ts';
import { fieldsOf } from '../../sites/vocabulary/understand.ts';

const unknown: SentinelProfile = {
  id: 'guessed',
  name: 'Logiciel inconnu',
  kind: 'ehr',
  hosts: [],
  frames: 'top',
  off: [],
  screens: [],
  evidence: { grade: 'none', checkedOn: '2026-11-26' },
};

function show(content: string): void {
  document.body.innerHTML = content;
}
/** Field → id of the control that carries it. */
function told(): Partial<Record<FieldId, string>> {
  const scene = scan(document);
  if (!scene) throw new Error('a page too large');
  return Object.fromEntries([...fieldsOf(scene)].map(([field, { element }]) => [field, element.id]));
}
const field = (label: string, id: string): string =>
  `<p><label for="${id}">${label}</label> <input id="${id}"></p>`;
const boxes = (...lengths: number[]): string =>
  lengths.map((length, at) => `<input id="b${at}" maxlength="${length}">`).join(' / ');

afterEach(() => document.body.replaceChildren());

describe('labels', () => {
  it('of equal claim name neither control', () => {
    show(`${field('Quantité', 'a')}<div><section>${field('Quantité', 'b')}</section></div>`);
    expect(told()).not.toHaveProperty(['acte.quantite']);
  });

  it('of equal claim name the one that is shown', () => {
    show(`${field('Quantité', 'a')}<div hidden>${field('Quantité', 'b')}</div>`);
    expect(told()).toMatchObject({ 'acte.quantite': 'a' });
  });

  it('beside the act belong to the act', () => {
    show(
      `<div>${field('Code acte', 'code')}${field('Quantité', 'a')}</div><aside><div>${field('Quantité', 'b')}</div></aside>`,
    );
    expect(told()).toMatchObject({ 'acte.code': 'code', 'acte.quantite': 'a' });
  });

  it('without a name of their own belong to the person named before them, and to nobody else', () => {
    show(`${field('Nom du prescripteur', 'nom')}${field('Identifiant', 'numero')}`);
    expect(told()).toMatchObject({ 'prescripteur.nom': 'nom', 'prescripteur.numero': 'numero' });
    show(`${field('Médecin traitant', 'nom')}${field('Identifiant', 'numero')}`);
    expect(told()).toEqual({});
  });

  it('of somebody else’s money name nothing', () => {
    show(`${field('Montant réglé', 'a')}${field('Mode de règlement', 'b')}${field('Code postal', 'c')}`);
    expect(told()).toEqual({});
  });

  it('are not needed in an act row by what its place and its value tell, unless two boxes could be meant', () => {
    const row = (...between: string[]): string =>
      `<div><p><label>Code acte <input id="code" value="RQD"></label>${between.map((value, at) => `<input id="u${at}" value="${value}">`).join('')}</p>
      <label>Montant <input id="mt" value="10,00"></label></div>`;
    show(row('1'));
    expect(told()).toMatchObject({ 'acte.code': 'code', 'acte.quantite': 'u0', 'acte.montant': 'mt' });
    // A coefficient, an empty box, two boxes of one kind: nobody can tell.
    for (const between of [['8,3'], [''], ['1', '2']]) {
      show(row(...between));
      expect(told(), between.join()).not.toHaveProperty(['acte.quantite']);
    }
    // Named by something else, whatever it holds.
    show(row('1').replace('id="u0"', 'id="u0" aria-label="Modificateur"'));
    expect(told()).not.toHaveProperty(['acte.quantite']);
    show(
      `<div>${field('Code acte', 'code')}${field('Quantité', 'qte')}<p><input id="x"><input id="u" value="10,00"></p></div>`,
    );
    expect(told()).toMatchObject({ 'acte.montant': 'u' });
  });

  it('in a grid are the titles of its columns, and the first row speaks', () => {
    const cells = (row: number): string =>
      ['code', 'qte', 'mt'].map((name) => `<td><input id="${name}${row}"></td>`).join('');
    show(
      `<table><tr><td>Acte</td><td>Qté</td><td>Montant</td></tr><tr>${cells(0)}</tr><tr>${cells(1)}</tr></table>`,
    );
    expect(told()).toMatchObject({ 'acte.code': 'code0', 'acte.quantite': 'qte0', 'acte.montant': 'mt0' });
  });
});

describe('a value in several boxes', () => {
  const sheet = (more: string): string =>
    `<h1>Feuille de soins électronique</h1>${field('Code acte', 'code')}${field('Quantité', 'q')}${field('Montant', 'm')}
    <p><label><input type="checkbox"> TP AMO</label></p>${more}<button>Sécuriser</button>`;
  const read = (): Reading['fields'] =>
    labelReaderOfPage().guess(document, unknown, null, 5_000, 0).reading?.fields ?? {};
  const fill = (...values: string[]): void =>
    values.forEach((value, at) => ((document.querySelector(`#b${at}`) as HTMLInputElement).value = value));

  it('is a date once day, month and year are there', () => {
    show(sheet(`<fieldset><legend>Date de prescription</legend>${boxes(2, 2, 4)}</fieldset>`));
    expect(read()['prescripteur.date']).toMatchObject({ value: null, provenance: 'guessed' });
    fill('12', '03', '2026');
    expect(read()['prescripteur.date']).toMatchObject({ value: '2026-03-12', provenance: 'guessed' });
    fill('31', '02', '2026');
    expect(read()['prescripteur.date']?.value).toBeUndefined();
    fill('12', '', '2026');
    expect(read()['prescripteur.date']?.value).toBeUndefined();
  });

  it('is a number with its key, and none without it', () => {
    show(
      sheet(
        `<p>Numéro AM du prescripteur <input id="b0" maxlength="8"> clé <input id="b1" maxlength="1"></p>`,
      ),
    );
    fill('75100001', '5');
    expect(read()['prescripteur.numero']?.value).toBe('751000015');
    fill('75100001', '');
    expect(read()['prescripteur.numero']?.value).toBeUndefined();
    fill('', '');
    expect(read()['prescripteur.numero']?.value).toBeNull();
  });

  it('is one box where the next is as long as any other', () => {
    show(sheet(`<fieldset><legend>Date de prescription</legend>${boxes(10, 2, 4)}</fieldset>`));
    fill('12/03/2026');
    expect(read()['prescripteur.date']?.value).toBe('2026-03-12');
  });
});
