import { atStake, unread, type Check } from '../check.ts';
import { answering, changes, line, numbers } from '../examples.ts';
import { rowOf, sourceOf } from '../nomenclature/index.ts';
import { openingOf, rightOf } from '../nomenclature/tables.ts';
import type { TeCode } from '../nomenclature/row.ts';
import type { Profession, Source } from '../schema.ts';
import { standingMissing } from '../standing.ts';
import { frenchDay, professionNames } from '../wording.ts';

const id = 'acte.profession';
const onlyMedical = sourceOf('REQ.ONLY_MEDICAL');
const onlyMedicalFrom = rowOf('REQ.ONLY_MEDICAL').from!;

/** The sentence and the text for a profession that may not bill the code that day. */
function refusal(code: TeCode, profession: Profession, day: string): { message: string; source: Source } {
  const who = professionNames[profession];
  const right = rightOf(code, profession);
  if (!right) {
    const source = code === 'TE2' && day >= onlyMedicalFrom ? onlyMedical : openingOf(code).source;
    const whose = code === 'TE2' ? 'au médecin ou à la sage-femme qui répond' : 'au médecin qui répond';
    return {
      message: `${code} est réservé ${whose} : ${who} ne peut pas le facturer, retirer l’acte.`,
      source,
    };
  }
  const { row, source, startSource } = right;
  switch (row.value) {
    case 'billable': {
      const unsure = startSource.confidence === 'CONFIRMED' ? '' : ' (date non confirmée)';
      return {
        message: `${code} n’est facturable par ${who} qu’à partir du ${frenchDay(row.from!)}${unsure} : vérifier la date de l’acte, ${frenchDay(day)}, ou le retirer.`,
        source: startSource,
      };
    }
    case 'limited':
      return {
        message: `${code} n’est ouvert à ${who} que dans quelques cas et à une date que les textes ne fixent pas : demander à la caisse avant de facturer.`,
        source,
      };
    case 'not-paid':
      return { message: `La demande faite par ${who} n’est pas rémunérée : retirer ${code}.`, source };
    case 'not-found':
      return {
        message: `Droit à demander un avis, mais cotation ${code} non trouvée pour ${who} : retirer l’acte ou interroger la caisse.`,
        source,
      };
  }
}

const dayBefore = (profession: Profession, numeroAm: string, actDate: string) => ({
  actDate,
  biller: { profession, numeroAm },
});

export const acteProfession: Check = {
  id,
  title: 'Le professionnel qui signe doit avoir le droit de facturer ce code à la date de l’acte.',
  severity: 'block',
  scope: 'line',
  rows: [
    'CODE.TE1.OPEN',
    'CODE.TE2.OPEN',
    'REQ.ANY_HEALTH_PRO',
    'REQ.ONLY_MEDICAL',
    'CODE.RQD.ORTHOPHONISTE',
    'CODE.RQD.SF',
    'CODE.TE2.SF',
    'CODE.RQD.IDEL',
    'CODE.RQD.IPA',
    'CODE.RQD.MK',
    'CODE.RQD.PODO',
    'CODE.RQD.ORTHOPTISTE',
    'CODE.RQD.PHARMACIEN',
    'CODE.TE2.CD',
    'CODE.RQD.CD',
  ],
  examples: {
    pass: [
      { why: 'médecin requérant' },
      { why: 'infirmier, premier jour', sheet: dayBefore('infirmier', numbers.infirmier, '2023-03-23') },
      {
        why: 'sage-femme, premier jour',
        sheet: dayBefore('sage-femme', numbers['sage-femme'], '2022-09-19'),
      },
      { why: 'sage-femme requise', sheet: changes(answering, { biller: { profession: 'sage-femme' } }) },
    ],
    fire: [
      {
        why: 'infirmier, la veille',
        sheet: dayBefore('infirmier', numbers.infirmier, '2023-03-22'),
        severity: 'block',
      },
      {
        why: 'podologue, la veille',
        sheet: dayBefore('pedicure-podologue', numbers.podologue, '2024-03-06'),
        severity: 'block',
      },
      {
        why: 'sage-femme, la veille d’une date en conflit',
        sheet: dayBefore('sage-femme', numbers['sage-femme'], '2022-09-18'),
        severity: 'warn',
      },
      {
        why: 'orthophoniste, la veille d’une date en conflit',
        sheet: dayBefore('orthophoniste', numbers.orthophoniste, '2022-04-05'),
        severity: 'warn',
      },
      {
        why: 'kiné, la veille d’une date à source unique',
        sheet: dayBefore('masseur-kinesitherapeute', numbers.kine, '2024-02-21'),
        severity: 'warn',
      },
      {
        why: 'IPA, la veille d’une date déduite',
        sheet: dayBefore('ipa', numbers.infirmier, '2023-03-22'),
        severity: 'warn',
      },
      { why: 'orthoptiste', sheet: { biller: { profession: 'orthoptiste' } }, severity: 'block' },
      { why: 'pharmacien', sheet: { biller: { profession: 'pharmacien' } }, severity: 'block' },
      {
        why: 'infirmier qui facture TE2',
        sheet: changes(answering, { biller: { profession: 'infirmier' } }),
        severity: 'block',
      },
      {
        why: 'TE1 par une sage-femme',
        sheet: changes(answering, {
          actDate: '2021-06-10',
          acts: [line('TE1', 1200)],
          biller: { profession: 'sage-femme' },
        }),
        severity: 'block',
      },
      {
        why: 'chirurgien-dentiste requis',
        sheet: changes(answering, { biller: { profession: 'chirurgien-dentiste' } }),
        severity: 'warn',
      },
      {
        why: 'chirurgien-dentiste requérant',
        sheet: { biller: { profession: 'chirurgien-dentiste' } },
        severity: 'warn',
      },
    ],
  },
  check(sheet, _context, { code, act, standing }) {
    if (standing === 'unread') return unread(id, ...standingMissing(sheet));
    if (standing !== 'barred') return null;
    const { message, source } = refusal(code, sheet.biller!.profession!, sheet.actDate!);
    return atStake({ rule: id, severity: 'block', message, field: 'acte.code', source }, act.amount);
  },
};
