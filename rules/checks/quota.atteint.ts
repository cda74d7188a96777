import { atStake, type Check } from '../check.ts';
import { answering, billed, changes, line, numbers } from '../examples.ts';
import { countPhrase, limitPhrase, quotaFacts, quotaRowIds } from '../quota.ts';

const id = 'quota.atteint';

export const quotaAtteint: Check = {
  id,
  title: 'Le nombre d’actes par an, par patient et par professionnel n’est pas dépassé.',
  severity: 'block',
  scope: 'line',
  rows: [...quotaRowIds, 'QUOTA.YEAR_UNIT', 'QUOTA.NOT_PER_PAIR'],
  examples: {
    pass: [
      {
        why: 'trois autres dans l’année',
        context: { history: billed('RQD', '2026-01-05', '2026-02-05', '2026-03-05') },
      },
      {
        why: 'quatre autres, mais pour un autre patient',
        context: {
          history: billed('RQD', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08').map((act) => ({
            ...act,
            patientKey: 'patient-2',
          })),
        },
      },
      {
        why: 'quatre TE2 ne comptent pas pour RQD',
        context: { history: billed('TE2', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08') },
      },
      {
        why: 'les actes d’avant le 01/04/2022 ne comptent pas',
        sheet: changes(answering, { actDate: '2022-05-10', acts: [line('TE2', 2000)] }),
        context: { history: billed('TE2', '2022-01-05', '2022-01-06', '2022-02-07', '2022-03-31') },
      },
    ],
    fire: [
      {
        why: 'quatre autres dans l’année, dont un plus tard',
        context: { history: billed('RQD', '2026-01-05', '2026-02-05', '2026-03-05', '2026-06-05') },
        severity: 'block',
      },
      {
        why: 'sage-femme : deux autres',
        sheet: { biller: { profession: 'sage-femme' } },
        context: { history: billed('RQD', '2026-01-05', '2026-02-05') },
        severity: 'block',
      },
      {
        why: 'orthophoniste : limite à source unique',
        sheet: { biller: { profession: 'orthophoniste' } },
        context: { history: billed('RQD', '2026-01-05', '2026-02-05') },
        severity: 'warn',
      },
      {
        why: 'ancien TE2 : deux autres',
        sheet: changes(answering, {
          actDate: '2021-06-10',
          acts: [line('TE2', 2000)],
          biller: { numeroAm: numbers.medecin },
        }),
        context: { history: billed('TE2', '2021-01-05', '2021-02-05') },
        severity: 'block',
      },
    ],
  },
  check(sheet, _context, knowledge) {
    const facts = quotaFacts(id, sheet, knowledge);
    if (!facts || 'missing' in facts) return facts;
    if (facts.state !== 'over') return null;
    const { code, act } = knowledge;
    const message = `La limite de ${limitPhrase(code, facts)} est atteinte (${countPhrase(facts, sheet.actDate!)}) : ne pas facturer celui-ci.`;
    const source = facts.cell.source;
    return atStake({ rule: id, severity: 'block', message, field: 'acte.code', source }, act.amount);
  },
};
