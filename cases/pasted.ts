/**
 * Who the other side is, in a text somebody pastes: a message of a platform that no extension sees, an answer by mail, a
 * letter. Candidates only: the person chooses. Of the patient nothing is looked for and nothing is kept.
 */
import { checkNumeroAm } from '../rules/identifiers/numero-am.ts';
import { checkRpps } from '../rules/identifiers/rpps.ts';

export interface PastedPerson {
  /** '' = no name stands near the number. */
  name: string;
  /** Without spaces, key checked; '' = only an RPPS was found. */
  numeroAm: string;
  /** 11 digits, key checked, or ''. */
  rpps: string;
}

export interface Pasted {
  people: PastedPerson[];
  /** Days the request may have been made, ISO, the likeliest first. */
  dates: string[];
}

/** Longer texts are cut: an answer is a page or two. */
const LONGEST = 50_000;
/** Candidates beyond these help nobody choose. */
const MOST_PEOPLE = 4;
const MOST_DATES = 3;
/** Characters between a person's name and his number, and between a date and the words that say what it is. */
const NEAR = 240;
const BESIDE = 40;
/** A request older than this is not the one being billed: a year, in ms. */
const YEAR = 366 * 86_400_000;

interface Seen {
  value: string;
  at: number;
  kind: 'am' | 'rpps';
}

const gap = '[ .\\u00a0\\u202f-]?';
/** Digits in groups, with nothing before or after that would make them part of a longer number. */
const digitRun = new RegExp(`(?<![\\d.,/-])\\d(?:${gap}[\\dA-F])(?:${gap}\\d){6,13}(?![\\d/])`, 'gu');
const amLabel = /(?:\bam\b|assurance maladie|facturation|ameli|prescripteur|identifiant)[^\d\n]{0,20}$/iu;
const bare = (text: string): string => text.replace(/[^\dA-F]/g, '');

/**
 * Numbers whose length and key are right. Nine digits are also an establishment's or a company's number: without a word
 * that says AM, a doubtful key is not enough.
 */
function numbersIn(text: string): Seen[] {
  const seen: Seen[] = [];
  for (const { 0: run, index } of text.matchAll(digitRun)) {
    const value = bare(run);
    const before = text.slice(Math.max(0, index - BESIDE), index);
    if (value.length === 11 && checkRpps(value).level === 'ok') seen.push({ value, at: index, kind: 'rpps' });
    if (value.length !== 9 || /(?:finess|siren|siret)[^\d\n]{0,20}$/iu.test(before)) continue;
    const { level } = checkNumeroAm(value);
    if (level === 'ok' || (level === 'warn' && amLabel.test(before)))
      seen.push({ value, at: index, kind: 'am' });
  }
  return seen;
}

const word = "(?!(?:AM|RPPS|ADELI|FINESS|INS|NIR)\\b)\\p{Lu}[\\p{L}'’-]+";
const titled = new RegExp(
  `\\b(Dr|Docteur|Pr|Professeur)\\.?[ \\u00a0]+(${word}(?:[ \\u00a0]${word}){0,3})`,
  'gu',
);
const shortTitle: Record<string, string> = { Docteur: 'Dr', Professeur: 'Pr' };

function namesIn(text: string): Array<{ name: string; at: number }> {
  return [...text.matchAll(titled)].map(({ 1: title = '', 2: name = '', index }) => ({
    name: `${shortTitle[title] ?? title} ${name}`,
    at: index,
  }));
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const day = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:[/.-](\\d{1,2})[/.-]|(?:er)? (${months.join('|')}) )(\\d{4})(?!\\d)`,
  'giu',
);
const born = /(?:n[ée]e?s?(?:\(e\))?\s+le|naissance|ddn)[^\d\n]{0,12}$/iu;
const asked = /(?:demand|sollicit|adress|envoy|question)[^\d\n]{0,30}$/iu;

function isoOf(date: number, month: number, year: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const right = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return right ? at.toISOString().slice(0, 10) : null;
}

/** Days of the last year that are nobody's birth date; those said to be of a request come first, then the oldest. */
function datesIn(text: string, today: string): string[] {
  const found = new Map<string, boolean>();
  for (const { 1: date, 2: month, 3: name, 4: year, index } of text.matchAll(day)) {
    const number = month ? Number(month) : months.indexOf(name?.toLowerCase() ?? '') + 1;
    const iso = isoOf(Number(date), number, Number(year));
    const before = text.slice(Math.max(0, index - BESIDE), index);
    if (!iso || born.test(before) || iso > today || Date.parse(today) - Date.parse(iso) > YEAR) continue;
    found.set(iso, found.get(iso) === true || asked.test(before));
  }
  return [...found]
    .sort(([a, isAsked], [b, isOtherAsked]) => Number(isOtherAsked) - Number(isAsked) || (a < b ? -1 : 1))
    .map(([iso]) => iso)
    .slice(0, MOST_DATES);
}

/** The other side's candidates in `text`. `own` = the user's numbers, never offered to himself. `today` ISO. */
export function readPasted(
  text: string,
  { own, today }: { own: { numeroAm: string; rpps: string }; today: string },
): Pasted {
  const cut = text.slice(0, LONGEST);
  const mine = new Set([bare(own.numeroAm.toUpperCase()), bare(own.rpps)]);
  const names = namesIn(cut);
  const people: PastedPerson[] = [];
  let lastOfMine = -1;
  for (const { value, at, kind } of numbersIn(cut)) {
    if (mine.has(value)) {
      lastOfMine = at;
      continue;
    }
    // The closest name before the number, and none of the user's own block.
    const name =
      names.findLast((one) => one.at < at && at - one.at <= NEAR && one.at > lastOfMine)?.name ?? '';
    const known = people.find((one) =>
      one.numeroAm === value || one.rpps === value
        ? true
        : name !== '' && one.name === name && !one[kind === 'am' ? 'numeroAm' : 'rpps'],
    );
    if (known) {
      if (kind === 'am') known.numeroAm = value;
      else known.rpps = value;
    } else people.push({ name, numeroAm: kind === 'am' ? value : '', rpps: kind === 'rpps' ? value : '' });
  }
  const whole = people.filter(({ numeroAm }) => numeroAm !== '');
  return { people: (whole.length > 0 ? whole : people).slice(0, MOST_PEOPLE), dates: datesIn(cut, today) };
}
