import { describe, expect, it } from 'vitest';
import { cues } from '../../rules/urgency/cues/lists.ts';
import { knowledge } from '../../rules/urgency/knowledge.ts';
import { urgencyCategories } from '../../rules/urgency/lexicon/categories.ts';
import { lookalikes } from '../../rules/urgency/lexicon/lookalikes.ts';
import { realWords } from '../../rules/urgency/real-words.ts';
import { urgencySources } from '../../rules/urgency/sources.ts';
import { tokenise } from '../../rules/urgency/tokens.ts';
import { isOneErrorApart, TypoIndex } from '../../rules/urgency/typos.ts';

const sources = new Map(urgencySources.map((source) => [source.id, source]));
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

describe('the urgency lexicon', () => {
  it('has a category once, with a French name, a confidence and a day', () => {
    const ids = urgencyCategories.map((category) => category.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const category of urgencyCategories) {
      expect(category.label, category.id).toMatch(/^\p{Lu}/u);
      expect(category.checkedOn, category.id).toMatch(isoDay);
      expect(category.groups.length, category.id).toBeGreaterThan(0);
    }
  });

  it('counts a category only on a source that can be opened', () => {
    for (const category of urgencyCategories) {
      for (const group of category.groups) {
        const source = sources.get(group.source);
        expect(source, `${category.id}: ${group.source}`).toBeDefined();
        if (category.on) expect(source?.url, `${category.id}: ${group.source}`).toMatch(/^https?:\/\//);
        else expect(group.source, category.id).toBe('none');
      }
      expect(category.confidence === 'GAP', category.id).toBe(!category.on);
    }
  });

  it('keeps off what no source supports', () => {
    const off = urgencyCategories.filter((category) => !category.on).map((category) => category.id);
    expect(off).toEqual(['psychiatrie', 'obstetrique', 'ophtalmologie', 'urologie', 'nourrisson-febrile']);
  });

  it('calls a category confirmed only on two sources, or on one that quotes another', () => {
    for (const category of urgencyCategories) {
      if (category.confidence !== 'CONFIRMED') continue;
      const used = category.groups.map((group) => sources.get(group.source)?.confidence);
      expect(used, category.id).toContain('CONFIRMED');
    }
  });

  it('cites every source it lists, and dates them', () => {
    const cited = new Set(
      urgencyCategories.flatMap((category) => category.groups.map((group) => group.source)),
    );
    for (const source of urgencySources) {
      expect(source.checkedOn, source.id).toMatch(isoDay);
      if (source.date !== null) expect(source.date, source.id).toMatch(/^\d{4}(-\d{2}){0,2}$/);
    }
    expect(urgencySources.map((source) => source.id).filter((id) => !cited.has(id))).toEqual([]);
  });

  it('finds each of its wordings, whole, as the wording is written', () => {
    const { terms, vocabulary } = knowledge();
    const wordings = urgencyCategories.flatMap((category) => category.groups.flatMap((group) => group.terms));
    for (const wording of [...wordings, ...lookalikes]) {
      for (const choice of [0, 1, 2]) {
        const written = wording
          .split(' ')
          .map((slot) => slot.split('|')[choice] ?? slot.split('|')[0] ?? '')
          .join(' ')
          .replaceAll('=', '');
        const tokens = tokenise(written);
        vocabulary.number(tokens);
        const [match] = terms.findAll(tokens);
        expect(match, written).toBeDefined();
        expect(tokens.length - (match?.to ?? 0), written).toBe(1);
      }
    }
  });

  it('has no empty cue', () => {
    for (const [kind, phrases] of Object.entries(cues)) expect(phrases.length, kind).toBeGreaterThan(0);
  });
});

describe('typing errors', () => {
  it.each([
    ['thoracique', 'thoracique', true],
    ['thoraciqe', 'thoracique', true],
    ['thoraciquee', 'thoracique', true],
    ['thorazique', 'thoracique', true],
    ['thoarcique', 'thoracique', true],
    ['toraciqe', 'thoracique', false],
    ['thaorcique', 'thoracique', false],
    ['ab', 'ba', true],
    ['', 'a', true],
    ['', 'ab', false],
  ])('%s for %s: %s', (typed, meant, expected) => {
    expect(isOneErrorApart(typed, meant)).toBe(expected);
    expect(isOneErrorApart(meant, typed)).toBe(expected);
  });

  it('are found by their neighbourhood, real words apart', () => {
    const index = new TypoIndex(['saignons']);
    index.add('saignant', 7);
    index.add('court', 8);
    expect(index.find('saigant')).toBe(7);
    expect(index.find('soignant')).toBe(7);
    expect(index.find('saignanst')).toBe(7);
    expect(index.find('siagnant')).toBe(7);
    expect(index.find('siagnnat')).toBe(-1);
    expect(index.find('cour')).toBe(-1);
    const strict = new TypoIndex(['soignant']);
    strict.add('saignant', 7);
    expect(strict.find('soignant')).toBe(-1);
  });

  it('real words are one error from a word of the lexicon, else they need not be listed', () => {
    const bare = new TypoIndex([]);
    const { vocabulary } = knowledge();
    for (const word of vocabulary.correctable()) bare.add(word, 1);
    expect(realWords.filter((word) => bare.find(word) < 0)).toEqual([]);
  });
});
