/** Which screen is shown, whose, and whether we may do more than look. */
import type { SentinelProfile, ScreenMap } from './profile.ts';

/** A parameter of an address, whatever its case. */
function parameter(address: URL, name: string): string | null {
  for (const [key, value] of address.searchParams) {
    if (key.toLowerCase() === name.toLowerCase()) return value;
  }
  return null;
}

const samePath = (path: string, wanted: string): boolean => path.toLowerCase() === wanted.toLowerCase();

/** The first screen of the profile whose address and elements are there, or `null`. */
export function recognise(doc: Document, url: string, profile: SentinelProfile): ScreenMap | null {
  const { pathname } = new URL(url);
  return (
    profile.screens.find(
      ({ when }) =>
        (when.path === undefined || samePath(pathname, when.path)) &&
        (when.present ?? []).every((selector) => doc.querySelector(selector)),
    ) ?? null
  );
}

/** The software's own patient id in the address, or `null`. */
export function markerOf(url: string, profile: SentinelProfile): string | null {
  const value = profile.marker && parameter(new URL(url), profile.marker.param);
  return (value && new RegExp(profile.marker?.pattern ?? '').exec(value)?.[1]) || null;
}

/** Why this address is read-only, in French, or `null` when we may write. */
export function readOnlyWhy(url: string, profile: SentinelProfile): string | null {
  const address = new URL(url);
  return profile.off.find(({ when }) => parameter(address, when.query) !== null)?.why ?? null;
}
