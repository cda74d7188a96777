/** The same ten rules three times: ours, and as the two well-known engines of JSON rules take them. */
import jsonLogic from 'json-logic-js';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { checks } from '../rules/checks/index.ts';
import { judge } from '../rules/engine.ts';
import type { Context, Sheet } from '../rules/schema.ts';

/** Names of the rules that fire on a sheet, in the order of `commonRules`. */
export type Hits = string[];

interface CommonRule {
  id: string;
  /** For json-logic-js: reads the sheet as it is. */
  logic: unknown;
  /** For json-rules-engine: reads the flat facts of `factsOf`. */
  conditions: RuleProperties['conditions'];
}

const read = (path: string) => ({ var: path });
const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value });

export const commonRules: readonly CommonRule[] = [
  {
    id: 'acte.ferme',
    logic: { and: [{ '==': [read('acts.0.code'), 'RQD'] }, { '<': [read('actDay'), 20220401] }] },
    conditions: { all: [fact('code', 'equal', 'RQD'), fact('actDay', 'lessThan', 20220401)] },
  },
  {
    id: 'acte.depassement',
    logic: { '!=': [read('acts.0.excess'), 0] },
    conditions: { all: [fact('excess', 'notEqual', 0)] },
  },
  {
    id: 'acte.quantite',
    logic: { '!=': [read('acts.0.quantity'), 1] },
    conditions: { all: [fact('quantity', 'notEqual', 1)] },
  },
  {
    id: 'tp.amo',
    logic: { '!==': [read('tiersPayant.amo'), true] },
    conditions: { all: [fact('amo', 'notEqual', true)] },
  },
  {
    id: 'tp.amc',
    logic: { '===': [read('tiersPayant.amc'), true] },
    conditions: { all: [fact('amc', 'equal', true)] },
  },
  {
    id: 'mode.securisation',
    logic: { '!': { in: [read('securing'), ['sans-vitale', 'degrade']] } },
    conditions: { all: [fact('securing', 'notIn', ['sans-vitale', 'degrade'])] },
  },
  {
    id: 'parcours.indicateur',
    logic: { '!=': [read('carePath'), 'exclusion'] },
    conditions: { all: [fact('carePath', 'notEqual', 'exclusion')] },
  },
  {
    id: 'prescripteur.absent',
    logic: { '!': read('prescriber.number') },
    conditions: { any: [fact('number', 'equal', null), fact('number', 'equal', '')] },
  },
  {
    id: 'structure.meme-site',
    logic: { '===': [read('prescriber.sameSite'), true] },
    conditions: { all: [fact('sameSite', 'equal', true)] },
  },
  {
    id: 'patient.hospitalise',
    logic: { '===': [read('patient.hospitalised'), true] },
    conditions: { all: [fact('hospitalised', 'equal', true)] },
  },
];

const commonIds = commonRules.map(({ id }) => id);
const ours = commonIds.map((id) => checks.find((check) => check.id === id)!);

/** Ours says more than a name: sentence, source, amount, correction are built too, and timed. */
export function ourHits(sheet: Sheet, context: Context): Hits {
  return judge(ours, sheet, context).findings.map(({ rule }) => rule);
}

const dayNumber = (sheet: Sheet) => Number(sheet.actDate!.replaceAll('-', ''));

/** What json-logic-js is given: the sheet, with its day as a number (it compares texts as numbers). Made untimed. */
export function logicData(sheet: Sheet): unknown {
  return { ...sheet, actDay: dayNumber(sheet) };
}

export function logicHits(data: unknown): Hits {
  const hits: Hits = [];
  for (const { id, logic } of commonRules) if (jsonLogic.apply(logic, data)) hits.push(id);
  return hits;
}

/** What json-rules-engine is given: flat facts, so that no path has to be resolved. Made untimed. */
export function factsOf(sheet: Sheet): Record<string, unknown> {
  const act = sheet.acts![0]!;
  return {
    code: act.code,
    actDay: dayNumber(sheet),
    excess: act.excess,
    quantity: act.quantity,
    amo: sheet.tiersPayant?.amo,
    amc: sheet.tiersPayant?.amc,
    securing: sheet.securing,
    carePath: sheet.carePath,
    number: sheet.prescriber?.number,
    sameSite: sheet.prescriber?.sameSite,
    hospitalised: sheet.patient?.hospitalised,
  };
}

export function rulesEngine(): (facts: Record<string, unknown>) => Promise<Hits> {
  const engine = new Engine(
    commonRules.map(({ id, conditions }) => ({ conditions, event: { type: id } })),
    { allowUndefinedFacts: true },
  );
  return async (facts) => (await engine.run(facts)).events.map(({ type }) => type);
}
