import { absoluteWord, hedgeWord } from "./cue-words.ts";
import { detailKinds } from "./details.ts";
import { type ItemView, mean, type OptionView } from "./item-view.ts";

/** Measures one form of an option among its neighbours; never what it means. */
type Feature = (option: OptionView, view: ItemView, services: RegExp) => number;

const flag = (holds: boolean) => (holds ? 1 : 0);
const others = (option: OptionView, view: ItemView) => view.options.filter((other) => other !== option);

const detailFeatures = Object.fromEntries(
  Object.entries(detailKinds).flatMap(([name, has]): [string, Feature][] => [
    [`has a ${name}`, (option, _view, services) => flag(has(option.option.text, services))],
    [
      `alone has a ${name}`,
      (option, view, services) =>
        flag(
          has(option.option.text, services) &&
            others(option, view).every((other) => !has(other.option.text, services)),
        ),
    ],
  ]),
);

const features: Readonly<Record<string, Feature>> = {
  "relative length": ({ length }, { options }) =>
    Math.log((length + 1) / (mean(options.map((o) => o.length)) + 1)),
  "is the longest": (option, view) =>
    flag(others(option, view).every(({ length }) => length < option.length)),
  "is the shortest": (option, view) =>
    flag(others(option, view).every(({ length }) => length > option.length)),
  "absolute word": ({ text }) => flag(absoluteWord.test(text)),
  "hedging word": ({ text }) => flag(hedgeWord.test(text)),
  "words of the stem": stemOverlap,
  "stem words of its own": (option, view) => exclusiveStemWords(option, view).length,
  "likeness to the others": convergence,
  ...detailFeatures,
  "inner punctuation": ({ text }) => (text.match(/[,;:]/g) ?? []).length,
  "final full stop": ({ text }) => flag(/[.!]$/.test(text)),
  "common first word": sharedStart,
};

/** Names of the features; their order is that of the columns and weights. */
export const featureNames: readonly string[] = Object.keys(features);

/** Share of an option's content words that stand in the stem, 0 to 1. */
export function stemOverlap({ content }: OptionView, { stemContent }: ItemView): number {
  const shared = [...content].filter((word) => stemContent.has(word)).length;
  return content.size === 0 ? 0 : shared / content.size;
}

/** Words of the stem that stand in this option and in no other. */
export function exclusiveStemWords(option: OptionView, view: ItemView): string[] {
  const elsewhere = others(option, view);
  return [...option.content].filter(
    (word) => view.stemContent.has(word) && elsewhere.every(({ content }) => !content.has(word)),
  );
}

/** How much an option shares with the others: mean share of its content words that another option has, 0 to 1. */
export function convergence(option: OptionView, view: ItemView): number {
  const shares = others(option, view).map(
    ({ content }) => [...option.content].filter((word) => content.has(word)).length,
  );
  return option.content.size === 0 ? 0 : mean(shares) / option.content.size;
}

/** How many other options begin with the same word: the grammar that the author had in mind. */
function sharedStart(option: OptionView, view: ItemView): number {
  const start = ({ text }: OptionView) => /\w+/.exec(text)?.[0].toLowerCase();
  return others(option, view).filter((other) => start(other) === start(option)).length;
}

/** A row of features for each option: centred in the item, so that only differences between its options count. */
export function featureRows(view: ItemView, services: RegExp): number[][] {
  const columns = Object.values(features).map((feature) => {
    const values = view.options.map((option) => feature(option, view, services));
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  return view.options.map((_, at) => columns.map((column) => column[at] ?? 0));
}
