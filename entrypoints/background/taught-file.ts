/**
 * A taught profile that comes from a file, or from what an older version kept: not taken at its word. One fault is said,
 * the first that its reader can do something about.
 */
import { ExpectedError, type ErrorCode } from '../../messages/errors.ts';
import { matchesHost } from '../../sites/hosts.ts';
import { fieldIds } from '../../sites/model.ts';
import { isTaught } from '../../sites/pointing/compose.ts';
import { parseProfile } from '../../sites/profile-schema.ts';
import { lintProfile } from '../../sites/selector-linter.ts';
import type { FieldMap, Profile, ScreenMap } from '../../sites/profile.ts';

/** Characters. All thirteen concepts shown, each with four selectors of the longest, stay under 40 000. */
const LONGEST = 200_000;
const MOST = 50;

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Words of a profile in this version, wherever they stand: another one was written by another version. */
const known = {
  profile:
    'id name kind reach hosts candidateHosts frames evidence billingSteps marker off taught busy screens',
  screen: 'kind when marker root fields acts history api actions',
  field: `find expectText expectIn among taught control attribute pattern values labels under outside guess commit
    replacedOnAccept menu dates parts chips opens closed add favourite optional readOnly postback`,
};
const strange = (data: Data, list: string): boolean =>
  Object.keys(data).some((name) => !list.split(/\s+/).includes(name));

/** What is wrong, from what it says of itself; null = the schema has the last word. */
function faultOf(raw: unknown, shipped: readonly Profile[]): ErrorCode | null {
  if (!isData(raw) || !('screens' in raw || 'taught' in raw || 'hosts' in raw)) return 'not-taught';
  const id = words(raw['id']);
  if (shipped.some((one) => one.id === id)) return 'taught-shipped';
  if (!raw['taught'] || !isTaught(id)) return 'not-taught';
  const screens = listOf(raw['screens']).filter(isData);
  const fields = screens.flatMap(({ fields: maps }) => (isData(maps) ? Object.entries(maps) : []));
  const maps = fields.map(([, map]) => map).filter(isData);
  if (
    strange(raw, known.profile) ||
    screens.some((screen) => strange(screen, known.screen)) ||
    maps.some((map) => strange(map, known.field))
  )
    return 'taught-other-version';
  if (!words(raw['name'])) return 'taught-no-name';
  const hosts = listOf(raw['hosts']).map(words).filter(Boolean);
  if (hosts.length === 0) return 'taught-no-site';
  if (hosts.length > 1 || hosts.some((host) => /[*/:]/.test(host) || !host.includes('.')))
    return 'taught-wide-site';
  if (fields.some(([field]) => !(fieldIds as readonly string[]).includes(field)))
    return 'taught-unknown-field';
  if (fields.length === 0) return 'taught-no-field';
  return null;
}

/** The one pattern that pointing makes: any other could be made to hang the page it is tried on. */
const datePattern = '(\\d{2}/\\d{2}/\\d{4})';
const isShowable = (map: FieldMap | null): boolean =>
  map !== null &&
  (map.pattern === undefined || map.pattern === datePattern) &&
  !(map.closed ?? map.favourite ?? map.labels ?? map.chips ?? map.add ?? map.attribute);
const isPointed = ({ api, history, marker, root, when, fields }: ScreenMap): boolean =>
  !(api ?? history ?? marker ?? root ?? when.captions) && Object.values(fields).every(isShowable);

/** Over a shipped profile, its own screen; else the one that was pointed at. */
function siteFault({ hosts: [host = ''], taught }: Profile, shipped: readonly Profile[]): ErrorCode | null {
  const over = shipped.find(({ id }) => id === taught?.over);
  if (taught?.over !== undefined) {
    const fits = over && (over.hosts.length === 0 || over.hosts.some((one) => matchesHost(host, one)));
    return fits ? null : 'not-taught';
  }
  const known = shipped.some(
    ({ hosts, screens }) => screens.length > 0 && hosts.some((one) => matchesHost(host, one)),
  );
  return known ? 'taught-shipped-site' : null;
}

/** @throws ExpectedError that says in one sentence why it is none. */
export function judgeTaught(raw: unknown, shipped: readonly Profile[]): Profile {
  const said = faultOf(raw, shipped);
  if (said) throw new ExpectedError(said);
  let profile: Profile;
  try {
    profile = parseProfile(raw);
  } catch {
    throw new ExpectedError('taught-damaged');
  }
  const wrong = siteFault(profile, shipped);
  if (wrong) throw new ExpectedError(wrong);
  const rules = lintProfile(profile).map(({ rule }) => rule);
  if (rules.includes('syntax')) throw new ExpectedError('taught-bad-selector');
  if (rules.length > 0) throw new ExpectedError('weak-selectors');
  const over = profile.taught?.over !== undefined;
  const fits = over
    ? profile.screens.every(
        ({ api, history, fields }) => !(api ?? history) && Object.values(fields).every(isShowable),
      )
    : profile.off.length === 0 && !profile.busy && profile.screens.every(isPointed);
  if (!fits) throw new ExpectedError('taught-beyond');
  return profile;
}

/** @throws ExpectedError as `judgeTaught`, and for what is no file of ours. */
export function readTaught(text: string, shipped: readonly Profile[]): Profile {
  if (text.length > LONGEST) throw new ExpectedError('taught-too-large');
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ExpectedError('taught-not-json');
  }
  return judgeTaught(raw, shipped);
}

/** @throws ExpectedError where it would take the place of another. */
export function mayAdd(there: readonly Profile[], profile: Profile): void {
  const same = there.find(
    ({ id, hosts, taught }) =>
      id === profile.id || (!taught?.over && !profile.taught?.over && hosts[0] === profile.hosts[0]),
  );
  if (same) {
    throw new ExpectedError(
      JSON.stringify(same) === JSON.stringify(profile) ? 'taught-same' : 'taught-there',
    );
  }
  if (there.length >= MOST) throw new ExpectedError('taught-full');
}
