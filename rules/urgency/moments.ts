import type { Token } from './tokens.ts';

/** A wording of time: `from` and `to` are its first and last token. */
export interface Moment {
  from: number;
  to: number;
  when: 'present' | 'past';
}

/** « depuis 9 jours » is still going on; « depuis 3 semaines » is no matter for the 15. */
const longestOngoingDays = 10;
/** « il y a 2 jours » is recent; « il y a 10 jours » is over. */
const longestRecentDays = 3;

/** « à 3 semaines de l'infarctus » is a follow-up. */
const shortestDistanceDays = 14;

const unitDays = new Map<string, number>(
  Object.entries({
    s: 0,
    sec: 0,
    seconde: 0,
    min: 0,
    mn: 0,
    minute: 0,
    minutes: 0,
    h: 0.04,
    heure: 0.04,
    heures: 0.04,
    j: 1,
    jour: 1,
    jours: 1,
    nuit: 1,
    nuits: 1,
    sem: 7,
    semaine: 7,
    semaines: 7,
    quinzaine: 15,
    mois: 30,
    an: 365,
    ans: 365,
    annee: 365,
    annees: 365,
    decennie: 3650,
    decennies: 3650,
  }),
);
const numbersInLetters = new Map<string, number>(
  Object.entries({
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    douze: 12,
    quinze: 15,
    vingt: 20,
    trente: 30,
    quarante: 40,
    quelques: 3,
    plusieurs: 3,
    des: 3,
    la: 1,
    cette: 1,
  }),
);
const approximations = new Set(
  'environ,plus,moins,de,d,pres,a,peu,presque,bien,maintenant,deja,seulement,desormais,les,dernieres,derniers,ces'.split(
    ',',
  ),
);
const recentSince = new Set(
  (
    'hier,avant,aujourd,ce,cet,cette,midi,minuit,tout,lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,' +
    'son,le,matin,tantot,ses,sa'
  ).split(','),
);
const oldSince = new Set(
  'longtemps,toujours,enfance,adolescence,naissance,retraite,tant,petite,jeunesse'.split(','),
);
const wakings = new Set(
  'reveil,lever,matin,debut,midi,coucher,repas,dejeuner,petit,injection,arrivee'.split(','),
);
const months = new Set(
  (
    'janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre,' +
    'janv,fev,fevr,avr,juil,sept,oct,nov,dec'
  ).split(','),
);
const notAtDistance = new Set(
  'revoir,revu,revue,reconvoquer,rdv,rendez,jusqu,inferieur,superieur,prevu,prevue,programme,programmee,age,y'.split(
    ',',
  ),
);
const births = new Set('ne,nee,naissance,ddn,nes,nees'.split(','));
const measures = new Set(
  'mg,ml,g,ui,kcal,cal,l,cc,plaquettes,leucocytes,pas,euros,ng,pg,ug,mmol,mm,m,cm,gy,kg,bnp'.split(','),
);

/** Wordings of time that hold a number or a date; the fixed ones (« ce matin ») are cues. `today` is ISO. */
export function findMoments(tokens: readonly Token[], today?: string): Moment[] {
  const moments: Moment[] = [];
  let at = 0;
  while (at < tokens.length) {
    const moment = momentAt(tokens, at, today);
    if (moment === undefined) {
      at += 1;
    } else {
      moments.push(moment);
      at = moment.to + 1;
    }
  }
  return moments;
}

function momentAt(tokens: readonly Token[], at: number, today: string | undefined): Moment | undefined {
  const token = tokens[at]!;
  if (token.kind === 'word') {
    if (token.text === 'depuis') return since(tokens, at, today);
    if (token.text === 'il' && textAt(tokens, at + 1) === 'y' && textAt(tokens, at + 2) === 'a') {
      return ago(tokens, at, at + 3);
    }
    if (token.text === 'y' && textAt(tokens, at + 1) === 'a' && textAt(tokens, at - 1) !== 'n') {
      return ago(tokens, at, at + 2);
    }
    if (token.text === 'a') return atDistance(tokens, at);
    if (token.text === 'voici' || token.text === 'voila') return ago(tokens, at, at + 1);
    if (token.text === 'ca' && textAt(tokens, at + 1) === 'fait') {
      const duration = durationAt(tokens, at + 2);
      if (duration === undefined) return undefined;
      return { from: at, to: duration.to, when: duration.days <= longestOngoingDays ? 'present' : 'past' };
    }
    return undefined;
  }
  if (token.kind === 'number') return dateAt(tokens, at, today);
  return undefined;
}

function since(tokens: readonly Token[], at: number, today: string | undefined): Moment | undefined {
  const duration = durationAt(tokens, at + 1);
  if (duration !== undefined) {
    return { from: at, to: duration.to, when: duration.days <= longestOngoingDays ? 'present' : 'past' };
  }
  let next = at + 1;
  while (
    next < at + 3 &&
    ['l', 'la', 'le', 'les', 'sa', 'son', 'environ', 'au', 'moins'].includes(textAt(tokens, next))
  ) {
    next += 1;
  }
  const word = textAt(tokens, next);
  if (oldSince.has(word)) return { from: at, to: next, when: 'past' };
  if (months.has(word)) {
    const year = next + 1 < tokens.length && isYear(tokens, next + 1);
    return { from: at, to: year ? next + 1 : next, when: 'past' };
  }
  if (tokens[next]?.kind === 'number') {
    const date = dateAt(tokens, next, today);
    return { from: at, to: date?.to ?? next, when: date?.when ?? 'present' };
  }
  if (next > at + 1) return wakings.has(word) ? { from: at, to: next, when: 'present' } : undefined;
  return recentSince.has(word) ? { from: at, to: next, when: 'present' } : undefined;
}

function ago(tokens: readonly Token[], from: number, at: number): Moment | undefined {
  const duration = durationAt(tokens, at);
  if (duration !== undefined) {
    return { from, to: duration.to, when: duration.days <= longestRecentDays ? 'present' : 'past' };
  }
  return textAt(tokens, at) === 'longtemps' ? { from, to: at, when: 'past' } : undefined;
}

/** « à 3 mois »: the distance of a follow-up; not « revoir à 3 mois », nor an age. */
function atDistance(tokens: readonly Token[], at: number): Moment | undefined {
  if (notAtDistance.has(textAt(tokens, at - 1))) return undefined;
  const duration = durationAt(tokens, at + 1);
  if (duration === undefined || duration.days < shortestDistanceDays) return undefined;
  const next = textAt(tokens, duration.to + 1);
  const measured = textAt(tokens, duration.to + 2);
  if ((next === 'de' || next === 'd') && ['vie', 'age', 'grossesse', 'distance'].includes(measured))
    return undefined;
  return { from: at, to: duration.to, when: 'past' };
}

/** « environ 3 semaines », « une heure », « 48h », « plus de dix ans ». */
function durationAt(tokens: readonly Token[], at: number): { days: number; to: number } | undefined {
  let next = at;
  while (next < at + 4 && approximations.has(textAt(tokens, next))) next += 1;
  const token = tokens[next];
  if (token === undefined) return undefined;
  const amount =
    token.kind === 'number'
      ? Number.parseFloat(token.text.replace(',', '.'))
      : numbersInLetters.get(token.text);
  if (amount === undefined || Number.isNaN(amount)) return undefined;
  let unit = next + 1;
  if (
    textAt(tokens, unit) === 'bonne' ||
    textAt(tokens, unit) === 'bonnes' ||
    textAt(tokens, unit) === 'petite'
  )
    unit += 1;
  const range = textAt(tokens, unit) === 'a' || textAt(tokens, unit) === 'ou' || textAt(tokens, unit) === '-';
  if (range && (tokens[unit + 1]?.kind === 'number' || numbersInLetters.has(textAt(tokens, unit + 1))))
    unit += 2;
  const days = unitDays.get(textAt(tokens, unit));
  if (days === undefined) return undefined;
  const half = textAt(tokens, unit + 1);
  return {
    days: amount * days,
    to: tokens[unit + 1]?.kind === 'number' && days < 1 && half.length === 2 ? unit + 1 : unit,
  };
}

/** A year alone, or a date with its year. Without `today` a full date is taken for past, as most in a file are. */
function dateAt(tokens: readonly Token[], at: number, today: string | undefined): Moment | undefined {
  const token = tokens[at]!;
  const parts = token.text.split(/[/.-]/);
  if (births.has(textAt(tokens, at - 1)) || births.has(textAt(tokens, at - 2))) return undefined;
  if (parts.length === 1) {
    if (!isYear(tokens, at)) return undefined;
    return { from: at, to: at, when: 'past' };
  }
  const year = parts.find((part) => part.length === 4) ?? (parts.length === 3 ? `20${parts[2]!}` : undefined);
  if (year === undefined || !/^(19|20)\d\d$/.test(year) || parts.some((part) => !/^\d{1,4}$/.test(part))) {
    return undefined;
  }
  if (today !== undefined && parts.length === 3) {
    const [day, month] = parts[0]!.length === 4 ? [parts[2]!, parts[1]!] : [parts[0]!, parts[1]!];
    const days =
      (Date.parse(today) - Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)) /
      86_400_000;
    if (days <= longestRecentDays) return { from: at, to: at, when: 'present' };
  }
  return { from: at, to: at, when: 'past' };
}

function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== 'number' || !/^(19[3-9]\d|20[0-4]\d)$/.test(token.text)) return false;
  const next = tokens[at + 1];
  if (next !== undefined && measures.has(next.text)) return false;
  return textAt(tokens, at - 1) !== 'a' && textAt(tokens, at - 1) !== '/';
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}
