/** Which act of the register each return speaks of. Between two that fit equally nothing is chosen: both are listed. */
import type { LedgerAct } from '../acts.ts';
import type { Fact } from '../facts.ts';
import type { ReturnLine } from './read-returns.ts';

export type MatchState =
  /** One act, and something new to write of it. */
  | 'new'
  /** One act, which says so already. */
  | 'known'
  /** One act, and nothing to write: accepted or on its way is not paid. */
  | 'waiting'
  /** Several acts fit, or one that nothing but its day and code points to: the person chooses. */
  | 'ambiguous'
  | 'unmatched';

export interface Match {
  line: ReturnLine;
  state: MatchState;
  /** The act, when there is one; else those that may be meant, ten at most. */
  acts: LedgerAct[];
  /** Why it is ambiguous or unmatched, in French, without a final stop; `''` otherwise. */
  why: string;
  /** Names what would be written: the same line of the same returns, read again, gives the same word. */
  sameAs: string;
}

const shown = 10;

/** What was written of acts before, as far as returns are concerned. */
export class WrittenReturns {
  readonly #standing = new Set<string>();
  readonly #undone = new Map<string, number>();

  constructor(events: readonly Fact<'events'>[]) {
    const undone = new Set(events.flatMap(({ body }) => body.undoes ?? []));
    for (const { id, body } of events) {
      if (body.sameAs === undefined) continue;
      if (!undone.has(id)) this.#standing.add(body.sameAs);
      else {
        const word = bare(body.sameAs);
        this.#undone.set(word, (this.#undone.get(word) ?? 0) + 1);
      }
    }
  }

  /** The word for writing it now: what was undone may be written again, under another word. */
  wordFor(word: string): { sameAs: string; isWritten: boolean } {
    const times = this.#undone.get(word) ?? 0;
    const sameAs = times === 0 ? word : `${word} ~${times}`;
    return { sameAs, isWritten: this.#standing.has(sameAs) };
  }
}
const bare = (sameAs: string): string => sameAs.replace(/ ~\d+$/, '');

/** Name of a patient as far as spelling goes; `''` = none. */
const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean)
    .sort()
    .join(' ');

const nameOf = ({ patient }: LedgerAct): string =>
  plainName(`${patient?.lastName ?? ''} ${patient?.firstName ?? ''}`);

export function matchReturns(
  lines: readonly ReturnLine[],
  acts: readonly LedgerAct[],
  events: readonly Fact<'events'>[] = [],
): Match[] {
  const written = new WrittenReturns(events);
  const byDay = Map.groupBy(acts, ({ actDate }) => actDate);
  const byInvoice = Map.groupBy(
    acts.filter(({ invoice }) => invoice),
    ({ invoice = '' }) => invoice,
  );
  const seen = new Map<string, number>();

  return lines.map((line): Match => {
    const { found, why } = candidates(line, byDay, byInvoice);
    const [act, ...others] = found;
    if (!act || others.length > 0 || why !== '') {
      const state = found.length > 0 ? 'ambiguous' : 'unmatched';
      return { line, state, acts: found.slice(0, shown), why, sameAs: '' };
    }
    return { line, acts: [act], why: '', ...wordOf(line, act, { written, seen }) };
  });
}

/** What a person chose among the acts of an ambiguous return. */
export function chosen(match: Match, act: LedgerAct, events: readonly Fact<'events'>[]): Match {
  const said = wordOf(match.line, act, { written: new WrittenReturns(events), seen: new Map() });
  return { line: match.line, acts: [act], why: '', ...said };
}

function wordOf(
  line: ReturnLine,
  act: LedgerAct,
  { written, seen }: { written: WrittenReturns; seen: Map<string, number> },
): { state: MatchState; sameAs: string } {
  if (line.outcome === 'waiting') return { state: 'waiting', sameAs: '' };
  const { outcome, on, paid, wording } = line;
  const said = JSON.stringify(['return', act.sameAs, outcome, on, paid, wording]);
  const { sameAs, isWritten } = written.wordFor(said);
  const times = seen.get(said) ?? 0;
  seen.set(said, times + 1);
  // Two equal lines of one file say one thing.
  const saysSo = act.standing === outcome && (outcome !== 'refused' || isWritten);
  return { state: isWritten || times > 0 || saysSo ? 'known' : 'new', sameAs };
}

interface Candidates {
  found: LedgerAct[];
  /** `''` = the one found is meant without a doubt. */
  why: string;
}

function candidates(
  { day, code, invoice, patientKeys, who, billed }: ReturnLine,
  byDay: ReadonlyMap<string, LedgerAct[]>,
  byInvoice: ReadonlyMap<string, LedgerAct[]>,
): Candidates {
  const fits = (act: LedgerAct) =>
    (code === null || act.code === code) && (day === null || act.actDate === day);
  const name = plainName(who);
  const isOther = (act: LedgerAct) => {
    const shares = act.patientKeys.some((key) => patientKeys.includes(key));
    const own = nameOf(act);
    return !shares && name !== '' && own !== '' && name !== own;
  };
  const ofInvoice = invoice === '' ? [] : (byInvoice.get(invoice) ?? []).filter(fits);
  const sure = ofInvoice.filter((act) => !isOther(act));
  if (sure.length > 0) return among(sure, billed, 'plusieurs actes portent ce numéro de feuille');
  if (ofInvoice.length > 0) {
    return { found: ofInvoice, why: 'ce numéro de feuille est au registre pour un autre patient' };
  }
  if (day === null)
    return { found: [], why: 'le retour ne dit ni la date de l’acte ni un numéro de feuille connu' };
  const sameDay = (byDay.get(day) ?? []).filter(fits);
  if (sameDay.length === 0) return { found: [], why: 'aucun acte de ce jour et de ce code au registre' };
  const isKnown = patientKeys.length > 0 || name !== '';
  if (!isKnown) return { found: sameDay, why: 'le retour ne dit pas de quel patient il s’agit' };
  const byKey = sameDay.filter((act) => act.patientKeys.some((key) => patientKeys.includes(key)));
  if (byKey.length > 0) return among(byKey, billed, 'plusieurs actes de ce patient, ce jour');
  const byName = sameDay.filter((act) => name !== '' && nameOf(act) === name);
  if (byName.length > 0) return among(byName, billed, 'plusieurs actes d’un patient de ce nom, ce jour');
  const nameless = sameDay.filter((act) => nameOf(act) === '');
  if (nameless.length > 0) return { found: nameless, why: 'l’acte du registre ne dit pas le nom du patient' };
  return { found: [], why: 'aucun acte de ce patient, ce jour, au registre' };
}

/** One, or the only one of that amount; else all of them. */
function among(acts: LedgerAct[], billed: number | null, why: string): Candidates {
  if (acts.length === 1) return { found: acts, why: '' };
  const sameAmount = billed === null ? [] : acts.filter(({ amount }) => amount === billed);
  return sameAmount.length === 1 ? { found: sameAmount, why: '' } : { found: acts, why };
}
