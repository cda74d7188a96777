/** Days as `YYYY-MM-DD`, so that a replica's dates are always told from today. Shared with the browser scripts. */

const DAY = 86_400_000;

export function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** `23/11/2026` */
export function toFrench(day: string): string {
  return day.split('-').reverse().join('/');
}

/** The ISO day of `23/11/2026`, or null when the text is not a real date. */
export function fromFrench(text: string): string | null {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text);
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Whole years, or months under one year: `70 ans`, `4 mois`. */
export function ageText(birth: string, day: string): string {
  const months =
    (Number(day.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 +
    (Number(day.slice(5, 7)) - Number(birth.slice(5, 7))) -
    (day.slice(8) < birth.slice(8) ? 1 : 0);
  return months < 12 ? `${months} mois` : `${Math.floor(months / 12)} ans`;
}
