import { exclusiveStemWords } from "../attacker-features.ts";
import { detailKinds, servicePattern } from "../details.ts";
import { percent } from "../hit-rate.ts";
import { type ItemView, isStandard, type OptionView } from "../item-view.ts";
import type { BankFlaw, BankRule } from "../rule.ts";
import { fewestItems } from "./single-cues.ts";

/** What a single option of an item has that no other option has. */
interface Distinction {
  readonly option: OptionView;
  readonly what: string;
}

/**
 * Findings at each item whose key alone has something, when the share of such items is above what is tolerated and keys
 * stand out in this way more often than the distractors do: else the distinction tells a learner nothing.
 */
function revealed(
  views: readonly ItemView[],
  most: number,
  find: (view: ItemView) => Distinction[],
): BankFlaw[] {
  const items = views.filter(isStandard);
  const found = items.flatMap((view) => find(view).map((distinction) => ({ view, ...distinction })));
  const hits = found.filter(({ option }) => option.isKey);
  const share = new Set(hits.map(({ view }) => view)).size / items.length;
  if (items.length < fewestItems || share <= most || hits.length <= found.length / 4) return [];
  return hits.map(({ view, option, what }) => ({
    view,
    path: ["options", option.at, "text"],
    message: `only the key has ${what}; keys stand out like this in ${percent(share)} of ${items.length} items, at most ${most * 100} %`,
  }));
}

const clang: BankRule = {
  code: "clang",
  severity: "warning",
  about: "rare words of the stem do not stand in the key alone",
  hint: "use the word in a distractor too, or say it differently in the key",
  check(views) {
    const isRare = rareWords(views);
    return revealed(views, 0.03, (view) => {
      const holders = view.options.flatMap((option) => {
        const words = exclusiveStemWords(option, view).filter(isRare);
        return words.length > 0 ? [{ option, what: `rare words of the stem (${words.join(", ")})` }] : [];
      });
      return holders.length === 1 ? holders : [];
    });
  },
};

/** Tells words that stand in no more stems than the median word of the vocabulary. */
function rareWords(views: readonly ItemView[]): (word: string) => boolean {
  const stems = new Map<string, number>();
  for (const { stemContent } of views)
    for (const word of stemContent) stems.set(word, (stems.get(word) ?? 0) + 1);
  const sorted = [...stems.values()].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (word) => (stems.get(word) ?? 0) <= median;
}

const specificKey: BankRule = {
  code: "specific-key",
  severity: "warning",
  about: "the key is not the only option with a number, a service name, code or a parenthesis",
  hint: "give a distractor the same kind of detail, or take it out of the key",
  check(views) {
    const services = servicePattern(views);
    return revealed(views, 0.05, (view) =>
      Object.entries(detailKinds).flatMap(([name, has]) => {
        const holders = view.options.filter(({ option }) => has(option.text, services));
        return holders.length === 1 ? holders.map((option) => ({ option, what: `a ${name}` })) : [];
      }),
    );
  },
};

/** Rules about keys that something of their own gives away. */
export const revealedKeyRules: readonly BankRule[] = [clang, specificKey];
