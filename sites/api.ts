/**
 * The software's own patient API, asked only when the user clicks *Compléter l'identité*: the hand comes in for it. Nothing
 * of it is kept here.
 */
import { readOnlyWhy, recognise } from './recognise.ts';
import type { PatientReading } from './model.ts';
import type { SentinelProfile } from './profile.ts';

/** ms: an answer that takes longer is no use to somebody who waits. */
const PATIENCE = 8_000;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;

/**
 * The patient of `marker` as the software's API tells him, or `null` when the profile knows no API for this screen,
 * or it did not answer. The marker is that of the page: what the API says is compared with the page elsewhere.
 */
export async function readIdentity(
  url: string,
  profile: SentinelProfile,
  marker: string | null,
): Promise<PatientReading | null> {
  const api = recognise(document, url, profile)?.api;
  if (!api || !marker || readOnlyWhy(url, profile) !== null || !api.path.startsWith('/')) return null;
  try {
    const address = new URL(api.path.replace('{id}', encodeURIComponent(marker)), location.origin);
    const answer = await fetch(address, {
      signal: AbortSignal.timeout(PATIENCE),
      credentials: 'same-origin',
    });
    if (!answer.ok) return null;
    const said = (await answer.json()) as Record<string, unknown>;
    const of = (name: string): string | null => text(said[api.fields[name] ?? '']);
    const nir = of('nir');
    const sex = of('sex');
    return {
      marker,
      lastName: of('lastName'),
      birthName: of('birthName'),
      firstName: of('firstName'),
      birthDate: of('birthDate')?.slice(0, 10) ?? null,
      sex: sex === 'F' || sex === 'M' ? sex : null,
      nir: nir && `${nir}${of('nirKey') ?? ''}`.replace(/\s/g, ''),
      from: 'api',
    };
  } catch {
    return null;
  }
}
