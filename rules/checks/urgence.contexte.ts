import { unread, type Check } from '../check.ts';
import { ageOn } from '../dates.ts';
import { sourceOf } from '../nomenclature/index.ts';
import type { Sheet } from '../schema.ts';
import { readUrgency, type UrgencyHit } from '../urgency/read.ts';
import { seen } from '../wording.ts';

const id = 'urgence.contexte';
const source = sourceOf('DUTY.NO_URGENCY');
const noRequestText = unread(id, 'requestText');

/** Majority: until then « ma fille », « l’enfant » in a request may be the patient. */
const adultAt = 18;

function isChild({ actDate, patient }: Sheet): boolean | undefined {
  const birthDate = patient?.birthDate;
  return birthDate && actDate ? ageOn(birthDate, actDate) < adultAt : undefined;
}

/** The first urgency of the text; `unsure` when it depends on an age that is not known. */
function firstUrgency(text: string, sheet: Sheet): UrgencyHit | 'unsure' | null {
  // A child's request lets more count, and most requests hold nothing either way: the age is asked for last.
  const asChild = readUrgency(text, { patientIsChild: true }).urgent[0];
  if (!asChild) return null;
  const child = isChild(sheet);
  if (child) return asChild;
  const asAdult = readUrgency(text, { patientIsChild: false }).urgent[0];
  return asAdult ?? (child === undefined ? 'unsure' : null);
}

export const urgenceContexte: Check = {
  id,
  title: 'La demande ne décrit pas une urgence : une téléexpertise n’y répond jamais.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['DUTY.NO_URGENCY', 'DUTY.DELAY7'],
  examples: {
    pass: [
      { why: 'demande courante' },
      { why: 'signe nié', context: { requestText: 'Fatigue à l’effort, pas de douleur thoracique.' } },
      { why: 'aucun texte', context: { requestText: null } },
    ],
    fire: [
      {
        why: 'douleur thoracique',
        context: { requestText: 'Douleur thoracique depuis 1 h, que faire ?' },
        severity: 'warn',
      },
      { why: 'suspicion d’AVC', context: { requestText: 'Suspicion d’AVC ce matin.' }, severity: 'warn' },
    ],
  },
  check(sheet, { requestText }) {
    if (requestText === undefined) return noRequestText;
    if (!requestText) return null;
    const hit = firstUrgency(requestText, sheet);
    if (hit === null) return null;
    if (hit === 'unsure') {
      const missing = sheet.patient?.birthDate ? [] : ['patient.birthDate'];
      return unread(id, ...missing, ...(sheet.actDate ? [] : ['actDate']));
    }
    const message = `« ${seen(hit.phrase, 60)} » dans la demande (${hit.categoryLabel}) : une téléexpertise ne répond pas à une urgence, vérifier et appeler le 15 au besoin.`;
    return { rule: id, severity: 'warn', message, source };
  },
};
