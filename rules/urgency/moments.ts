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
const millisecondsADay = 86_400_000;
const births = new Set('ne,nee,naissance,ddn,nes,nees'.split(','));
const measures = new Set(
  'mg,ml,g,ui,kcal,cal,l,cc,plaquettes,leucocytes,pas,euros,ng,pg,ug,mmol,mm,m,cm,gy,kg,bnp'.split(','),
);

const openings = new Set(['depuis', 'il', 'y', 'voici', 'voila', 'a', 'ca']);
const afterSince = new Set(['l', 'la', 'le', 'les', 'sa', 'son', 'environ', 'au', 'moins']);
const notDistances = new Set(['vie', 'age', 'grossesse', 'distance']);

/** Wordings of time that hold a number or a date; the fixed ones (« ce matin ») are cues. `today` is ISO. */
export function findMoments(tokens: readonly Token[], today?: string): Moment[] {
  // A line may end inside « depuis 3\njours ».
  const unbroken: Token[] = [];
  const places: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'break' && token.lines === 1) continue;
    unbroken.push(token);
    places.push(at);
  }
  const reader = new MomentReader(unbroken, today);
  const moments: Moment[] = [];
  let free = 0;
  for (const [at, token] of unbroken.entries()) {
    if (at < free || (token.kind !== 'number' && !openings.has(token.text))) continue;
    const read = reader.at(at);
    if (read === undefined) continue;
    moments.push({ from: places[at] ?? at, to: places[read.to] ?? at, when: read.when });
    free = read.to + 1;
  }
  return moments;
}

interface Read {
  /** Last token. */
  to: number;
  when: 'present' | 'past';
}

class MomentReader {
  private readonly tokens: readonly Token[];
  private readonly today: string | undefined;

  constructor(tokens: readonly Token[], today: string | undefined) {
    this.tokens = tokens;
    this.today = today;
  }

  at(at: number): Read | undefined {
    switch (this.text(at)) {
      case 'depuis':
        return this.since(at + 1);
      case 'il':
        return this.text(at + 1) === 'y' && this.text(at + 2) === 'a' ? this.ago(at + 3) : undefined;
      case 'y':
        return this.text(at + 1) === 'a' && this.text(at - 1) !== 'n' ? this.ago(at + 2) : undefined;
      case 'voici':
      case 'voila':
        return this.ago(at + 1);
      case 'a':
        return this.atDistance(at);
      case 'ca':
        return this.text(at + 1) === 'fait' ? this.during(at + 2, longestOngoingDays) : undefined;
      default:
        return this.isNumber(at) ? this.date(at, longestRecentDays) : undefined;
    }
  }

  private text(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  private isNumber(at: number): boolean {
    return this.tokens[at]?.kind === 'number';
  }

  private since(at: number): Read | undefined {
    const during = this.during(at, longestOngoingDays);
    if (during !== undefined) return during;
    let next = at;
    while (next < at + 2 && afterSince.has(this.text(next))) next += 1;
    const word = this.text(next);
    if (oldSince.has(word)) return { to: next, when: 'past' };
    if (months.has(word)) return { to: this.isYear(next + 1) ? next + 1 : next, when: 'past' };
    if (this.isNumber(next)) return this.date(next, longestOngoingDays) ?? { to: next, when: 'present' };
    const recent = next > at ? wakings : recentSince;
    return recent.has(word) ? { to: next, when: 'present' } : undefined;
  }

  private ago(at: number): Read | undefined {
    if (this.text(at) === 'longtemps') return { to: at, when: 'past' };
    return this.during(at, longestRecentDays);
  }

  private during(at: number, longestDays: number): Read | undefined {
    const duration = this.duration(at);
    if (duration === undefined) return undefined;
    return { to: duration.to, when: duration.days <= longestDays ? 'present' : 'past' };
  }

  /** « à 3 mois »: the distance of a follow-up; not « revoir à 3 mois », nor an age. */
  private atDistance(at: number): Read | undefined {
    if (notAtDistance.has(this.text(at - 1))) return undefined;
    const duration = this.duration(at + 1);
    if (duration === undefined || duration.days < shortestDistanceDays) return undefined;
    const measured = this.text(duration.to + 1).startsWith('d') ? this.text(duration.to + 2) : '';
    return notDistances.has(measured) ? undefined : { to: duration.to, when: 'past' };
  }

  /** « environ 3 semaines », « une bonne heure », « 48h », « deux à trois ans », « plus de dix ans ». */
  private duration(at: number): { days: number; to: number } | undefined {
    let next = at;
    while (next < at + 4 && approximations.has(this.text(next))) next += 1;
    const amount = this.amount(next);
    if (amount === undefined) return undefined;
    let unit = next + 1;
    if (['bonne', 'bonnes', 'petite'].includes(this.text(unit))) unit += 1;
    if (['a', 'ou', '-'].includes(this.text(unit)) && this.amount(unit + 1) !== undefined) unit += 2;
    const days = unitDays.get(this.text(unit));
    if (days === undefined) return undefined;
    const minutes = days < 1 && this.isNumber(unit + 1) && this.text(unit + 1).length === 2;
    return { days: amount * days, to: minutes ? unit + 1 : unit };
  }

  private amount(at: number): number | undefined {
    if (!this.isNumber(at)) return numbersInLetters.get(this.text(at));
    const amount = Number.parseFloat(this.text(at).replace(',', '.'));
    return Number.isNaN(amount) ? undefined : amount;
  }

  /** A year alone, or a date with its year. Without `today` a full date is past, as most in a file are. */
  private date(at: number, longestDays: number): Read | undefined {
    if (births.has(this.text(at - 1)) || births.has(this.text(at - 2))) return undefined;
    if (this.isYear(at)) return { to: at, when: 'past' };
    const written = /^(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d\d|19\d\d)$/.exec(this.text(at));
    if (written === null)
      return /^\d{1,2}[/.-](19|20)\d\d$/.test(this.text(at)) ? { to: at, when: 'past' } : undefined;
    const [, day = '', month = '', year = ''] = written;
    const written8601 = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const days = (Date.parse(this.today ?? '') - Date.parse(written8601)) / millisecondsADay;
    return { to: at, when: days <= longestDays ? 'present' : 'past' };
  }

  private isYear(at: number): boolean {
    if (!this.isNumber(at) || !/^(19[3-9]\d|20[0-4]\d)$/.test(this.text(at))) return false;
    return !measures.has(this.text(at + 1)) && this.text(at - 1) !== 'a' && this.text(at - 1) !== '/';
  }
}
