import { absoluteWord, hedgeWord } from "./cue-words.ts";
import { type ItemView, mean, type OptionView } from "./item-view.ts";

/** Measures one form of an option among its neighbours; never what it means. */
type Feature = (option: OptionView, view: ItemView, services: RegExp) => number;

const flag = (holds: boolean) => (holds ? 1 : 0);

/** How many options hold something, when this one does. */
function onlyOne(option: OptionView, view: ItemView, has: (text: string) => boolean): number {
  return flag(has(option.option.text) && view.options.every((other) => other === option || !has(other.option.text)));
}

/** The kinds of detail that can make an option stand out. */
export const details: Readonly<Record<string, (text: string, services: RegExp) => boolean>> = {
  number: (text) => /\d/.test(text.replace(/\b[A-Za-z]+\d+\b/g, "")),
  "service name": (text, services) => services.test(text),
  code: (text) => text.includes("`"),
  parenthesis: (text) => text.includes("("),
};

const detailFeatures = Object.values(details).flatMap((has): Feature[] => [
  (option, _view, services) => flag(has(option.option.text, services)),
  (option, view, services) => onlyOne(option, view, (text) => has(text, services)),
]);

/** All features; their order is that of the weights. */
export const features: readonly Feature[] = [
  (option, view) => Math.log((option.length + 1) / (mean(view.options.map(({ length }) => length)) + 1)),
  (option, view) => flag(view.options.every((other) => other === option || other.length < option.length)),
  (option, view) => flag(view.options.every((other) => other === option || other.length > option.length)),
  (option) => flag(absoluteWord.test(option.text)),
  (option) => flag(hedgeWord.test(option.text)),
  stemOverlap,
  (option, view) => exclusiveStemWords(option, view).length,
  convergence,
  ...detailFeatures,
  (option) => (option.text.match(/[,;:]/g) ?? []).length,
  (option) => flag(/[.!]$/.test(option.text)),
  sharedStart,
];

/** Share of an option's content words that stand in the stem. */
export function stemOverlap(option: OptionView, view: ItemView): number {
  const shared = [...option.content].filter((word) => view.stemContent.has(word)).length;
  return option.content.size === 0 ? 0 : shared / option.content.size;
}

/** Words of the stem that stand in this option and in no other. */
export function exclusiveStemWords(option: OptionView, view: ItemView): string[] {
  return [...option.content].filter(
    (word) => view.stemContent.has(word) && view.options.every((other) => other === option || !other.content.has(word)),
  );
}

/** How much an option shares with the others: mean share of its content words that another option has. */
export function convergence(option: OptionView, view: ItemView): number {
  const others = view.options.filter((other) => other !== option);
  const shares = others.map((other) => [...option.content].filter((word) => other.content.has(word)).length);
  return option.content.size === 0 ? 0 : mean(shares) / option.content.size;
}

/** How many other options begin with the same word: the grammar that the author had in mind. */
function sharedStart(option: OptionView, view: ItemView): number {
  const start = (text: string) => /^\W*\w+/.exec(text)?.[0].toLowerCase();
  return view.options.filter((other) => start(other.text) === start(option.text)).length - 1;
}

/** A row of features for each option: centred in the item, so that only differences between its options count. */
export function featureRows(view: ItemView, services: RegExp): number[][] {
  const columns = features.map((feature) => {
    const values = view.options.map((option) => feature(option, view, services));
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  return view.options.map((_, at) => columns.map((column) => column[at] ?? 0));
}
