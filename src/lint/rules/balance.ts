import { absoluteWord, hedgeWord } from "../cue-words.ts";
import { percent } from "../hit-rate.ts";
import { isStandard, mean, type OptionView } from "../item-view.ts";
import type { BankRule } from "../rule.ts";
import { fewestItems, inBank } from "./single-cues.ts";
import { isNegative } from "./stem.ts";

const mostDifference = 0.05;
/** Two-sided 5 % point of the standard normal distribution. */
const z95 = 1.96;

/** A rule that a kind of word is as usual in keys as in distractors. */
function wordBalance(code: string, what: string, hint: string, word: RegExp): BankRule {
  return {
    code,
    severity: "warning",
    about: `${what} are as usual in keys as in distractors`,
    hint,
    check(views) {
      if (views.length < fewestItems) return [];
      const keys = shareWith(
        views.flatMap((view) => view.keys),
        word,
      );
      const distractors = shareWith(
        views.flatMap((view) => view.distractors),
        word,
      );
      if (Math.abs(keys.share - distractors.share) <= mostDifference || !differs(keys, distractors))
        return [];
      return [
        inBank(
          `${what}: ${percent(keys.share)} of the keys have one, ${percent(distractors.share)} of the distractors`,
        ),
      ];
    },
  };
}

interface Share {
  readonly share: number;
  readonly of: number;
}

function shareWith(options: readonly OptionView[], word: RegExp): Share {
  return { share: mean(options.map(({ text }) => (word.test(text) ? 1 : 0))), of: options.length };
}

/** Test of two proportions with a pooled variance. */
function differs(a: Share, b: Share): boolean {
  const pooled = (a.share * a.of + b.share * b.of) / (a.of + b.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  return Math.abs(a.share - b.share) > z95 * error;
}

const lengthRatio: BankRule = {
  code: "length-ratio",
  severity: "warning",
  about: "over the bank, keys are as long as distractors",
  hint: "shorten keys or work out distractors",
  check(views) {
    const items = views.filter(isStandard);
    const ratio = mean(
      items.map(({ keys, distractors }) => mean(keys.map(lengthOf)) / mean(distractors.map(lengthOf))),
    );
    if (items.length < fewestItems || (ratio >= 0.9 && ratio <= 1.1)) return [];
    return [
      inBank(
        `a key is ${ratio.toFixed(2)} times as long as its distractors on average; 0.90 to 1.10 is even`,
      ),
    ];
  },
};

const lengthOf = ({ length }: OptionView) => length;

const mostNegative = 0.05;

const negativeShare: BankRule = {
  code: "negative-share",
  severity: "warning",
  about: "few questions are negative",
  hint: "ask for what is so",
  check(views) {
    const share = mean(views.map((view) => (isNegative(view) ? 1 : 0)));
    if (views.length < fewestItems || share <= mostNegative) return [];
    return [
      inBank(`${percent(share)} of ${views.length} questions are negative; at most ${mostNegative * 100} %`),
    ];
  },
};

/** Rules about the balance between keys and distractors of a whole bank. */
export const balanceRules: readonly BankRule[] = [
  wordBalance(
    "absolute-words",
    "absolute words (always, never, only, all, must ...)",
    "take them out of distractors that sound too sure, or let keys have them",
    absoluteWord,
  ),
  wordBalance(
    "hedging-words",
    "hedging words (may, can, usually ...)",
    "take them out of keys that sound careful, or let distractors have them",
    hedgeWord,
  ),
  lengthRatio,
  negativeShare,
];
