import { beforeEach, describe, expect, it } from 'vitest';
import { find, selectAll } from '../../sites/find.ts';
import { labelOf } from '../../sites/labels.ts';
import type { FieldMap } from '../../sites/profile.ts';
import { el } from './sheet-page.ts';

const page = el('main');
beforeEach(() => {
  page.replaceChildren();
  document.body.replaceChildren(page);
});

const map = (more: Partial<FieldMap>): FieldMap => ({ find: ['.champ'], control: 'text', ...more });
const input = (more: Record<string, string> = {}) => el('input.champ', more);
const field = (label: string, ...more: Node[]) => el('div', {}, el('span', {}, label), input(), ...more);

describe('finding', () => {
  it('takes the first alternative that gives one element', () => {
    page.append(el('input.second'), el('input.third'));
    expect(find(page, map({ find: ['.first', '.second', '.third'] })).element).toBe(page.children[0]);
  });

  it('refuses two elements where one is expected, even when a later alternative would give one', () => {
    page.append(input(), input(), el('input.autre'));
    expect(find(page, map({ find: ['.champ', '.autre'] }))).toMatchObject({ element: page.children[2] });
    expect(find(page, map({}))).toEqual({ all: [], missing: 'unexpected' });
  });

  it('enters open shadow roots and same-origin frames, not closed ones', async () => {
    const [opened, closed] = [el('x-ouvert'), el('x-clos')];
    const frame = el('iframe.cadre') as HTMLIFrameElement;
    page.append(opened, closed, frame);
    opened.attachShadow({ mode: 'open' }).append(el('div.boite', {}, input()));
    closed.attachShadow({ mode: 'closed' }).append(input());
    frame.contentDocument?.body.append(input());
    expect(selectAll(page, 'x-ouvert >>> .boite .champ')).toHaveLength(1);
    expect(selectAll(page, '.cadre >>> .champ')).toHaveLength(1);
    expect(selectAll(page, 'x-clos >>> .champ')).toHaveLength(0);
  });

  it('asks for the second proof, whatever the case and the accents', () => {
    page.append(el('label', {}, input(), 'Réaliser une FSE'));
    expect(find(page, map({ expectText: 'REALISER' })).element).toBeDefined();
    expect(find(page, map({ expectText: 'AMO' }))).toMatchObject({ missing: 'unexpected' });
  });

  it('wants whole words: an AMO inside another word proves nothing', () => {
    page.append(el('label', {}, input(), 'Camomille'));
    expect(find(page, map({ expectText: 'AMO' }))).toMatchObject({ missing: 'unexpected' });
  });

  it('looks for the proof in an ancestor when told to', () => {
    page.append(el('section.carte', {}, el('h3', {}, 'Tiers payant'), el('div', {}, input())));
    expect(find(page, map({ expectText: 'tiers payant', expectIn: '.carte' })).element).toBeDefined();
    expect(find(page, map({ expectText: 'tiers payant', expectIn: '.ailleurs' }))).toMatchObject({
      missing: 'unexpected',
    });
  });

  it('keeps the candidates that show what the pattern wants', () => {
    page.append(el('b.champ', {}, 'Mme'), el('b.champ', {}, 'né le 15/06/1955'));
    const date = map({ control: 'display', pattern: '(\\d{2}/\\d{2}/\\d{4})' });
    expect(find(page, date).element).toBe(page.children[1]);
  });
});

describe('finding by words', () => {
  const number = map({ labels: ['N° AM', 'Numéro AM/FINESS'] });

  it('takes the only exact label for sure', () => {
    page.append(field('N° AM :'), field('RPPS'));
    expect(find(page, number)).toMatchObject({ guessed: false });
  });

  it('knows a label that only begins with the words for a guess', () => {
    page.append(field('N° AM du remplaçant'));
    expect(find(page, number)).toMatchObject({ guessed: true });
  });

  it('prefers the exact label to one that contains the words', () => {
    page.append(field('Ancien n° AM'), field('Numero AM / FINESS *'));
    expect(find(page, number).element).toBe(page.children[1]?.querySelector('input'));
  });

  it('refuses a tie', () => {
    page.append(field('N° AM'), field('Numéro AM'));
    expect(find(page, number)).toEqual({ all: [], missing: 'unexpected' });
  });

  it('refuses a label that names another field as well', () => {
    page.append(field('N° AM/RPPS'));
    expect(find(page, number, [map({ labels: ['RPPS'] })])).toEqual({ all: [], missing: 'unexpected' });
  });

  it('does not look inside another block', () => {
    page.append(el('div.traitant', {}, field('N° AM')));
    expect(find(page, { ...number, outside: '.traitant' })).toEqual({ all: [], missing: 'not-found' });
  });

  it('takes no two-letter word out of a longer label', () => {
    page.append(field('AM ou autre'));
    expect(find(page, map({ labels: ['AM'] }))).toEqual({ all: [], missing: 'not-found' });
  });
});

describe('the closest label', () => {
  it('is the one that points at the control, then the one around it', () => {
    page.append(
      el(
        'div',
        {},
        el('label', { for: 'a' }, 'Vrai'),
        el('p', {}, 'Faux', input({ id: 'a', title: 'Titre' })),
      ),
    );
    expect(labelOf(page.querySelector('input') as Element)).toBe('Vrai');
  });

  it('is the attribute when no words stand alone with the control', () => {
    page.append(el('div', {}, 'Deux champs', input({ placeholder: 'Montant' }), input()));
    expect(labelOf(page.querySelector('input') as Element)).toBe('Montant');
  });

  it('never takes the words of a neighbour', () => {
    page.append(el('div', {}, el('div', {}, input()), field('N° AM')));
    expect(labelOf(page.querySelector('input') as Element)).toBe('');
  });

  it('follows aria-labelledby', () => {
    page.append(el('b', { id: 'mot' }, 'Quantité'), input({ 'aria-labelledby': 'mot' }), input());
    expect(labelOf(page.querySelector('input') as Element)).toBe('Quantité');
  });

  it('leaves out the options of a list', () => {
    page.append(el('label', {}, 'Parcours', el('select.champ', {}, el('option', {}, 'Urgence'))));
    expect(labelOf(page.querySelector('select') as Element)).toBe('Parcours');
  });
});
