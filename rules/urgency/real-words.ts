/** French words one letter away from a word of the lexicon, that are no typo of it. Folded. */
export const realWords: readonly string[] = [];
