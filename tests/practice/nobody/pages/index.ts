import type { Software } from '../software.ts';
import { atlas } from './atlas.ts';
import { barre } from './barre.ts';
import { cabinet360 } from './cabinet360.ts';
import { cadres } from './cadres.ts';
import { divine } from './divine.ts';
import { etapes } from './etapes.ts';
import { flash } from './flash.ts';
import { formulys } from './formulys.ts';
import { grille } from './grille.ts';
import { kinea } from './kinea.ts';
import { medifac } from './medifac.ts';
import { ombre } from './ombre.ts';
import { sesamos } from './sesamos.ts';

export const softwares: Software[] = [
  atlas,
  medifac,
  sesamos,
  grille,
  flash,
  barre,
  formulys,
  cabinet360,
  divine,
  cadres,
  etapes,
  kinea,
  ombre,
];
