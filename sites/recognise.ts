/** Which screen is shown, whose, and whether we may do more than look. */
import { selectAll } from './find.ts';
import { shownText } from './labels.ts';
import { fold, sameWords } from './normalise.ts';
import type { Reading } from './model.ts';
import type { Marker, SentinelProfile, ScreenMap, Words } from './profile.ts';

/** A parameter of an address, whatever its case. */
function parameter(address: URL, name: string): string | null {
  for (const [key, value] of address.searchParams) {
    if (key.toLowerCase() === name.toLowerCase()) return value;
  }
  return null;
}

function samePath(path: string, wanted: string): boolean {
  const [steps, asked] = [path.toLowerCase().split('/'), wanted.toLowerCase().split('/')];
  return steps.length === asked.length && asked.every((step, at) => step === '*' || step === steps[at]);
}

/** Some element holds exactly these words. A much longer text cannot: spares the folding. */
export const says = (doc: Document, { find, text }: Words): boolean =>
  find.some((path) =>
    selectAll(doc, path).some(
      (element) =>
        (element.textContent ?? '').length < 2 * text.length + 40 && sameWords(shownText(element), text),
    ),
  );

/** Is this screen shown? One that only its captions tell never is, here: their own reader knows it. */
export function fits(
  doc: Document,
  pathname: string,
  { path, present, shown, captions }: ScreenMap['when'],
): boolean {
  return (
    !captions &&
    (path === undefined || samePath(pathname, path)) &&
    (present ?? []).every((selector) => selectAll(doc, selector)[0]) &&
    (shown ?? []).every((words) => says(doc, words))
  );
}

/** The first screen of the profile whose address and elements are there, or `null`. */
export function recognise(doc: Document, url: string, profile: SentinelProfile): ScreenMap | null {
  const { pathname } = new URL(url);
  return profile.screens.find(({ when }) => fits(doc, pathname, when)) ?? null;
}

const who = ['patient.nom', 'patient.prenom', 'patient.naissance'] as const;

/** A word for a person where the software shows no id of its own: opaque, and of no use outside this comparison. */
function identityWord(fields: Reading['fields']): string | null {
  const said = who.map((field) => fields[field]?.value);
  if (!said.every((value) => typeof value === 'string' && value !== '')) return null;
  // 45 bits, so that every step stays an exact number.
  let word = 7;
  for (const sign of fold(said.join('|'))) word = (word * 131 + sign.charCodeAt(0)) % 2 ** 45;
  return `i${word.toString(36)}`;
}

function markerText(doc: Document, url: string, marker: Exclude<Marker, { identity: true }>): string | null {
  const address = new URL(url);
  if ('param' in marker) return parameter(address, marker.param);
  if ('path' in marker) return address.pathname;
  const [holder] = selectAll(doc, marker.find);
  return (marker.attribute ? holder?.getAttribute(marker.attribute) : holder?.textContent) ?? null;
}

/** The software's own patient id on this screen, or `null`. */
export function markerOf(
  doc: Document,
  url: string,
  marker: Marker | undefined,
  fields: Reading['fields'],
): string | null {
  if (!marker) return null;
  if ('identity' in marker) return identityWord(fields);
  const value = markerText(doc, url, marker)?.trim();
  return (value && new RegExp('path' in marker ? marker.path : marker.pattern).exec(value)?.[1]) || null;
}

/** Why this address is read-only, in French, or `null` when we may write. */
export function readOnlyWhy(url: string, profile: SentinelProfile): string | null {
  const address = new URL(url);
  return profile.off.find(({ when }) => parameter(address, when.query) !== null)?.why ?? null;
}
