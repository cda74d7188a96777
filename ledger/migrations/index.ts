import { firstFloor } from './001-first-floor.ts';
import { register } from './002-register.ts';
import { overview } from './003-overview.ts';
import { identities } from './004-identities.ts';
import type { Migration } from './migration.ts';

/** In order. A new step is a new file and a new line. */
export const migrations: readonly Migration[] = [firstFloor, register, overview, identities];
