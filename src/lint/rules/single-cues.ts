import { attackItems } from "../attacker.ts";
import { type HitRate, percent, rateText } from "../hit-rate.ts";
import { isStandard } from "../item-view.ts";
import type { BankFlaw, BankRule } from "../rule.ts";
import { runStrategy, type StrategyName } from "../strategies.ts";

/** Shares say nothing about fewer items. */
export const fewestItems = 40;
/** From here on a share has to keep its limit even where luck could explain the excess. */
const manyItems = 500;
const chance = 0.25;

/** A finding about the bank as a whole. */
export const inBank = (message: string): BankFlaw => ({ path: [], message });

/** Whether a share is above its limit, and is not what luck does with so few items. */
function isAbove({ share, low, items }: HitRate, limit: number): boolean {
  return items >= fewestItems && share > limit && (low > chance || items >= manyItems);
}

function isBelow({ share, high, items }: HitRate, limit: number): boolean {
  return items >= fewestItems && share < limit && (high < chance || items >= manyItems);
}

/** A rule that bounds how often the option which `which` names is the key. */
function strategyRule(
  name: StrategyName,
  code: string,
  which: string,
  hint: string,
  most: number,
  least = 0,
): BankRule {
  return {
    code,
    severity: "warning",
    about: `${which} is the key about as often as chance would have it`,
    hint,
    check(views) {
      const rate = runStrategy(name, views);
      const limit = isAbove(rate, most)
        ? `at most ${percent(most)}`
        : isBelow(rate, least)
          ? `at least ${percent(least)}`
          : "";
      return limit === "" ? [] : [inBank(`${which} is the key of ${rateText(rate)}; ${limit} are expected`)];
    },
  };
}

const attacker: BankRule = {
  code: "cue-attacker",
  severity: "warning",
  about: "form alone does not give the keys away",
  hint: "see with `bank stats` which cues the attacker uses, and even them out between keys and distractors",
  check(views) {
    if (views.filter(isStandard).length < fewestItems) return [];
    const rate = attackItems(views).model;
    const broken = isAbove(rate, 0.28) || (rate.items >= manyItems && rate.high > 0.32);
    return broken
      ? [
          inBank(
            `an attacker who sees form only finds the key of ${rateText(rate)}; at most 28.0 % are expected`,
          ),
        ]
      : [];
  },
};

const places = ["first", "second", "third", "fourth"] as const;
/** Upper 1 % point of chi-square with three degrees of freedom. */
const chiSquareLimit = 11.345;

const keyPosition: BankRule = {
  code: "key-position",
  severity: "warning",
  about: "keys are spread evenly over the four positions in the file",
  hint: "move keys to other positions; readers of the file see the order, and other programs may not shuffle",
  check(views) {
    const rates = places.map((place) => runStrategy(place, views));
    const expected = (rates[0]?.items ?? 0) * chance;
    const chiSquare = rates.reduce((sum, { hits }) => sum + (hits - expected) ** 2 / expected, 0);
    const uneven = rates.some((rate) => isAbove(rate, 0.3) || isBelow(rate, 0.2));
    if (expected * 4 < fewestItems || (chiSquare <= chiSquareLimit && !uneven)) return [];
    const counts = rates.map(({ hits }) => hits).join(", ");
    return [inBank(`the keys stand in positions 1 to 4 of ${expected * 4} items this often: ${counts}`)];
  },
};

/** Rules about cues that point at the key of single-response items. */
export const singleCueRules: readonly BankRule[] = [
  strategyRule("longest", "longest-key", "the longest option", "even out the lengths of options", 0.3, 0.15),
  strategyRule(
    "shortest",
    "shortest-key",
    "the shortest option",
    "even out the lengths of options",
    0.35,
    0.15,
  ),
  strategyRule(
    "overlap",
    "stem-overlap",
    "the option with most words of the stem",
    "use words of the stem in distractors as well",
    0.3,
  ),
  strategyRule(
    "convergent",
    "convergent-key",
    "the option most like the others",
    "do not derive all distractors from the key: let distractors share with each other what the key lacks",
    0.3,
  ),
  keyPosition,
  attacker,
];
