/** The audit as a program reads it: sheets in the order of the file, amounts in euros (docs/audit.md). */
import type { FileReading } from '../ledger/import/file-reading.ts';
import type { FileJudgement, JudgedSheet } from '../ledger/import/judge-file.ts';
import type { Finding } from '../rules/schema.ts';

/** Pieces of the JSON text, in order: a file of a million sheets does not fit in one string. */
export function* auditJson(reading: FileReading, { results, summary }: FileJudgement): Generator<string> {
  yield '{"results":[';
  for (const [at, result] of results.entries())
    yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(sheetJson(result))}`;
  const { columns } = reading;
  const file = {
    format: reading.format,
    encoding: reading.encoding,
    problems: reading.problems,
    leftOut: reading.leftOut,
    unread: reading.unread,
    notes: reading.notes,
    ...(columns
      ? {
          columns: columns.used.map(({ label, concept }) => ({ label, concept })),
          unknownColumns: columns.unknown.map(({ label }) => label),
          refusedColumns: columns.refused.map(({ label, message }) => ({ label, message })),
        }
      : {}),
  };
  yield `\n],"summary":${JSON.stringify({ ...summary, amountAtStake: summary.amountAtStake / 100, file })}}\n`;
}

function sheetJson({ id, lines, applies, findings, notChecked }: JudgedSheet): object {
  return {
    id,
    ...(lines.length > 0 ? { lines } : {}),
    applies,
    findings: findings.map(findingJson),
    notChecked,
  };
}

const inCents = new Set<string>(['acte.montant', 'acte.depassement']);

function findingJson(finding: Finding): object {
  const { amountAtStake, fix } = finding;
  const inEuros = fix && inCents.has(fix.field) && typeof fix.value === 'number';
  return {
    ...finding,
    ...(amountAtStake === undefined ? {} : { amountAtStake: amountAtStake / 100 }),
    ...(inEuros ? { fix: { ...fix, value: (fix.value as number) / 100 } } : {}),
  };
}
