/** Acts of a file that the register holds already because the final button was pressed under our eyes. */
import type { ActRow } from '../overview/model.ts';
import { isUnsettled } from '../standing.ts';
import type { ImportedAct } from '../register.ts';

export interface ActsToAdd {
  fresh: ImportedAct[];
  /** Acts of the register that the file shows too: each stands for one line of it. */
  seen: string[];
  /** Of these, those whose outcome nobody had said: the file says that they were billed. */
  confirmed: string[];
}

export function actsToAdd(
  acts: readonly ImportedAct[],
  register: readonly Pick<ActRow, 'id' | 'origin' | 'code' | 'day' | 'biller' | 'person' | 'standing'>[],
): ActsToAdd {
  const pressed = Map.groupBy(
    register.filter(({ origin }) => origin === 'press'),
    ({ code, day, biller }) => `${code} ${day} ${biller}`,
  );
  const result: ActsToAdd = { fresh: [], seen: [], confirmed: [] };
  const taken = new Set<string>();
  for (const act of acts) {
    const found = pressed
      .get(`${act.code} ${act.actDate} ${act.biller}`)
      ?.find(({ id, person }) => !taken.has(id) && person.keys.some((key) => act.patientKeys.includes(key)));
    if (!found) {
      result.fresh.push(act);
      continue;
    }
    taken.add(found.id);
    result.seen.push(found.id);
    if (isUnsettled(found.standing)) result.confirmed.push(found.id);
  }
  return result;
}
