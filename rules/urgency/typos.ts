/** Words shorter than this must be written right: one letter less and « choc » becomes « chic ». */
export const shortestCorrectable = 7;
const longestCorrectable = 30;
const base = 31;
const seenMask = 0x3ffff;

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
  /** One byte per low bits of a known hash: most words need look no further. */
  private readonly seen = new Uint8Array(seenMask + 1);
  private readonly hashes = new Int32Array(longestCorrectable + 2);

  /** `realWords` are words of the language that look like a typo of the lexicon and are not. */
  constructor(realWords: Iterable<string>) {
    this.realWords = new Set(realWords);
  }

  add(text: string, number: number): void {
    if (text.length < shortestCorrectable || text.length > longestCorrectable || this.known.has(text)) return;
    this.known.add(text);
    const index = this.words.push({ text, number }) - 1;
    const hashes = new Int32Array(text.length + 1);
    hashNeighbourhood(text, hashes);
    for (const hash of hashes) {
      this.seen[hash & seenMask] = 1;
      const bucket = this.byHash.get(hash);
      if (bucket === undefined) this.byHash.set(hash, [index]);
      else if (bucket.at(-1) !== index) bucket.push(index);
    }
  }

  all(): Iterable<string> {
    return this.known;
  }

  /** The number of the word that was meant, or -1. Between two, the one that was added first. */
  find(text: string): number {
    if (text.length < shortestCorrectable - 1 || text.length > longestCorrectable + 1) return -1;
    hashNeighbourhood(text, this.hashes);
    let best: { text: string; number: number } | undefined;
    let bestIndex = this.words.length;
    for (let at = 0; at <= text.length; at += 1) {
      const hash = this.hashes[at] ?? 0;
      if (this.seen[hash & seenMask] === 0) continue;
      for (const index of this.byHash.get(hash) ?? []) {
        const word = this.words[index];
        if (word === undefined || index >= bestIndex || !isOneErrorApart(text, word.text)) continue;
        best = word;
        bestIndex = index;
      }
    }
    return best === undefined || this.realWords.has(text) ? -1 : best.number;
  }
}

const powers: number[] = [1];
for (let power = base; powers.length < longestCorrectable + 2; power = Math.imul(power, base))
  powers.push(power);

/** Writes in `hashes` the hash of the word, then of each of its one-letter deletions: as many as letters, and one. */
function hashNeighbourhood(text: string, hashes: Int32Array): void {
  const last = text.length - 1;
  let suffix = 0;
  for (let at = last; at >= 0; at -= 1) {
    hashes[at + 1] = suffix;
    suffix = (suffix + Math.imul(text.charCodeAt(at), powers[last - at] ?? 0)) | 0;
  }
  hashes[0] = suffix;
  let prefix = 0;
  for (let at = 0; at <= last; at += 1) {
    hashes[at + 1] = ((hashes[at + 1] ?? 0) + Math.imul(prefix, powers[last - at] ?? 0)) | 0;
    prefix = (Math.imul(prefix, base) + text.charCodeAt(at)) | 0;
  }
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
