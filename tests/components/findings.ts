/** What the rules may say of a sheet: findings with their source, in the words of a rule. */
import type { Finding, Source } from '../../rules/schema.ts';

export const ruleTitles: Record<string, string> = {
  'tp.amo': 'Tiers payant AMO obligatoire',
  'tp.amc': 'Pas de tiers payant AMC',
  'acte.tarif': 'Tarif du jour de l’acte',
  'prescripteur.absent': 'Le numéro AM de l’autre côté est obligatoire',
  'prescripteur.format': 'Un numéro AM a neuf caractères',
  'prescripteur.cle': 'La clé du numéro AM',
  'prescripteur.soi-meme': 'Le prescripteur n’est pas vous',
  'prescripteur.categorie': 'Catégorie du prescripteur',
  'prescripteur.date': 'Date de la demande',
  'parcours.indicateur': 'Exclusion du parcours de soins',
  'consentement.absent': 'Consentement du patient',
  'urgence.contexte': 'Une téléexpertise ne répond pas à une urgence',
  'quota.dernier': 'Dernier acte de l’année',
  'compte-rendu.absent': 'Compte-rendu',
};

export const leaflet: Source = {
  id: 'O1',
  title: 'Comment facturer l’acte de téléexpertise',
  url: 'https://example.org/teleexpertise',
  date: '2024-03-01',
  checkedOn: '2026-11-20',
  confidence: 'CONFIRMED',
};

export const findings = {
  amo: {
    rule: 'tp.amo',
    severity: 'block',
    message: 'Le tiers payant AMO n’est pas coché : l’acte serait rejeté. Cochez TP AMO.',
    field: 'tp.amo',
    source: leaflet,
    amountAtStake: 1000,
    fix: { field: 'tp.amo', value: true, label: 'Cocher TP AMO' },
  },
  prescriberMissing: {
    rule: 'prescripteur.absent',
    severity: 'block',
    message: 'Le numéro du prescripteur est vide : saisissez le numéro AM de l’expert requis.',
    field: 'prescripteur.numero',
    source: leaflet,
    amountAtStake: 1000,
  },
  carePath: {
    rule: 'parcours.indicateur',
    severity: 'warn',
    message: 'Le parcours est « Médecin traitant » : choisissez « Exclusion du parcours ».',
    field: 'parcours',
    source: { ...leaflet, confidence: 'SINGLE', date: null },
    fix: { field: 'parcours', value: 'exclusion', label: 'Choisir Exclusion du parcours' },
  },
  consent: {
    rule: 'consentement.absent',
    severity: 'warn',
    message: 'Aucun consentement n’est enregistré à la date de l’acte.',
    source: { ...leaflet, url: null },
  },
  urgency: {
    rule: 'urgence.contexte',
    severity: 'warn',
    message:
      '« douleur thoracique depuis 1 h » : une téléexpertise ne répond pas à une urgence. Appeler le 15 ?',
    source: leaflet,
  },
  last: {
    rule: 'quota.dernier',
    severity: 'info',
    message: 'C’est le dernier RQD possible en 2026 pour ce patient.',
    source: leaflet,
  },
} satisfies Record<string, Finding>;
