import { convergence, stemOverlap } from "./attacker-features.ts";
import { creditOf, type HitRate, hitRate } from "./hit-rate.ts";
import { type ItemView, isStandard } from "./item-view.ts";

/** Scores the options of an item by one cue; the guesser picks the highest. */
type Strategy = (view: ItemView) => number[];

const position =
  (place: number): Strategy =>
  ({ options }) =>
    options.map(({ at }) => (at === place ? 1 : 0));

const strategies = {
  longest: ({ options }: ItemView) => options.map(({ length }) => length),
  shortest: ({ options }: ItemView) => options.map(({ length }) => -length),
  overlap: (view: ItemView) => view.options.map((option) => stemOverlap(option, view)),
  convergent: (view: ItemView) => view.options.map((option) => convergence(option, view)),
  first: position(0),
  second: position(1),
  third: position(2),
  fourth: position(3),
} satisfies Record<string, Strategy>;

const names: Readonly<Record<keyof typeof strategies, string>> = {
  longest: "longest option",
  shortest: "shortest option",
  overlap: "most words of the stem",
  convergent: "most like the other options",
  first: "stored position 1",
  second: "stored position 2",
  third: "stored position 3",
  fourth: "stored position 4",
};

export type StrategyName = keyof typeof strategies;

/** How often a strategy finds the key among the single-response items with four options. */
export function runStrategy(name: StrategyName, views: readonly ItemView[]): HitRate {
  return hitRate(names[name], views.filter(isStandard), (view) =>
    creditOf(strategies[name](view), view.keys[0]?.at ?? 0),
  );
}

export const strategyNames = Object.keys(strategies) as readonly StrategyName[];
