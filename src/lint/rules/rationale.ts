import type { ItemView } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";
import { countWords, englishOf, normalise, plainOf } from "../text.ts";

const letters = "[A-H](?:\\s*(?:,|and|or|&)\\s*[A-H])*";
/** "Option B", "A and C are wrong", "(B, D)", or an option that is nothing but "A and C"; "answers A queries" is DNS. */
const letter = new RegExp(
  [
    `\\b(?:[Oo]ption|[Aa]nswer|[Cc]hoice|[Dd]istractor)s?\\s+["'(]?[A-H]\\b(?!'|\\s+(?:records?|quer\\w+|and AAAA)\\b)`,
    "\\([A-H](?:\\s*(?:,|and|or|&)\\s*[A-H])+\\)",
    `(?:^|[.;:(,]\\s*|\\b(?:and|but|so|because|while|why|that|since|both)\\s+)${letters}\\s+(?:is|are)\\s+(?:the\\s+)?(?:in)?(?:correct|wrong|right|false|true|valid|invalid)\\b`,
    `^(?:[Bb]oth\\s+)?[A-H](?:\\s*,\\s*[A-H])*\\s*(?:and|or|&|,)\\s*[A-H]\\W*$`,
  ].join("|"),
  "m",
);
const position =
  /\bthe (?:first|second|third|fourth|fifth|sixth|last|previous|preceding|next)(?: (?:two|three))? (?:option|answer|choice)s?\b|\b(?:option|answer|choice)s? (?:above|below|[1-8])\b/i;

/** What a text says about the place of an option. */
function placeWord(markdown: string): string | undefined {
  const text = englishOf(markdown);
  return (letter.exec(text) ?? position.exec(text))?.[0];
}

const letterReference: ItemRule = {
  code: "letter-reference",
  severity: "error",
  about: "no text refers to an option by letter or position",
  hint: "name the thing instead; options are shuffled, so letters and positions change",
  check({ item }) {
    const texts: [Flaw["path"], string][] = [
      [["explanation"], item.explanation],
      ...item.options.flatMap((option, at): [Flaw["path"], string][] => [
        [["options", at, "text"], option.text],
        [["options", at, "why"], option.why],
      ]),
    ];
    return texts.flatMap(([path, text]) => {
      const found = placeWord(text);
      return found ? [{ path, message: `"${found}" refers to an option by its place` }] : [];
    });
  },
};

const fewestWords = 6;

const shortWhy: ItemRule = {
  code: "short-why",
  severity: "warning",
  about: "every option has a rationale that teaches",
  hint: "say in one or two sentences why the option is right, or what it would do instead",
  check: ({ item }) =>
    item.options.flatMap((option, at) => {
      const words = countWords(plainOf(option.why));
      return words < fewestWords
        ? [{ path: ["options", at, "why"], message: `the why of "${option.id}" has ${words} words` }]
        : [];
    }),
};

const filler =
  /^(?:(?:this|it|that|the)(?: (?:option|answer|choice|one|statement))? (?:is|are)(?: simply| also| clearly)?(?: (?:the|a|an))? (?:in)?(?:correct|right|wrong|valid|invalid|true|false|best|suitable|appropriate)(?: (?:option|answer|choice|solution|one))?|(?:in)?correct|wrong|right|not (?:correct|applicable|relevant|valid))(?: (?:here|because it is (?:not )?(?:the )?(?:correct|right|best)(?: (?:answer|option|choice))?|according to .*|as per .*|for this (?:scenario|question|case|use case)))?\W*$/i;

const fillerWhy: ItemRule = {
  code: "filler-why",
  severity: "warning",
  about: "no rationale says merely that the option is right or wrong",
  hint: "name the fact that makes the option right or wrong",
  check: (view) => [...fillers(view), ...repeated(view)],
};

function fillers({ item }: ItemView): Flaw[] {
  return item.options.flatMap((option, at) =>
    filler.test(plainOf(option.why)) || normalise(option.why) === normalise(option.text)
      ? [{ path: ["options", at, "why"], message: `the why of "${option.id}" gives no reason` }]
      : [],
  );
}

function repeated({ item }: ItemView): Flaw[] {
  const whys = item.options.map(({ why }) => normalise(why));
  const at = whys.findIndex((why, place) => whys.indexOf(why) < place);
  return at < 0
    ? []
    : [{ path: ["options", at, "why"], message: "several options of the item have the same why" }];
}

export const rationaleRules: readonly ItemRule[] = [letterReference, shortWhy, fillerWhy];
