import { allergy, infection, skin } from './infection-skin.ts';
import { bleeding, poisoning, regulation, trauma } from './bleeding-trauma.ts';
import { cardio, consciousness, respiratory } from './cardio-respiratory.ts';
import type { UrgencyCategory } from './entry.ts';
import { convulsions, neuro } from './neuro.ts';
import { unsourced } from './unsourced.ts';

/** Every category the reader knows, on or off. */
export const urgencyCategories: readonly UrgencyCategory[] = [
  neuro,
  convulsions,
  cardio,
  respiratory,
  consciousness,
  bleeding,
  trauma,
  poisoning,
  infection,
  skin,
  allergy,
  regulation,
  ...unsourced,
];
