/** The patient's history: days, documents, past billing (weda.md 4). */
import { addDays, daysBetween, toFrench, today } from './days.ts';
import type { WedaOptions } from './options.ts';
import { doctors, type Doctor, type Patient } from './people.ts';
import { escapeHtml } from './shell.ts';

export interface BilledAct {
  code: string;
  /** Cents, excess included. */
  amountCents: number;
}

type Entry =
  | { kind: 'consultation' | 'courrier'; title: string; text: string }
  | { kind: 'demande'; title: string; text: string }
  | { kind: 'recette'; acts: BilledAct[]; paid: boolean }
  | { kind: 'piece'; name: string };

interface Day {
  date: string;
  author: Doctor;
  entries: Entry[];
}

const requestTexts: Record<WedaOptions['motif'], string> = {
  calme:
    'Motif : lésion pigmentée de l’avant-bras gauche, apparue il y a six mois, stable, 4 mm, bords réguliers. ' +
    'Avis dermatologique souhaité : exérèse ou surveillance ?',
  urgence:
    'Motif : douleur thoracique depuis 1 h, irradiant dans le bras gauche, avec sueurs. ECG joint. ' +
    'Quelle conduite à tenir ?',
  negation:
    'Motif : palpitations anciennes. Pas de douleur thoracique, pas de dyspnée ni de syncope. ' +
    'Antécédent d’infarctus en 2015 ; père décédé d’un AVC. Avis sur l’adaptation du traitement.',
};

const G: BilledAct = { code: 'G', amountCents: 3000 };
const RQD: BilledAct = { code: 'RQD', amountCents: 1000 };

const euros = (cents: number) => (cents / 100).toFixed(2);

/** `wanted` days of this year, before today when the year allows it, never nearer than a day to one another. */
function daysThisYear(wanted: number, spacing: number): string[] {
  const now = today();
  const elapsed = daysBetween(`${now.slice(0, 4)}-01-01`, now);
  const step = Math.min(spacing, Math.floor(elapsed / Math.max(1, wanted)));
  return Array.from({ length: wanted }, (_, index) => addDays(now, -step * (index + 1)));
}

/** Days of last year that are still within the last twelve months. */
function daysBeforeThisYear(wanted: number): string[] {
  const now = today();
  const lastDay = `${Number(now.slice(0, 4)) - 1}-12-31`;
  const room = Math.max(0, 364 - daysBetween(lastDay, now));
  const step = Math.min(9, Math.floor(room / Math.max(1, wanted)));
  return Array.from({ length: wanted }, (_, index) => addDays(lastDay, -step * index));
}

function recentDays(options: WedaOptions, billed: BilledAct[][]): Day[] {
  const now = today();
  const { user, other } = doctors;
  const rqdOn =
    (author: Doctor) =>
    (date: string): Day => ({
      date,
      author,
      entries: [{ kind: 'recette', acts: [RQD], paid: daysBetween(date, now) > 15 }],
    });
  return [
    ...billed.map((acts): Day => ({
      date: now,
      author: user,
      entries: [{ kind: 'recette', acts, paid: false }],
    })),
    {
      date: addDays(now, -3),
      author: user,
      entries: [
        {
          kind: 'consultation',
          title: 'Consultation',
          text: 'TA 132/78. Auscultation sans particularité. Renouvellement du traitement.',
        },
        { kind: 'demande', title: 'Demande d’avis', text: requestTexts[options.motif] },
        { kind: 'piece', name: 'photo_avant-bras_gauche.jpg' },
      ],
    },
    ...daysThisYear(options.rqd, 21).map(rqdOn(user)),
    ...daysThisYear(options.rqdOther, 16).map(rqdOn(other)),
    ...daysBeforeThisYear(options.rqdBefore).map(rqdOn(user)),
    {
      date: addDays(now, -47),
      author: user,
      entries: [
        {
          kind: 'consultation',
          title: 'Consultation',
          text: 'Contrôle tensionnel. Bilan biologique prescrit.',
        },
        { kind: 'recette', acts: [G], paid: true },
      ],
    },
    {
      date: addDays(now, -96),
      author: other,
      entries: [
        { kind: 'consultation', title: 'Consultation', text: 'Rhinopharyngite. Traitement symptomatique.' },
        { kind: 'recette', acts: [G], paid: true },
      ],
    },
  ];
}

function olderDays(): Day[] {
  const now = today();
  const { user } = doctors;
  return [
    { date: addDays(now, -400), author: user, entries: [{ kind: 'recette', acts: [RQD], paid: true }] },
    {
      date: addDays(now, -521),
      author: user,
      entries: [
        { kind: 'courrier', title: 'Courrier', text: 'Compte rendu de consultation dermatologique.' },
        { kind: 'recette', acts: [G], paid: true },
      ],
    },
  ];
}

function byDay(days: Day[]): Day[] {
  const merged = new Map<string, Day>();
  for (const day of days) {
    const key = `${day.date} ${day.author.initials}`;
    const known = merged.get(key);
    if (known) known.entries.push(...day.entries);
    else merged.set(key, { ...day, entries: [...day.entries] });
  }
  return [...merged.values()].sort((a, b) => b.date.localeCompare(a.date));
}

function receiptHtml(day: Day, entry: Extract<Entry, { kind: 'recette' }>, patient: Patient): string {
  const codes = entry.acts.map((act) => act.code).join('+');
  const total = entry.acts.reduce((sum, act) => sum + act.amountCents, 0);
  const isTele = entry.acts.some((act) => act.code === 'RQD' || act.code === 'TE2');
  const amo = isTele ? total : Math.round(total * 0.7);
  const rest = total - amo;
  const date = toFrench(day.date);
  const number = String(4000 + (daysBetween('2020-01-01', day.date) % 5000)).padStart(6, '0');
  const noemie = entry.paid
    ? `<tr><td><span class="img16Noemie" title="Retour NOEMIE"></span></td><td>${toFrench(addDays(day.date, 6))}</td>
       <td>${number}</td><td></td><td></td><td></td><td>${euros(amo)}</td><td>0.00</td><td></td><td></td></tr>`
    : '';
  return `<div name="dh9"><div class="pjm">
    <table class="stxrec">
      <tr class="labelil"><td>Date</td><td>Désignation</td><td>Actes</td><td>Montant</td></tr>
      <tr><td>${date}</td><td>Acte médical</td><td>${escapeHtml(codes)}</td><td>${euros(rest === 0 ? 0 : total)}</td></tr>
    </table>
    <table class="stxrec">
      <tr class="labelil"><td></td><td>Date</td><td>N°</td><td>Bénéficiaire</td><td>Actes</td><td>Total</td><td>AMO</td>
        <td>AMC</td><td>TM</td><td>RC</td></tr>
      <tr><td><span class="img16Fse" title="F.S.E."></span></td><td>${date}</td><td>${number}</td>
        <td>${escapeHtml(`${patient.lastName} ${patient.firstName}`)}</td><td>${escapeHtml(codes)}</td>
        <td>${euros(total)}</td><td>${euros(amo)}</td><td>0.00</td><td>${euros(rest)}</td><td>${euros(rest)}</td></tr>
      ${noemie}
    </table>
    <span class="sign">${escapeHtml(day.author.name)}</span>
  </div></div>`;
}

function textHtml(day: Day, entry: Exclude<Entry, { kind: 'recette' | 'piece' }>, prefix: string): string {
  const names = { consultation: 'dh1', demande: 'dh4', courrier: 'dh6' } as const;
  const icons = {
    consultation: 'img16Consultation',
    demande: 'img16Demande',
    courrier: 'img16Courrier',
  } as const;
  const text =
    entry.kind === 'demande'
      ? `<span id="${prefix}HistoriqueUCForm1_LabelDemandeMotif" data-inferred>${escapeHtml(entry.text)}</span>`
      : escapeHtml(entry.text);
  return `<div name="${names[entry.kind]}">
    <div class="sst"><span class="${icons[entry.kind]}"></span><span class="document-title">${escapeHtml(entry.title)}</span>
      <span class="sign">${escapeHtml(day.author.name)}</span></div>
    <div class="stx">${text}</div></div>`;
}

function entryHtml(day: Day, entry: Entry, patient: Patient, prefix: string): string {
  if (entry.kind === 'recette') return receiptHtml(day, entry, patient);
  if (entry.kind !== 'piece') return textHtml(day, entry, prefix);
  return `<div name="dh10"><div class="pjm"><div class="bufi"><span class="buft">
    <span class="imgJpg" title="Visualiser le document"></span> ${escapeHtml(entry.name)}</span></div></div></div>`;
}

function dayHtml(day: Day, patient: Patient, prefix: string): string {
  return `<div class="sc" name="divwc">
    <table class="st"><tr>
      <td class="sm"><span title="Cliquez sur la date pour ouvrir.">${toFrench(day.date)}</span></td>
      <td class="sp" title="${escapeHtml(day.author.name)}">${day.author.initials}</td></tr></table>
    ${day.entries.map((entry) => entryHtml(day, entry, patient, prefix)).join('')}
  </div>`;
}

/**
 * The inside of the history panel.
 * `billed`: sheets secured under this session key. `all`: the older days too. `prefix`: of the ids
 * (`ContentPlaceHolder1_` on the patient page, nothing in the history frames).
 */
export function historyHtml(
  patient: Patient,
  options: WedaOptions,
  view: { billed: BilledAct[][]; all: boolean; prefix: string },
): string {
  const days = [...recentDays(options, view.billed), ...(view.all ? olderDays() : [])];
  return `<div>${byDay(days)
    .map((day) => dayHtml(day, patient, view.prefix))
    .join('')}</div>`;
}
