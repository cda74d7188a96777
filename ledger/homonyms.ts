/**
 * Acts read in a file that gives neither a number nor a birth date are told apart by a name alone: two patients of one
 * name would be counted as one, and what is handed to one would speak of the other. So the person is asked.
 */
import { v7 as newId } from 'uuid';
import type { Body } from './facts.ts';
import type { Store } from './store.ts';

export type Verdict = Body<'identities'>['verdict'];
/** `asked` = nobody has answered yet, or acts came since. */
export type Homonyms = Verdict | 'asked';

/** True when nothing but a name tells who it is (`nom:software:name|`, register-acts.ts). */
export const isNameOnly = (patientKeys: readonly string[]): boolean =>
  patientKeys.length > 0 && patientKeys.every((key) => /^nom:[^|]*\|$/.test(key));

export interface Answer {
  verdict: Verdict;
  /** When it was given, ms: it says nothing of acts that were written later. */
  at: number;
}
export type Answers = ReadonlyMap<string, Answer>;

/** The latest answer by each word of a patient. */
export async function homonymAnswers(store: Store): Promise<Answers> {
  const { facts } = await store.all('identities');
  const answers = new Map<string, Answer>();
  for (const { body } of facts.sort((a, b) => a.body.at - b.body.at)) {
    for (const key of body.patientKeys) answers.set(key, { verdict: body.verdict, at: body.at });
  }
  return answers;
}

export async function answerHomonyms(
  store: Store,
  patientKeys: readonly string[],
  verdict: Verdict,
): Promise<void> {
  await store.append([
    { table: 'identities', id: newId(), body: { patientKeys: [...patientKeys], verdict } },
  ]);
}

/** `null` = there is nothing to doubt: a number or a birth date tells who it is, or there is one act only. */
export function homonymsOf(
  patientKeys: readonly string[],
  acts: ReadonlyArray<{ at: number }>,
  answers: Answers,
): Homonyms | null {
  if (acts.length < 2 || !isNameOnly(patientKeys)) return null;
  const given = patientKeys.flatMap((key) => answers.get(key) ?? []).sort((a, b) => b.at - a.at)[0];
  return given && acts.every(({ at }) => at <= given.at) ? given.verdict : 'asked';
}
