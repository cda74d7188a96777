import { describe, expect, it } from 'vitest';
import {
  columnVocabulary,
  labelReadings,
  type ColumnConcept,
} from '../../ledger/import/column-vocabulary.ts';
import { recogniseColumns, type ColumnMapping } from '../../ledger/import/columns.ts';
import { normaliseLabel } from '../../ledger/import/labels.ts';

/** Concept of each column that is used, by label. */
function seen(header: string, rows: string[] = [], mapping: ColumnMapping = {}) {
  const cells = rows.map((row) => row.split(';'));
  return recogniseColumns(header.split(';'), cells, mapping);
}
const used = (header: string, rows?: string[], mapping?: ColumnMapping) =>
  Object.fromEntries(seen(header, rows, mapping).used.map(({ label, concept }) => [label, concept]));

describe('labels', () => {
  it.each([
    ['N° FSE', 'numero fse'],
    ['num_fse', 'numero fse'],
    ['NumFSE', 'numero fse'],
    ['No. FSE', 'numero fse'],
    ['NUMÉRO FSE :', 'numero fse'],
    ['Dépassement d’honoraires *', "depassement d'honoraires"],
    ['Montant (€)', 'montant'],
    ['T.P. AMO', 'tp amo'],
    ['Cœfficient', 'coefficient'],
  ])('%s is compared as %s', (label, normalised) => expect(normaliseLabel(label)).toBe(normalised));

  it('no label is sure of two things that matter', () => {
    const torn = [...labelReadings].filter(([, readings]) => {
      const sure = readings.filter(
        ({ concept, tier }) => tier === 'sure' && !columnVocabulary[concept].ignored,
      );
      return sure.length > 1;
    });
    expect(torn).toEqual([]);
  });

  it('every label of the vocabulary is recognised for what it is when it stands alone', () => {
    const wrong: string[] = [];
    for (const [label, readings] of labelReadings) {
      const [first] = readings.filter(({ tier }) => tier !== 'withContent');
      if (!first || columnVocabulary[first.concept].ignored || first.concept === 'numero-am') continue;
      const [use] = recogniseColumns([label], []).used;
      if (use?.concept !== first.concept) wrong.push(`${label}: ${use?.concept}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('columns', () => {
  it('a longer label is recognised when what surrounds it says nothing else', () => {
    expect(used('Date de l’acte (jj/mm/aaaa);N° prescripteur saisi;Mode de sécurisation FSE')).toEqual({
      'Date de l’acte (jj/mm/aaaa)': 'acte.date',
      'N° prescripteur saisi': 'prescripteur.numero',
      'Mode de sécurisation FSE': 'mode',
    });
  });

  it.each([
    'Montant remboursé RO',
    'Montant mutuelle',
    'Date de règlement',
    'Hors tiers payant AMC',
    'TP AMO refusé',
  ])('« %s » is never taken for its beginning', (label) =>
    expect(used(`${label};Code`)).toEqual({ Code: 'acte.code' }),
  );

  it('a precise label goes before a general one', () => {
    const report = seen('Date;Date acte;Code;Montant total;Montant');
    expect(report.used.map(({ label }) => label)).toEqual(['Date acte', 'Code', 'Montant total', 'Montant']);
    expect(report.ignored.map(({ label }) => label)).toEqual(['Date']);
  });

  it('« AMO » is a box or an amount, as its cells say', () => {
    expect(used('Code;AMO', ['RQD;Oui', 'RQD;Non'])).toMatchObject({ AMO: 'tp.amo' });
    expect(used('Code;AMO', ['RQD;10,00', 'RQD;7,00'])).toEqual({ Code: 'acte.code' });
  });

  it('« Prescripteur » is a number or a name, as its cells say', () => {
    expect(used('Code;Prescripteur', ['RQD;991000027'])).toMatchObject({
      Prescripteur: 'prescripteur.numero',
    });
    expect(used('Code;Prescripteur', ['RQD;Dr MODELE'])).toEqual({ Code: 'acte.code' });
  });

  it('« Libellé » holds codes or words, as its cells say', () => {
    expect(used('Date;Libellé', [';RQD', ';G'])).toMatchObject({ Libellé: 'acte.code' });
    expect(used('Date;Libellé', [';Consultation chez soi', ';Demande d’avis'])).toEqual({
      Date: 'acte.date',
    });
  });

  it('« N° AM » is whose the other columns leave', () => {
    expect(used('N° AM;N° prescripteur')).toMatchObject({ 'N° AM': 'facturant.numero' });
    expect(used('N° praticien;N° AM')).toMatchObject({ 'N° AM': 'prescripteur.numero' });
    expect(used('Prescripteur;N° AM', ['Dr MODELE;991000027'])).toEqual({ 'N° AM': 'prescripteur.numero' });
    expect(used('Praticien;N° AM', ['Dr MODELE;991000027'])).toEqual({ 'N° AM': 'facturant.numero' });
    expect(used('Date prescription;N° AM', ['12/03/2026;991000027'])).toMatchObject({
      'N° AM': 'prescripteur.numero',
    });
    expect(seen('Code;N° AM').refused.map(({ label }) => label)).toEqual(['N° AM']);
  });

  it('two columns that say the same are refused unless the cells settle it or they are alike', () => {
    expect(seen('Montant;Montant', ['10,00;23,00']).refused).toHaveLength(2);
    expect(seen('Montant;Montant', ['10,00;10,00']).used).toHaveLength(1);
    expect(seen('Montant;Honoraires', ['10,00;Oui', '23,00;Non']).used).toMatchObject([{ label: 'Montant' }]);
  });

  it('reports what it does not know', () => {
    expect(seen('Code;Zone libre;Caisse', ['RQD;x;CPAM'])).toMatchObject({
      unknown: [{ index: 1, label: 'Zone libre' }],
      ignored: [{ index: 2, label: 'Caisse' }],
    });
  });

  it('a mapping by hand goes before the vocabulary, by label or by place', () => {
    const mapping: Record<string, ColumnConcept | null> = {
      'Zone libre': 'prescripteur.numero',
      '1': 'acte.code',
    };
    expect(used('Bidule;ZONE LIBRE;Montant', [], { ...mapping, Montant: null })).toEqual({
      Bidule: 'acte.code',
      'ZONE LIBRE': 'prescripteur.numero',
    });
    expect(seen('Code', [], { Absente: 'acte.date' }).absent).toEqual(['absente']);
  });
});
