/** What the server tells the Doctolib-like application. Shared with the browser. */

export interface DoctolibPatient {
  id: string;
  civility: string;
  lastName: string;
  birthName: string;
  firstName: string;
  sex: 'F' | 'M';
  /** `15/06/1955` */
  birth: string;
  age: string;
  /** `2 55 06 99 999 999 34`, or empty. */
  nir: string;
  phone: string;
  address: string;
}

export interface DoctolibData {
  patients: DoctolibPatient[];
  user: { name: string; initials: string };
  /** `aucun`, or the point the invoice is already at: RQD chosen, advanced mode, prescriber window open. */
  state: 'aucun' | 'rqd' | 'avance' | 'prescripteur';
  /** Do the values of the prescriber window count as they are typed, or when its button is pressed? */
  modal: 'direct' | 'valider';
  /** Milliseconds before the Prestation search answers. */
  latency: number;
  release: number;
}

export interface Prestation {
  code: string;
  name: string;
  /** Cents. */
  price: number;
}
