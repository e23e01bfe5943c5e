import { domainQuotas, splitByWeight } from "../schema/blueprint.ts";
import type { Exam } from "../schema/exam.ts";
import { domainOf } from "../schema/item-parts.ts";
import { interleave } from "./interleave.ts";
import type { PlanItem } from "./plan-quiz.ts";
import { type Rng, shuffle } from "./rng.ts";

/** What drawing a form needs of an item. */
export interface DrawItem extends PlanItem {
  readonly objectives: Readonly<Record<string, string>>;
  readonly key: readonly string[];
}

/** A drawn form: the items in the order asked, and which of them do not count. */
export interface DrawnForm<T> {
  readonly items: readonly T[];
  readonly unscored: ReadonlySet<string>;
  /** Items that were seen before, because there were too few others. */
  readonly repeated: number;
}

/** What is drawn, and from what. */
export interface DrawRequest<T> {
  readonly exam: Exam;
  readonly items: readonly T[];
  readonly count: number;
  /** How many of them count. */
  readonly scored: number;
  /** How often an item was seen. */
  seen(id: string): number;
  readonly rng: Rng;
}

/**
 * Draws a form by blueprint: domain quotas by largest remainder; inside a domain never-seen items first, spread over
 * tasks, objectives and services; no two items of a concept while there is a choice. The unscored items are spread
 * over the domains like the rest. Domains that have too few items leave their places to the others.
 */
export function drawForm<T extends DrawItem>({
  exam,
  items,
  count,
  scored,
  seen,
  rng,
}: DrawRequest<T>): DrawnForm<T> {
  const objective = (item: T) => item.objectives[exam.code] ?? "";
  const byDomain = new Map(
    exam.domains.map(({ id }) => [id, items.filter((item) => domainOf(objective(item)) === id)]),
  );
  const quotas = affordable(domainQuotas(exam, count), byDomain);
  const concepts = new Set<string>();
  const drawn = exam.domains.map(({ id }) => ({
    id,
    items: drawDomain(byDomain.get(id) ?? [], quotas.get(id) ?? 0, { objective, seen, rng, concepts }),
  }));
  const scoredQuotas = splitByWeight(
    drawn.map(({ id, items: own }) => ({ id, weight: own.length })),
    Math.min(
      scored,
      drawn.reduce((sum, { items: own }) => sum + own.length, 0),
    ),
  );
  const unscored = drawn.flatMap(({ id, items: own }) => shuffle(own, rng).slice(scoredQuotas.get(id) ?? 0));
  const all = shuffle(
    drawn.flatMap(({ items: own }) => own),
    rng,
  );
  return {
    items: interleave(all, (item) => item.services[0] ?? ""),
    unscored: new Set(unscored.map((item) => item.id)),
    repeated: all.filter((item) => seen(item.id) > 0).length,
  };
}

/** Quotas that the bank can fill: what one domain lacks goes to those with the most items to spare. */
function affordable<T>(
  quotas: ReadonlyMap<string, number>,
  byDomain: ReadonlyMap<string, readonly T[]>,
): Map<string, number> {
  const filled = new Map(
    [...quotas].map(([id, quota]) => [id, Math.min(quota, byDomain.get(id)?.length ?? 0)]),
  );
  let missing = [...quotas].reduce((sum, [id, quota]) => sum + quota - (filled.get(id) ?? 0), 0);
  const spare = (id: string) => (byDomain.get(id)?.length ?? 0) - (filled.get(id) ?? 0);
  while (missing > 0) {
    const [id] = [...filled.keys()].sort((a, b) => spare(b) - spare(a));
    if (id === undefined || spare(id) <= 0) break;
    filled.set(id, (filled.get(id) ?? 0) + 1);
    missing--;
  }
  return filled;
}

interface DomainDraw<T> {
  readonly objective: (item: T) => string;
  readonly seen: (id: string) => number;
  readonly rng: Rng;
  readonly concepts: Set<string>;
}

/** Takes the least seen items first; where only some of a group are needed, samples it evenly. */
function drawDomain<T extends DrawItem>(items: readonly T[], quota: number, draw: DomainDraw<T>): T[] {
  const groups = [...new Set(items.map((item) => draw.seen(item.id)))].sort((a, b) => a - b);
  const chosen: T[] = [];
  for (const times of groups) {
    const group = items.filter((item) => draw.seen(item.id) === times);
    chosen.push(...sampleEvenly(group, quota - chosen.length, draw));
    if (chosen.length >= quota) break;
  }
  return chosen;
}

/**
 * Systematic sampling: the items are put in the order of task, objective, service and kind of response (at random where
 * these are equal) and taken at equal steps from a random start. So every item is as likely as any other, and what is
 * drawn is spread like the bank. An item whose concept is on the form already gives way to a neighbour.
 */
function sampleEvenly<T extends DrawItem>(
  group: readonly T[],
  count: number,
  { objective, rng, concepts }: DomainDraw<T>,
): T[] {
  const sortKey = (item: T) =>
    [objective(item).padStart(8, "0"), item.services[0] ?? "", item.key.length].join(" ");
  const order = shuffle(group, rng)
    .map((item) => ({ item, key: sortKey(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
  const wanted = Math.min(count, order.length);
  const step = order.length / Math.max(1, wanted);
  const start = rng() * step;
  const taken = new Set<number>();
  for (let i = 0; i < wanted; i++)
    taken.add(nearestFree(order, Math.floor(start + i * step), taken, concepts));
  return [...taken].flatMap((index) => order[index] ?? []);
}

/** The index itself or the nearest one that is free and brings a new concept; any free one when there is none. */
function nearestFree<T extends DrawItem>(
  order: readonly T[],
  from: number,
  taken: ReadonlySet<number>,
  concepts: Set<string>,
): number {
  const free: number[] = [];
  for (let distance = 0; distance < order.length; distance++) {
    for (const index of distance === 0 ? [from] : [from + distance, from - distance]) {
      const item = order[index];
      if (!item || taken.has(index)) continue;
      if (item.concept === undefined || !concepts.has(item.concept)) {
        if (item.concept !== undefined) concepts.add(item.concept);
        return index;
      }
      free.push(index);
    }
  }
  return free[0] ?? from;
}
