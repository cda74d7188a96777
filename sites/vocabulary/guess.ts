/** What a page says by its labels, as a reading that may be shown and judged, and never written. */
import { rawText } from '../find.ts';
import type { LabelReader } from '../label-slot.ts';
import type { FieldId, FieldReading, Reading, ScreenKind } from '../model.ts';
import type { FieldMap } from '../profile.ts';
import { chosenText, radioWords, valueOf } from '../read-field.ts';
import { patientOf } from '../read.ts';
import { markerOf } from '../recognise.ts';
import { changes } from './changes.ts';
import { carePathWord, modeWord } from './choices.ts';
import { scan } from './scan.ts';
import { finalsOf, screenOf } from './screen.ts';
import { looks } from './shown.ts';
import { fieldsOf, isVisible, type Seen } from './understand.ts';
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
  if (seen.parts) {
    const filled = seen.all.filter((box) => rawText(box, {}) !== '').length;
    // Half a date is no date, a number without its key no number.
    if (filled > 0 && filled < seen.all.length)
      return { value: undefined, provenance: 'guessed', missing: 'unexpected' };
  }
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

/** ms without a change after which no storm is on. */
const CALM = 80;

/** Rivals for one field whose visibility is asked at each look: more of them are the rows of a table. */
const MOST_RIVALS = 24;

/** What the last whole reading found, good until the page means something else. */
interface Known {
  doc: Document;
  address: string;
  title: string;
  screen: ScreenKind | null;
  fields: Map<FieldId, Seen>;
  finals: Element[];
  roots: Array<Document | ShadowRoot>;
  /** Controls between which only their being shown decided, and whether they were. */
  rivals: Array<[Element, boolean]>;
}

const titleOf = (doc: Document): string => doc.title.replace(/\d+/g, '');

export interface Reader extends LabelReader {
  /** Work done so far, for whoever counts it: whole readings of the page, and things looked at between them. */
  work: { passes: number; looked(): number };
}

export function labelReaderOfPage(): Reader {
  const heard = changes();
  const work: Reader['work'] = { passes: 0, looked: () => heard.looked };
  let known: Known | null = null;

  function readWhole(doc: Document, own: Element | null): Known {
    work.passes++;
    const [address, title] = [doc.location.href, titleOf(doc)];
    const scene = scan(doc, own);
    const rivals: Element[] = [];
    const fields = scene ? fieldsOf(scene, rivals) : new Map<FieldId, Seen>();
    const screen = scene && screenOf(scene, fields);
    const next: Known = {
      doc,
      address,
      title,
      screen,
      fields,
      finals: scene && screen === 'fse' ? finalsOf(scene) : [],
      roots: scene?.roots ?? [doc],
      rivals: rivals.slice(0, MOST_RIVALS).map((element) => [element, isVisible(element)]),
    };
    heard.settled(next.roots, scene?.pieces ?? []);
    return next;
  }

  const here = (element: Element): Element | null => (element.isConnected ? element : heard.heirOf(element));

  /** What is there of a field, after its part of the page was drawn again; `null` = it is gone. */
  function followed(seen: Seen): Seen | null {
    if (seen.all.every((element) => element.isConnected)) return seen;
    const all = seen.all.map(here);
    const found = all.filter((element) => element !== null);
    const element = found[seen.all.indexOf(seen.element)];
    return element && found.length === all.length ? { ...seen, element, all: found } : null;
  }

  /** Nothing that was understood has changed its meaning: only values may have. */
  function still(
    { doc, address, title, screen, fields, finals, roots, rivals }: Known,
    calm: boolean,
  ): boolean {
    // A page that is none of ours is not looked at again by itself: its controls are counted at once.
    if (heard.owed(roots, calm || !screen) || address !== doc.location.href || title !== titleOf(doc))
      return false;
    for (const [field, seen] of fields) {
      const now = followed(seen);
      if (!now) return false;
      fields.set(field, now);
    }
    for (const [at, element] of finals.entries()) {
      const now = here(element);
      if (!now) return false;
      finals[at] = now;
    }
    for (const rival of rivals) {
      const now = here(rival[0]);
      if (!now || isVisible(now) !== rival[1]) return false;
      rival[0] = now;
    }
    heard.followed();
    return true;
  }

  return {
    work,
    heard: (records) => heard.heard(records),
    finals: () => known?.finals ?? [],
    guess(doc, profile, own, quietFor, now) {
      if (!known || known.doc !== doc || !still(known, quietFor >= CALM)) known = readWhole(doc, own);
      const { screen, roots } = known;
      if (!screen) return { reading: null, roots };
      const fields: Reading['fields'] = {};
      for (const [field, seen] of known.fields) fields[field] = fieldReading(field, seen);
      const { id, name, evidence } = profile;
      const acts = actsOf(fields);
      return {
        reading: {
          screen,
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
        roots,
      };
    },
  };
}
