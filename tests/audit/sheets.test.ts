/** How rows become sheets: what belongs together, what is empty, what stays unread. */
import { describe, expect, it } from 'vitest';
import { fired, judged, read } from './files.ts';

const header =
  'N° FSE;Date;Patient;Code;Quantité;Montant;Dépassement;TP AMO;TP AMC;Mode;Parcours;N° prescripteur';
const line = (over: Record<number, string> = {}) =>
  ['F1', '12/03/2026', 'PA', 'RQD', '1', '10,00', '0,00', 'Oui', 'Non', 'SSV', 'Exclusion', '991000027']
    .map((cell, at) => over[at] ?? cell)
    .join(';');
const file = (...rows: string[]) => [header, ...rows].join('\n');
const sheetsOf = (...rows: string[]) => read(file(...rows)).sheets;
const unreadRules = (text: string, id: string) =>
  judged(text)
    .results.find((result) => result.id === id)
    ?.notChecked.map(({ rule }) => rule) ?? [];

describe('three states', () => {
  it('a column that is not there is unread, an empty cell is empty', () => {
    const [sheet] = read('Date;Code;TP AMO;N° prescripteur\n12/03/2026;RQD;;').sheets;
    expect(sheet?.sheet.tiersPayant).toEqual({ amo: null, amc: undefined });
    expect(sheet?.sheet.prescriber).toMatchObject({ number: null, prescribedOn: undefined });
    expect(sheet?.sheet).toMatchObject({ securing: undefined, sentDate: undefined });
  });

  it('an empty quantity or excess takes its default, an unread one leaves its rule open', () => {
    const [empty] = sheetsOf(line({ 4: '', 6: '' }));
    expect(empty?.sheet.acts).toEqual([{ code: 'RQD', quantity: undefined, amount: 1000, excess: 0 }]);
    expect(unreadRules(file(line()), 'F1')).not.toContain('acte.depassement');
    const unread = file(line({ 4: 'deux', 6: 'beaucoup' }));
    expect(unreadRules(unread, 'F1')).toEqual(
      expect.arrayContaining(['acte.quantite', 'acte.depassement', 'acte.tarif']),
    );
    expect(fired(judged(unread), 'F1').join()).not.toMatch(/acte\.(quantite|depassement|tarif)/);
  });

  it('a word nobody knows is unread, and never taken for empty or for no', () => {
    const [sheet] = sheetsOf(line({ 7: 'peut-être', 9: 'ZZ', 10: 'ailleurs' }));
    expect(sheet?.sheet).toMatchObject({
      tiersPayant: { amo: undefined },
      securing: undefined,
      carePath: undefined,
    });
  });

  it('an unknown territory does not become the métropole', () => {
    const text = 'Date;Code;Montant;Profession;Territoire\n12/03/2026;RQD;12,00;Médecin;Saint-Martin';
    expect(fired(judged(text), 'ligne-2')).toEqual([]);
    expect(unreadRules(text, 'ligne-2')).toContain('acte.tarif');
  });

  it('what the person says of the biller stands only where the file is silent', () => {
    const of = (text: string) => read(text).sheets[0]?.sheet.biller?.profession;
    expect(of('Date;Code\n12/03/2026;RQD')).toBe('medecin');
    expect(of('Date;Code;Profession\n12/03/2026;RQD;Sage-femme')).toBe('sage-femme');
    expect(of('Date;Code;Profession\n12/03/2026;RQD;')).toBe('medecin');
    expect(of('Date;Code;Profession\n12/03/2026;RQD;Psychologue')).toBeUndefined();
  });
});

describe('lines of one feuille', () => {
  it('share its number, wherever they are; the act of téléexpertise speaks for it', () => {
    const sheets = sheetsOf(
      line({ 3: 'G', 5: '30,00', 9: 'SESAM Vitale' }),
      line({ 0: 'F2', 2: 'PB' }),
      line(),
    );
    expect(sheets.map(({ sheet, lines }) => [sheet.id, lines])).toEqual([
      ['F1', [2, 4]],
      ['F2', [3]],
    ]);
    expect(sheets[0]?.sheet.acts?.map(({ code }) => code)).toEqual(['G', 'RQD']);
    expect(sheets[0]?.sheet.securing).toBe('sans-vitale');
  });

  it('what its own line leaves empty, the other lines say', () => {
    const [sheet] = sheetsOf(line({ 3: 'G' }), line({ 7: '', 11: '' }));
    expect(sheet?.sheet).toMatchObject({ tiersPayant: { amo: true }, prescriber: { number: '991000027' } });
  });

  it('a line without number, date or patient continues the one above', () => {
    const [sheet] = sheetsOf(line(), ';;;MD;1;10,00;;;;;;');
    expect(sheet?.sheet.acts?.map(({ code }) => code)).toEqual(['RQD', 'MD']);
  });

  it('a number repeated with the patient left out is the feuille above', () => {
    expect(sheetsOf(line(), line({ 2: '', 3: 'MD' }))).toHaveLength(1);
  });

  it('one number for two patients is two feuilles, with ids of their own', () => {
    expect(sheetsOf(line(), line({ 2: 'PB' })).map(({ sheet }) => sheet.id)).toEqual(['F1', 'F1-ligne-3']);
  });

  it('one number for two days of téléexpertise is two feuilles', () => {
    expect(sheetsOf(line(), line({ 1: '13/03/2026' }))).toHaveLength(2);
  });

  it('« N° » alone groups lines only on the same day', () => {
    const text = file(line({ 3: 'G' }), line({ 1: '13/03/2026' })).replace('N° FSE', 'N°');
    expect(read(text).sheets).toHaveLength(2);
    expect(read(file(line({ 3: 'G' }), line({ 1: '13/03/2026' }))).sheets).toHaveLength(1);
  });

  it('are not guessed without a number: a consultation of the same day may be on its own feuille', () => {
    const text = 'Date;Patient;Code\n12/03/2026;PA;RQD\n12/03/2026;PA;G\n13/03/2026;PA;RQD';
    const { results } = judged(text);
    expect(results.map(({ id, applies }) => [id, applies])).toEqual([
      ['ligne-2', true],
      ['ligne-3', false],
      ['ligne-4', true],
    ]);
    expect(unreadRules(text, 'ligne-2')).toContain('acte.cumul');
    expect(unreadRules(text, 'ligne-4')).not.toContain('acte.cumul');
  });
});

describe('amounts of a line', () => {
  const act = (head: string, row: string) => read(`${head}\n${row}`).sheets[0]?.sheet.acts?.[0];
  it('are the unit price times the quantity when nothing better is there', () => {
    expect(act('Date;Code;Base;Qté', '12/03/2026;RQD;10,00;2')).toMatchObject({ amount: 2000, quantity: 2 });
  });
  it('leave the excess apart when the software adds it in', () => {
    const head = 'Date;Code;Base;Dépassement;Montant';
    expect(act(head, '12/03/2026;TE2;23,00;5,00;28,00')).toMatchObject({ amount: 2300, excess: 500 });
    expect(act(head, '12/03/2026;TE2;23,00;5,00;23,00')).toMatchObject({ amount: 2300, excess: 500 });
  });
  it('are the total of the feuille when it has one act and no amount of its own', () => {
    expect(act('Date;Code;Total FSE', '12/03/2026;RQD;10,00')).toMatchObject({ amount: 1000 });
    expect(act('Date;Code;Total FSE', '12/03/2026;RQD + G;40,00')).toMatchObject({ amount: undefined });
  });
});

describe('the patient', () => {
  const keys = (head: string, ...rows: string[]) =>
    read([`Date;Code;${head}`, ...rows.map((row) => `12/03/2026;RQD;${row}`)].join('\n')).sheets.map(
      ({ sheet }) => sheet.patient?.key,
    );
  it('is the same person however the name is written', () => {
    const [first, second] = keys(
      'Nom;Prénom;Né(e) le',
      'MODÈLE-CANARI;Zoé;14/02/1958',
      'Modele Canari;ZOE;14/02/1958',
    );
    expect(first).toBe(second);
  });
  it('is two people under one NIR when the birth dates differ', () => {
    const [parent, child] = keys(
      'NIR;Né(e) le',
      '255081416802538;14/08/1955',
      '2 55 08 14 168 025 38;01/02/2015',
    );
    expect(parent).not.toBe(child);
  });
  it('is nobody in particular when only a surname is given', () => {
    expect(keys('Nom', 'MODELE')).toEqual([undefined]);
    expect(keys('Patient', '')).toEqual([null]);
  });
  it('counts towards the quota from line to line', () => {
    const rows = ['01/02', '01/03', '01/04', '01/05', '01/06'].map((day, at) =>
      line({ 0: `F${at}`, 1: `${day}/2026` }),
    );
    expect(fired(judged(file(...rows)), 'F4')).toContain('quota.atteint block');
    expect(fired(judged(file(...rows.slice(0, 4))), 'F3').join()).not.toContain('quota.atteint');
  });
});

it('consent, report and request are taken from their columns', () => {
  const head = 'Date;Code;Consentement;Date du consentement;Date du compte-rendu;Motif de la demande;SCOR';
  const contextOf = (row: string) => read(`${head}\n12/03/2026;RQD;${row}`).sheets[0]?.context;
  expect(contextOf('Oui;10/03/2026;13/03/2026;Lésion du dos;Non')).toEqual({
    consent: { given: true, on: '2026-03-10' },
    reportReceivedOn: '2026-03-13',
    requestText: 'Lésion du dos',
    planDeTraitement: undefined,
    scor: false,
  });
  expect(contextOf('oral;10/03/2026;;;')).toMatchObject({
    consent: { given: true, on: '2026-03-10', how: 'oral' },
    reportReceivedOn: null,
    requestText: null,
  });
  expect(contextOf('Non;;;;')).toMatchObject({ consent: { given: false, on: '2026-03-12' } });
  expect(contextOf(';;;;')).toMatchObject({ consent: null });
  expect(contextOf('Oui;;;;')).toMatchObject({ consent: undefined });
});
