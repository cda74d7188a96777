import type { Role } from '../../messages/contract.ts';

/** How the other side is called, seen from each role. */
export const otherSideTitles: Record<Role, string> = {
  requerant: 'L’expert requis',
  requis: 'Le professionnel requérant',
};
