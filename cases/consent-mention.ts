import type { Consent } from '../rules/schema.ts';
import { frenchDate } from './words.ts';

/** The default wording; the user changes it in the settings. */
export const defaultMention =
  'Téléexpertise : {patient} a été informé(e) et a donné son accord le {date} ({comment}, {par}).';

/** The sentence to paste in the record. Whatever is not known is left out of it, never invented. */
export function consentMention(mention: string, patientName: string, consent: Consent): string {
  const by = consent.by === 'representant-legal' ? 'par le représentant légal' : 'par le patient';
  const how = consent.how === 'ecrit' ? 'par écrit' : 'oral';
  return mention
    .replaceAll('{patient}', patientName || 'le patient')
    .replaceAll('{date}', frenchDate(consent.on))
    .replaceAll('{par}', by)
    .replaceAll('{comment}', how);
}
