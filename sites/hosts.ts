/**
 * Hosts proved by a source (others.md §1, grade A): the only ones the manifest names. A test holds this list against
 * the profiles. Every other host will be asked for on the page the user is on.
 */
export const fixedHosts = [
  'secure.weda.fr',
  'pro.doctolib.fr',
  '*.monlogicielmedical.com',
  'app.omnidoc.fr',
] as const;

/** Is `hostname` the one `pattern` names? `*.example.fr` names every host under it, and not `example.fr` itself. */
export const matchesHost = (hostname: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;

/** The same as a match pattern of the browser: secure pages only. */
export const originOf = (pattern: string): string => `https://${pattern}/*`;
