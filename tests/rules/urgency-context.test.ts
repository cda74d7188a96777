import { describe, expect, it } from 'vitest';
import { readUrgency } from '../../rules/urgency/read.ts';
import { announce } from './announce.ts';

const terms = [
  'AVC',
  'AIT',
  'déformation de la bouche',
  'paralysie faciale',
  'paralysie',
  "faiblesse d'un côté",
  "engourdissement d'un côté",
  'trouble de la parole',
  "perte de la vue d'un œil",
  'vision double',
  'céphalée brutale intense',
  'douleur thoracique',
  'douleur dans la poitrine',
  'syndrome coronarien aigu',
  'SCA',
  'infarctus',
  'difficulté à respirer',
  'dyspnée aiguë',
  'cyanose',
  'détresse respiratoire',
  'perte de connaissance',
  'malaise grave',
  'coma',
  'hémorragie',
  'saignement abondant',
  'défenestration',
  'purpura fébrile',
  'état de choc',
  'marbrures',
  'éruption généralisée aiguë',
  'arrêt cardiaque',
  'embolie pulmonaire',
  'convulsions',
  'œdème de Quincke',
  'anaphylaxie',
  'syncope',
];

/** « d'AVC », « de coma ». */
const de = (term: string) => (/^[aeiouyéèêœh]/i.test(term) ? `d'${term}` : `de ${term}`);

type Frame = (term: string) => string;

const denied: Record<string, Frame> = {
  'Pas de …': (t) => `Pas ${de(t)}.`,
  'Pas de …, dans une demande': (t) => `Eczéma des mains. Pas ${de(t)}, pas de toux. Traitement ?`,
  'pas eu de …': (t) => `Il n'y a pas eu ${de(t)}.`,
  'jamais eu de …': (t) => `N'a jamais eu ${de(t)}.`,
  '… : non': (t) => `${t} : non`,
  '… : NON, en capitales': (t) => `${t.toUpperCase()} : NON`,
  'Absence de …': (t) => `Absence ${de(t)}.`,
  'Aucune notion de …': (t) => `Aucune notion ${de(t)}`,
  'sans …': (t) => `Eczéma sans ${t}.`,
  'ni … ni …': (t) => `Ni fièvre ni ${t}.`,
  'nie …': (t) => `Le patient nie toute ${t}`,
  '… : 0': (t) => `${t} : 0`,
  '… (-)': (t) => `${t} (-)`,
  '… absente': (t) => `${t} absente`,
  'au bout d’une énumération': (t) => `Pas de fièvre, de toux ni ${de(t)}`,
  'au bout d’une énumération en ou': (t) => `Pas de fièvre, toux ou ${t}`,
  '… éliminé': (t) => `${t} éliminé`,
  '… peu probable': (t) => `${t} peu probable`,
  '… non retrouvée': (t) => `${t} non retrouvée`,
  'entre parenthèses': (t) => `Aucun signe de gravité (fièvre, ${t}, douleur).`,
  'au moment présent': (t) => `Ne présente pas ${de(t)} ce jour`,
};

const past: Record<string, Frame> = {
  'ATCD de … en 2019': (t) => `ATCD ${de(t)} en 2019, stable`,
  'Antécédent de …': (t) => `Antécédent ${de(t)}.`,
  'dans la rubrique ATCD': (t) => `ATCD : HTA, ${t}, diabète`,
  'dans la rubrique, avant une autre': (t) => `Antécédents : ${t} (2015).\nMotif : verrue`,
  '… en 2018': (t) => `${t} en 2018, eczéma ce jour`,
  '… il y a 3 ans': (t) => `${t} il y a 3 ans`,
  'Il y a 5 ans, …': (t) => `Il y a 5 ans, ${t}`,
  'Séquelles de …': (t) => `Séquelles ${de(t)}`,
  'Suite hospitalisation pour …': (t) => `Suite hospitalisation pour ${t}, quelle surveillance ?`,
  'Hospitalisé en 2022 pour …': (t) => `Hospitalisé en 2022 pour ${t}`,
  'post-…': (t) => `Rééducation post-${t}`,
  '… ancien': (t) => `${t} ancien`,
  '… depuis 3 ans': (t) => `${t} depuis 3 ans`,
};

const family: Record<string, Frame> = {
  'Père : …': (t) => `Père : ${t}`,
  "Père décédé d'…": (t) => `Père décédé d'${t}`,
  'Antécédents familiaux : …': (t) => `Antécédents familiaux : ${t} chez la mère`,
  'Sa mère a fait …': (t) => `Sa mère a fait ${de(t)}`,
  '… chez le père': (t) => `${t} chez le père`,
};

const conditional: Record<string, Frame> = {
  'En cas de …': (t) => `En cas ${de(t)}, appeler le 15`,
  'Si …': (t) => `Si ${t}, appeler le 15.`,
  'Appeler le 15 en cas de …': (t) => `Appeler le 15 en cas ${de(t)}`,
  'Prévention de …': (t) => `Prévention ${de(t)}`,
  'Dépistage de …': (t) => `Dépistage ${de(t)}`,
};

const present: Record<string, Frame> = {
  seul: (t) => t,
  'Motif : …': (t) => `Motif : ${t}`,
  '… ce matin': (t) => `${t} ce matin`,
  '… depuis 1 h': (t) => `Patient de 60 ans, ${t} depuis 1 h`,
  'Suspicion de …': (t) => `Suspicion ${de(t)}`,
  '… ?': (t) => `${t} ?`,
  "ne permet pas d'éliminer …": (t) => `ne permet pas d'éliminer ${t}`,
  '… non exclu': (t) => `${t} non exclu`,
  "n'exclut pas …": (t) => `n'exclut pas ${t}`,
  'sans doute …': (t) => `sans doute ${t}`,
  '… possible': (t) => `${t} possible`,
  'Pas de fièvre mais …': (t) => `Pas de fièvre mais ${t}`,
  'Pas de fièvre. …': (t) => `Pas de fièvre. ${t}.`,
  'après des antécédents': (t) => `ATCD d'AVC en 2019. Ce matin ${t}`,
  'dans la rubrique Motif': (t) => `ATCD : HTA\nMotif : ${t}`,
  'après la famille': (t) => `Père décédé d'un cancer. ${t} ce jour`,
  'dit par la mère': (t) => `Enfant de 5 ans, sa mère signale ${t}`,
  'en capitales': (t) => `PATIENT DE 70 ANS ${t.toUpperCase()} DEPUIS CE MATIN`,
  'sans accents': (t) => `patient avec ${t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()} ce matin`,
  'coupé en fin de ligne': (t) => `Bonjour,\nmerci de votre avis pour ${t.replace(' ', '\n')}`,
  'Le patient présente …': (t) => `Le patient présente ${t}`,
  'Patient sans antécédent, …': (t) => `Patient sans antécédent, ${t}`,
  'Amené par sa femme pour …': (t) => `Amené par sa femme pour ${t}`,
  'en récidive': (t) => `ATCD ${de(t)}, récidive ce jour`,
  'avec une apostrophe courbe': (t) => `Suspicion ${de(t)}`.replace("'", '’'),
};

const why = (text: string, term: string) =>
  readUrgency(text)
    .hits.filter((hit) => hit.phrase.toLowerCase() !== 'appeler le 15' || term === 'appeler le 15')
    .map((hit) => hit.why);

describe.each([
  ['negated', denied],
  ['past', past],
  ['family', family],
  ['conditional', conditional],
] as const)('%s', (reason, frames) => {
  announce(`urgency, ${reason}`, Object.keys(frames).length * terms.length);
  it.each(Object.entries(frames))('%s', (_, frame) => {
    for (const term of terms) {
      const text = frame(term);
      expect(why(text, term), text).not.toContain('active');
      expect(why(text, term), text).toContain(reason);
    }
  });
});

describe('present or feared', () => {
  announce('urgency, active', Object.keys(present).length * terms.length);
  it.each(Object.entries(present))('%s', (_, frame) => {
    for (const term of terms) expect(why(frame(term), term), frame(term)).toContain('active');
  });
});

/** The first does not count and the second does, whatever they are. */
const pairs: Record<string, (not: string, yes: string) => string> = {
  'comma after a negation': (a, b) => `Pas ${de(a)}, ${b} depuis ce matin`,
  'full stop after a negation': (a, b) => `Pas ${de(a)}. ${b} depuis ce matin`,
  'negation after': (a, b) => `${b} depuis ce matin, pas ${de(a)}`,
  without: (a, b) => `${b} depuis ce matin sans ${a}`,
  'history, then today': (a, b) => `ATCD ${de(a)} en 2019, ce matin ${b}`,
  'history. Then since': (a, b) => `ATCD ${de(a)}. ${b} depuis 1 h`,
  'father, then the patient': (a, b) => `Père décédé d'${a}, ${b} depuis ce matin`,
  'form, lines': (a, b) => `${a} : non\n${b} : oui`,
  'form, one line': (a, b) => `${a} : non, ${b} : oui`,
  headings: (a, b) => `ATCD : HTA, ${a}\nMotif : ${b}`,
  but: (a, b) => `Pas ${de(a)} mais ${b}`,
  year: (a, b) => `${a} en 2018. ${b} aujourd'hui.`,
  bullets: (a, b) => `- pas ${de(a)}\n- ${b}`,
  'ruled out, and feared': (a, b) => `${a} éliminé, suspicion ${de(b)}`,
  'condition after': (a, b) => `${b} ce matin. En cas ${de(a)} appeler`,
  letter: (a, b) =>
    `Antécédents : ${a}\nTraitement : Kardegic\nHistoire : ${b} depuis 2 h\nExamen : pas ${de(a)}`,
  'history presenting': (a, b) => `Patient aux antécédents ${de(a)} présentant ${b}`,
  'stay in hospital': (a, b) => `Hospitalisé en 2020 pour ${a}. Présente ${b}.`,
  capitals: (a, b) => `PAS ${de(a).toUpperCase()}, ${b.toUpperCase()} DEPUIS CE MATIN`,
};

describe('two terms in one text', () => {
  const some = [
    'AVC',
    'trouble de la parole',
    'douleur thoracique',
    'SCA',
    'infarctus',
    'difficulté à respirer',
  ].concat([
    'cyanose',
    'perte de connaissance',
    'coma',
    'hémorragie',
    'purpura fébrile',
    'état de choc',
    'convulsions',
  ]);
  announce('urgency, pairs', Object.keys(pairs).length * some.length * (some.length - 1));
  it.each(Object.entries(pairs))('%s', (_, frame) => {
    for (const not of some) {
      for (const yes of some.filter((term) => term !== not)) {
        const text = frame(not, yes);
        const counted = readUrgency(text).urgent.map((hit) => hit.phrase.toLowerCase());
        expect(counted, text).toContain(yes.toLowerCase());
        expect(counted, text).not.toContain(not.toLowerCase());
      }
    }
  });
});
