import { conditionCues } from './condition.ts';
import { denialCues } from './denial.ts';
import type { CueLists } from './kinds.ts';
import { peopleCues } from './people.ts';
import { timeCues } from './time.ts';

/** Every cue the reader knows. */
export const cues: CueLists = { ...denialCues, ...timeCues, ...peopleCues, ...conditionCues };
