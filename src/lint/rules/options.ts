import type { OptionView } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";
import { countWords, plainOf } from "../text.ts";

const mostWords = 40;
const mostSpread = 2.5;
/** Spread is read in lines of text; short names and numbers may differ by any factor. */
const readable = 60;

/** A flaw in the text of an option. */
export const inOption = ({ at }: OptionView, message: string, part = "text"): Flaw => ({
  path: ["options", at, part],
  message,
});

const optionCount: ItemRule = {
  code: "option-count",
  severity: "warning",
  about: "four options for one key; five or six for two or three keys",
  hint: "add or remove distractors, as the exam has it",
  check({ keys, options }) {
    const fits =
      keys.length === 1
        ? options.length === 4
        : options.length >= 5 && options.length <= 6 && keys.length <= 3;
    return fits
      ? []
      : [{ path: ["options"], message: `${options.length} options, ${keys.length} of them right` }];
  },
};

const optionLength: ItemRule = {
  code: "option-length",
  severity: "warning",
  about: `an option has at most ${mostWords} words`,
  hint: "move what the options share into the stem",
  check: ({ options, computed }) =>
    options.flatMap((view) => {
      const words = countWords(plainOf(view.option.text));
      return computed || words <= mostWords ? [] : [inOption(view, `the option has ${words} words`)];
    }),
};

const optionSpread: ItemRule = {
  code: "option-spread",
  severity: "warning",
  about: `the longest option is less than ${mostSpread} times as long as the shortest`,
  hint: "even out the detail of the options",
  check({ options, computed }) {
    const sorted = [...options].sort((a, b) => a.length - b.length);
    const [short, long] = [sorted[0], sorted.at(-1)];
    if (computed || !short || !long || long.length < readable || long.length < mostSpread * short.length)
      return [];
    return [
      inOption(long, `the option has ${long.length} characters, the shortest of the item ${short.length}`),
    ];
  },
};

const aboveWords =
  /^(?:all|none|any|both|neither|either|two|each)(?: (?:of|one of))? (?:the |these |those )?(?:above|options|answers|choices|statements|following|these|those)\b|\b(?:all|none|both) of the above\b|^(?:all|none|both|neither)(?: of (?:these|them))?\.?$/i;

const allOfTheAbove: ItemRule = {
  code: "all-of-the-above",
  severity: "error",
  about: "no option speaks of the other options",
  hint: "write an option that stands by itself; options are shuffled",
  check: ({ options }) =>
    options
      .filter(({ text }) => aboveWords.test(text))
      .map((view) => inOption(view, `"${view.text}" speaks of other options`)),
};

const sameOption: ItemRule = {
  code: "same-option",
  severity: "error",
  about: "no two options of an item say the same",
  hint: "replace one of them",
  check: ({ options }) => {
    const texts = options.map(sameText);
    return options.flatMap((view, at) => {
      const first = options[texts.indexOf(texts[at] ?? "")];
      return first && first.at < at
        ? [inOption(view, `the option says the same as "${first.option.id}"`)]
        : [];
    });
  },
};

/** Names such as "Amazon S3" may stand in longer names. */
const fewestContained = 3;

const containedOption: ItemRule = {
  code: "contained-option",
  severity: "warning",
  about: "no option contains all the words of another",
  hint: "make the options exclude each other; if the longer one is right, the shorter one is half right",
  check: ({ options }) =>
    options.flatMap((outer) =>
      options
        .filter((inner) => inner.words >= fewestContained && inner.length < outer.length)
        .filter((inner) => ` ${sameText(outer)} `.includes(` ${sameText(inner)} `))
        .map((inner) => inOption(outer, `the option contains all of "${inner.option.id}"`)),
    ),
};

/** What tells options apart: signs count too, for code. */
function sameText({ option }: OptionView): string {
  return option.text
    .replace(/[`*\s]+/g, " ")
    .replace(/[.;]\s*$/, "")
    .trim()
    .toLowerCase();
}

/** Rules about the list of options. */
export const optionRules: readonly ItemRule[] = [
  optionCount,
  optionLength,
  optionSpread,
  allOfTheAbove,
  sameOption,
  containedOption,
];
