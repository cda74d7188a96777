/** What is remembered of an element that was shown. */
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { find } from '../../sites/find.ts';
import { composeProfile, kept } from '../../sites/pointing/compose.ts';
import type { Concept, Pointed } from '../../sites/pointing/concepts.ts';
import { describe as describeElement } from '../../sites/pointing/describe.ts';
import { startPointer } from '../../sites/pointing/pointer.ts';
import type { Profile } from '../../sites/profile.ts';
import { readScreen } from '../../sites/read.ts';

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

describe('after the software’s next release', () => {
  const sheet = (amo: string, more = '') => {
    page(`<p class="nom">DURIEU</p><form><input id="codeActe" title="Code acte">
      <label for="${amo}">TP AMO</label><input type="checkbox" id="${amo}" checked>${more}</form>`);
  };
  /** The profile of the page as it was shown. */
  function shown() {
    sheet('amo');
    const draft = {
      host: 'atlas.example.fr',
      path: '/facturation/feuille',
      shown: {
        'acte.code': show('acte.code', '#codeActe'),
        'tp.amo': show('tp.amo', '#amo'),
        'patient.nom': show('patient.nom', '.nom'),
      },
    };
    return composeProfile(draft, 'Atlas', '2026-11-26');
  }
  const read = (profile: Profile) =>
    readScreen(top, 'https://atlas.example.fr/facturation/feuille', profile, 0);

  test('nothing moved: all is as it was shown', () => {
    expect(read(shown())).toMatchObject({
      changed: [],
      fields: { 'tp.amo': { value: true, provenance: 'taught' }, 'patient.nom': { value: 'DURIEU' } },
    });
  });

  test('renamed, beside the same words: it is read, and must be shown again before anything is written', () => {
    const profile = shown();
    sheet('v2-oma');
    const reading = read(profile);
    expect(reading?.fields['tp.amo']).toEqual({ value: true, provenance: 'guessed' });
    expect(reading?.changed).toEqual(['tp.amo']);
    expect(reading?.fields['acte.code']?.provenance).toBe('taught');
  });

  test('renamed, and two controls beside the same words: it is not read', () => {
    const profile = shown();
    sheet('v2-oma', '<label for="x2">TP AMO</label><input type="checkbox" id="x2">');
    expect(read(profile)).toMatchObject({ changed: ['tp.amo'], fields: { 'tp.amo': { value: undefined } } });
  });

  test('renamed, and its words as well: it is not read, and the panel says so', () => {
    const profile = shown();
    sheet('v2-oma');
    document.querySelector('label')?.replaceChildren('Part obligatoire');
    expect(read(profile)).toMatchObject({ changed: ['tp.amo'], fields: { 'tp.amo': { value: undefined } } });
  });
});

describe('by keyboard alone', () => {
  const life = () => {
    const told: Pointed[] = [];
    const leave = new AbortController();
    const stopped: string[] = [];
    const pointer = startPointer({
      doc: document,
      onPointed: (pointed) => told.push(pointed),
      onStop: () => stopped.push('stop'),
      signal: leave.signal,
    });
    return { pointer, told, leave, stopped };
  };
  const form = `<button type="button" id="first">Menu</button><p><span class="nom">DURIEU</span>
    <span class="prenom">Zélie</span></p><input name="code" title="Code"><label><input type="checkbox" name="amo"> TP AMO</label>`;

  test('Tab goes to a control and Entrée shows it; nothing of the page feels a key', async () => {
    page(form);
    const { pointer, told, leave } = life();
    const felt: string[] = [];
    document.body.addEventListener('keydown', ({ key }) => key !== 'Tab' && felt.push(key));
    pointer.seek('acte.code', 'Acte');
    (document.querySelector('#first') as HTMLElement).focus();
    await userEvent.keyboard('{Tab}{Enter}');
    expect(told.map(({ concept, path }) => [concept, path.includes('[name="code"]')])).toEqual([
      ['acte.code', true],
    ]);
    pointer.seek('tp.amo', 'TP AMO');
    await userEvent.keyboard('{Tab}{Enter}x');
    expect(told.at(-1)).toMatchObject({ concept: 'tp.amo', kind: 'case', label: 'TP AMO' });
    expect((document.querySelector('[name=amo]') as HTMLInputElement).checked).toBe(false);
    expect(felt).toEqual([]);
    leave.abort();
  });

  test('a text has no focus: → goes to the next one, ← back', async () => {
    page(form);
    const { pointer, told, leave } = life();
    (document.querySelector('#first') as HTMLElement).focus();
    pointer.seek('patient.prenom', 'Prénom');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    pointer.seek('patient.nom', 'Nom');
    await userEvent.keyboard('{ArrowLeft}{Enter}');
    expect(told.map(({ concept, path }) => [concept, /\.(\w+)$/.exec(path)?.[1]])).toEqual([
      ['patient.prenom', 'prenom'],
      ['patient.nom', 'nom'],
    ]);
    leave.abort();
  });

  test('Échap leaves', async () => {
    page(form);
    const { pointer, stopped, leave } = life();
    pointer.seek('acte.code', 'Acte');
    (document.querySelector('#first') as HTMLElement).focus();
    await userEvent.keyboard('{Escape}');
    expect(stopped).toEqual(['stop']);
    leave.abort();
  });
});
