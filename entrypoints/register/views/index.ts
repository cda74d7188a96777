import type { RegisterView } from '../view.ts';
import { aFaire } from './a-faire.tsx';
import { actes } from './actes.tsx';
import { chiffres } from './chiffres.tsx';
import { controler } from './controler.tsx';
import { quotas } from './quotas.tsx';
import { rapprocher } from './rapprocher.tsx';

/** In the order of the navigation. A view is one line here and one file beside this one. */
export const views: readonly RegisterView[] = [aFaire, actes, quotas, chiffres, controler, rapprocher];
