import { atStake, type Check } from '../check.ts';
import { billed } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { countPhrase, limitPhrase, quotaFacts } from '../quota.ts';

const id = 'quota.une-fenetre';
const source = sourceOf('QUOTA.YEAR_UNIT');

export const quotaUneFenetre: Check = {
  id,
  title:
    'La limite n’est pas non plus atteinte sur douze mois glissants, « par an » n’étant défini par aucun texte lu.',
  severity: 'warn',
  scope: 'line',
  rows: ['QUOTA.YEAR_UNIT'],
  examples: {
    pass: [
      { why: 'rien auparavant' },
      {
        why: 'quatre autres, le premier douze mois plus tôt jour pour jour',
        context: { history: billed('RQD', '2025-03-12', '2025-06-01', '2025-09-01', '2025-12-01') },
      },
      {
        why: 'un 29 février se compte depuis le 28 de l’année d’avant, exclu',
        sheet: { actDate: '2024-02-29', prescriber: { prescribedOn: '2024-02-29' } },
        context: { history: billed('RQD', '2023-02-28', '2023-06-01', '2023-09-01', '2023-12-01') },
      },
    ],
    fire: [
      {
        why: 'quatre autres depuis le lendemain du même jour de 2025',
        context: { history: billed('RQD', '2025-03-13', '2025-06-01', '2025-09-01', '2025-12-01') },
        severity: 'warn',
      },
    ],
  },
  check(sheet, _context, knowledge) {
    const facts = quotaFacts(id, sheet, knowledge);
    if (!facts || 'missing' in facts) return facts;
    if (facts.state !== 'rolling-over') return null;
    const { code, act } = knowledge;
    const message = `La limite de ${limitPhrase(code, facts)} est atteinte sur 12 mois glissants seulement (${countPhrase(facts, sheet.actDate!)}) : vérifier avec la caisse avant de facturer.`;
    return atStake({ rule: id, severity: 'warn', message, field: 'acte.code', source }, act.amount);
  },
};
