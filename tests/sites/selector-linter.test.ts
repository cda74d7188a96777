import { describe, expect, it } from 'vitest';
import { lintSelector } from '../../sites/selector-linter.ts';

describe('a selector is refused when it is', () => {
  it.each<[rule: string, selectors: string[]]>([
    ['syntax', ['div[', '##a', 'a >']],
    ['list', ['#amo, #amc', '.a,.b']],
    ['universal', ['*', '#fse *', 'div', 'input', 'body > div']],
    [
      'positional',
      [
        '#fse li:nth-child(2)',
        '#fse :first-child',
        '#fse :last-of-type',
        '#a + .b',
        '#a ~ .b',
        '#a:only-child',
      ],
    ],
    [
      'state',
      [
        '#a:hover',
        '.champ.ng-dirty',
        '.mat-checkbox-checked',
        '#a:checked',
        '[aria-checked="true"] .x',
        'input.ng-invalid',
      ],
    ],
    [
      'generated-id',
      ['#mat-checkbox-1-input', '#cdk-overlay-3', '#mat-input-12', '#ext-gen1042', '#radix-7'],
    ],
    ['deep', ['.a .b .c .d .e .f', '#form1 > .a > .b > .c > .d > .e']],
  ])('%s', (rule, selectors) => {
    for (const selector of selectors) expect(lintSelector(selector), selector).toContain(rule);
  });

  it('judged step by step across shadow roots', () => {
    expect(lintSelector('x-ouvert >>> div')).toEqual(['universal']);
    expect(lintSelector('x-ouvert >>> .champ:hover')).toEqual(['state']);
  });

  it('judged inside :not() and :has() too', () => {
    expect(lintSelector('.champ:not(:hover)')).toEqual(['state']);
  });
});

describe('a selector passes', () => {
  it.each([
    '#ContentPlaceHolder1_EtatCivilUCForm1_LabelPatientNom',
    'vz-orientation select',
    '[vz-acte] .acteCell input.mat-input-element',
    '[title="Prénom du patient"]',
    '.cdk-overlay-container [class="mat-button-wrapper"]',
    'x-ouvert >>> .champ',
  ])('%s', (selector) => expect(lintSelector(selector)).toEqual([]));

  it('a numbered id, when a word must stand beside it', () => {
    expect(lintSelector('#mat-checkbox-1-input', true)).toEqual([]);
  });
});
