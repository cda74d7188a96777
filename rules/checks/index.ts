/** Every rule, in the order findings of one severity are shown. A test fails when a file of this folder is missing here. */
import type { Check } from '../check.ts';
import { acteCumul } from './acte.cumul.ts';
import { acteDate } from './acte.date.ts';
import { acteDepassement } from './acte.depassement.ts';
import { acteFerme } from './acte.ferme.ts';
import { acteProfession } from './acte.profession.ts';
import { acteQuantite } from './acte.quantite.ts';
import { acteTarif } from './acte.tarif.ts';
import { compteRenduAbsent } from './compte-rendu.absent.ts';
import { consentementAbsent } from './consentement.absent.ts';
import { doublon } from './doublon.ts';
import { kinePlan } from './kine.plan.ts';
import { kineScor } from './kine.scor.ts';
import { modeSecurisation } from './mode.securisation.ts';
import { parcoursIndicateur } from './parcours.indicateur.ts';
import { patientEligibilite } from './patient.eligibilite.ts';
import { patientHospitalise } from './patient.hospitalise.ts';
import { patientNir } from './patient.nir.ts';
import { prescripteurAbsent } from './prescripteur.absent.ts';
import { prescripteurCategorie } from './prescripteur.categorie.ts';
import { prescripteurCle } from './prescripteur.cle.ts';
import { prescripteurDate } from './prescripteur.date.ts';
import { prescripteurFormat } from './prescripteur.format.ts';
import { prescripteurSoiMeme } from './prescripteur.soi-meme.ts';
import { quotaAtteint } from './quota.atteint.ts';
import { quotaDernier } from './quota.dernier.ts';
import { quotaUneFenetre } from './quota.une-fenetre.ts';
import { structureEtablissement } from './structure.etablissement.ts';
import { structureMemeSite } from './structure.meme-site.ts';
import { tpAmc } from './tp.amc.ts';
import { tpAmo } from './tp.amo.ts';
import { urgenceContexte } from './urgence.contexte.ts';

export const checks: readonly Check[] = [
  acteFerme,
  acteProfession,
  acteDate,
  acteTarif,
  acteCumul,
  acteDepassement,
  acteQuantite,
  tpAmo,
  tpAmc,
  modeSecurisation,
  parcoursIndicateur,
  prescripteurAbsent,
  prescripteurFormat,
  prescripteurCle,
  prescripteurSoiMeme,
  prescripteurCategorie,
  prescripteurDate,
  quotaAtteint,
  quotaUneFenetre,
  quotaDernier,
  doublon,
  patientEligibilite,
  patientHospitalise,
  patientNir,
  structureEtablissement,
  structureMemeSite,
  kineScor,
  kinePlan,
  consentementAbsent,
  urgenceContexte,
  compteRenduAbsent,
];
