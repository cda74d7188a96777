/**
 * Hosts proved by a source (others.md §1, grade A): the only ones the manifest names. A test holds this list against
 * the profiles. Every other host will be asked for on the page the user is on.
 */
export const fixedHosts = ['secure.weda.fr'] as const;
