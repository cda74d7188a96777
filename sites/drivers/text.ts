/**
 * A text field: input, number, masked, date, textarea, contenteditable. Read back from its value or text; what the
 * software rejects or bends is put back as it was.
 */
import { frenchDate } from '../normalise.ts';
import { rawText } from '../find.ts';
import { give, typable, typeAndLeave, typeInto } from './typing.ts';
import type { Driver, Job } from './driver.ts';

/** What a person would type: dates in French, except in a date picker of the browser; amounts in euros. */
function typedForm({ field, want, map }: Job, element: Element): string {
  if (typeof want === 'number' && /montant|depassement|total/.test(field))
    return (want / 100).toFixed(2).replace('.', ',');
  // A field that takes the text of one of its choices.
  const [choice] = Object.entries(map.values ?? {}).filter(([, word]) => word === want);
  const text = choice?.[0] ?? String(want);
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDate || (element as HTMLInputElement).type === 'date') return text;
  const [day, month, year] = frenchDate(text).split('/');
  return map.dates === 'mdy'
    ? `${month}/${day}/${year}`
    : map.dates === 'ymd'
      ? `${year}/${month}/${day}`
      : frenchDate(text);
}

export const writeText: Driver = async (job) => {
  const { hand, map } = job;
  const signals = map.commit ?? ['change'];
  // Nothing else to try: entered, typed and left as a person does, which some software compares.
  const atOnce = signals.length === 1 && signals[0] === 'blur';
  let typed = '';
  let element: Element | undefined;
  const tried = await hand.write(() => {
    element = job.find().element;
    if (!element) return 'not-found';
    if (!typable(element)) return 'by-hand';
    typed = typedForm(job, element);
    const { maxLength } = element as HTMLInputElement;
    if (maxLength >= 0 && typed.length > maxLength) return 'refused';
    if (atOnce) typeAndLeave(element, typed);
    else typeInto(element, typed);
    return 'done';
  });
  if (tried !== 'done') return tried;
  for (const signal of atOnce ? [] : signals) {
    const waiting = await hand.write(() => {
      const now = job.find().element;
      // Replaced, or written otherwise than typed: the software has taken it, no further signal is owed.
      if (!now || now !== element || rawText(now, {}) !== typed) return false;
      give(now, signal);
      return true;
    });
    if (!waiting) break;
  }
  await hand.ready();
  const rejected = job.find().element?.getAttribute('aria-invalid') === 'true';
  return rejected ? 'refused' : 'done';
};
