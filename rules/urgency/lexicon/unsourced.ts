import { urgencyCheckedOn } from '../sources.ts';
import type { TermGroup, UrgencyCategory } from './entry.ts';

const off = (id: string, label: string, ...groups: Omit<TermGroup, 'source'>[]): UrgencyCategory => ({
  id,
  label,
  on: false,
  confidence: 'GAP',
  checkedOn: urgencyCheckedOn,
  groups: groups.map((group) => ({ ...group, source: 'none' })),
});

/** Urgencies for which no source was read: found, told as such, never counted until a clinician gives a list. */
export const unsourced: readonly UrgencyCategory[] = [
  off('psychiatrie', 'Psychiatrie, risque suicidaire', {
    kind: 'event',
    terms: [
      'idées|risque|crise|geste|projet|velléités suicidaire',
      'idées noires',
      'tentative|menace de suicide|autolyse',
      'suicidaire',
      'veut mourir|finir',
      'envie|intention mourir',
      'scarifications',
    ],
  }),
  off('obstetrique', 'Obstétrique', {
    kind: 'event',
    terms: [
      'métrorragie|ménométrorragies',
      'baisse|diminution|absence mouvements fœtaux|actifs',
      'baisse|diminution MAF',
      'éclampsie|prééclampsie|pré-éclampsie',
      'pré éclampsie',
      'HELLP',
      'hématome rétroplacentaire|rétro-placentaire',
      'grossesse extra-utérine',
      'rupture poche eaux',
      'menace accouchement prématuré',
    ],
  }),
  off('ophtalmologie', 'Ophtalmologie', {
    kind: 'sign',
    terms: [
      'œil rouge douloureux',
      'œil rouge et douloureux',
      'yeux rouges douloureux',
      'baisse brutale acuité|vision|vue',
      'baisse acuité brutale',
      'baisse acuité visuelle brutale',
      'BAV brutale',
      'glaucome aigu',
      'décollement rétine',
    ],
  }),
  off('urologie', 'Urologie', {
    kind: 'event',
    terms: ['torsion testicule|testiculaire|cordon', 'priapisme', 'rétention aiguë urine', 'anurie|anurique'],
  }),
  off('nourrisson-febrile', 'Nourrisson fébrile', {
    kind: 'sign',
    terms: [
      'nourrisson|=nouveau-né|bébé fébrile',
      'nourrisson|bébé fièvre',
      'fièvre du nourrisson|=nouveau-né',
    ],
  }),
];
