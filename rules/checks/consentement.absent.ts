import { unread, type Check } from '../check.ts';
import { isRequest } from '../codes.ts';
import { sourceOf } from '../nomenclature/index.ts';
import { frenchDay } from '../wording.ts';

const id = 'consentement.absent';
const source = sourceOf('DUTY.CONSENT');
const noActDate = unread(id, 'actDate');
const noConsent = unread(id, 'consent');

export const consentementAbsent: Check = {
  id,
  title: 'Le consentement du patient est noté, au plus tard le jour de l’acte.',
  severity: 'warn',
  scope: 'sheet',
  rows: ['DUTY.CONSENT', 'DUTY.CONSENT.REPRESENTATIVE'],
  examples: {
    pass: [
      { why: 'le jour de l’acte' },
      {
        why: 'avant l’acte, par écrit',
        context: { consent: { given: true, on: '2026-02-01', how: 'ecrit' } },
      },
    ],
    fire: [
      { why: 'rien de noté', context: { consent: null }, severity: 'warn' },
      { why: 'refusé', context: { consent: { given: false, on: '2026-03-10' } }, severity: 'warn' },
      {
        why: 'le lendemain de l’acte',
        context: { consent: { given: true, on: '2026-03-13' } },
        severity: 'warn',
      },
    ],
  },
  check({ actDate }, { consent }, { code }) {
    if (consent === undefined) return noConsent;
    if (consent?.given) {
      if (!actDate) return noActDate;
      if (consent.on <= actDate) return null;
      const message = `Le consentement est daté du ${frenchDay(consent.on)}, après l’acte du ${frenchDay(actDate)} : vérifier la date à laquelle il a été recueilli.`;
      return { rule: id, severity: 'warn', message, source };
    }
    const whose = isRequest(code)
      ? 'le recueillir et le noter'
      : 's’assurer que le requérant l’a recueilli et le noter';
    const message = consent
      ? `Le patient a refusé le ${frenchDay(consent.on)} : ne pas facturer sans un nouveau consentement.`
      : `Aucun consentement du patient n’est noté : ${whose}.`;
    return { rule: id, severity: 'warn', message, source };
  },
};
