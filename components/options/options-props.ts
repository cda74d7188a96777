/** What the settings page is given and what it says. */
import type { Settings } from '../../messages/contract.ts';
import type { Severity } from '../../rules/schema.ts';
import type { LockProps } from './lock.tsx';
import type { TaughtProps } from './taught.tsx';
import type { NumberCheck } from '../panel/panel-props.ts';

export interface SoftwareChoice {
  id: string;
  name: string;
  kind: 'ehr' | 'platform';
  /** Hosts where it is known to be. */
  hosts: readonly string[];
  /**
   * `ready`: the extension sees it already. `ask`: its hosts are known, and are asked of the browser. `page`: its hosts are
   * not known, it is activated on its own page. `desktop`: no extension sees it.
   */
  reach: 'ready' | 'ask' | 'page' | 'desktop';
}

/** Stands in the list of software for one that has no profile. */
export const ANOTHER = 'autre';

export interface RuleSwitch {
  id: string;
  title: string;
  severity: Severity;
}

export type ParsedSettings = { ok: true; settings: Settings } | { ok: false; message: string };

export interface OptionsProps extends LockProps, Partial<TaughtProps> {
  /** `null` = first run. */
  settings: Settings | null;
  defaultMention: string;
  software: readonly SoftwareChoice[];
  rules: readonly RuleSwitch[];
  checkNumeroAm(typed: string): NumberCheck;
  checkRpps(typed: string): NumberCheck;
  /** The mention as it would read for a patient who does not exist. */
  mentionExample(wording: string): string;
  /** Does the browser let the extension see all of these hosts? */
  hasAccess(hosts: readonly string[]): Promise<boolean>;
  /** Asks the browser for these hosts and no other. Called within the click; false when it was refused. */
  onAskAccess(hosts: readonly string[]): Promise<boolean>;
  /** Reads an exported file; `message` is a French sentence. */
  parse(text: string): ParsedSettings;
  /** Rejects with an `Error` whose message is a French sentence. */
  onSave(settings: Settings): Promise<unknown>;
}
