/** What every driver is given and answers. A driver only tries; whether the software kept it is read back elsewhere. */
import type { Found } from '../find.ts';
import type { Hand } from '../hand.ts';
import type { FieldId, PlanStep } from '../model.ts';
import type { FieldMap } from '../profile.ts';

export interface Job {
  hand: Hand;
  field: FieldId;
  map: FieldMap;
  want: PlanStep['want'];
  /** The field's element as it is now. */
  find(): Found;
}

/** `done` = tried, read it back; the others say why nothing was tried, or that the software would not have it. */
export type Attempt = 'done' | 'refused' | 'by-hand' | 'not-found';
export type Driver = (job: Job) => Promise<Attempt>;
