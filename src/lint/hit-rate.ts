import { wilson } from "../learner/numeric.ts";
import type { ItemView } from "./item-view.ts";

/** How often a way of guessing finds the key, with its 95 % interval. */
export interface HitRate {
  readonly name: string;
  /** Keys found; one pick among k options that the guesser cannot tell apart counts 1/k. */
  readonly hits: number;
  readonly items: number;
  /** Hits per item, 0 to 1; 0 when there are no items. */
  readonly share: number;
  /** Wilson interval of the share, 95 %. */
  readonly low: number;
  readonly high: number;
  /** Ids of the items whose key it picks for sure. */
  readonly found: readonly string[];
}

const z95 = 1.959963984540054;

/** The rate of a way of guessing from its credit (0 to 1) on each item. */
export function hitRate(
  name: string,
  views: readonly ItemView[],
  creditOn: (view: ItemView, at: number) => number,
): HitRate {
  const credits = views.map(creditOn);
  const items = credits.length;
  const hits = credits.reduce((sum, credit) => sum + credit, 0);
  const found = views.flatMap(({ item }, at) => (credits[at] === 1 ? [item.id] : []));
  return { name, hits, items, share: items === 0 ? 0 : hits / items, ...wilson(hits, items, z95), found };
}

/** Credit for picking the option with the highest score: 1 for the key alone, 1/k when k options tie, 0 for a miss. */
export function creditOf(scores: readonly number[], right: number): number {
  const top = Math.max(...scores) - 1e-9;
  const best = scores.filter((score) => score > top).length;
  return (scores[right] ?? Number.NEGATIVE_INFINITY) > top ? 1 / best : 0;
}

/** A rate as text: "31.0 % of 520 items (95 % interval 27.2 % to 35.1 %)". */
export function rateText({ share, items, low, high }: HitRate): string {
  return `${percent(share)} of ${items} items (95 % interval ${percent(low)} to ${percent(high)})`;
}

/** A share between 0 and 1 as per cent with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
