/** The profiles that come with the extension, as their files say them: `parseProfile` judges them where they are used. */
import type { Profile } from '../profile.ts';
import weda from './weda.jsonc';

export const rawProfiles: readonly unknown[] = [weda];

/** The profile of an address, or `null`: exact host, secure pages only. */
export function profileFor(url: string, profiles: readonly Profile[]): Profile | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' && profiles.find(({ hosts }) => hosts.includes(hostname))) || null;
}
