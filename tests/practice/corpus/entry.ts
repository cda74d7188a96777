/** The corpus: every page, what it is, and where its fields truly are (REPLICAS.md, "Corpus"). */
import type { FieldId } from '../../../sites/model.ts';

export const CORPUS_HOST = 'corpus.practice.test';

export interface CorpusEntry {
  /** An address of a replica, or a file of `tests/practice/`. */
  page: string;
  kind: 'fse' | 'patient' | 'request' | 'answer' | 'none';
  /** The page is as told once this is there. */
  ready?: string;
  /** What makes the page hard. */
  why?: string;
  /**
   * Field → selector of exactly one element, `>>>` entering shadow roots and frames. An answer is right when it is that
   * element or inside it: a group of radios, the parts of a date, a custom select are told by their container. A field
   * that is neither here nor in `either` is not on the page.
   */
  fields: Partial<Record<FieldId, string>>;
  /** On the page without a place of their own (in a running text, beside another value): an answer is not judged. */
  either?: FieldId[];
  expectedFailures: string[];
}

/** Where a browser finds the page of an entry. */
export function addressOf(entry: Pick<CorpusEntry, 'page'>): string {
  const file = /^corpus\/(.+)$/.exec(entry.page)?.[1];
  return file === undefined ? entry.page : `https://${CORPUS_HOST}/${file}`;
}

/** Every element a corpus selector matches. Holds nothing from outside, so that it can be sent into a page. */
export function findAll(selector: string, root: Document | ShadowRoot = document): Element[] {
  let roots: Array<Document | ShadowRoot> = [root];
  const steps = selector.split('>>>').map((step) => step.trim());
  let found: Element[] = [];
  for (const step of steps) {
    found = roots.flatMap((one) => [...one.querySelectorAll(step)]);
    roots = found.flatMap((element) => {
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
      return inner ? [inner] : [];
    });
  }
  return found;
}
