import type { Level } from "../schema/item.ts";
import { gaussHermite, logistic, type Quadrature } from "./numeric.ts";

/**
 * What is believed of a learner in one exam: a Gaussian over the abilities of its domains (logits) and, last, the
 * gain in ability per unit of practice. The covariance is square, row after row.
 */
export interface Belief {
  readonly mean: readonly number[];
  readonly cov: readonly number[];
  /** Calendar day up to which drift is already in the covariance. */
  readonly day: number;
}

/** A question as the model sees it. */
export interface Question {
  /** Place of its domain in the blueprint. */
  readonly domain: number;
  /** Practice of its domain, see practiceOf. */
  readonly practice: number;
  /** Difficulty in logits; 0 is an average question. */
  readonly difficulty: number;
  /** Chance that a blind guess is right. */
  readonly floor: number;
}

const prior = { ability: 0.3, general: 0.9, domain: 0.5, gain: 0.36, gainSd: 0.25 };
// Variance of ability a day: what moves all domains (study outside the drill, forgetting) and each one alone.
const drift = { general: 0.005, domain: 0.002 };
// Remembered answers of a domain before which practice counts about evenly, and after which ever less.
const practiceScale = 10;
let nodes: Quadrature | undefined;

/** The 21 nodes; worked out when the first answer is learned from, since most commands learn nothing. */
function quadrature(): Quadrature {
  nodes ??= gaussHermite(21);
  return nodes;
}

/** Spread (logits) of the difficulties of questions that are known to be of the exam and no more. */
export const questionSd = 1;
/** Slope for items of a bank: a level says something about difficulty, but little (labels correlate at about 0.5). */
export const labelledSlope = slope(0.9);
const levelDifficulty: Readonly<Record<Level, number>> = { recall: -0.5, apply: 0, analyse: 0.5 };

/** Slope that stands for a spread of difficulties: sigmoid(kx) is the mean of sigmoid(x - N(0, sd^2)) within 0.004. */
export function slope(sd: number): number {
  return 1 / Math.sqrt(1 + (Math.PI * sd * sd) / 8);
}

/** Difficulty (logits, at most 0.6 either way) that the level of an item suggests. */
export function difficultyOf(level: Level): number {
  return levelDifficulty[level];
}

/**
 * Practice of a domain: log(1 + N / 10), where N adds up, over the practised items, the answers given times the
 * chance that the item is remembered now. What it is worth, if anything, is learned from fresh answers alone.
 */
export function practiceOf(rememberedAnswers: number): number {
  return Math.log1p(rememberedAnswers / practiceScale);
}

/** Belief about a learner of whom nothing is known. */
export function priorBelief(domains: number, day: number): Belief {
  const size = domains + 1;
  const cov = new Array<number>(size * size).fill(0);
  for (let i = 0; i < domains; i++) {
    for (let j = 0; j < domains; j++) {
      cov[i * size + j] = prior.general ** 2 + (i === j ? prior.domain ** 2 : 0);
    }
  }
  cov[size * size - 1] = prior.gainSd ** 2;
  return { mean: [...new Array<number>(domains).fill(prior.ability), prior.gain], cov, day };
}

/** Belief on a later day: abilities have drifted, in a direction that is not known. */
export function tick(belief: Belief, day: number): Belief {
  const days = day - belief.day;
  if (days <= 0) return belief;
  const size = belief.mean.length;
  const cov = belief.cov.map((value, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    if (i === size - 1 || j === size - 1) return value;
    return value + days * (drift.general + (i === j ? drift.domain : 0));
  });
  return { mean: belief.mean, cov, day };
}

/**
 * Belief after a first answer, and the chance that had been given to a right one. Assumed-density filtering: the
 * posterior of the question's logit is integrated by 21-point Gauss-Hermite and its two moments are kept.
 */
export function observe(
  belief: Belief,
  question: Question,
  correct: boolean,
): { belief: Belief; given: number } {
  const { domain, practice } = question;
  const size = belief.mean.length;
  const gain = size - 1;
  const mean = at(belief.mean, domain) + practice * at(belief.mean, gain);
  const along = belief.mean.map(
    (_, i) => at(belief.cov, i * size + domain) + practice * at(belief.cov, i * size + gain),
  );
  const variance = at(along, domain) + practice * at(along, gain);
  const { given, first, second } = moments(mean, variance, question, correct);
  const shift = (first - mean) / variance;
  const shrink = (variance - second) / (variance * variance);
  return {
    given,
    belief: {
      mean: belief.mean.map((m, i) => m + at(along, i) * shift),
      cov: belief.cov.map((c, k) => c - at(along, Math.floor(k / size)) * at(along, k % size) * shrink),
      day: belief.day,
    },
  };
}

function moments(mean: number, variance: number, question: Question, correct: boolean) {
  const { difficulty, floor } = question;
  const sd = Math.sqrt(variance);
  let [given, total, first, second] = [0, 0, 0, 0];
  const { nodes: points, weights } = quadrature();
  for (let i = 0; i < points.length; i++) {
    const x = at(points, i);
    const weight = at(weights, i);
    const p = floor + (1 - floor) * logistic(labelledSlope * (mean + sd * x - difficulty));
    const likelihood = weight * (correct ? p : 1 - p);
    given += weight * p;
    total += likelihood;
    first += likelihood * x;
    second += likelihood * x * x;
  }
  first /= total;
  second = second / total - first * first;
  return { given, first: mean + sd * first, second: variance * second };
}

function at(list: readonly number[], i: number): number {
  return list[i] as number;
}
