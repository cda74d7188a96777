/** What the background works with: every door to the browser and to what is kept, so that tests can put their own behind them. */
import type { PanelSession, ToHand, ToPointer, ToSentinel } from '../../messages/contract.ts';
import type { Vault } from '../../ledger/vault.ts';
import type { LedgerDoor } from './ledger-door.ts';
import type { ProfileDesk } from './profile-desk.ts';
import type { Reader } from './session.ts';
import type { SiteDesk } from './site-desk.ts';
import type { Store } from './tab-state.ts';

export interface Desk {
  /** Memory only, emptied when the browser closes. */
  session: Store;
  /** Settings and the panel's place; no patient data. */
  local: Store;
  /** Names of all that is kept in `session`. */
  sessionKeys(): Promise<string[]>;
  ledger: LedgerDoor;
  vault: Vault;
  profiles: ProfileDesk;
  sites: SiteDesk;
  /** Rejects when the page is gone. */
  tell(tabId: number, frameId: number, message: ToSentinel): Promise<void>;
  /** Brings the hand into the page and gives it the plan. Rejects when the page is gone or closed to us. */
  write(tabId: number, frameId: number, message: ToHand): Promise<void>;
  /** Brings a reader of captions or of labels into the page. Rejects when the page is gone or closed to us. */
  bring(tabId: number, frameId: number, reader: Reader): Promise<void>;
  /** Brings the cursor that shows fields into the page, if it is not there, and speaks to it. */
  pointer(tabId: number, frameId: number, message: ToPointer): Promise<void>;
  /** Brings the script that tells the structure of a page, and gives what it says. Rejects as `bring` does. */
  structure(tabId: number, frameId: number): Promise<unknown>;
  /** What we are, and where. */
  about(): { version: string; browser: string };
  addressOf(tabId: number): Promise<string | null>;
  /** Tabs that show a page of this host, the last used first. */
  openAt(host: string): Promise<number[]>;
  /** Brings a tab to the front. */
  front(tabId: number): Promise<void>;
  /** Brings the sentinel in anew: the profile of its page is another now. */
  again(tabId: number): Promise<void>;
  /** Sends the session to the panel of that frame, if it listens. */
  push(tabId: number, frameId: number, session: PanelSession): void;
  /** Tabs whose panel listens. */
  panels(): number[];
  openPage(page: 'options' | 'register'): Promise<void>;
  now(): number;
}
