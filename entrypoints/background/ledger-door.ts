import type { Consent, HistoryAct } from '../../rules/schema.ts';
import { rulesCheckedOn } from '../../rules/knowledge.ts';
import { sessionPatient } from '../../cases/sheet-of-session.ts';
import { openDatabase, type LedgerDatabase } from '../../ledger/database.ts';
import { LedgerError } from '../../ledger/errors.ts';
import { openLedger, type AboutNamed, type Ledger, type Outcome, type Press } from '../../ledger/ledger.ts';
import { quotaHistory } from '../../ledger/quota-history.ts';
import type { SessionStore } from '../../ledger/session-store.ts';
import type { Vault } from '../../ledger/vault.ts';
import type { Correspondent } from '../../messages/contract.ts';
import type { HistoryRow } from '../../sites/model.ts';

export interface About {
  patientKeys: string[];
  biller: string;
}

/** A compte-rendu older than this belongs to another téléexpertise: a year and a day, in ms. */
const REPORT_LIFE = 366 * 86_400_000;

/** The part of the register the panel needs. Promises reject with a `LedgerError`. */
export interface LedgerDoor {
  correspondents(): Promise<Correspondent[]>;
  saveCorrespondent(correspondent: Correspondent): Promise<void>;
  /** `rows` = the biller's own rows of the software's history, or null when none was seen. */
  history(
    about: About,
    rows: HistoryRow[] | null,
    openSheet: string | null,
  ): Promise<HistoryAct[] | undefined>;
  consent(about: About, day: string): Promise<Consent | null | undefined>;
  saveConsent(about: AboutNamed, consent: Consent | null): Promise<void>;
  report(about: About, now: number): Promise<string | null | undefined>;
  saveReport(about: About, on: string | null): Promise<void>;
  intent(press: Omit<Press, 'rulesOn'>): Promise<string>;
  outcome(actId: string, outcome: Outcome): Promise<void>;
  held(about: About, pressId: string, rules: string[]): Promise<void>;
  override(about: About, pressId: string, rules: string[], reason: string): Promise<void>;
  /** Code and French sentence of an expected failure; null for a bug. */
  explain(error: unknown): { code: string; message: string } | null;
}

/** Opens the register at the first need, and again after it was closed under us (an upgrade, a full disk). */
export function ledgerDoor({
  database,
  vault,
  session,
}: {
  database: LedgerDatabase;
  vault: Vault;
  session: SessionStore;
}): LedgerDoor {
  let opened: Ledger | null = null;

  async function ledger(): Promise<Ledger> {
    await openDatabase(database);
    opened ??= openLedger({ database, session, vault });
    return opened;
  }

  return {
    correspondents: async () => (await ledger()).correspondents(),
    saveCorrespondent: async (correspondent) => (await ledger()).saveCorrespondent(correspondent),
    async history(about, rows, openSheet) {
      const { acts, damaged } = await (
        await ledger()
      ).actsOf(about, openSheet === null ? {} : { exceptPress: openSheet });
      if (damaged.length) return undefined;
      const shown = rows ?? undefined;
      return quotaHistory({
        about: { patientKey: sessionPatient, biller: about.biller },
        register: acts,
        shown,
      }).acts;
    },
    consent: async (about, day) => (await ledger()).consentFor(about, day),
    saveConsent: async (about, consent) => (await ledger()).recordConsent(about, consent),
    report: async (about, now) =>
      (await ledger()).reportFor(about, new Date(now - REPORT_LIFE).toISOString().slice(0, 10)),
    saveReport: async (about, on) => (await ledger()).recordReport(about, on),
    intent: async (press) => (await ledger()).recordIntent({ ...press, rulesOn: rulesCheckedOn }),
    outcome: async (actId, outcome) => (await ledger()).recordOutcome(actId, outcome),
    held: async (about, pressId, rules) =>
      void (await (await ledger()).recordHeld({ ...about, pressId, rules })),
    override: async (about, pressId, rules, reason) =>
      void (await (await ledger()).recordOverride({ ...about, pressId, rules, reason })),
    explain: (error) => (error instanceof LedgerError ? { code: error.code, message: error.message } : null),
  };
}
