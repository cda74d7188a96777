/** *Enregistrer un rapport*: the structure of a page, and nothing of anybody. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseProfile } from '../../sites/profile-schema.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';
import { neutralWords } from '../../sites/structure/neutral-words.ts';
import { parseStructure, reportText, type ReportAbout } from '../../sites/structure/report.ts';
import { MOST_LINES } from '../../sites/structure/structure.ts';
import { structureOf } from '../../sites/structure/walk.ts';

const neutral = neutralWords(rawProfiles.map(parseProfile));
const about: ReportAbout = {
  version: '1.2.3',
  browser: 'Chrome 156',
  profile: { id: 'weda', checkedOn: '2026-11-22' },
  host: 'secure.weda.fr',
  screen: 'fse',
  missing: ['tp.amo'],
  absent: ['prescripteur.numero'],
  found: ['acte.code'],
};

let place: HTMLElement | null = null;
afterEach(() => place?.remove());

/** The page built by `build`, and what the report says of it. */
function report(build: (root: HTMLElement) => void): string {
  place?.remove();
  place = document.createElement('main');
  build(place);
  document.body.append(place);
  const mine = place;
  const structure = structureOf(
    document,
    (element) => element.parentElement === document.body && element !== mine,
  );
  const passed = parseStructure(JSON.parse(JSON.stringify(structure)));
  if (!passed) throw new Error('What the page gives is not what the background takes.');
  return reportText(passed, about, neutral);
}
const html = (text: string) =>
  report((root) => {
    root.innerHTML = text;
  });
const body = (text: string): string => text.slice(text.indexOf('(+ 3)'));

/** Puts a word wherever a page may hold one. */
function everywhere(root: HTMLElement, word: string): void {
  const tag = /^[a-z]+$/.test(word) ? `x-${word}` : 'x-box';
  root.innerHTML = `<p></p><form><label></label><input><textarea></textarea><select><option></option></select></form>
    <table><tr><td></td></tr></table><a></a><img><button></button><iframe></iframe><${tag}></${tag}>`;
  for (const element of root.querySelectorAll('*')) {
    if (element.nodeName !== 'FORM' && element.childElementCount === 0) element.textContent = word;
    const values = {
      id: word,
      class: `${word} patient-${word} ${word}Field col_${word}`,
      name: word,
      for: word,
      formcontrolname: word,
      type: element.nodeName === 'INPUT' ? word : 'x',
      role: word,
      title: word,
      alt: word,
      placeholder: word,
      value: word,
      href: `https://example.org/${word}?nom=${word}#${word}`,
      'aria-label': word,
      'data-patient': word,
      'data-testid': word,
      onclick: `open('${word}')`,
      style: `--nom: ${word}`,
    };
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    if (/^[a-z]+$/.test(word)) {
      // « value=Jean DURAND » without quotes.
      element.setAttribute(word, '');
      element.setAttribute(`data-${word}`, '');
    }
    element.append(document.createComment(word));
  }
  for (const field of root.querySelectorAll<HTMLInputElement>('input,textarea')) field.value = word;
  const shadow = root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<section><input></section>';
  shadow.querySelector('input')?.setAttribute('id', word);
  shadow.append(word);
  const frame = root.appendChild(document.createElement('iframe'));
  frame.src = 'about:blank';
  root.addEventListener('filled', () => {
    const inner = frame.contentDocument;
    if (!inner) return;
    inner.title = word;
    inner.body.innerHTML = '<div><input></div>';
    inner.querySelector('input')?.setAttribute('name', word);
    inner.body.append(word);
  });
}

/** Is a piece of `word` that could name somebody in the text? Case and accents are no shelter. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

function leaks(word: string): boolean {
  let made: HTMLElement | null = null;
  const text = report((root) => {
    everywhere(root, word);
    made = root;
  });
  (made as HTMLElement | null)?.dispatchEvent(new Event('filled'));
  const again = structureOf(
    document,
    (element) => element.parentElement === document.body && element !== made,
  );
  const whole = text + reportText(again, about, neutral);
  return bare(whole).includes(bare(word)) || whole.includes('https:');
}

describe('nothing of anybody is in it, wherever the page holds it', () => {
  test.each([
    'DURIEU',
    'Zélie',
    'martineau',
    'O’Connor',
    'DE LA TOUR D’AUVERGNE',
    '2550699999999',
    '255069999999934',
    '2 55 06 99 999 999 34',
    '15/06/1955',
    '0612345678',
    'zelie.durieu@example.org',
    'Durieu_Zelie_1955',
    'durieu-zelie',
    'ZelieDurieu',
    'Douleur thoracique depuis une heure',
  ])('%s', (word) => {
    expect(leaks(word)).toBe(false);
  });

  test('any name, in any case', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 5, maxLength: 12 })
      .map((list) => list.join(''))
      // A word of every page is no name of anybody there.
      .filter((word) => !neutral.has(word))
      .chain((word) => fc.constantFrom(word, word.toUpperCase(), word[0]?.toUpperCase() + word.slice(1)));
    fc.assert(
      fc.property(name, (word) => !leaks(word)),
      { numRuns: 60 },
    );
  });

  test('any number', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 15 })
          .map((list) => list.join('')),
        (number) => !body(html(`<p id="p${number}" class="c-${number}">${number}</p>`)).includes(number),
      ),
      { numRuns: 60 },
    );
  });
});

describe('what whoever repairs a profile needs is in it', () => {
  test('nesting, types, roles, identifiers made of known words, names of attributes', () => {
    const text = html(
      `<vz-feuille-de-soin><form id="mode"><div role="group" aria-label="Tiers payant"><label for="mat-checkbox-1-input">AMO</label>
       <input type="checkbox" id="mat-checkbox-1-input" formcontrolname="amo" disabled></div></form></vz-feuille-de-soin>`,
    );
    expect(text).toContain('    vz-feuille-de-soin\n      form#mode\n        div role=group [aria-label]\n');
    expect(text).toMatch(/ {10}label for=mat-checkbox-#-input\n/);
    expect(text).toMatch(/ {10}input#mat-checkbox-#-input formcontrolname=amo type=checkbox \[disabled\]/);
  });

  test('a control says what its label means, not the label', () => {
    const text = html('<label>N° AM du prescripteur <input id="zz9"></label>');
    expect(text).toMatch(/input#w\d+ <prescripteur\.numero>/);
  });

  test('the same hidden word is the same everywhere', () => {
    const text = html('<label for="durieu">x</label><input id="durieu"><p class="zelie"></p>');
    const [, first] = /for=(w\d+)/.exec(text) ?? [];
    expect(text).toContain(`input#${first}`);
    expect(text).toMatch(/p\.w\d+/);
    expect(text).not.toContain(`p.${first}\n`);
  });

  test('shadow roots and frames are entered', async () => {
    html('<p></p>');
    const root = place as HTMLElement;
    const open = root.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    open.innerHTML = '<section class="panel"></section>';
    const frame = root.appendChild(document.createElement('iframe'));
    frame.contentDocument?.body.append(frame.contentDocument.createElement('fieldset'));
    const text = reportText(
      structureOf(document, () => false),
      about,
      neutral,
    );
    expect(text).toContain('(shadow) section.panel');
    expect(text).toContain('(frame) body');
    expect(text).toContain('fieldset');
  });

  test('its head says which profile, which fields are missing, which version', () => {
    const text = html('<p></p>');
    for (const line of [
      'Version : 1.2.3',
      'Navigateur : Chrome 156',
      'Profil : weda, du 22/11/2026',
      'Site : secure.weda.fr',
      'Champs introuvables : tp.amo',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });
});

describe('it stays small', () => {
  test('rows that are alike, digits aside, are one row and a count', () => {
    const rows = Array.from(
      { length: 200 },
      (_, at) => `<tr id="row-${at}"><td><input name="qte${at}"></td></tr>`,
    );
    const text = html(`<table>${rows.join('')}</table>`);
    expect(text).toMatch(/tr#row-# \(\+ 199\)/);
    expect(text.split('name=qte#')).toHaveLength(2);
  });

  test('a page of thousands of unlike elements is cut, and says so', () => {
    const many = Array.from(
      { length: 6_000 },
      (_, at) =>
        `<p class="${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + (at % 23))}z"></p>`,
    );
    const text = html(many.join(''));
    expect(text).toContain('coupé à la limite');
    expect(text.split('\n').length).toBeLessThan(MOST_LINES + 30);
  });

  test('fields named like the properties of their form do not hide it', () => {
    const text = html(
      '<form><input name="children"><input name="attributes"><input name="id"><b></b></form>',
    );
    expect(text).toMatch(/form\n +input name=/);
    expect(text).toMatch(/ {6}b\n/);
  });
});

describe('what a page’s script could say instead is refused', () => {
  const node = { depth: 0, tag: 'p' };
  test.each([
    ['a text', { nodes: [{ ...node, text: 'DURIEU' }], seen: 1, cut: false }],
    ['a sentence as an identifier', { nodes: [{ ...node, id: 'Mme DURIEU' }], seen: 1, cut: false }],
    ['a number', { nodes: [{ ...node, name: '2550699' }], seen: 1, cut: false }],
    ['an unknown type', { nodes: [{ ...node, type: 'DURIEU' }], seen: 1, cut: false }],
    ['an unknown concept', { nodes: [{ ...node, concepts: ['DURIEU'] }], seen: 1, cut: false }],
    ['too much', { nodes: Array.from({ length: MOST_LINES + 1 }, () => node), seen: 1, cut: false }],
    ['nothing', null],
  ])('%s', (_, raw) => {
    expect(parseStructure(raw)).toBeNull();
  });
});
