/** Words shorter than this must be written right: one letter less and « choc » becomes « chic ». */
export const shortestCorrectable = 7;
const longestCorrectable = 30;
const base = 31;

/**
 * Finds a word of the lexicon behind one typing error (a letter too many, missing, wrong, or two swapped).
 * Deletion neighbourhood: two words one error apart become equal when at most one letter is removed from each. The
 * hashes of all the one-letter deletions of a word are computed in one pass, so that a look-up costs its length.
 */
export class TypoIndex {
  private readonly words: { text: string; number: number }[] = [];
  private readonly known = new Set<string>();
  private readonly byHash = new Map<number, number[]>();
  private readonly realWords: Set<string>;

  /** `realWords` are words of the language that look like a typo of the lexicon and are not. */
  constructor(realWords: Iterable<string>) {
    this.realWords = new Set(realWords);
  }

  add(text: string, number: number): void {
    if (text.length < shortestCorrectable || text.length > longestCorrectable || this.known.has(text)) return;
    this.known.add(text);
    const index = this.words.push({ text, number }) - 1;
    for (const hash of neighbourhood(text)) {
      const bucket = this.byHash.get(hash);
      if (bucket === undefined) this.byHash.set(hash, [index]);
      else if (bucket.at(-1) !== index) bucket.push(index);
    }
  }

  /** The number of the word that was meant, or -1. */
  find(text: string): number {
    if (text.length < shortestCorrectable - 1 || text.length > longestCorrectable + 1) return -1;
    if (this.realWords.has(text)) return -1;
    for (const hash of neighbourhood(text)) {
      for (const index of this.byHash.get(hash) ?? []) {
        const word = this.words[index]!;
        if (isOneErrorApart(text, word.text)) return word.number;
      }
    }
    return -1;
  }
}

/** Hashes of the word and of each of its one-letter deletions. */
function neighbourhood(text: string): number[] {
  const length = text.length;
  const suffixes = new Array<number>(length + 1).fill(0);
  const powers = new Array<number>(length + 1).fill(1);
  for (let at = length - 1; at >= 0; at -= 1) {
    const power = powers[length - 1 - at]!;
    suffixes[at] = (Math.imul(text.charCodeAt(at), power) + suffixes[at + 1]!) | 0;
    powers[length - at] = Math.imul(power, base);
  }
  const hashes = [suffixes[0]!];
  let prefix = 0;
  for (let at = 0; at < length; at += 1) {
    hashes.push((Math.imul(prefix, powers[length - 1 - at]!) + suffixes[at + 1]!) | 0);
    prefix = (Math.imul(prefix, base) + text.charCodeAt(at)) | 0;
  }
  return hashes;
}

/** One insertion, deletion, substitution or swap of neighbours, no more. Equal words count as well. */
export function isOneErrorApart(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left.charCodeAt(start) === right.charCodeAt(start)) start += 1;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const leftRest = leftEnd - start;
  const rightRest = rightEnd - start;
  if (leftRest <= 1 && rightRest <= 1) return true;
  return (
    leftRest === 2 && rightRest === 2 && left[start] === right[start + 1] && left[start + 1] === right[start]
  );
}
