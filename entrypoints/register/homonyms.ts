import { useCallback, useEffect, useState } from 'react';
import { answerHomonyms, homonymAnswers, type Answers, type Verdict } from '../../ledger/homonyms.ts';
import type { Person } from '../../ledger/overview/model.ts';
import type { Desk } from './desk.ts';

/** What was answered about homonyms, kept up to date, and how to answer. */
export function useHomonyms({ store, follow }: Desk) {
  const [answers, setAnswers] = useState<Answers>(new Map());
  useEffect(() => {
    // Unanswered is the careful side: a trouble is told by whatever else the page asks.
    const look = () => void homonymAnswers(store).then(setAnswers, () => undefined);
    look();
    return follow(look);
  }, [store, follow]);
  const answer = useCallback(
    (person: Person, verdict: Verdict) =>
      void answerHomonyms(store, person.keys, verdict).catch(() => undefined),
    [store],
  );
  return { answers, answer };
}
