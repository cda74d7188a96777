/** Cells → dates, cents and numbers. `null` = the cell is empty; `undefined` = it is not, and could not be read. */
import { isEmptyCell } from './words.ts';

export type Read<T> = T | null | undefined;

/** Excel writes numbers it must not touch as `="991000019"`, people as `'991000019`. */
export function cleanCell(cell: string): string {
  const trimmed = cell.trim();
  const [, quoted] = /^="([^"]*)"$/.exec(trimmed) ?? [];
  if (quoted !== undefined) return quoted.trim();
  return trimmed.startsWith("'") ? trimmed.slice(1).trim() : trimmed;
}

const months = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];

export interface DateStyle {
  /** `mdy` only when the whole column shows it. */
  order: 'dmy' | 'mdy';
  /** A birth date written with two digits of year may be of either century: it is not read. */
  birth: boolean;
}

/**
 * A date as exports write it → `YYYY-MM-DD`: `dd/mm/yyyy`, `dd/mm/yy` (of the 2000s), ISO with or without a time,
 * `yyyymmdd`, `12 mars 2026`, an Excel day number. A time with a zone is taken in Paris.
 */
export function readDate(raw: string, style: DateStyle = { order: 'dmy', birth: false }): Read<string> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  if (cell.length > 40) return undefined;
  const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[T ,].*|$)/.exec(cell);
  if (numeric) {
    const [, first, second, year = ''] = numeric;
    const full = year.length === 4 ? Number(year) : style.birth ? Number.NaN : 2000 + Number(year);
    return style.order === 'dmy'
      ? isoDate(full, Number(second), Number(first), style)
      : isoDate(full, Number(first), Number(second), style);
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*|$)/.exec(cell);
  if (iso) {
    if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(cell)) return dayInParis(cell);
    return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), style);
  }
  if (/^\d{8}$/.test(cell)) {
    const yearFirst = isoDate(
      Number(cell.slice(0, 4)),
      Number(cell.slice(4, 6)),
      Number(cell.slice(6)),
      style,
    );
    return (
      yearFirst ?? isoDate(Number(cell.slice(4)), Number(cell.slice(2, 4)), Number(cell.slice(0, 2)), style)
    );
  }
  // 36526 is 1 January 2000, 73050 the last day of 2099; a birth date may be older.
  if (/^\d{5}$/.test(cell) && Number(cell) >= (style.birth ? 10_000 : 36_526) && Number(cell) <= 73_050) {
    return new Date(Date.UTC(1899, 11, 30) + Number(cell) * 86_400_000).toISOString().slice(0, 10);
  }
  return readDateInWords(cell, style);
}

function readDateInWords(cell: string, style: DateStyle): string | undefined {
  const plain = cell
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words = /^(?:[a-z]+\.? )?(\d{1,2})(?:er)?[ -]([a-z]{3,9})\.?[ -](\d{4})$/.exec(plain);
  if (!words) return undefined;
  const [, day, name = '', year] = words;
  const month = months.findIndex((start) => name.startsWith(start)) + 1;
  return isoDate(Number(year), month, Number(day), style);
}

/** The ISO date, or `undefined` when there is no such day or nobody alive was treated on it. */
function isoDate(year: number, month: number, day: number, style: DateStyle): string | undefined {
  if (!(year >= (style.birth ? 1880 : 2000) && year <= 2100) || month < 1 || month > 12 || day < 1)
    return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

let paris: Intl.DateTimeFormat | undefined;
function dayInParis(stamp: string): string | undefined {
  const time = Date.parse(stamp);
  if (Number.isNaN(time)) return undefined;
  paris ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  return paris.format(time);
}

/** True for a date that exists, `YYYY-MM-DD` exactly. */
export function isCalendarDate(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * An amount in euros → integer cents: `10,00`, `10.5`, `10,00 €`, `1 234,50`, `1.234,50`, `-10,00`, `(10,00)`.
 * `1.234` and `1,234` may be a thousand or three decimals: not read. More than two decimals that matter: not read.
 */
export function readCents(raw: string): Read<number> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  if (cell.length > 30) return undefined;
  let text = cell.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').replace(/ ?(?:€|eur|euros?)$/i, '');
  text = text.replace(/^€ ?/, '').trim();
  const [, bracketed] = /^\((.*)\)$/.exec(text) ?? [];
  const [, before = '', unsigned = '', after = ''] =
    /^([+−-]?) ?(.*?) ?([−-]?)$/.exec(bracketed ?? text) ?? [];
  const negative = bracketed !== undefined || /[−-]/.test(before + after);
  let digits = unsigned;
  if (digits.includes(' ')) {
    if (!/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(digits)) return undefined;
    digits = digits.replaceAll(' ', '');
  }
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(digits) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) {
    digits = digits.replaceAll('.', '');
  } else if (/^\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(digits) || /^\d{1,3}(?:,\d{3}){2,}$/.test(digits)) {
    digits = digits.replaceAll(',', '');
  }
  const plain = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(digits) ?? /^(\d{1,9})[.,](\d{2})0{2,}$/.exec(digits);
  if (!plain) return undefined;
  const cents = Number(plain[1]) * 100 + Number((plain[2] ?? '').padEnd(2, '0'));
  return negative ? -cents : cents;
}

/** A count: `1`, `2`, `1,0`. */
export function readCount(raw: string): Read<number> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  const plain = /^(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(cell);
  return plain ? Number(`${plain[1]}.${plain[2] ?? '0'}`) : undefined;
}

/**
 * A professional's or establishment's number, as typed. A float's `,00` is dropped; what Excel turned into
 * `9,91E+08` is lost, and a cell with more than two letters is a name: neither is read.
 */
export function readNumber(raw: string): Read<string> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  const text = cell.replace(/[.,]0+$/, '');
  if (text.length > 30 || /^\d+[.,]\d*E\+?\d+$/i.test(text) || !/\d/.test(text)) return undefined;
  return (text.match(/\p{L}/gu)?.length ?? 0) > 2 ? undefined : text;
}

/** A NIR as typed. Excel keeps 15 digits of a number and may write it 2,55081E+14: what it was is then lost. */
export function readNir(raw: string): Read<string> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  return cell.length > 30 || /E\+?\d+$/i.test(cell) || !/\d/.test(cell)
    ? undefined
    : cell.replace(/[.,]0+$/, '');
}

export interface CodeInCell {
  code: string;
  quantity?: number;
}

/** In capitals: « 2 X RQD », « RQD X2 », « AMK 7,5 », « DEQP003 ». */
const oneCode =
  /^(?:(\d{1,2}) ?[X×*]? ?)?([A-Z]{4}\d{3}|[A-Z]{1,5}\d{0,2})(?: ?[X×*] ?(\d{1,2})| (\d{1,3}(?:[.,]\d{1,2})?))?$/;

/**
 * The acts of a cell: `RQD`, `rqd`, `G + MD`, `RQD x2`, `RQD - Demande d’avis`, `AMK 7,5`. `undefined` when no code can be told from a sentence.
 */
export function readCodes(raw: string): Read<CodeInCell[]> {
  const cell = cleanCell(raw);
  if (isEmptyCell(cell)) return null;
  if (cell.length > 200) return undefined;
  const codes: CodeInCell[] = [];
  for (const piece of cell.split(/\s*[+/,;|\n]\s*(?!\d)/)) {
    const code = readOneCode(piece);
    if (!code) return undefined;
    codes.push(code);
  }
  return codes;
}

function readOneCode(piece: string): CodeInCell | undefined {
  const [beforeLabel = ''] = piece.split(/\s+[-–—:(]\s*|\(|:\s/);
  const found = oneCode.exec(beforeLabel.trim().toUpperCase());
  if (!found) return undefined;
  const [, before, code = '', after, coefficient] = found;
  // « RQD1 » may be a code and its coefficient, or a slip: it is not another act.
  if (/^(?:RQD|TE[12])./.test(code)) return undefined;
  // « AMK 7,5 » is a coefficient; an act of téléexpertise has none, so « RQD 2 » can only mean twice.
  const times = before ?? after ?? (/^(?:RQD|TE[12])$/.test(code) ? coefficient : undefined);
  const quantity = Number(times?.replace(',', '.') ?? Number.NaN);
  return Number.isNaN(quantity) ? { code } : { code, quantity };
}
