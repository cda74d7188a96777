import { atStake, linePath, unread, type Check } from '../check.ts';
import { answering, changes, line, numbers } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { tariffOn, type Cell } from '../nomenclature/tables.ts';
import type { TariffRow, TeCode } from '../nomenclature/row.ts';
import type { Finding, Source, Territory } from '../schema.ts';
import { standingMissing } from '../standing.ts';
import { euros, frenchDay, professionNames } from '../wording.ts';

const id = 'acte.tarif';
const mayotteSource = sourceOf('TARIF.MAYOTTE');

/** The text that makes the tariff doubtful, when it holds for want of a better one. */
function borrowed(cell: Cell<TariffRow>, territory: Territory): Source | null {
  if (territory === 'mayotte') return mayotteSource;
  return cell.row.confidence === 'GAP' ? cell.source : null;
}

function doubtWords(doubt: Source | null): string {
  return doubt === mayotteSource ? ' (valeur des DROM, non confirmée)' : ' (non confirmé)';
}

function noTariff(code: TeCode, who: string, source: Source): Finding {
  const message = `Aucun tarif de ${code} n’a été trouvé pour ${who} outre-mer : vérifier le montant auprès de la caisse.`;
  return { rule: id, severity: 'info', message, field: 'acte.montant', source };
}

export const acteTarif: Check = {
  id,
  title: 'Le montant doit être celui du tarif en vigueur à la date de l’acte.',
  severity: 'block',
  scope: 'line',
  rows: [
    'TARIF.TE1.METRO',
    'TARIF.TE2.METRO.1',
    'TARIF.TE2.METRO.2',
    'TARIF.TE2.SF.1',
    'TARIF.TE2.SF.2',
    'TARIF.TE2.CD',
    'TARIF.RQD.METRO',
    'TARIF.RQD.PARA',
    'TARIF.TE2.DROM.1',
    'TARIF.TE2.DROM.2',
    'TARIF.RQD.DROM',
    'TARIF.RQD.DROM.PARA',
    'TARIF.TE1.DROM',
    'TARIF.MAYOTTE',
  ],
  examples: {
    pass: [
      { why: 'RQD à 10,00 €' },
      { why: 'TE2 à 23,00 € en 2026', sheet: answering },
      {
        why: 'TE2 à 20,00 € le dernier jour de 2025, envoyé en 2026',
        sheet: changes(answering, {
          actDate: '2025-12-31',
          sentDate: '2026-01-02',
          acts: [line('TE2', 2000)],
        }),
      },
      {
        why: 'RQD à 12,00 € dans un DROM',
        sheet: { acts: [line('RQD', 1200)], biller: { territory: 'drom' } },
      },
      {
        why: 'deux actes, montant double (la quantité a sa propre règle)',
        sheet: { acts: [line('RQD', 2000, { quantity: 2 })] },
      },
    ],
    fire: [
      {
        why: 'TE2 à 23,00 € en 2025',
        sheet: changes(answering, { actDate: '2025-12-31', acts: [line('TE2', 2300)] }),
        severity: 'block',
      },
      {
        why: 'TE2 à 20,00 € en 2026',
        sheet: changes(answering, { acts: [line('TE2', 2000)] }),
        severity: 'warn',
      },
      { why: 'RQD à 30,00 €', sheet: { acts: [line('RQD', 3000)] }, severity: 'block' },
      { why: 'montant vide', sheet: { acts: [line('RQD', 0, { amount: null })] }, severity: 'warn' },
      {
        why: 'sage-femme, TE2 au-dessus d’un tarif à source unique',
        sheet: changes(answering, {
          acts: [line('TE2', 2500)],
          biller: { profession: 'sage-femme', numeroAm: numbers['sage-femme'] },
        }),
        severity: 'warn',
      },
      {
        why: 'RQD au tarif de métropole dans un DROM',
        sheet: { biller: { territory: 'drom' } },
        severity: 'warn',
      },
      {
        why: 'à Mayotte, valeur des DROM reprise',
        sheet: { acts: [line('RQD', 1200)], biller: { territory: 'mayotte' } },
        severity: 'info',
      },
      {
        why: 'à Mayotte, autre montant que celui des DROM',
        sheet: { biller: { territory: 'mayotte' } },
        severity: 'warn',
      },
      {
        why: 'infirmier dans un DROM, valeur du médecin reprise',
        sheet: {
          acts: [line('RQD', 1200)],
          biller: { profession: 'infirmier', numeroAm: numbers.infirmier, territory: 'drom' },
        },
        severity: 'info',
      },
      {
        why: 'TE1 dans un DROM, tarif introuvable',
        sheet: changes(answering, {
          actDate: '2021-06-10',
          acts: [line('TE1', 1200)],
          biller: { territory: 'drom' },
        }),
        severity: 'info',
      },
    ],
  },
  check(sheet, _context, knowledge) {
    const { code, act, standing } = knowledge;
    if (standing === 'closed' || standing === 'barred') return null;
    const { amount, quantity } = act;
    if (standing === 'unread' || amount === undefined) {
      const missing = standingMissing(sheet);
      return unread(id, ...missing, ...(amount === undefined ? [linePath(knowledge, 'amount')] : []));
    }
    const profession = sheet.biller!.profession!;
    const territory = sheet.biller!.territory ?? 'metropole';
    const cell = tariffOn(code, profession, territory, sheet.actDate!);
    if (!cell) return null;
    if (cell.row.value === null) return noTariff(code, professionNames[profession], cell.source);
    const times = quantity && Number.isInteger(quantity) && quantity > 0 ? quantity : 1;
    const tariff = cell.row.value * times;
    const doubt = borrowed(cell, territory);
    const of = `de ${code} au ${frenchDay(sheet.actDate!)}`;
    if (amount === tariff) {
      if (!doubt) return null;
      const message =
        territory === 'mayotte'
          ? `Aucun tarif de ${code} n’est publié pour Mayotte : la valeur des DROM, ${euros(tariff)}, est reprise, la vérifier auprès de la caisse.`
          : `Aucun tarif de ${code} n’est publié pour ${professionNames[profession]} outre-mer : la valeur du médecin, ${euros(tariff)}, est reprise, la vérifier auprès de la caisse.`;
      return { rule: id, severity: 'info', message, field: 'acte.montant', source: doubt };
    }
    const source = doubt ?? cell.source;
    const sure = source.confidence === 'CONFIRMED';
    const shown = amount === null ? 'vide' : euros(amount);
    const finding: Finding = {
      rule: id,
      severity: amount !== null && amount > tariff ? 'block' : 'warn',
      message: `Le montant est ${shown} alors que le tarif ${of} est ${euros(tariff)}${sure ? '' : doubtWords(doubt)} : le corriger.`,
      field: 'acte.montant',
      source,
    };
    if (sure) finding.fix = { field: 'acte.montant', value: tariff, label: `Mettre ${euros(tariff)}` };
    return atStake(finding, Math.abs(tariff - (amount ?? 0)));
  },
};
