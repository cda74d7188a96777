/** What is remembered of an element that was shown. */
import { afterEach, describe, expect, test } from 'vitest';
import { find } from '../../sites/find.ts';
import { kept } from '../../sites/pointing/compose.ts';
import type { Concept, Pointed } from '../../sites/pointing/concepts.ts';
import { describe as describeElement } from '../../sites/pointing/describe.ts';

/** The tests themselves run in a frame of the same origin: a path begins at the page around it. */
const top = (window.top ?? window).document;

afterEach(() => document.body.replaceChildren());

const page = (html: string): void => {
  document.body.innerHTML = html;
};

/** What would be kept of the element with that mark once it is shown for `concept`. */
function show(concept: Concept, mark = '[data-here]'): Pointed {
  const element = document.querySelector(mark) as Element;
  element.removeAttribute('data-here');
  const seen = describeElement(concept, element, []);
  if ('refusal' in seen) throw new Error(seen.refusal);
  const good = kept(seen);
  if (!good) throw new Error('The linter takes none of it.');
  return good;
}

const numbered = (first: number) =>
  ['AMO', 'AMC']
    .map(
      (name, at) => `<mat-slide-toggle class="mat-slide-toggle" id="mat-slide-toggle-${first + at}">
        <label for="mat-slide-toggle-${first + at}-input"><span><input type="checkbox" role="switch" class="mat-slide-toggle-input"
        id="mat-slide-toggle-${first + at}-input" ${name === 'AMO' ? 'data-here' : ''}></span><span>Tiers payant ${name}</span></label></mat-slide-toggle>`,
    )
    .join('');

describe('boxes that a program numbers are told by the words beside them', () => {
  test('shown once, found again when the numbers have moved', () => {
    page(numbered(7));
    const { map, lasting } = show('tp.amo');
    expect(lasting).toBe(true);
    expect(map?.find.join()).not.toMatch(/toggle-\d/);
    page(numbered(3));
    const found = map && find(top, map);
    expect(found?.element?.id).toBe('mat-slide-toggle-3-input');
  });

  test('two boxes beside the same words cannot be told apart: none is kept', () => {
    page(numbered(7).replace('Tiers payant AMC', 'Tiers payant AMO'));
    expect(() => show('tp.amo')).toThrow('Rien de durable');
  });

  test('once the words are gone, the box is not found', () => {
    page(numbered(7));
    const { map } = show('tp.amo');
    page(numbered(7).replaceAll('Tiers payant', 'TP'));
    expect(map && find(top, map)).toMatchObject({ missing: 'unexpected' });
  });
});
