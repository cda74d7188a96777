/** What the settings page is given and what it says. */
import type { Settings } from '../../messages/contract.ts';
import type { Severity } from '../../rules/schema.ts';
import type { NumberCheck } from '../panel/panel-props.ts';

export interface SoftwareChoice {
  id: string;
  name: string;
  /** Hosts the extension may see for it. */
  hosts: readonly string[];
}

export interface RuleSwitch {
  id: string;
  title: string;
  severity: Severity;
}

export type ParsedSettings = { ok: true; settings: Settings } | { ok: false; message: string };

export interface OptionsProps {
  /** `null` = first run. */
  settings: Settings | null;
  defaultMention: string;
  software: readonly SoftwareChoice[];
  rules: readonly RuleSwitch[];
  checkNumeroAm(typed: string): NumberCheck;
  checkRpps(typed: string): NumberCheck;
  /** The mention as it would read for a patient who does not exist. */
  mentionExample(wording: string): string;
  /** Reads an exported file; `message` is a French sentence. */
  parse(text: string): ParsedSettings;
  /** Rejects with an `Error` whose message is a French sentence. */
  onSave(settings: Settings): Promise<unknown>;
}
