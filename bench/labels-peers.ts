/**
 * The contenders of `labels.ts`, each asked the same question in the page it is bundled into: which control carries
 * which concept. All are given the same words, folded by the same code; one function of this file is one contender.
 */
import { queryAllByLabelText } from '@testing-library/dom';
import { computeAccessibleName } from 'dom-accessibility-api';
import { dom, out, rule, ruleset, score, type } from 'fathom-web';
import { concepts } from '../sites/vocabulary/lexicon.ts';
import { listed } from '../sites/vocabulary/places.ts';
import { words } from '../sites/vocabulary/words.ts';

export type Found = Record<string, Element>;

const controls = 'input:not([type=hidden]),select,textarea';

/** Whole label → concept, for the concepts that are asked for. */
function wordsOf(fields: readonly string[]): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const { id, words: some, alone } of concepts) {
    if (!fields.includes(id)) continue;
    for (const word of [...listed(some), ...listed(alone)]) {
      if (word && !wanted.has(word)) wanted.set(word, id);
    }
  }
  return wanted;
}

/** What only one control says; a concept that two controls say is refused, as ours does. */
class Answers {
  private readonly said = new Map<string, Set<Element>>();

  add(field: string | undefined, element: Element): void {
    if (field === undefined) return;
    const had = this.said.get(field);
    if (had) had.add(element);
    else this.said.set(field, new Set([element]));
  }

  found(): Found {
    const found: Found = {};
    for (const [field, elements] of this.said) {
      const [only] = elements;
      if (only && elements.size === 1) found[field] = only;
    }
    return found;
  }
}

export function accessibleNames(fields: readonly string[]): Found {
  const wanted = wordsOf(fields);
  const answers = new Answers();
  for (const element of document.querySelectorAll(controls)) {
    answers.add(wanted.get(words(computeAccessibleName(element))), element);
  }
  return answers.found();
}

export function testingLibrary(fields: readonly string[]): Found {
  const wanted = wordsOf(fields);
  const answers = new Answers();
  // One query for all concepts: one a concept would be as many times slower. Which word matched is noted on the way.
  let last = '';
  const all = queryAllByLabelText(document.body, (text) => {
    const said = words(text);
    if (!wanted.has(said)) return false;
    last = said;
    return true;
  });
  for (const element of all) {
    const control = element as HTMLInputElement;
    const by = element.getAttribute('aria-labelledby');
    const text =
      control.labels?.[0]?.textContent ??
      (by === null ? undefined : document.getElementById(by)?.textContent) ??
      element.getAttribute('aria-label') ??
      last;
    answers.add(wanted.get(words(text)), element);
  }
  return answers.found();
}

interface Node {
  element: HTMLInputElement;
  scoreFor(type: string): number;
}

/** The signs a Fathom ruleset looks at, one rule each, as its documentation and Firefox's own rulesets do. */
const signs: Array<(element: HTMLInputElement) => string | null | undefined> = [
  (element) => element.labels?.[0]?.textContent,
  (element) => {
    const by = element.getAttribute('aria-labelledby');
    return by === null ? null : document.getElementById(by)?.textContent;
  },
  (element) => element.getAttribute('aria-label'),
  (element) => element.closest('td')?.previousElementSibling?.textContent,
  (element) => element.placeholder || element.title,
];
/** One sign alone is believed: a weight well over the bias. */
const WEIGHT = 12;
const BIAS = -6;

function fathomRules(fields: readonly string[], asked: typeof signs): Found {
  const wanted = wordsOf(fields);
  const names = fields.flatMap((field) => asked.map((_, sign) => `${field}#${sign}`));
  const rules = ruleset(
    fields.flatMap((field) => [
      rule(dom(controls), type(field)),
      ...asked.map((sign, index) =>
        rule(
          type(field),
          score(({ element }: Node) => (wanted.get(words(sign(element) ?? '')) === field ? 1 : 0)),
          { name: `${field}#${index}` },
        ),
      ),
      rule(type(field).max(), out(field)),
    ]),
    new Map(names.map((name) => [name, WEIGHT])),
    new Map(fields.map((field) => [field, BIAS])),
  );
  const facts = rules.against(document);
  const answers = new Answers();
  for (const field of fields) {
    for (const node of facts.get(field) as Node[]) {
      if (node.scoreFor(field) > 0.5) answers.add(field, node.element);
    }
  }
  return answers.found();
}

/** All concepts of the vocabulary that a field can carry: what our reader tells apart whatever it is asked. */
const all = [...new Set(concepts.map(({ id }) => id as string).filter((id) => !id.startsWith('autre')))];

/** The whole vocabulary, one rule a sign and concept. */
export const fathom = (): Found => fathomRules(all, signs);

/** Only the fields that this page has, which no reader could know. */
export const fathomTold = (fields: readonly string[]): Found => fathomRules(fields, signs);

/** The same, with the fewest rules that answer: all signs in one, the first that says anything. */
export const fathomLean = (fields: readonly string[]): Found =>
  fathomRules(fields, [(element) => signs.map((sign) => sign(element)).find(Boolean)]);
