/** What the nomenclature may not contain: each fault as a sentence, so that a test can ask for none. */
import type { Check } from '../../rules/check.ts';
import { exampleContext, exampleSheet } from '../../rules/examples.ts';
import { lint } from '../../rules/lint.ts';
import {
  startConfidence,
  teCodes,
  type ActRow,
  type RightRow,
  type Row,
} from '../../rules/nomenclature/row.ts';
import type { SourceEntry } from '../../rules/nomenclature/source.ts';
import { professions, territories, type Profession, type Territory } from '../../rules/schema.ts';
import { shiftDay } from './shift-day.ts';

const weightOfAlone = ['official-text', 'official-page', 'official-code'];

export function sourceFaults(rows: readonly Row[], sources: Readonly<Record<string, SourceEntry>>): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const row of rows) {
    if (row.sources.length === 0 && row.confidence !== 'GAP')
      faults.push(`${row.id}: no source, and not a GAP`);
    const quoted = [...row.sources, ...(row.conflict?.says.flatMap((side) => side.sources) ?? [])];
    for (const id of quoted) {
      used.add(id);
      if (!(id in sources)) faults.push(`${row.id}: unknown source ${id}`);
    }
    const strong = row.sources.some((id) => weightOfAlone.includes(sources[id]?.kind ?? ''));
    if (row.confidence === 'CONFIRMED' && row.sources.length < 2 && !strong) {
      faults.push(`${row.id}: CONFIRMED by one voice`);
    }
    if (row.confidence === 'CONFLICT' && !row.conflict) faults.push(`${row.id}: CONFLICT without its sides`);
  }
  for (const id of Object.keys(sources)) if (!used.has(id)) faults.push(`source ${id} supports nothing`);
  return faults;
}

export function idFaults(rows: readonly Row[], wanted: readonly string[]): string[] {
  const ids = rows.map((row) => row.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const missing = wanted.filter((id) => !ids.includes(id));
  return [...twice.map((id) => `${id} stands twice`), ...missing.map((id) => `${id} is missing`)];
}

function concerning(rows: readonly ActRow[], profession: Profession, territory: Territory): ActRow[] {
  return rows
    .filter((row) => row.professions === 'all' || row.professions.includes(profession))
    .filter((row) => row.territories === 'all' || row.territories.includes(territory))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** Rows of one code, profession and territory may not overlap in time. */
export function overlapFaults(rows: readonly ActRow[]): string[] {
  const faults = new Set<string>();
  for (const code of teCodes) {
    for (const profession of professions) {
      for (const territory of territories) {
        const line = concerning(
          rows.filter((row) => row.code === code),
          profession,
          territory,
        );
        line.forEach((row, at) => {
          const next = line[at + 1];
          if (next && (row.to === null || next.from === null || next.from <= row.to)) {
            faults.add(`${row.id} and ${next.id} overlap`);
          }
        });
      }
    }
  }
  return [...faults];
}

/** From the day a profession may bill a code to the day it no longer may, some row must speak, if only to say GAP. */
export function gapFaults(rows: readonly ActRow[], rights: readonly RightRow[]): string[] {
  const faults: string[] = [];
  for (const right of rights) {
    if (right.value !== 'billable' || right.from === null) continue;
    const who = right.professions === 'all' ? professions : right.professions;
    for (const profession of who) {
      for (const territory of territories) {
        const line = concerning(
          rows.filter((row) => row.code === right.code),
          profession,
          territory,
        );
        let next: string | null = right.from;
        for (const row of line) {
          if (next === null || row.from === null || row.from > next) break;
          if (row.to !== null && row.to < next) continue;
          next = row.to === null ? null : shiftDay(row.to, 1);
        }
        const covered = next === null || (right.to !== null && next > right.to);
        if (!covered) faults.push(`${right.code} ${profession} ${territory}: nothing said from ${next}`);
      }
    }
  }
  return faults;
}

/** A check that blocks must do so on a row nobody doubts, and name the rows it rests on. */
export function blockFaults(checks: readonly Check[], rows: readonly Row[]): string[] {
  const faults: string[] = [];
  for (const check of checks) {
    const own = rows.filter((row) => check.rows.some((id) => id === row.id));
    if (own.length === 0) faults.push(`${check.id}: rests on no row`);
    const sure = own.some((row) => row.confidence === 'CONFIRMED');
    if (check.severity === 'block' && !sure)
      faults.push(`${check.id}: may block and rests on nothing confirmed`);
    for (const example of check.examples.fire) {
      for (const finding of lint(exampleSheet(example), exampleContext(example)).findings) {
        if (finding.rule !== check.id) continue;
        const { source } = finding;
        const cited = own.some(
          (row) =>
            (row.sources[0] ?? row.id) === source.id &&
            (row.confidence === source.confidence || startConfidence(row) === source.confidence),
        );
        if (!cited)
          faults.push(`${check.id}: cites ${source.id} (${source.confidence}), not one of its rows`);
        if (finding.severity === 'block' && source.confidence !== 'CONFIRMED') {
          faults.push(`${check.id}: blocks on ${source.confidence}`);
        }
      }
    }
  }
  return faults;
}
