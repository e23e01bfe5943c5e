import type { Level } from "../schema/item.ts";
import type { Confidence } from "../session/events.ts";

/** One answer, as the learner model sees it. */
export interface Attempt {
  readonly item: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Calendar day (days since 1970-01-01) where the learner was; the UTC day of `at` when absent. */
  readonly day?: number;
  readonly correct: boolean;
  readonly confidence?: Confidence;
  /** Milliseconds the item was in sight. */
  readonly ms: number;
}

/** What the model needs to know of an item. */
export interface ItemFacts {
  readonly id: string;
  /** Objective id ("2.1.3": domain "2", task "2.1") by exam code. */
  readonly objectives: Readonly<Record<string, string>>;
  readonly options: number;
  readonly keys: number;
  readonly level: Level;
  /** Service slugs, the main one first. */
  readonly services: readonly string[];
  readonly concept?: string;
}

/** What the model needs to know of an exam. */
export interface Blueprint {
  readonly exam: string;
  /** Weights are relative; they need not sum to 100. */
  readonly domains: readonly { readonly id: string; readonly weight: number }[];
  /** Scored items of a form. */
  readonly scored: number;
  /** Kinds of items on a form: their share (summing to 1) and the chance that a blind guess is right. */
  readonly floors: readonly { readonly share: number; readonly floor: number }[];
  /** Share of scored items needed to pass: unpublished, so a mean and a standard deviation. */
  readonly cut: { readonly mean: number; readonly sd: number };
}

const dayMs = 86_400_000;

/** Calendar day in UTC (days since 1970-01-01) of an epoch time in milliseconds. */
export function utcDay(at: number): number {
  return Math.floor(at / dayMs);
}

/** Day an attempt counts for. */
export function dayOf(attempt: Attempt): number {
  return attempt.day ?? utcDay(attempt.at);
}

/** Days (fractional, never negative) from one epoch time to a later one. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / dayMs);
}

/** Chance that a blind guess is right: one over the number of ways to choose the keys. */
export function guessFloor(facts: Pick<ItemFacts, "options" | "keys">): number {
  let ways = 1;
  for (let i = 1; i <= facts.keys; i++) ways = (ways * (facts.options - facts.keys + i)) / i;
  return 1 / ways;
}

/** Domain of an item in an exam, as its place in the blueprint; -1 when the item is not of that exam. */
export function domainIndex(blueprint: Blueprint, facts: ItemFacts): number {
  const objective = facts.objectives[blueprint.exam];
  if (objective === undefined) return -1;
  const domain = objective.slice(0, objective.indexOf("."));
  return blueprint.domains.findIndex((d) => d.id === domain);
}
