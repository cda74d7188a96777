import { v7 as newId } from 'uuid';
import { actsFrom, addEvents, type ActsFound } from './acts.ts';
import { guarded } from './errors.ts';
import type { Body, Standing } from './facts.ts';
import { checkHealth, type Health } from './health.ts';
import { importActs, unfinishedImport } from './import-acts.ts';
import {
  importContents,
  importedFiles,
  takeBackImport,
  type ImportContents,
  type ImportedFile,
} from './imports.ts';
import { takeIn } from './inbox.ts';
import { isMergeUnfinished, makeBackup, mergeBackup, type BackupMade, type MergeReport } from './merge.ts';
import { erasePatient, patientFile, type PatientFile } from './patient-file.ts';
import {
  cnilRetention,
  purge,
  retentionCount,
  type Purged,
  type RetentionCount,
  type RetentionPolicy,
} from './retention.ts';
import { openStore, type StoreDeps } from './store.ts';

/** An act read in a file of the practice software. */
export interface ImportedAct extends Pick<
  Body<'acts'>,
  | 'code'
  | 'actDate'
  | 'biller'
  | 'patientKeys'
  | 'patient'
  | 'quantity'
  | 'amount'
  | 'excess'
  | 'securing'
  | 'otherSide'
  | 'role'
  | 'invoice'
> {
  /**
   * What makes this line the same line in the next export: the invoice number where there is one, else whatever tells
   * it from its neighbours (the second of two equal lines of a day is `2`).
   */
  line: string;
}

export interface ImportReport {
  added: number;
  known: number;
}

export interface ImportSource {
  software: string;
  standing?: Standing;
  /** SHA-256 of the file, base64. With it, an import that was cut short is known as such until it is done again. */
  file?: string;
  /** Lines of the file that were left out, for the list of imports. */
  leftOut?: number;
  /** Ends the import after the batch under way; what it added stays. */
  signal?: AbortSignal;
}

/** What the pages of the register need beside the panel's ledger. Rejects with a `LedgerError`; nothing while locked. */
export interface Register {
  /** Every act, by date. Long on a large register. */
  acts(): Promise<ActsFound>;
  /** What became of acts, all or none. Resolves with the ids by which `undo` takes it back. */
  mark(
    actIds: readonly string[],
    standing: Standing,
    details?: { amount?: number; reason?: string; on?: string },
  ): Promise<string[]>;
  /** Adds a note to acts, all or none; it changes nothing else. */
  note(actIds: readonly string[], text: string): Promise<string[]>;
  /** Takes back what was said of acts: the events stay in the trail and count for nothing. */
  undo(events: readonly { id: string; act: string }[]): Promise<void>;
  /**
   * Adds the acts that are not here yet. An import that was interrupted is completed by doing it again.
   * @param onProgress 0 to 1, after each batch.
   */
  importActs(
    source: ImportSource,
    acts: readonly ImportedAct[],
    onProgress?: (done: number) => void,
  ): Promise<ImportReport>;
  /** When an import was begun that nobody ended, ms since the epoch; `null` = there is none. */
  unfinishedImport(): Promise<number | null>;
  /** Files that were read into the register, the latest first. */
  imports(): Promise<ImportedFile[]>;
  /** What of an import is still here. Long on a large register. */
  importContents(file: Pick<ImportedFile, 'id' | 'kind'>): Promise<ImportContents>;
  /** Erases the acts of an import, or undoes its returns. Resolves with how many. */
  takeBackImport(file: Pick<ImportedFile, 'id' | 'kind'>): Promise<number>;
  /** Adds a step to a dossier. */
  recordCaseStep(step: Omit<Body<'cases'>, 'at' | 'salt'>): Promise<void>;
  /** Steps of one dossier, in order. */
  caseSteps(caseId: string): Promise<Body<'cases'>[]>;
  patientFile(patientKeys: readonly string[]): Promise<PatientFile>;
  erasePatient(patientKeys: readonly string[]): Promise<number>;
  retentionCount(today: string, policy?: RetentionPolicy): Promise<RetentionCount>;
  purge(today: string, policy?: RetentionPolicy, onProgress?: (done: number) => void): Promise<Purged>;
  makeBackup(passphrase: string): Promise<BackupMade>;
  mergeBackup(file: Blob, passphrase: string, onProgress?: (done: number) => void): Promise<MergeReport>;
  isMergeUnfinished(): Promise<boolean>;
  health(): Promise<Health>;
}

/** Acts in one transaction: a fraction of a second each, so that a page stays alive and a death costs little. */
const importBatch = 500;

export interface RegisterDeps extends StoreDeps {
  /** PBKDF2 rounds of backups. Fewer than `minRounds` is for tests. */
  rounds?: number;
  /** Acts in one transaction of an import. */
  batch?: number;
}

export function openRegister({ rounds, batch: size = importBatch, ...deps }: RegisterDeps): Register {
  const store = openStore(deps);

  return {
    importActs: (source, acts, onProgress) => importActs(store, source, acts, { batch: size, onProgress }),
    unfinishedImport: () => unfinishedImport(store),
    imports: () => importedFiles(store),
    importContents: (file) => importContents(store, file),
    takeBackImport: (file) => takeBackImport(store, file),
    async acts() {
      await takeIn(store);
      const [acts, events] = [await store.all('acts'), await store.all('events')];
      const found = actsFrom(acts.facts, events.facts);
      return {
        acts: found.sort((a, b) => (a.actDate < b.actDate ? -1 : a.actDate > b.actDate ? 1 : 0)),
        damaged: [...acts.damaged, ...events.damaged],
      };
    },
    mark: (actIds, standing, details = {}) =>
      addEvents(
        store,
        actIds.map((act) => ({ act, standing, ...details })),
      ),
    note: (actIds, text) =>
      addEvents(
        store,
        actIds.map((act) => ({ act, note: text })),
      ),
    async undo(events) {
      await addEvents(
        store,
        events.map(({ id, act }) => ({ act, undoes: id })),
      );
    },
    async recordCaseStep(step) {
      await store.append([{ table: 'cases', id: newId(), body: step }]);
    },
    async caseSteps(caseId) {
      await store.ready();
      const rows = await guarded(() => store.database.cases.where('of').equals(caseId).toArray());
      const { facts } = await store.open('cases', rows);
      return facts.map(({ body }) => body).sort((a, b) => a.at - b.at);
    },
    patientFile: (patientKeys) => patientFile(store, patientKeys),
    erasePatient: (patientKeys) => erasePatient(store, patientKeys),
    retentionCount: (today, policy = cnilRetention) => retentionCount(store, today, policy),
    purge: (today, policy = cnilRetention, onProgress = undefined) => purge(store, today, policy, onProgress),
    makeBackup: (passphrase) => makeBackup(store, passphrase, rounds === undefined ? {} : { rounds }),
    mergeBackup: (file, passphrase, onProgress) => mergeBackup(store, file, passphrase, onProgress),
    isMergeUnfinished: () => isMergeUnfinished(store),
    health: () => checkHealth(store),
  };
}
