/** A text as a label: its words and what they name, asked once for each text however often a page says it. */
import { ASKED, DIGITS, glance, MUTE, NUMBERED } from './glance.ts';
import type { Section } from './lexicon.ts';
import { namedBy, sectionNamed, type Hit } from './match.ts';
import { LONGEST_LABEL, words } from './words.ts';

const nothing: readonly Hit[] = [];

export class Label {
  readonly text: string;
  /** No vocabulary is in it, however it is cut. */
  readonly plain: boolean;
  /** It may hold a date or a long number. */
  readonly numbered: boolean;
  private readonly seen: number;
  private found: readonly Hit[] | undefined = undefined;

  constructor(text: string, seen: number) {
    this.text = text;
    this.numbered = (seen & NUMBERED) !== 0;
    this.seen = seen & ~NUMBERED;
    this.plain = this.seen !== ASKED && text.length <= LONGEST_LABEL;
  }

  /** No word, or too long to be a label. */
  get mute(): boolean {
    return this.seen === MUTE || (this.seen === ASKED && this.words === '');
  }

  /** A number and nothing else. */
  get digits(): boolean {
    return this.seen === DIGITS || (this.seen === ASKED && /^\d+$/.test(this.words));
  }

  get words(): string {
    return this.seen === MUTE ? '' : words(this.text);
  }

  get hits(): readonly Hit[] {
    return (this.found ??= this.plain ? nothing : namedBy(this.text));
  }

  /** The part of a page it opens. */
  get section(): Section | undefined {
    return this.seen === ASKED ? sectionNamed(this.words) : undefined;
  }

  /** It names a field, or the doctor whose fields are not ours; other decoys only say that a control is nobody's. */
  get ours(): boolean {
    return (
      !this.plain &&
      this.hits.some(({ concept: { id } }) => !id.startsWith('autre') || id === 'autre.traitant')
    );
  }

  /** It names a concept or a part of a page. */
  get hot(): boolean {
    return this.seen === ASKED && (this.hits.length > 0 || this.section !== undefined);
  }
}

const known = new Map<string, Label>();
const MOST_KNOWN = 4_000;

export function labelOf(text: string): Label {
  const had = known.get(text);
  if (had) return had;
  const label = new Label(text, glance(text));
  // Long texts are no labels, and not worth keeping.
  if (text.length > LONGEST_LABEL) return label;
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, label);
  return label;
}
