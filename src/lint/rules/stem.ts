import type { ItemView } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";
import { countWords, englishOf, plainOf, proseOf, questionOf } from "../text.ts";

const shortest = 25;
const longest = 120;

const inStem = (message: string): Flaw => ({ path: ["stem"], message });

const stemLength: ItemRule = {
  code: "stem-length",
  severity: "warning",
  about: `a stem has ${shortest} to ${longest} words outside code`,
  hint: "give the situation and what is required, and leave out the rest",
  check(view) {
    const words = countWords(view.stem);
    if (view.computed) return [];
    return words < shortest || words > longest ? [inStem(`the stem has ${words} words outside code`)] : [];
  },
};

/** The prose without a closing "(Select TWO.)", which has a rule of its own. */
function withoutCount(stem: string): string {
  return proseOf(stem)
    .trim()
    .replace(/\s*[(*]*(?:choose|select|pick|check)\b[^?:]{0,40}$/i, "");
}

const stemEnding: ItemRule = {
  code: "stem-ending",
  severity: "warning",
  about: "a stem ends with its question, or with a colon that the options complete",
  hint: "put the question last",
  check: ({ item }) =>
    /[?:][*_")]*$/.test(withoutCount(item.stem))
      ? []
      : [inStem("the stem ends neither with a question nor with a colon")],
};

const numbers = { two: 2, three: 3, four: 4, "2": 2, "3": 3, "4": 4 } as const;
const typedCount =
  /(?:^|[(.?!]\s*)(?:please )?(?:choose|select|pick|check|mark) (?:the |any |exactly )?(two|three|four|[2-4])\b/im;

const typedNumber = /\bwhich (two|three|four)\b/i;

/** The number of keys that a stem asks for in so many words. */
function askedCount({ item }: ItemView): number | undefined {
  return numberOf(typedCount.exec(englishOf(item.stem))?.[1]);
}

function numberOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : numbers[word.toLowerCase() as keyof typeof numbers];
}

const countMismatch: ItemRule = {
  code: "count-mismatch",
  severity: "error",
  about: "a stem asks for as many options as are right",
  hint: "mark the missing keys, or remove the number from the stem",
  check(view) {
    const asked = askedCount(view);
    if (asked === undefined || asked === view.keys.length) return [];
    return [inStem(`the stem asks for ${asked} options, ${view.keys.length} marked correct`)];
  },
};

const countTyped: ItemRule = {
  code: "count-typed",
  severity: "warning",
  about: "a stem leaves it to the program to say how many options are right",
  hint: "remove the words; the program derives the number from the key and shows it",
  check(view) {
    const asked = askedCount(view) ?? numberOf(typedNumber.exec(questionOf(view.item.stem))?.[1]);
    return asked === view.keys.length ? [inStem("the stem says how many options to choose")] : [];
  },
};

/** Words after which a "not" belongs to a clause of its own: "Which change makes sure that no message is not read?" */
const clause =
  "that|so|when|where|because|while|if|after|before|makes|ensures|guarantees|causes|lets|keeps|shows|tells|means|explains";
const negation =
  "(?:is|are|was|does|do|did|can|could|will|would|should|must|has|have) not|cannot|(?:is|are|does|do|ca|wo|would|should)n't";
const negated = new RegExp(
  [
    `\\b(?:which|what)\\b(?: (?!(?:${clause})\\b)[\\w-]+){0,4}? (?:${negation})\\b`,
    "\\bexcept\\b(?! handler| clause| block)[^.]*\\?$",
    "\\b(?:which|what)\\b(?: [\\w-]+){0,3} (?:is|are) (?:false|incorrect|wrong|untrue)\\b",
    "\\bleast (?:likely|suitable|appropriate|effective|secure)\\b",
  ].join("|"),
);

/** Whether a question asks for what is not so; code does not count. */
function asksNegative(question: string): boolean {
  return negated.test(plainOf(englishOf(question)).toLowerCase());
}

/** Whether the question is negative, emphasised or not. */
export function isNegative({ item }: ItemView): boolean {
  return asksNegative(questionOf(item.stem));
}

const negativeUnmarked: ItemRule = {
  code: "negative-unmarked",
  severity: "warning",
  about: "a negative word in a question is emphasised",
  hint: "ask for what is so, or emphasise the negative word: **not**, NOT, EXCEPT",
  check(view) {
    const unmarked = questionOf(view.item.stem).replace(
      /\*\*[^*]+\*\*|__[^_]+__|\b(?:NOT|EXCEPT|LEAST|FALSE|INCORRECT|WRONG|CANNOT)\b/g,
      "\u2026",
    );
    return asksNegative(unmarked)
      ? [inStem("the question is negative, and nothing marks the negative word")]
      : [];
  },
};

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
/** ISO dates before 2017 are versions of AWS formats (2012-10-17, 2010-09-09). */
const date = new RegExp(
  `\\b20(?:1[7-9]|[2-9]\\d)-[01]\\d-[0-3]\\d\\b|\\b(?:${months}) (?:\\d{1,2}(?:st|nd|rd|th)?,? )?20\\d\\d\\b|\\b\\d{1,2} (?:${months}) 20\\d\\d\\b|\\b(?:in|since|until|before|after|by|of) 20[12]\\d\\b`,
  "i",
);

const stemDate: ItemRule = {
  code: "stem-date",
  severity: "warning",
  about: "a stem names no calendar date in its prose",
  hint: "say what matters instead (before the change, two years ago); dates make an item old",
  check({ item }) {
    const found = date.exec(englishOf(item.stem))?.[0];
    return found ? [inStem(`the stem names a date ("${found}")`)] : [];
  },
};

export const stemRules: readonly ItemRule[] = [
  stemLength,
  stemEnding,
  countMismatch,
  countTyped,
  negativeUnmarked,
  stemDate,
];
