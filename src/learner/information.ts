import { type Belief, labelledSlope, type Question } from "./ability.ts";
import { domainShares, examFloor, examSlope } from "./forecast.ts";
import { logistic } from "./numeric.ts";
import type { Blueprint } from "./types.ts";

/** Change of the expected share of right answers on the exam per unit of each number of the belief's mean. */
export function shareGradient(blueprint: Blueprint, belief: Belief, practice: readonly number[]): number[] {
  const gain = belief.mean[practice.length] as number;
  const floor = examFloor(blueprint);
  const weights = domainShares(blueprint);
  const byDomain = practice.map(
    (f, d) => (weights[d] as number) * examSlope(floor, (belief.mean[d] as number) + f * gain),
  );
  return [...byDomain, byDomain.reduce((sum, g, d) => sum + g * (practice[d] as number), 0)];
}

/** Variance of the expected share, as far as it hangs on the learner: g'Sg, without the exam's own difficulty. */
export function shareVariance(belief: Belief, gradient: readonly number[]): number {
  const along = times(belief, gradient);
  return gradient.reduce((sum, g, i) => sum + g * (along[i] as number), 0);
}

/** Expected fall of that variance from one more answer: (g'Sh)^2 I / (1 + I h'Sh), with the Fisher information I. */
export function varianceFall(belief: Belief, gradient: readonly number[], question: Question): number {
  const along = times(
    belief,
    belief.mean.map((_, i) =>
      i === question.domain ? 1 : i === belief.mean.length - 1 ? question.practice : 0,
    ),
  );
  const own = (along[question.domain] as number) + question.practice * (along.at(-1) as number);
  const shared = gradient.reduce((sum, g, i) => sum + g * (along[i] as number), 0);
  const information = fisherInformation(belief, question);
  return (shared * shared * information) / (1 + information * own);
}

function fisherInformation(belief: Belief, question: Question): number {
  const logit = (belief.mean[question.domain] as number) + question.practice * (belief.mean.at(-1) as number);
  const s = logistic(labelledSlope * (logit - question.difficulty));
  const p = question.floor + (1 - question.floor) * s;
  const slope = (1 - question.floor) * labelledSlope * s * (1 - s);
  return (slope * slope) / (p * (1 - p));
}

function times(belief: Belief, vector: readonly number[]): number[] {
  const size = belief.mean.length;
  return belief.mean.map((_, i) =>
    vector.reduce((sum, x, j) => sum + (belief.cov[i * size + j] as number) * x, 0),
  );
}
