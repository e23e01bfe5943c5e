import type { ItemView, OptionView } from "../item-view.ts";
import type { Flaw, ItemRule } from "../rule.ts";
import { questionOf } from "../text.ts";
import { inOption } from "./options.ts";

const grammar: ItemRule = {
  code: "option-grammar",
  severity: "warning",
  about: "every option fits the end of the stem and looks like the others",
  hint: "give all options the same form; a form that fits the key alone gives it away",
  check: (view) => [...articleFlaws(view), ...oddEnding(view), ...oddForm(view)],
};

/** "... is an" before an option that begins with a consonant. */
function articleFlaws({ stem, options }: ItemView): Flaw[] {
  const article = /\b(an?)\s*[:?.\u2026_]*$/i.exec(stem)?.[1]?.toLowerCase();
  if (article === undefined) return [];
  const fits = ({ text }: OptionView) => /^[aeiou]/i.test(text) === (article === "an");
  return options
    .filter((view) => !fits(view))
    .map((view) => inOption(view, `the option does not follow "${article}"`));
}

/** The one option that differs from all others: alone in having a form clearly, or alone in lacking it altogether. */
function oddOne(options: readonly OptionView[], clear: RegExp, vague = clear): OptionView | undefined {
  const having = options.filter(({ text }) => clear.test(text));
  const lacking = options.filter(({ text }) => !vague.test(text));
  if (options.length < 4 || having.length + lacking.length < options.length) return undefined;
  return having.length === 1 ? having[0] : lacking.length === 1 ? lacking[0] : undefined;
}

const fullStop = /[.!]["')]*$/;

function oddEnding({ options }: ItemView): Flaw[] {
  const odd = oddOne(options, fullStop);
  return odd
    ? [inOption(odd, `the option alone ends ${fullStop.test(odd.text) ? "with" : "without"} a full stop`)]
    : [];
}

/** "Rolling" and "Sampling rules" are nouns; an object with an article makes a verb of an -ing form. */
const gerund = /^[A-Z][a-z]+ing (?:a|an|the|all|its|their|each|every) /;
const ingWord = /^[A-Z][a-z]+ing\b/;
const infinitive = /^To [a-z]+ /;

function oddForm({ options }: ItemView): Flaw[] {
  const odd = oddOne(options, gerund, ingWord) ?? oddOne(options, infinitive);
  return odd ? [inOption(odd, "the option alone begins with another form of the verb than the others")] : [];
}

const askedNoun =
  /\b(?:which|what) (?:single |one )?(?:\w+ )?(?:action|change|option|setting|statement|solution|approach|design|service|command|policy|feature|parameter)s?\b/i;
/** Each option may be a list of changes or steps: then a plural question has one key. */
const severalThings = /\band\b|[,;+]|\. \S/;

/** Number: a question in the singular with several keys, or in the plural with one. */
const numberRule: ItemRule = {
  code: "question-number",
  severity: "warning",
  about: "the question is in the plural when several options are right, else in the singular",
  hint: 'write "Which change ..." for one key, "Which changes ..." for several',
  check({ item, keys, options }) {
    const noun = askedNoun.exec(questionOf(item.stem));
    const plural = noun?.[0].endsWith("s") ?? false;
    const listing = plural && options.every(({ text }) => severalThings.test(text));
    if (!noun || plural === keys.length > 1 || listing) return [];
    return [
      {
        path: ["stem"],
        message: `"${noun[0]}" is in the ${plural ? "plural" : "singular"}, keys: ${keys.length}`,
      },
    ];
  },
};

export const grammarRules: readonly ItemRule[] = [grammar, numberRule];
