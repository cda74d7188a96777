import type { RegisterView } from '../view.ts';
import { aFaire } from './a-faire.tsx';
import { actes } from './actes.tsx';
import { chiffres } from './chiffres.tsx';
import { conservation } from './conservation.tsx';
import { controler } from './controler.tsx';
import { correspondants } from './correspondants.tsx';
import { imports } from './imports.tsx';
import { mois } from './mois.tsx';
import { patient } from './patient.tsx';
import { quotas } from './quotas.tsx';
import { rapprocher } from './rapprocher.tsx';
import { sauvegarde } from './sauvegarde.tsx';

/** In the order of the navigation. A view is one line here and one file beside this one. */
export const views: readonly RegisterView[] = [
  aFaire,
  actes,
  quotas,
  chiffres,
  mois,
  controler,
  rapprocher,
  imports,
  correspondants,
  patient,
  sauvegarde,
  conservation,
];
