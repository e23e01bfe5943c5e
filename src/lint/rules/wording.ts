import type { ItemRule } from "../rule.ts";
import { englishOf } from "../text.ts";
import { inOption } from "./options.ts";

/** "How often", "more often than" and "frequently accessed" are precise enough. */
const vague =
  /\b(?<!\b(?:how|more|less|as|too) )(?:often|sometimes|frequently(?! (?:accessed|used|queried|read|asked|requested|updated))|rarely|seldom|usually|occasionally|normally|mostly|commonly|in most cases|a lot of)\b/i;

const vagueFrequency: ItemRule = {
  code: "vague-frequency",
  severity: "warning",
  about: "no option rests on a word such as often or usually",
  hint: "say how often, or leave the word out: readers differ on what it means",
  check: ({ options }) =>
    options.flatMap((view) => {
      const found = vague.exec(englishOf(view.option.text))?.[0];
      return found ? [inOption(view, `the option says "${found}"`)] : [];
    }),
};

export const wordingRules: readonly ItemRule[] = [vagueFrequency];
