/** What a page says by its labels, as a reading that may be shown and judged, and never written. */
import type { Guess } from '../label-slot.ts';
import type { FieldId, FieldReading, Reading } from '../model.ts';
import type { FieldMap, SentinelProfile } from '../profile.ts';
import { chosenText, radioWords, valueOf } from '../read-field.ts';
import { patientOf } from '../read.ts';
import { markerOf } from '../recognise.ts';
import { carePathWord, modeWord } from './choices.ts';
import { scan } from './scan.ts';
import { finalsOf } from './screen.ts';
import { looks } from './shown.ts';
import { understandScene, type Seen } from './understand.ts';
import { words } from './words.ts';

/** ms without a change after which a page is taken as built. */
const BUILT = 1_000;

const WHY =
  'Logiciel lu par ses libellés\u00a0: le volet vérifie, il n’écrit rien. Montrez-lui les champs pour qu’il puisse écrire.';

/** « Oui », « Tiers payant AMC » → true; « Non », « Pas de tiers payant », « Hors tiers payant » → false. */
function yesOrNo(text: string): boolean | undefined {
  const said = words(text);
  if (!said) return undefined;
  return !/^(non|pas|hors|sans|aucune?|0|n)\b/.test(said);
}

/** The text a control shows as chosen. */
function chosen({ element, all, control }: Seen): string {
  if (control === 'radio') {
    const on = all.find(
      (radio) => (radio as HTMLInputElement).checked || radio.getAttribute('aria-checked') === 'true',
    );
    return on ? radioWords(on) : '';
  }
  if (element.nodeName === 'SELECT') return chosenText(element as HTMLSelectElement) ?? '';
  const { value } = element as HTMLInputElement;
  return (typeof value === 'string' ? value : (element.textContent ?? '')).replace(/\s+/g, ' ').trim();
}

const datePattern = '(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d\\d-\\d\\d)';
const sexes: Record<string, string> = {
  Féminin: 'F',
  Femme: 'F',
  F: 'F',
  Madame: 'F',
  Mme: 'F',
  Masculin: 'M',
  Homme: 'M',
  M: 'M',
  H: 'M',
  Monsieur: 'M',
  'M.': 'M',
};

/** How the control of a field is read: the map a profile would hold. */
function mapOf(field: FieldId, seen: Seen): FieldMap {
  const map: FieldMap = { find: [], control: seen.control, ...(seen.parts && { parts: seen.parts }) };
  const text = chosen(seen);
  if (field === 'mode' || field === 'parcours') {
    const word = field === 'mode' ? modeWord(text) : carePathWord(text);
    return { ...map, values: text && word ? { [text]: word } : {} };
  }
  if (field.startsWith('tp.') && seen.control !== 'checkbox') {
    const yes = yesOrNo(text);
    return { ...map, values: yes === undefined ? {} : { [text]: yes } };
  }
  if (field === 'patient.sexe') return { ...map, values: sexes };
  if (seen.control === 'display') {
    if (field === 'patient.naissance' || field.endsWith('.date')) return { ...map, pattern: datePattern };
    const inside = looks[field];
    if ((field === 'patient.nir' || field === 'patient.ins') && inside) {
      return { ...map, pattern: `(${inside.source.replace(/\((?!\?)/g, '(?:')})` };
    }
    return { ...map, pattern: '^(?:[^:]{2,40}:)?\\s*(.+?)\\s*$' };
  }
  return map;
}

function fieldReading(field: FieldId, seen: Seen): FieldReading {
  const said = valueOf(field, mapOf(field, seen), seen.element, seen.all);
  if (field === 'acte.code' && typeof said.value === 'string') {
    const code = /^[A-Z][A-Z\d]{0,7}\b/.exec(said.value.trim().toUpperCase())?.[0];
    return {
      value: code ?? undefined,
      provenance: 'guessed',
      ...(!code && { shown: said.value.slice(0, 80) }),
    };
  }
  return { ...said, provenance: 'guessed' };
}

function actsOf(fields: Reading['fields']): Reading['acts'] {
  const code = fields['acte.code']?.value;
  if (code === null) return null;
  if (typeof code !== 'string') return undefined;
  const of = (field: FieldId): number | null | undefined => {
    const value = fields[field]?.value;
    return typeof value === 'number' || value === null ? value : undefined;
  };
  return [
    { code, quantity: of('acte.quantite'), amount: of('acte.montant'), excess: of('acte.depassement') },
  ];
}

let lastFinals: Element[] = [];

export const finals = (): Element[] => lastFinals;

export function guess(
  doc: Document,
  profile: SentinelProfile,
  own: Element | null,
  quietFor: number,
  now: number,
): Guess {
  lastFinals = [];
  const scene = scan(doc, own);
  if (!scene) return { reading: null, roots: [] };
  const understood = understandScene(scene);
  if (!understood) return { reading: null, roots: scene.roots };
  if (understood.screen === 'fse') lastFinals = finalsOf(scene);
  const fields: Reading['fields'] = {};
  for (const [field, seen] of understood.fields) fields[field] = fieldReading(field, seen);
  const { id, name, evidence } = profile;
  const acts = actsOf(fields);
  return {
    reading: {
      screen: understood.screen,
      profile: { id, name, checkedOn: evidence.checkedOn, grade: 'none' },
      mode: 'read-only',
      readOnlyWhy: WHY,
      patient: patientOf(fields, markerOf(doc, doc.location.href, { identity: true }, fields)),
      fields,
      ...(acts !== undefined && { acts }),
      changed: [],
      settled: quietFor >= BUILT,
      at: now,
    },
    roots: scene.roots,
  };
}
