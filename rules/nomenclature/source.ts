/**
 * One source. `date` is the publication or update day the page shows; `null` when it shows none, with `period` saying
 * what its content allows to infer. An official text read is enough for CONFIRMED; any other kind needs a second
 * independent voice.
 */
export type SourceKind =
  | 'official-text'
  | 'official-page'
  | 'official-code'
  | 'public-data'
  | 'leaflet'
  | 'guide'
  | 'regional-body'
  | 'union'
  | 'vendor'
  | 'press'
  | 'open-code';

export interface SourceEntry {
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly period?: string;
  readonly kind: SourceKind;
  readonly checkedOn: string;
}
