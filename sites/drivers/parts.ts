/** A value in several inputs: a date in three, a number apart from its key. Read back whole; undone part by part. */
import { give, typable, typeInto } from './typing.ts';
import type { Driver } from './driver.ts';
import type { Part } from '../profile.ts';

/** The text of each part, or `undefined` when the value cannot be cut that way. */
export function cut(want: string, parts: readonly Part[]): string[] | undefined {
  if (want === '') return parts.map(() => '');
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(want) ?? [];
  const dated = { day, month, year };
  let at = 0;
  const texts = parts.map(({ take }) => {
    if (typeof take === 'string') return dated[take];
    at += take;
    return want.slice(at - take, at);
  });
  const whole = at === 0 || at === want.length;
  return whole && texts.every((text) => text !== '') ? texts : undefined;
}

/** A list of months or days holds its numbers with or without their zero. */
function choose(select: HTMLSelectElement, text: string): boolean {
  const at = [...select.options].findIndex(
    ({ value }) => value === text || (value !== '' && Number(value) === Number(text) && text !== ''),
  );
  if (at < 0) return false;
  select.selectedIndex = at;
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

export const writeParts: Driver = async ({ hand, map, want, find }) => {
  const texts = map.parts && cut(String(want), map.parts);
  if (!texts) return 'by-hand';
  for (const [at, text] of texts.entries()) {
    const tried = await hand.write(() => {
      const element = find().all[at];
      if (!element) return 'not-found';
      if (element.nodeName === 'SELECT')
        return choose(element as HTMLSelectElement, text) ? 'done' : 'by-hand';
      if (!typable(element)) return 'by-hand';
      typeInto(element, text);
      for (const signal of map.commit ?? ['change', 'blur']) give(element, signal);
      return 'done';
    });
    if (tried !== 'done') return tried;
  }
  return 'done';
};
