/** Who said it: every source a row of the nomenclature rests on, under the short name used throughout. */
import { fieldSources } from './field-sources.ts';
import { officialSources } from './official-sources.ts';
import type { SourceEntry } from './source.ts';

export const sources = { ...officialSources, ...fieldSources } as const satisfies Record<string, SourceEntry>;

export type SourceId = keyof typeof sources;
