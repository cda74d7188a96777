import { unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { answering } from '../examples.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'compte-rendu.absent';
const sentSource = sourceOf('DUTY.REPORT');
const receivedSource = sourceOf('FSE.WAIT_REPORT');
const noReportReceivedOn = unread(id, 'reportReceivedOn');

export const compteRenduAbsent: Check = {
  id,
  title: 'Le compte-rendu est envoyé (celui qui répond) ou reçu (celui qui demande).',
  severity: 'warn',
  scope: 'sheet',
  rows: ['DUTY.REPORT', 'FSE.WAIT_REPORT', 'DUTY.DELAY7'],
  examples: {
    pass: [{ why: 'compte-rendu reçu' }, { why: 'compte-rendu envoyé', sheet: answering }],
    fire: [
      {
        why: 'TE2 sans compte-rendu',
        sheet: answering,
        context: { reportReceivedOn: null },
        severity: 'warn',
      },
      { why: 'RQD, réponse attendue', context: { reportReceivedOn: null }, severity: 'info' },
    ],
  },
  check(_sheet, { reportReceivedOn }, { code }) {
    if (reportReceivedOn === undefined) return noReportReceivedOn;
    if (reportReceivedOn !== null) return null;
    if (isRequest(code)) {
      const message =
        'Aucun compte-rendu de l’expert n’est encore noté : facturer est possible, penser à le classer.';
      return { rule: id, severity: 'info', message, source: receivedSource };
    }
    const message = `Aucun compte-rendu n’est noté comme envoyé : l’adresser au requérant et au médecin traitant avant de facturer ${code}.`;
    return { rule: id, severity: 'warn', message, source: sentSource };
  },
};
