import { checks } from '../../rules/checks/index.ts';
import type { Profile } from '../../sites/profile.ts';
import { rawProfiles } from '../../sites/profiles/index.ts';

/** Name of the software by the id of its profile. */
export const softwareNames: Readonly<Record<string, string>> = Object.fromEntries(
  (rawProfiles as readonly Profile[]).map(({ id, name }) => [id, name]),
);

export const ruleTitles: Readonly<Record<string, string>> = Object.fromEntries(
  checks.map(({ id, title }) => [id, title]),
);
