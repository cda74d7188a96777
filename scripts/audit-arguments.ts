/** What is written after `npm run audit --` → what to do, or one French sentence. */
import { parseArgs } from 'node:util';
import { columnConcepts, isColumnConcept } from '../ledger/import/column-vocabulary.ts';
import type { ColumnMapping } from '../ledger/import/columns.ts';
import type { Biller } from '../ledger/import/row-reader.ts';
import { isCalendarDate } from '../ledger/import/values.ts';
import { normaliseLabel } from '../ledger/import/labels.ts';
import { professionWords, territoryWords } from '../ledger/import/words.ts';

export interface AuditRequest {
  file: string;
  json: boolean;
  /** `YYYY-MM-DD`. */
  today: string;
  biller: Biller;
  mapping: ColumnMapping;
}

export type Arguments = { ok: true; request: AuditRequest } | { ok: false; help: boolean; message: string };

export const usage = `Usage : npm run --silent audit -- FICHIER [--json] [--today AAAA-MM-JJ]

Contrôle les feuilles de téléexpertise d’un fichier (.csv exporté du logiciel, ou .json).

  --json                  résultat en JSON, dans l’ordre du fichier
  --today AAAA-MM-JJ      date du jour à prendre (par défaut, celle du système)
  --profession MOT        profession du facturant, si le fichier ne la donne pas (medecin, sage-femme…)
  --numero-am NUMÉRO      numéro AM du facturant, si le fichier ne le donne pas
  --territoire MOT        metropole, drom ou mayotte
  --colonne TITRE=SENS    dit ce que contient une colonne (répétable) ; TITRE peut être son rang, SENS « ignorer »

Code de sortie : 0 rien ne bloque, 1 quelque chose bloque, 2 fichier illisible, en tout ou en partie.
`;

const options = {
  json: { type: 'boolean' },
  today: { type: 'string' },
  profession: { type: 'string' },
  'numero-am': { type: 'string' },
  territoire: { type: 'string' },
  colonne: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  aide: { type: 'boolean' },
} as const;

/** `now` gives the default of `--today`. Never throws. */
export function readArguments(words: readonly string[], now: Date): Arguments {
  const refuse = (message: string): Arguments => ({ ok: false, help: false, message });
  const parsed = parse(words);
  if (typeof parsed === 'string') return refuse(parsed);
  const { values, positionals } = parsed;
  if (values.help || values.aide) return { ok: false, help: true, message: usage };
  const [file, ...others] = positionals;
  if (!file) return refuse('Indiquez le fichier à contrôler : npm run --silent audit -- FICHIER.');
  if (others.length > 0) return refuse('Un seul fichier à la fois.');
  const today = values.today ?? localDay(now);
  if (!isCalendarDate(today)) return refuse('--today attend une date qui existe, de la forme AAAA-MM-JJ.');

  const biller: Biller = {};
  if (values.profession !== undefined) {
    const profession = professionWords.get(normaliseLabel(values.profession));
    if (!profession) return refuse('--profession : profession inconnue (medecin, sage-femme, infirmier…).');
    biller.profession = profession;
  }
  if (values.territoire !== undefined) {
    const territory = territoryWords.get(normaliseLabel(values.territoire));
    if (!territory) return refuse('--territoire attend metropole, drom ou mayotte.');
    biller.territory = territory;
  }
  if (values['numero-am'] !== undefined) biller.numeroAm = values['numero-am'];

  const mapping: Record<string, ColumnMapping[string]> = {};
  for (const pair of values.colonne ?? []) {
    const [, label, concept] = /^(.+)=([^=]+)$/.exec(pair) ?? [];
    if (!label || !concept || (concept !== 'ignorer' && !isColumnConcept(concept))) {
      return refuse(
        `--colonne attend TITRE=SENS, où SENS est « ignorer » ou l’un de : ${columnConcepts.join(', ')}.`,
      );
    }
    mapping[label] = isColumnConcept(concept) ? concept : null;
  }
  return { ok: true, request: { file, json: values.json ?? false, today, biller, mapping } };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = (error as { code?: string }).code;
    const option = /'(-[^\s'<]+)/.exec((error as Error).message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Option inconnue : ${option}.`;
    return `Option mal employée : ${option}.`;
  }
}

function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
