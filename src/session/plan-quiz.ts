import { interleave } from "./interleave.ts";
import { type Rng, shuffle } from "./rng.ts";

/** What planning needs of an item. */
export interface PlanItem {
  readonly id: string;
  readonly concept?: string;
  readonly services: readonly string[];
}

/**
 * Picks the items of a quiz: never-seen ones first, then those seen least, in random order inside each; no two items
 * of one concept while there is a choice; neighbours from different services where possible.
 */
export function planQuiz<T extends PlanItem>(
  items: readonly T[],
  count: number,
  seen: (id: string) => number,
  rng: Rng,
): T[] {
  const order = shuffle(items, rng)
    .map((item) => ({ item, times: seen(item.id) }))
    .sort((a, b) => a.times - b.times)
    .map(({ item }) => item);
  return interleave(withoutRepeatedConcepts(order, count), (item) => item.services[0] ?? "");
}

/** The first `count` items with different concepts; filled up with the rest when there are too few. */
function withoutRepeatedConcepts<T extends PlanItem>(order: readonly T[], count: number): T[] {
  const concepts = new Set<string>();
  const [distinct, repeated]: [T[], T[]] = [[], []];
  for (const item of order) {
    const fresh = item.concept === undefined || !concepts.has(item.concept);
    if (item.concept !== undefined) concepts.add(item.concept);
    (fresh ? distinct : repeated).push(item);
  }
  return [...distinct, ...repeated].slice(0, count);
}
