/** Days are `YYYY-MM-DD` strings: they compare as text, which spares a `Date` per comparison. */

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True for a real day of the calendar written `YYYY-MM-DD`, from the year 1000 on. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const y1 = text.charCodeAt(0) - 48;
  const y2 = text.charCodeAt(1) - 48;
  const y3 = text.charCodeAt(2) - 48;
  const y4 = text.charCodeAt(3) - 48;
  const m1 = text.charCodeAt(5) - 48;
  const m2 = text.charCodeAt(6) - 48;
  const d1 = text.charCodeAt(8) - 48;
  const d2 = text.charCodeAt(9) - 48;
  // A character that is no digit makes one of these negative, and with it the whole union.
  const low = y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2;
  const high = (9 - y1) | (9 - y2) | (9 - y3) | (9 - y4) | (9 - m1) | (9 - m2) | (9 - d1) | (9 - d2);
  if ((low | high) < 0) return false;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (y1 === 0 || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  return day <= (month === 2 && isLeapYear(year) ? 29 : daysIn[month - 1]!);
}

/** The day twelve months before; 29 February gives 28 February. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const rest = day.slice(4);
  return year + (rest === '-02-29' ? '-02-28' : rest);
}

/** Age in full years on `day`; negative when the birth comes later. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
