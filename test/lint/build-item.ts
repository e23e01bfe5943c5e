import type { BankItem } from "../../src/bank/parse-bank.ts";
import { lintItems } from "../../src/lint/lint-bank.ts";
import type { LintContext } from "../../src/lint/rule.ts";
import type { Issue } from "../../src/schema/issue.ts";
import type { Option } from "../../src/schema/item.ts";
import { drawBelow, type Rng, seededRng, shuffle } from "../../src/session/rng.ts";

const clean: BankItem = {
  id: "lambda-vpc-internet",
  services: ["lambda", "vpc"],
  objectives: { "dva-c02": "1.2.1", "dva-c03": "1.2.1" },
  level: "apply",
  stem: "A function was attached to the public subnets of a network so that it can reach a database. Since then its calls to a payment provider on the internet end with a timeout.\n\nWhich change restores these calls?",
  options: [
    option("public-addresses", "Turn on automatic public addresses in the subnets of the function.", false),
    option("inbound-rule", "Open the port of the provider in the inbound rules of the group.", false),
    option("private-subnets", "Move the function to private subnets with a route to a gateway.", true),
    option("elastic-address", "Associate an elastic address with each interface of the function.", false),
  ],
  explanation: "A function in a network has private addresses, so a gateway has to translate them.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
  verified: "2026-11-01",
  file: "bank.yaml",
  line: 4,
};

/** An option with a rationale of its own. */
export function option(id: string, text: string, correct = false): Option {
  const why = `This says in a few words why ${id} is as it is.`;
  return correct ? { id, text, correct, why } : { id, text, why };
}

/** An item without findings, but for what is given. */
export function buildItem(given: Partial<BankItem> = {}): BankItem {
  return { ...clean, ...given };
}

/** Four options of the given texts; the key stands at `right`. */
export function optionsOf(texts: readonly string[], ...right: number[]): Option[] {
  return texts.map((text, at) => option(`option-${"abcdefgh"[at]}`, text, right.includes(at)));
}

export const context: LintContext = { now: new Date("2026-11-21T00:00:00Z") };

/** Findings with the given code among the items. */
export function findingsOf(
  code: string,
  items: readonly BankItem[],
  more: Partial<LintContext> = {},
): Issue[] {
  return lintItems(items, { ...context, ...more }).filter((issue) => issue.code === code);
}

/** A made-up word of two to four syllables. */
function word(rng: Rng): string {
  const syllables = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
  ];
  return Array.from(
    { length: 2 + drawBelow(rng, 3) },
    () => syllables[drawBelow(rng, syllables.length)],
  ).join("");
}

/** Made-up words. */
export function words(rng: Rng, count: number): string {
  return Array.from({ length: count }, () => word(rng)).join(" ");
}

/** Items of made-up words: what stands in an option says nothing about its being right. */
export function buildBank(
  count: number,
  seed: string,
  optionText = (rng: Rng, _right: boolean) => words(rng, 8),
): BankItem[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, (_, at) => {
    const right = drawBelow(rng, 4);
    const texts = [0, 1, 2, 3].map((place) => optionText(rng, place === right));
    return buildItem({
      id: `item-${at}`,
      line: at + 1,
      stem: `${words(rng, 40)}?`,
      options: optionsOf(texts, right),
    });
  });
}

/** A bank whose options are dealt out anew: every cue is gone. */
export function dealOptions(items: readonly BankItem[], seed: string): BankItem[] {
  const rng = seededRng(seed);
  const texts = shuffle(
    items.flatMap(({ options }) => options.map(({ text }) => text)),
    rng,
  );
  return items.map((item) => ({
    ...item,
    options: item.options.map((old) => ({ ...old, text: texts.pop() ?? old.text })),
  }));
}
