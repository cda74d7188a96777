import { describe, expect, it } from 'vitest';
import { bytesOf, fired, judged, read } from './files.ts';

const vendor = (name: string) => bytesOf('vendors', name);
const textOf = (name: string) => new TextDecoder().decode(vendor(name));

describe('exports as practice software writes them', () => {
  it('Weda: one feuille per line, SV left unread because it has two senses', () => {
    const reading = read(vendor('weda-recettes.csv'));
    expect(reading.problems).toEqual([]);
    expect(reading.columns?.unknown).toEqual([]);
    expect(reading.leftOut).toEqual([{ line: 6, kind: 'total' }]);
    expect(reading.unread).toEqual([{ line: 5, column: 'Sécurisation', concept: 'mode', shown: 'SV' }]);
    const [first] = reading.sheets;
    expect(first).toMatchObject({
      lines: [2],
      sheet: {
        id: '000101',
        actDate: '2026-03-12',
        acts: [{ code: 'RQD', amount: 1000 }],
        tiersPayant: { amo: true, amc: false },
        securing: 'sans-vitale',
        carePath: 'exclusion',
        prescriber: { number: '991000027', prescribedOn: '2026-03-12' },
        patient: { nir: '2 58 02 99 123 456 76', birthDate: '1958-02-14' },
      },
    });
    expect(reading.sheets[3]?.sheet).toMatchObject({ id: '000104', securing: undefined });
    const judgement = judged(vendor('weda-recettes.csv'));
    expect(fired(judgement, '000103')).toContain('tp.amo block');
    expect(fired(judgement, '000101')).not.toContain('tp.amo block');
    expect(judgement.results[3]?.notChecked.map(({ rule }) => rule)).toContain('mode.securisation');
    expect(judgement.results[1]?.applies).toBe(false);
  });

  it('Doctolib: everything quoted, a comment on two lines, two acts in one cell whose sum is nobody’s amount', () => {
    const reading = read(vendor('doctolib-factures.csv'));
    expect(reading.problems).toEqual([]);
    expect(reading.sheets.map(({ lines }) => lines)).toEqual([[2], [4], [5]]);
    expect(reading.sheets[0]?.sheet).toMatchObject({ securing: 'degrade', acts: [{ amount: 1000 }] });
    expect(reading.sheets[1]?.sheet.acts?.map(({ code, amount }) => [code, amount])).toEqual([
      ['AMK', undefined],
      ['RQD', undefined],
    ]);
    const judgement = judged(vendor('doctolib-factures.csv'));
    expect(fired(judgement, '2026-0002')).toContain('acte.cumul block');
    expect(judgement.results[1]?.notChecked.map(({ rule }) => rule)).toContain('acte.tarif');
  });

  it('TAMM: tabs, several lines of one feuille, AMO and AMC as amounts, the key in its own column', () => {
    const reading = read(vendor('tamm-actes.csv'));
    expect(reading.separator).toBe('\t');
    const concepts = Object.fromEntries(
      (reading.columns?.used ?? []).map(({ label, concept }) => [label, concept]),
    );
    expect(concepts).toMatchObject({
      'Tiers payant': 'tp',
      Base: 'acte.base',
      'Montant total': 'feuille.montant',
    });
    expect(reading.columns?.ignored.map(({ label }) => label)).toEqual(['taux', 'AMO', 'AMC']);
    expect(reading.sheets.map(({ sheet, lines }) => [sheet.id, lines])).toEqual([
      ['5001', [2]],
      ['5002', [3, 4]],
      ['5003', [5]],
    ]);
    expect(reading.sheets[0]?.sheet.prescriber?.number).toBe('991000027');
    expect(reading.sheets[2]?.sheet.acts).toEqual([{ code: 'TE2', quantity: 1, amount: 2300, excess: 500 }]);
    const judgement = judged(vendor('tamm-actes.csv'));
    expect(fired(judgement, '5002')).toContain('acte.cumul block');
    expect(fired(judgement, '5003')).toEqual(
      expect.arrayContaining(['acte.depassement block', 'tp.amc warn']),
    );
  });

  it('WinOrtho: a report with a title, the practitioner above the table, subtotals and repeated headers', () => {
    const reading = read(vendor('winortho-fse.csv'), { biller: {} });
    expect(reading.problems).toEqual([]);
    expect(reading.sheets.map(({ sheet, lines }) => [sheet.id, lines[0]])).toEqual([
      ['77', 7],
      ['78', 8],
      ['79', 11],
    ]);
    expect(reading.sheets[0]?.sheet.biller).toMatchObject({
      numeroAm: '999000029',
      profession: 'orthophoniste',
    });
    expect(reading.leftOut.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '9 total',
      '10 repeated-header',
      '12 total',
      '13 footer',
    ]);
    expect(fired(judged(vendor('winortho-fse.csv')), '79')).toContain('tp.amo block');
  });

  it('accounting: no number of feuille, so lines stay apart and the cumul is left open', () => {
    const reading = read(vendor('comptabilite.csv'));
    expect(reading.leftOut.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '7 refund',
      '8 total',
      '9 total',
    ]);
    const judgement = judged(vendor('comptabilite.csv'));
    const [first] = judgement.results;
    expect(first?.id).toBe('ligne-4');
    expect(first?.findings.map(({ rule }) => rule)).not.toContain('acte.cumul');
    expect(first?.notChecked).toContainEqual({ rule: 'acte.cumul', missing: ['acts'] });
    const dear = judgement.results.find(({ id }) => id === 'ligne-6');
    expect(dear?.findings[0]).toMatchObject({
      rule: 'acte.tarif',
      severity: 'block',
      amountAtStake: 100_000,
    });
    expect(dear?.notChecked.map(({ rule }) => rule)).not.toContain('acte.cumul');
  });
});

/** Bytes of a text in encodings that only a decoder is given for. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++)
      view.setUint16(2 * at, text.charCodeAt(at), encoding === 'utf-16le');
    return bytes;
  }
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => all.indexOf(character));
}

describe('encodings', () => {
  const names = ['weda-recettes.csv', 'doctolib-factures.csv', 'tamm-actes.csv', 'winortho-fse.csv'];
  const encodings = [
    'utf-8 with a mark',
    'windows-1252',
    'macintosh',
    'utf-16le',
    'utf-16be',
    'utf-16le with a mark',
  ];
  it.each(names.flatMap((name) => encodings.map((encoding) => [name, encoding] as const)))(
    '%s in %s gives the same sheets',
    (name, encoding) => {
      const text = textOf(name);
      const marked = encoding.endsWith('with a mark') ? `\ufeff${text}` : text;
      const plain = encoding.replace(' with a mark', '');
      const bytes = plain === 'utf-8' ? new TextEncoder().encode(marked) : encoded(marked, plain);
      const reading = read(bytes);
      expect(reading.encoding).toBe(plain);
      expect(reading.sheets).toEqual(read(text).sheets);
      expect(reading.columns).toEqual(read(text).columns);
    },
  );

  it.each(['\r\n', '\r'])('line ends %j do not move the lines', (end) => {
    const text = textOf('winortho-fse.csv');
    expect(read(text.replaceAll('\n', end)).sheets).toEqual(read(text).sheets);
  });
});
