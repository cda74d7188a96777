import { type Check } from '../check.ts';
import { billed } from '../examples.ts';
import { countPhrase, limitPhrase, quotaFacts, quotaRowIds } from '../quota.ts';

const id = 'quota.dernier';

export const quotaDernier: Check = {
  id,
  title: 'Le dernier acte permis est annoncé.',
  severity: 'info',
  scope: 'line',
  rows: [...quotaRowIds, 'QUOTA.YEAR_UNIT'],
  examples: {
    pass: [
      { why: 'deux autres', context: { history: billed('RQD', '2026-01-05', '2026-02-05') } },
      {
        why: 'limite déjà atteinte',
        context: { history: billed('RQD', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08') },
      },
    ],
    fire: [
      {
        why: 'trois autres dans l’année',
        context: { history: billed('RQD', '2026-01-05', '2026-02-05', '2026-03-05') },
        severity: 'info',
      },
      {
        why: 'trois autres sur douze mois',
        context: { history: billed('RQD', '2025-06-05', '2025-07-05', '2025-08-05') },
        severity: 'info',
      },
    ],
  },
  check(sheet, _context, knowledge) {
    const facts = quotaFacts(id, sheet, knowledge);
    if (!facts || 'missing' in facts) return facts;
    if (facts.state !== 'last') return null;
    const message = `C’est le dernier acte permis par la limite de ${limitPhrase(knowledge.code, facts)} (déjà ${countPhrase(facts, sheet.actDate!)}) : prévoir une consultation ensuite.`;
    return { rule: id, severity: 'info', message, field: 'acte.code', source: facts.cell.source };
  },
};
