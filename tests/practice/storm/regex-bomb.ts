/**
 * Text made to explode patterns: about 600 kB of labels, options, attributes and paragraphs that nearly match what a
 * label reader looks for, over and over. Twelve honest fields stand among it.
 */
import { smallSheet, stormShell } from './pages.ts';

const KB = 1000;

const nearly = [
  'n° n° n° numéro num. no. n º ',
  'date de date de la date d’la prescription de la date ',
  'a-'.repeat(40),
  ' '.repeat(60) + ':',
  '((((((((*******::::::::??????',
  'tiers payant tiers-payant tiers payant am am am a m o ',
  '1 23 45 67 890 123 45 6 78 90 ',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  'é́́́́́́́́́́́́́́́́́́́́́́́́',
  '00/00/0000/00/00/0000/',
];

function fill(seed: number, length: number): string {
  let content = '';
  for (let turn = seed; content.length < length; turn += 1) content += nearly[turn % nearly.length] ?? '';
  return content.slice(0, length);
}

export function regexPage(): string {
  const parts: string[] = [];
  for (let index = 0; index < 60; index += 1) {
    const id = `b${index}`;
    parts.push(
      `<p>${fill(index, 4 * KB)}</p>`,
      `<div class="f"><label for="${id}">${fill(index + 3, 2 * KB)}</label><input id="${id}" title="${fill(index + 5, KB)}" placeholder="${fill(index + 7, KB)}"></div>`,
      `<select><option>${fill(index + 1, KB)}</option><option>${fill(index + 2, KB)}</option></select>`,
    );
  }
  return stormShell('Bombe', null, smallSheet() + parts.join('\n'));
}
