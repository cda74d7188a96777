/** Words and numbers as a French reader expects them. Dates and amounts are said by cases/words.ts. */

/** `2550699…` → `2 55 06 ●●● ●●● ●●`: sex, year and month are enough to recognise, not to identify. */
export function maskedNir(nir: string): string {
  const start = nir.replace(/\s/g, '').slice(0, 5);
  return `${start.slice(0, 1)} ${start.slice(1, 3)} ${start.slice(3, 5)} ●●● ●●● ●●`;
}

/** Age on `today`, in years, or in months under two years. Empty when a date is not ISO. */
export function ageOn(birthDate: string, today: string): string {
  const born = dayParts(birthDate);
  const now = dayParts(today);
  if (!born || !now) return '';
  const months = (now.year - born.year) * 12 + (now.month - born.month) - (now.day < born.day ? 1 : 0);
  if (months < 0) return '';
  if (months < 24) return `${months}\u00a0mois`;
  return `${Math.floor(months / 12)}\u00a0ans`;
}

/** Whole months from one ISO day to another. */
export function monthsBetween(from: string, to: string): number {
  const start = dayParts(from);
  const end = dayParts(to);
  if (!start || !end) return 0;
  return (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day ? 1 : 0);
}

function dayParts(iso: string): { year: number; month: number; day: number } | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year && month && day ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

/**
 * A day as people type it (`12/03/2026`, `12/3/26`, `12032026`, `12-03-2026`) → ISO, or null when it is not a day
 * of the calendar.
 */
export function typedDay(text: string): string | null {
  const bare = text.trim();
  const [, day, month, year] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(bare) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(bare) ??
    [];
  if (!day || !month || !year) return null;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const counter = new Intl.NumberFormat('fr-FR');

/** `counted(2, 'point')` → `2 points`; thousands apart. French zero is singular. */
export const counted = (count: number, noun: string): string =>
  `${counter.format(count)}\u00a0${noun}${count > 1 ? 's' : ''}`;

/** Keeps `:` `;` `!` `?` and guillemets on the line of the word they belong to. */
export const unbroken = (sentence: string): string =>
  sentence.replace(/ ([:;!?»€])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
