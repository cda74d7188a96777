import type { Person } from '../../ledger/overview/model.ts';

/** An act whose proof is wanted. */
export interface WantedProof {
  person: Person;
  actId: string;
}

let wanted: WantedProof | null = null;

/** Opens the view of the patient on one act. Handed over in memory: the address never says whose. */
export function showProof(proof: WantedProof): void {
  wanted = proof;
  location.hash = '#patient';
}

/** The proof that was asked for, once. */
export function takeWantedProof(): WantedProof | null {
  const taken = wanted;
  wanted = null;
  return taken;
}
