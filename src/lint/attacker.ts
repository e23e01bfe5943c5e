import { wilson } from "../learner/numeric.ts";
import { digest } from "../schema/fingerprint.ts";
import { convergence, featureRows, features, stemOverlap } from "./attacker-features.ts";
import { type Choice, fitChoices, scoreOf } from "./choice-model.ts";
import { type ItemView, isStandard, mean } from "./item-view.ts";
import { servicePattern } from "./service-words.ts";

/** How often a way of guessing finds the key, with its 95 % interval. */
export interface HitRate {
  readonly name: string;
  /** Keys found; an even split among k options that it cannot tell apart counts 1/k. */
  readonly hits: number;
  readonly items: number;
  /** Hits per item, 0 to 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What form alone gives away. */
export interface AttackResult {
  /** The trained attacker, each item predicted by a model that has not seen it. */
  readonly model: HitRate;
  readonly strategies: readonly HitRate[];
}

const folds = 10;
const ridge = 4;
const z95 = 1.959963984540054;

/**
 * Attacks the single-response items with four options through their form: a conditional logistic model over cues,
 * cross-validated in 10 folds that the item ids fix, and strategies of one rule each. Computed items are left out.
 */
export function attackItems(views: readonly ItemView[]): AttackResult {
  const targets = views.filter(isStandard);
  return { model: hitRate("cue-only attacker", crossValidate(targets)), strategies: runStrategies(targets) };
}

function crossValidate(views: readonly ItemView[]): number[] {
  const choices = standardise(choicesOf(views));
  const foldOf = views.map(({ item }) => Number.parseInt(digest(item.id).slice(0, 8), 16) % folds);
  const credits: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitChoices(choices.filter((_, at) => foldOf[at] !== fold), features.length, ridge);
    choices.forEach(({ rows, right }, at) => {
      if (foldOf[at] === fold) credits[at] = creditOf(rows.map((row) => scoreOf(row, weights)), right);
    });
  }
  return credits;
}

function choicesOf(views: readonly ItemView[]): Choice[] {
  const services = servicePattern(views);
  return views.map((view) => ({ rows: featureRows(view, services), right: keyAt(view) }));
}

/** Scales each feature to unit variance over all options, so that one ridge suits all. */
function standardise(choices: readonly Choice[]): Choice[] {
  const rows = choices.flatMap((choice) => choice.rows);
  const scales = features.map((_, at) => Math.sqrt(mean(rows.map((row) => (row[at] ?? 0) ** 2))) || 1);
  return choices.map((choice) => ({
    ...choice,
    rows: choice.rows.map((row) => row.map((value, at) => value / (scales[at] ?? 1))),
  }));
}

type Strategy = (view: ItemView) => number[];

const strategies: Readonly<Record<string, Strategy>> = {
  "longest option": (view) => view.options.map(({ length }) => length),
  "shortest option": (view) => view.options.map(({ length }) => -length),
  "most words of the stem": (view) => view.options.map((option) => stemOverlap(option, view)),
  "most like the other options": (view) => view.options.map((option) => convergence(option, view)),
  "stored position 1": (view) => view.options.map(({ at }) => (at === 0 ? 1 : 0)),
  "stored position 2": (view) => view.options.map(({ at }) => (at === 1 ? 1 : 0)),
  "stored position 3": (view) => view.options.map(({ at }) => (at === 2 ? 1 : 0)),
  "stored position 4": (view) => view.options.map(({ at }) => (at === 3 ? 1 : 0)),
};

function runStrategies(views: readonly ItemView[]): HitRate[] {
  return Object.entries(strategies).map(([name, scores]) =>
    hitRate(name, views.map((view) => creditOf(scores(view), keyAt(view)))),
  );
}

function keyAt(view: ItemView): number {
  return view.keys[0]?.at ?? 0;
}

function creditOf(scores: readonly number[], right: number): number {
  const top = Math.max(...scores);
  const best = scores.filter((score) => score > top - 1e-12).length;
  return (scores[right] ?? -Infinity) > top - 1e-12 ? 1 / best : 0;
}

function hitRate(name: string, credits: readonly number[]): HitRate {
  const items = credits.length;
  const hits = credits.reduce((sum, credit) => sum + credit, 0);
  return { name, hits, items, share: items === 0 ? 0 : hits / items, ...wilson(hits, items, z95) };
}
