import type { Fact, Standing } from './facts.ts';

/** Nobody has said anything yet: a press, and what the page did next. */
const unsettled: readonly Standing[] = ['intent', 'left', 'stayed'];

/** What the page did, which nothing that a person or a return said is undone by. */
const signs: readonly Standing[] = ['left', 'stayed'];

/** Billed, then turned down: the software still shows such an act, and it takes no place in a quota. */
const turnedDown: readonly Standing[] = ['refused', 'rejected', 'rebilled'];

/** Not billed, as far as anybody knows: such an act takes no place in a quota. */
const unbilled: readonly Standing[] = ['stayed', 'not-secured', ...turnedDown];

/** What of an event says where its act stands. */
export interface FollowUp {
  id: string;
  body: Pick<Fact<'events'>['body'], 'at' | 'standing' | 'undoes'>;
}

const inOrder = (a: FollowUp, b: FollowUp): number => a.body.at - b.body.at || (a.id < b.id ? -1 : 1);

/**
 * Where an act stands that stood at `from` when it was written, from all that is known to have followed it, in whatever order it is given. The last word wins,
 * except that no sign of the page undoes what somebody said, and that an event undone says nothing.
 */
export function standingOf(events: readonly FollowUp[], from: Standing = 'intent'): Standing {
  let standing = from;
  const undone = new Set(events.flatMap(({ body }) => body.undoes ?? []));
  for (const { id, body } of [...events].sort(inOrder)) {
    if (!undone.has(id)) standing = nextStanding(standing, body.standing);
  }
  return standing;
}

/** Where an act stands that stood at `before`, once `said` is known to have followed. */
export function nextStanding(before: Standing, said: Standing | undefined): Standing {
  return said !== undefined && (!signs.includes(said) || unsettled.includes(before)) ? said : before;
}

/**
 * True when the act takes a place in the quota. A press whose outcome nobody knows does: the person pressed the final
 * button, and a limit passed unseen costs more than a warning too many.
 */
export const countsAsBilled = (standing: Standing): boolean => !unbilled.includes(standing);

export const isTurnedDown = (standing: Standing): boolean => turnedDown.includes(standing);

/** True while only signs are known: the person may still be asked what became of the sheet. */
export const isUnsettled = (standing: Standing): boolean => unsettled.includes(standing);
