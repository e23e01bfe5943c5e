import { type Belief, questionSd, slope } from "./ability.ts";
import type { Shift } from "./calibration.ts";
import { logistic, poissonBinomial } from "./numeric.ts";
import { cholesky, whitenedPoints } from "./points.ts";
import type { Blueprint } from "./types.ts";

/** Logits of the learner on exam questions, by domain: a Gaussian. */
export interface Logits {
  readonly mean: readonly number[];
  readonly cov: readonly (readonly number[])[];
}

/** What the exam would look like: shares are of scored items, 0 to 1. */
export interface Forecast {
  readonly logits: Logits;
  /** Expected share, its standard deviation and 90 % range: what is not known about the learner. */
  readonly share: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  /** Expected share by domain. */
  readonly domains: readonly number[];
}

export interface ForecastOptions {
  readonly shift: Shift;
  /** Factor on every standard deviation. */
  readonly widening: number;
}

const slopeOfExam = slope(questionSd);
const points = new Map<number, number[][]>();

/** Chance that a blind guess is right on a question of the exam. */
export function examFloor(blueprint: Blueprint): number {
  return blueprint.floors.reduce((sum, kind) => sum + kind.share * kind.floor, 0);
}

/** Chance of a right answer on an exam question whose domain has this logit. */
export function examChance(floor: number, logit: number): number {
  return floor + (1 - floor) * logistic(slopeOfExam * logit);
}

/** Change of that chance per logit. */
export function examSlope(floor: number, logit: number): number {
  const p = logistic(slopeOfExam * logit);
  return (1 - floor) * slopeOfExam * p * (1 - p);
}

/** Logit at which the chance of a right answer is `p`; -Infinity when a guess alone does better. */
export function logitOfChance(floor: number, p: number): number {
  const known = (p - floor) / (1 - floor);
  return known <= 0 ? -Infinity : Math.log(known / (1 - known)) / slopeOfExam;
}

/** Logits on exam day for a belief, given the practice of each domain. */
export function examLogits(belief: Belief, practice: readonly number[], options: ForecastOptions): Logits {
  const size = belief.mean.length;
  const gain = size - 1;
  const c = (i: number, j: number) => belief.cov[i * size + j] as number;
  const scale = options.widening ** 2;
  return {
    mean: practice.map(
      (f, d) => (belief.mean[d] as number) + f * (belief.mean[gain] as number) + options.shift.mean,
    ),
    cov: practice.map((f, i) =>
      practice.map((g, j) => {
        const own = c(i, j) + f * c(gain, j) + g * c(i, gain) + f * g * c(gain, gain);
        return scale * (own + options.shift.variance);
      }),
    ),
  };
}

/** Forecast of an exam, for the belief and practice of its day: 512 fixed points stand for what is not known. */
export function forecastExam(
  blueprint: Blueprint,
  belief: Belief,
  practice: readonly number[],
  options: ForecastOptions,
): Forecast {
  const logits = examLogits(belief, practice, options);
  const chances = chancesAt(blueprint, logits);
  const weights = domainShares(blueprint);
  const shares = chances.map((p) => dot(weights, p));
  const share = average(shares);
  const sorted = [...shares].sort((a, b) => a - b);
  return {
    logits,
    share,
    sd: Math.sqrt(average(shares.map((s) => (s - share) ** 2))),
    low: quantileOf(sorted, 0.05),
    high: quantileOf(sorted, 0.95),
    domains: weights.map((_, d) => average(chances.map((p) => p[d] as number))),
  };
}

// Points of nearly the same share stand together for the distribution of results: an eighth of the work.
const grouped = 8;

/**
 * Distribution of the number of right scored items, from 0 to all: what is not known about the learner and the luck of
 * one form. Exact for each of the 64 groups of points.
 */
export function rawScores(blueprint: Blueprint, logits: Logits): Float64Array {
  const places = domainQuotas(blueprint).flatMap((n, d) => new Array<number>(n).fill(d));
  const total = new Float64Array(blueprint.scored + 1);
  const groups = groupByShare(chancesAt(blueprint, logits), domainShares(blueprint));
  for (const p of groups) {
    const mass = poissonBinomial(places.map((d) => p[d] as number));
    for (let k = 0; k < total.length; k++)
      total[k] = (total[k] as number) + (mass[k] as number) / groups.length;
  }
  return total;
}

/** Mean chances by domain of points that are neighbours in the share they stand for. */
function groupByShare(chances: readonly (readonly number[])[], weights: readonly number[]): number[][] {
  const sorted = chances.map((p) => ({ p, share: dot(weights, p) })).sort((a, b) => a.share - b.share);
  return Array.from({ length: Math.ceil(sorted.length / grouped) }, (_, g) => {
    const own = sorted.slice(g * grouped, (g + 1) * grouped);
    return weights.map((_, d) => average(own.map(({ p }) => p[d] as number)));
  });
}

/** Chances by domain at each of the points. */
function chancesAt(blueprint: Blueprint, logits: Logits): number[][] {
  const floor = examFloor(blueprint);
  return pointsFor(logits).map((point) => point.map((logit) => examChance(floor, logit)));
}

function pointsFor(logits: Logits): number[][] {
  const dims = logits.mean.length;
  const white = points.get(dims) ?? whitenedPoints(dims);
  points.set(dims, white);
  const root = cholesky(logits.cov);
  return white.map((z) => logits.mean.map((m, i) => m + dot(root[i] as number[], z)));
}

/** Weights of the domains, summing to 1. */
export function domainShares(blueprint: Blueprint): number[] {
  const sum = blueprint.domains.reduce((total, d) => total + d.weight, 0);
  return blueprint.domains.map((d) => d.weight / sum);
}

/** Scored items of a form by domain: largest remainder of the weights. */
export function domainQuotas(blueprint: Blueprint): number[] {
  const exact = domainShares(blueprint).map((share) => share * blueprint.scored);
  const quotas = exact.map((x) => Math.floor(x + 1e-9));
  const order = exact.map((x, d) => ({ d, rest: x - (quotas[d] as number) })).sort((a, b) => b.rest - a.rest);
  let left = blueprint.scored - quotas.reduce((a, b) => a + b, 0);
  for (const { d } of order) if (left-- > 0) quotas[d] = (quotas[d] as number) + 1;
  return quotas;
}

function quantileOf(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function average(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0) / list.length;
}
