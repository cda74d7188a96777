/** What the panel is given and what it says. The entrypoint computes the first and carries the second. */
import type { PreviewLine } from '../../cases/preview.ts';
import type { Consent, Fix, LintResult } from '../../rules/schema.ts';
import type { QuotaCounts } from '../../rules/quota.ts';
import type { Concept } from '../../sites/pointing/concepts.ts';
import type {
  Correspondent,
  OtherSide,
  PageReport,
  PanelPlace,
  PanelSession,
  Role,
} from '../../messages/contract.ts';

export type { QuotaCounts };

/** What is said of a number while it is typed. */
export interface NumberCheck {
  /** `partial`: too short to judge yet. */
  level: 'partial' | 'ok' | 'warn' | 'wrong';
  /** French sentence; empty when there is nothing to say. */
  message: string;
}

/** `connecting`: nothing received yet, nothing is shown. `lost`: the extension was updated or removed under the page. */
export type PanelLinkState = 'connecting' | 'open' | 'lost';

export interface PanelEvents {
  place(place: PanelPlace): void;
  role(role: Role): void;
  /** *Écrire*: the whole preview. */
  write(): void;
  /** *Rétablir*. */
  undo(): void;
  /** *Corriger*. */
  fix(fixes: Fix[]): void;
  /** *Envoyer quand même*. */
  override(reason: string): void;
  consent(consent: Consent | null): void;
  /** ISO date of the compte-rendu, or null to withdraw it. */
  reportReceived(on: string | null): void;
  otherSide(otherSide: OtherSide): void;
  /** *Reprendre le numéro AM*, *Préparer ma réponse*. */
  takeOver(): void;
  saveCorrespondent(correspondent: Correspondent): void;
  completeIdentity(): void;
  /** Answer to *La FSE a-t-elle été sécurisée ?* */
  settle(actId: string, secured: boolean): void;
  openOptions(): void;
  /** Rejects with an `Error` whose message is a French sentence. */
  unlock(passphrase: string): Promise<unknown>;
  /** *Verrouiller*. */
  lock(): void;
  openRegister(): void;
  /** *Enregistrer un rapport*: what would be saved. Rejects with an `Error` whose message is a French sentence. */
  report(): Promise<PageReport>;
}

/** *Montrer les champs*. */
export interface PointingEvents {
  /** From the panel: the one field that moved, or all of them. */
  start(concept?: Concept): void;
  at(concept: Concept | null): void;
  forget(concept: Concept): void;
  /** The next press goes to the page. */
  through(): void;
  meaning(concept: Concept, option: string, word: string | boolean): void;
  test(concept: Concept): void;
  save(): void;
  cancel(): void;
}

export interface PanelProps {
  link: PanelLinkState;
  /** `null` until the background has recognised this frame. */
  session: PanelSession | null;
  /** `null` where nothing could be judged (no sheet, no settings). */
  lint: LintResult | null;
  /** The act date was not readable and today stands in for it. */
  dateAssumed: boolean;
  /** Acts of this code known for this patient and biller, this sheet excluded. `null` = not counted: the history or the register could not be read. */
  quota: QuotaCounts | null;
  preview: PreviewLine[];
  /** Rule id → its title, for *Pourquoi* and for what was not checked. */
  ruleTitles: Readonly<Record<string, string>>;
  /** ISO day the rules were last checked. */
  rulesCheckedOn: string;
  /** ISO. */
  today: string;
  /** The sentence to paste in the record; empty while no consent is recorded. */
  consentMention: string;
  checkNumeroAm(typed: string, salaried: boolean): NumberCheck;
  /** French sentence when something asked from here failed. */
  trouble: string | null;
  /** Is the panel truly seen by the person? `undefined` = the browser cannot tell. */
  visible: boolean | undefined;
  /** The same, asked at the moment of a click: `visible` is late by a tenth of a second. */
  look(): Promise<boolean | undefined>;
  on: PanelEvents;
  pointing: PointingEvents;
}
