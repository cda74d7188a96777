/**
 * What each of *nobody's software* gives: one invented product, one style, one billing page. Shared with the browser.
 */
import type { Binding } from '../truth/bind.ts';
import type { Patient } from '../weda/people.ts';

/** How the page answers to its controls; read by `browser/start.ts`. Selectors are those of the page's document. */
export interface Behaviour {
  bindings: Binding[];
  /** An act row: a control's row is its place among them. */
  rows?: string;
  /** Adds a row like the last one, empty. */
  addRow?: string;
  /** There only when the act wants a prescriber. */
  prescriber?: string;
  total?: string;
  due?: string;
  messages?: string;
  /** The software's own last button. */
  final: string;
  /** Pressing the first shows the second. */
  openers?: Array<[button: string, panel: string]>;
  /** Other documents of the page: frames, each with frames of its own. */
  frames?: boolean;
}

export interface PageContext {
  patient: Patient;
  /** `name` in this release of the software: its next one renames every id. */
  id(name: string): string;
  /** A box the next release adds before the others; empty in this one. */
  newBox: string;
  /** To be put in `<head>`: data and script. */
  head: string;
  /** Query of the page, for links and frames. */
  query: string;
}

export interface Software {
  /** Sub-domain of `nobody.test`. */
  name: string;
  behaviour(context: Pick<PageContext, 'id'>): Behaviour;
  page(context: PageContext): string;
  /** Pages of its frames, by path. */
  frames?: Record<string, (context: PageContext) => string>;
  /** A browser module instead of `start.ts`. */
  script?: string;
}

export interface NobodyData {
  patientId: string;
  state: 'vide' | 'rqd';
  behaviour: Behaviour;
  /** The sheet posted with the page, or null. */
  kept: unknown;
}
