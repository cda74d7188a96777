import type { CueKind } from './cues/kinds.ts';
import { cues } from './cues/lists.ts';
import {
  cueModifiers,
  determiners,
  links,
  neutralHeads,
  witnessLinks,
  witnessPrepositions,
  witnessVerbs,
} from './cues/words.ts';
import { LayoutReader } from './layout.ts';
import { urgencyCategories } from './lexicon/categories.ts';
import type { MarkName, TermGroup, UrgencyCategory } from './lexicon/entry.ts';
import { lookalikes, marks } from './lexicon/lookalikes.ts';
import { childhood, termArticles, termModifiers } from './lexicon/words.ts';
import { PhraseBook, Vocabulary } from './phrases.ts';
import { realWords } from './real-words.ts';
import { tokenise } from './tokens.ts';

/** What a phrase of the lexicon stands for. */
export type Entry =
  | { is: 'lookalike' }
  | { is: 'mark'; mark: MarkName }
  | { is: 'term'; category: UrgencyCategory; group: TermGroup };

/** The lexicons made ready for reading. */
export interface Knowledge {
  vocabulary: Vocabulary;
  terms: PhraseBook<Entry>;
  cues: PhraseBook<CueKind>;
  /** Single words of sudden onset, which may also stand inside a term: « céphalée brutale intense ». */
  onsets: ReadonlySet<number>;
  childhood: PhraseBook<true>;
  layout: LayoutReader;
  neutralHeads: ReadonlySet<number>;
  links: ReadonlySet<number>;
  witnessVerbs: ReadonlySet<number>;
  witnessLinks: ReadonlySet<number>;
  witnessPrepositions: ReadonlySet<number>;
  determiners: ReadonlySet<number>;
}

let known: Knowledge | undefined;

/** Built at the first reading, a few milliseconds, then kept: it never changes. */
export function knowledge(): Knowledge {
  known ??= build();
  return known;
}

function build(): Knowledge {
  const vocabulary = new Vocabulary(realWords);
  const terms = new PhraseBook<Entry>(vocabulary, {
    articles: termArticles,
    modifiers: termModifiers,
    longestGap: 5,
    correctable: 7,
  });
  for (const phrase of lookalikes) terms.add(phrase, { is: 'lookalike' });
  for (const category of urgencyCategories) {
    for (const group of category.groups) {
      for (const phrase of group.terms) terms.add(phrase, { is: 'term', category, group });
    }
  }
  for (const [mark, phrases] of Object.entries(marks) as [MarkName, readonly string[]][]) {
    for (const phrase of phrases) terms.add(phrase, { is: 'mark', mark });
  }
  const cueBook = new PhraseBook<CueKind>(vocabulary, {
    modifiers: cueModifiers,
    longestGap: 2,
    correctable: 9,
  });
  for (const [kind, phrases] of Object.entries(cues) as [CueKind, readonly string[]][]) {
    for (const phrase of phrases) cueBook.add(phrase, kind);
  }
  const children = new PhraseBook<true>(vocabulary);
  for (const phrase of childhood) children.add(phrase, true);
  const words = (lists: readonly string[]) =>
    new Set(
      lists.flatMap((list) =>
        list.split(/[|\s]/).flatMap((word) => tokenise(word).map((token) => vocabulary.add(token.text))),
      ),
    );
  return {
    vocabulary,
    terms,
    cues: cueBook,
    onsets: words(cues.onset.filter((cue) => !cue.includes(' '))),
    childhood: children,
    layout: new LayoutReader(vocabulary),
    neutralHeads: words(neutralHeads),
    links: words(links),
    witnessVerbs: words(witnessVerbs),
    witnessLinks: words(witnessLinks),
    witnessPrepositions: words(witnessPrepositions),
    determiners: words(determiners),
  };
}
