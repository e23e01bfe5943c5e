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
  return options.filter((view) => !fits(view)).map((view) => inOption(view, `the option does not follow "${article}"`));
}

/** The one option that differs from all others in some form. */
function oddOne(options: readonly OptionView[], form: (text: string) => boolean): OptionView | undefined {
  const having = options.filter(({ option }) => form(option.text));
  const lacking = options.filter(({ option }) => !form(option.text));
  if (options.length < 4) return undefined;
  return having.length === 1 ? having[0] : lacking.length === 1 ? lacking[0] : undefined;
}

function oddEnding({ options }: ItemView): Flaw[] {
  const odd = oddOne(options, (text) => /[.!]\W*$/.test(text));
  return odd ? [inOption(odd, "the option alone differs from the others in its final full stop")] : [];
}

const forms: Readonly<Record<string, RegExp>> = {
  "-ing form": /^[A-Z][a-z]+ing\b/,
  infinitive: /^To [a-z]+\b/,
  article: /^(?:A|An|The) /,
};

function oddForm({ options }: ItemView): Flaw[] {
  return Object.entries(forms).flatMap(([name, form]) => {
    const odd = oddOne(options, (text) => form.test(text));
    if (!odd) return [];
    const has = form.test(odd.option.text);
    return [inOption(odd, `the option alone begins ${has ? "with" : "without"} an ${name}`)];
  });
}

const one = /\b(?:which|what) (?:single |one )?(?:\w+ )?(action|change|step|option|setting|statement|solution|approach|design|service|combination|command|policy|feature|parameter)s?\b/i;

/** Number: a question in the singular with several keys, or in the plural with one. */
const numberRule: ItemRule = {
  code: "question-number",
  severity: "warning",
  about: "the question is in the plural when several options are right, else in the singular",
  hint: 'write "Which change ..." for one key, "Which changes ..." for several',
  check({ item, keys }) {
    const noun = one.exec(questionOf(item.stem));
    if (!noun || noun[1]?.toLowerCase() === "combination") return [];
    const plural = noun[0].endsWith("s");
    if (plural === keys.length > 1) return [];
    return [{ path: ["stem"], message: `"${noun[0]}" is in the ${plural ? "plural" : "singular"}, keys: ${keys.length}` }];
  },
};

export const grammarRules: readonly ItemRule[] = [grammar, numberRule];
