import { describe, expect, it } from 'vitest';
import { previewOf } from '../../cases/preview.ts';
import { wantedSheet } from '../../cases/wanted-sheet.ts';
import { consentMention, defaultMention } from '../../cases/consent-mention.ts';
import { frenchEuros, sayValue } from '../../cases/words.ts';
import type { Reading } from '../../sites/model.ts';

const wanted = wantedSheet({
  role: 'requerant',
  otherSide: { numeroAm: '99 1 00002 7', requestedOn: '2026-11-20' },
  securing: 'sans-vitale',
});

const mapped = (value: string | boolean | null | undefined, missing?: 'not-found') => ({
  value,
  provenance: 'mapped' as const,
  ...(missing && { missing }),
});

const reading = (part: Partial<Reading> = {}): Reading => ({
  screen: 'fse',
  profile: { id: 'weda', name: 'Weda', checkedOn: '2026-11-22', grade: 'source' },
  mode: 'full',
  patient: { marker: '1', from: 'page' },
  fields: {
    'acte.code': mapped(null),
    'tp.amo': mapped(false),
    'tp.amc': mapped(false),
    mode: mapped('vitale'),
    parcours: mapped(null),
    'prescripteur.numero': mapped(undefined, 'not-found'),
  },
  acts: null,
  changed: [],
  settled: true,
  at: 0,
  ...part,
});

const actionsOf = (one: Reading) =>
  Object.fromEntries(previewOf(one, wanted, null).map(({ field, action }) => [field, action]));

describe('the wanted sheet', () => {
  it('invents nothing: no number and no date while the other side is not known', () => {
    const fields = wantedSheet({ role: 'requis', otherSide: null, securing: 'degrade' }).map(
      ({ field }) => field,
    );
    expect(fields).not.toContain('prescripteur.numero');
    expect(fields).not.toContain('prescripteur.date');
  });

  it('holds the other side’s number without its spaces', () => {
    expect(wanted.find(({ field }) => field === 'prescripteur.numero')?.want).toBe('991000027');
  });
});

describe('the preview', () => {
  it('says what will be written, what is right already, and what is left to the hand', () => {
    expect(actionsOf(reading())).toEqual({
      'acte.code': 'write',
      'tp.amo': 'write',
      'tp.amc': 'already',
      mode: 'write',
      parcours: 'write',
      // Comes with the act.
      'prescripteur.numero': 'write',
      // The profile knows no such field.
      'prescripteur.date': 'by-hand',
    });
  });

  it('leaves a missing prescriber to the hand once the act is on the sheet', () => {
    const acts = [{ code: 'RQD', quantity: 1, amount: 1000, excess: 0 }];
    expect(actionsOf(reading({ acts }))['prescripteur.numero']).toBe('by-hand');
  });

  it('never writes a guessed field, nor anything on a page that is read only', () => {
    const guessed = reading();
    guessed.fields['tp.amo'] = { value: false, provenance: 'guessed' };
    expect(actionsOf(guessed)['tp.amo']).toBe('by-hand');
    expect(Object.values(actionsOf(reading({ mode: 'read-only' })))).not.toContain('write');
  });
});

describe('words', () => {
  it('say amounts, dates and numbers as they are written in France', () => {
    expect(frenchEuros(1000)).toBe('10,00\u202f€');
    expect(frenchEuros(123456789)).toBe('1\u202f234\u202f567,89\u202f€');
    expect(sayValue('prescripteur.date', '2026-03-12')).toBe('12/03/2026');
    expect(sayValue('tp.amo', false)).toBe('non coché');
    expect(sayValue('mode', undefined)).toBe('non lu');
  });

  it('say the consent as it was given', () => {
    const consent = { given: true, on: '2026-03-12', by: 'representant-legal', how: 'ecrit' } as const;
    expect(consentMention(defaultMention, 'Lina PETIT', consent)).toBe(
      'Téléexpertise : Lina PETIT a été informé(e) et a donné son accord le 12/03/2026 (par écrit, par le représentant légal).',
    );
  });
});
