import { v7 as newId } from 'uuid';
import type { MetaRow } from './database.ts';
import type { Body } from './facts.ts';
import { digest } from './seal.ts';

/**
 * The trail: each writing adds one link, which holds the digest of every fact written and the hash of the link
 * before. A fact altered, removed or added behind our back no longer agrees with it. It does not protect against
 * somebody who holds the key and rewrites the whole chain; no register without a witness elsewhere does.
 */

/** Where the next link goes. In clear: a hash over salted digests says nothing. */
export interface TrailHead extends MetaRow {
  key: 'trail-head';
  /** One chain for each database ever made; a merged register holds several. */
  chain: string;
  seq: number;
  hash: string;
}

export type Link = Body<'trail'>;
export type TrailRef = Link['refs'][number];

const genesis = '';

/** A fact with its body as it was sealed, whatever version wrote it. */
export interface RawFact {
  table: string;
  id: string;
  v: number;
  body: unknown;
}

export const refOf = async ({ table, id, v, body }: RawFact): Promise<TrailRef> => ({
  table,
  id,
  digest: await digest([table, id, v, body]),
});

const hashOf = ({ chain, seq, at, prev, refs }: Omit<Link, 'hash'>): Promise<string> =>
  digest({ chain, seq, at, prev, refs });

/** The link that comes after `head` (none yet: the first of a new chain), and the head it becomes. */
export async function nextLink(
  head: TrailHead | undefined,
  refs: TrailRef[],
  at: number,
): Promise<{ link: Link; head: TrailHead }> {
  const chain = head?.chain ?? newId();
  const seq = (head?.seq ?? -1) + 1;
  const unhashed = { chain, seq, at, prev: head?.hash ?? genesis, refs };
  const hash = await hashOf(unhashed);
  return { link: { ...unhashed, hash }, head: { key: 'trail-head', chain, seq, hash } };
}

/** What does not agree with the trail; all empty when it is whole. */
export interface TrailFaults {
  /** Ids of links that were altered, or whose predecessor is gone. */
  broken: string[];
  /** The last links of this computer's own chain are gone. */
  cut: boolean;
  /** Facts that are no longer what was written. */
  altered: { table: string; id: string }[];
  /** Facts that were written and are gone without having been erased. */
  missing: { table: string; id: string }[];
  /** Facts that no link speaks of. */
  untold: { table: string; id: string }[];
}

/** What was found on the disk, to be held against the trail. */
export interface Found {
  head: TrailHead | undefined;
  links: { id: string; body: Link }[];
  facts: RawFact[];
  /** Links that did not open, by the place their clear side gives. */
  lostLinks: { chain: string; seq: number }[];
  /** Ids of the facts that did not open: named elsewhere, not missing. */
  unreadable: Set<string>;
  /** Ids of the facts that were erased on purpose. */
  erased: Set<string>;
}

export async function checkTrail({
  head,
  links,
  facts,
  lostLinks,
  unreadable,
  erased,
}: Found): Promise<TrailFaults> {
  const faults: TrailFaults = { broken: [], cut: false, altered: [], missing: [], untold: [] };
  const hashes = new Set(links.map(({ body }) => body.hash));
  const lost = new Set(lostLinks.map(({ chain, seq }) => `${chain} ${seq}`));
  const isThere = (hash: string, chain: string, seq: number) =>
    hashes.has(hash) || lost.has(`${chain} ${seq}`);

  for (const { id, body } of links) {
    const { prev, chain, seq, hash } = body;
    const follows = seq === 0 ? prev === genesis : isThere(prev, chain, seq - 1);
    if (!follows || hash !== (await hashOf(body))) faults.broken.push(id);
  }
  faults.cut = head !== undefined && !isThere(head.hash, head.chain, head.seq);

  const told = new Map(links.flatMap(({ body }) => body.refs.map((ref) => [ref.id, ref] as const)));
  const present = new Map(facts.map((fact) => [fact.id, fact]));
  for (const { table, id, digest: written } of told.values()) {
    const fact = present.get(id);
    if (fact) {
      if ((await refOf(fact)).digest !== written) faults.altered.push({ table, id });
    } else if (!unreadable.has(id) && !erased.has(id)) faults.missing.push({ table, id });
  }
  // A link that cannot be read may be the very one that tells of a fact.
  if (lostLinks.length === 0) {
    for (const { table, id } of facts) if (!told.has(id)) faults.untold.push({ table, id });
  }
  return faults;
}
