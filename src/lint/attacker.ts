import { digest } from "../schema/fingerprint.ts";
import { featureNames, featureRows } from "./attacker-features.ts";
import { type Choice, fitChoices, scoreOf } from "./choice-model.ts";
import { servicePattern } from "./details.ts";
import { creditOf, type HitRate, hitRate } from "./hit-rate.ts";
import { type ItemView, isStandard, mean } from "./item-view.ts";
import { runStrategy, strategyNames } from "./strategies.ts";

/** What form alone gives away. */
export interface AttackResult {
  /** The trained attacker, each item predicted by a model that has not seen it. */
  readonly model: HitRate;
  /** What the attacker learned from all items, strongest first; a positive weight marks the key. */
  readonly cues: readonly { readonly name: string; readonly weight: number }[];
  readonly strategies: readonly HitRate[];
}

const folds = 10;
const ridge = 16;

/**
 * Attacks the single-response items with four options through their form, never their meaning: a conditional logistic
 * model over cues, cross-validated in 10 folds that the item ids fix, and strategies of one cue each. Computed items
 * are left out. Depends on nothing but the items.
 */
export function attackItems(views: readonly ItemView[]): AttackResult {
  const targets = views.filter(isStandard);
  const choices = standardise(choicesOf(targets));
  const weights = fitChoices(choices, featureNames.length, ridge);
  const cues = featureNames.map((name, at) => ({ name, weight: weights[at] ?? 0 }));
  const credits = crossValidate(targets, choices, weights);
  return {
    model: hitRate("cue-only attacker", targets, (_, at) => credits[at] ?? 0),
    cues: cues.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
    strategies: strategyNames.map((name) => runStrategy(name, targets)),
  };
}

/** Credits of the items, in order. Training starts from `start` for speed; the maximum does not depend on it. */
function crossValidate(
  views: readonly ItemView[],
  choices: readonly Choice[],
  start: readonly number[],
): number[] {
  const foldOf = views.map(({ item }) => Number.parseInt(digest(item.id).slice(0, 8), 16) % folds);
  const credits: number[] = Array(views.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const known = choices.filter((_, at) => foldOf[at] !== fold);
    const weights = fitChoices(known, featureNames.length, ridge, start);
    choices.forEach(({ rows, right }, at) => {
      if (foldOf[at] === fold)
        credits[at] = creditOf(
          rows.map((row) => scoreOf(row, weights)),
          right,
        );
    });
  }
  return credits;
}

function choicesOf(views: readonly ItemView[]): Choice[] {
  const services = servicePattern(views);
  return views.map((view) => ({ rows: featureRows(view, services), right: view.keys[0]?.at ?? 0 }));
}

/** Scales each feature to unit variance over all options, so that one ridge suits all; keys play no part. */
function standardise(choices: readonly Choice[]): Choice[] {
  const rows = choices.flatMap((choice) => choice.rows);
  const scales = featureNames.map((_, at) => Math.sqrt(mean(rows.map((row) => (row[at] ?? 0) ** 2))) || 1);
  return choices.map((choice) => ({
    ...choice,
    rows: choice.rows.map((row) => row.map((value, at) => value / (scales[at] ?? 1))),
  }));
}
