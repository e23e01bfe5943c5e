import { normalise } from "./text.ts";

/** Two texts, by their index, and how alike they are (0 to 1). */
export interface AlikePair {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
}

const gram = 5;

/**
 * All pairs of texts whose sets of 5-character sequences have a Jaccard index above `threshold`; exact but for chance
 * collisions of 32-bit hashes. Such sets share one of their rarest few members, so an index of those finds the
 * candidates, and places of shared members bound what two sets can still share (PPJoin: Xiao, Wang, Lin and Yu 2008).
 */
export function findAlike(texts: readonly string[], threshold: number): AlikePair[] {
  const sets = rankMembers(texts.map((text) => gramsOf(normalise(text))));
  const holders = new Map<number, Posting[]>();
  return sets.flatMap((set, second) => {
    const prefix = set.length - Math.ceil(threshold * set.length) + 1;
    const candidates = findCandidates(set, prefix, sets, holders, threshold);
    for (let at = 0; at < Math.min(prefix, set.length); at++) addPosting(holders, set[at] as number, { text: second, at });
    return candidates.flatMap((first): AlikePair[] => {
      const likeness = jaccard(sets[first] as Uint32Array, set, threshold);
      return likeness > threshold ? [{ first, second, likeness }] : [];
    });
  });
}

/** Where a member stands in the ranked set of a text. */
interface Posting {
  readonly text: number;
  readonly at: number;
}

function addPosting(holders: Map<number, Posting[]>, member: number, posting: Posting): void {
  const list = holders.get(member);
  if (list) list.push(posting);
  else holders.set(member, [posting]);
}

/** Earlier texts that share a rare member and whose remaining members may still suffice. */
function findCandidates(
  set: Uint32Array,
  prefix: number,
  sets: readonly Uint32Array[],
  holders: ReadonlyMap<number, readonly Posting[]>,
  threshold: number,
): number[] {
  const shared = new Map<number, number>();
  for (let at = 0; at < Math.min(prefix, set.length); at++) {
    for (const { text, at: there } of holders.get(set[at] as number) ?? []) {
      const size = (sets[text] as Uint32Array).length;
      const sofar = shared.get(text) ?? 0;
      const possible = sofar + Math.min(set.length - at, size - there);
      shared.set(text, possible < needed(set.length, size, threshold) ? Number.NEGATIVE_INFINITY : sofar + 1);
    }
  }
  return [...shared].flatMap(([text, count]) => (count > 0 ? [text] : []));
}

/** How many members two sets of these sizes have to share to reach the threshold. */
function needed(one: number, other: number, threshold: number): number {
  return (threshold / (1 + threshold)) * (one + other);
}

/** Jaccard index of two ranked sets; 0 as soon as they cannot reach the threshold. */
function jaccard(a: Uint32Array, b: Uint32Array, threshold: number): number {
  const least = needed(a.length, b.length, threshold);
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (shared + Math.min(a.length - i, b.length - j) < least) return 0;
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (a.length + b.length - shared);
}

/** Hashes (FNV-1a) of the 5-character sequences of a text, each once. */
function gramsOf(text: string): Uint32Array {
  const hashes = new Set<number>();
  for (let at = 0; at + gram <= text.length; at++) {
    let hash = 2166136261;
    for (let i = at; i < at + gram; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes);
}

/** Replaces members by their rank, the rarest first, and sorts each set. */
function rankMembers(sets: readonly Uint32Array[]): Uint32Array[] {
  const counts = new Map<number, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  const sorted = [...counts].sort(([a, often], [b, seldom]) => often - seldom || a - b);
  const ranks = new Map(sorted.map(([member], rank) => [member, rank]));
  return sets.map((set) => set.map((member) => ranks.get(member) ?? 0).sort());
}
