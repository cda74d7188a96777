/** What a test asks of the TAMM-like replica through the address. Shared with the browser. */

export interface TammOptions {
  /** `ferme` = the start buttons; else the invoice is open, RQD coded, or the prescription window open. */
  state: 'ferme' | 'ouverte' | 'rqd' | 'prescription';
  /** Does the prescription count when its button is pressed (as in the templates), or as it is typed? */
  modal: 'valider' | 'direct';
  /** Milliseconds a server call takes. */
  latency: number;
}

export interface TammData {
  patientId: string;
  consultationId: string;
  options: TammOptions;
}
