/** The fictional doctors of the other side: numbers with right keys, in ranges nobody is given. */

export interface Correspondent {
  lastName: string;
  firstName: string;
  speciality: string;
  city: string;
  /** 9 digits, key included. */
  numeroAm: string;
  /** 11 digits. */
  rpps: string;
}

export const correspondents = {
  expert: {
    lastName: 'NOËL',
    firstName: 'Claire',
    speciality: 'Dermatologie et vénéréologie',
    city: 'LYON',
    numeroAm: '991000118',
    rpps: '99900000128',
  },
  cardiologist: {
    lastName: 'MERCIER',
    firstName: 'Hugo',
    speciality: 'Cardiologie et maladies vasculaires',
    city: 'VILLEURBANNE',
    numeroAm: '991000225',
    rpps: '99900000235',
  },
  /** The user of the replicas, seen from the other side. */
  requester: {
    lastName: 'MARTIN',
    firstName: 'Jeanne',
    speciality: 'Médecine générale',
    city: 'LYON',
    numeroAm: '991000019',
    rpps: '99900000011',
  },
} satisfies Record<string, Correspondent>;
