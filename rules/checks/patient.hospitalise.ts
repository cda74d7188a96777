import { atStake, unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';

const id = 'patient.hospitalise';
const source = sourceOf('HOSP.INPATIENT');
const noHospitalised = unread(id, 'patient.hospitalised');

export const patientHospitalise: Check = {
  id,
  title: 'Le patient n’est pas hospitalisé chez le requérant : l’acte serait compris dans le séjour.',
  severity: 'block',
  scope: 'sheet',
  rows: ['HOSP.INPATIENT', 'HOSP.EXTERNAL'],
  examples: {
    pass: [{ why: 'patient de ville' }, { why: 'rien de noté', sheet: { patient: { hospitalised: null } } }],
    fire: [{ why: 'hospitalisé en MCO', sheet: { patient: { hospitalised: true } }, severity: 'block' }],
  },
  check({ patient }, _context, { code, act }) {
    const hospitalised = patient?.hospitalised;
    if (hospitalised === undefined) return noHospitalised;
    if (hospitalised !== true) return null;
    const message = `Le patient est hospitalisé le jour de l’acte : ${code} est compris dans le séjour, ne pas le facturer à l’AMO.`;
    return atStake({ rule: id, severity: 'block', message, source }, act.amount);
  },
};
