import { normalise } from "./text.ts";

/** Two texts, by their index, and how alike they are (0 to 1). */
export interface AlikePair {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
}

const gram = 5;
const bands = 25;
const rows = 5;

/**
 * Pairs of texts whose sets of 5-character sequences have a Jaccard index above `threshold`. Candidates come from
 * min-wise hashes in 25 bands of 5 (Broder 1997; Leskovec, Rajaraman and Ullman 2014, chapter 3), which miss a pair of
 * index 0.8 once in 20,000; each is then measured exactly. The time grows with the number of texts, not of pairs.
 */
export function findAlike(texts: readonly string[], threshold: number): AlikePair[] {
  const sets = texts.map((text) => gramsOf(normalise(text)));
  return findCandidates(sets).flatMap(([first, second]) => {
    const likeness = jaccard(sets[first] as Uint32Array, sets[second] as Uint32Array);
    return likeness > threshold ? [{ first, second, likeness }] : [];
  });
}

/** Pairs of sets that agree in all hashes of at least one band, each once, ordered by the later text. */
function findCandidates(sets: readonly Uint32Array[]): [number, number][] {
  const holders = new Map<string, number[]>();
  return sets.flatMap((set, second) => {
    if (set.length === 0) return [];
    const signature = signatureOf(set);
    const candidates = new Set<number>();
    for (let band = 0; band < bands; band++) {
      const key = `${band}:${signature.subarray(band * rows, (band + 1) * rows).join()}`;
      const earlier = holders.get(key);
      for (const first of earlier ?? []) candidates.add(first);
      if (earlier) earlier.push(second);
      else holders.set(key, [second]);
    }
    return [...candidates].sort((a, b) => a - b).map((first): [number, number] => [first, second]);
  });
}

/** Multipliers and increments of the hash functions, fixed for ever (odd numbers from a Weyl sequence). */
const multipliers = Uint32Array.from({ length: bands * rows }, (_, at) => Math.imul(at + 1, 0x9e3779b1) | 1);
const increments = Uint32Array.from({ length: bands * rows }, (_, at) => Math.imul(at + 1, 0x85ebca77));

/** The smallest value of each hash function over a set. */
function signatureOf(set: Uint32Array): Uint32Array {
  const least = new Uint32Array(bands * rows).fill(0xffffffff);
  for (let at = 0; at < least.length; at++) {
    const [multiplier, increment] = [multipliers[at] as number, increments[at] as number];
    let smallest = 0xffffffff;
    for (let i = 0; i < set.length; i++) {
      const hash = (Math.imul(set[i] as number, multiplier) + increment) >>> 0;
      if (hash < smallest) smallest = hash;
    }
    least[at] = smallest;
  }
  return least;
}

/** Hashes (FNV-1a, finished with an avalanche step) of the 5-character sequences of a text, each once, sorted. */
function gramsOf(text: string): Uint32Array {
  const hashes = new Set<number>();
  for (let at = 0; at + gram <= text.length; at++) {
    let hash = 2166136261;
    for (let i = at; i < at + gram; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hashes.add((hash ^ (hash >>> 13)) >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

/** Jaccard index of two sorted sets. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared / (a.length + b.length - shared);
}
