import { observe, priorBelief } from "../../src/learner/ability.ts";
import { domainQuotas, examChance, examSlope, forecastExam } from "../../src/learner/forecast.ts";
import { gaussHermite, logistic } from "../../src/learner/numeric.ts";
import { cholesky } from "../../src/learner/points.ts";
import type { Blueprint } from "../../src/learner/types.ts";
import { type Chance, chanceFrom } from "./chance.ts";

/** Root mean square error of the expected share after n first answers, over the least any estimator can have. */
export interface StaticResult {
  readonly n: number;
  readonly rmse: number;
  readonly bound: number;
}

const floor = 1 / 4;
const difficultySd = 0.9;
const checkpoints = [50, 100, 200, 400];
const blueprint: Blueprint = {
  exam: "exam",
  domains: [
    { id: "1", weight: 32 },
    { id: "2", weight: 26 },
    { id: "3", weight: 24 },
    { id: "4", weight: 18 },
  ],
  scored: 50,
  floors: [{ share: 1, floor }],
  cut: { mean: 0.72, sd: 0 },
};
const weights = blueprint.domains.map((d) => d.weight / 100);
const options = { shift: { mean: 0, variance: 0 }, widening: 1 };

/** A world that does not move and in which the model's assumptions hold: all that is left is the noise of answers. */
export function runStatic(learners: number, seed: string): StaticResult[] {
  const squares = checkpoints.map(() => 0);
  for (let i = 0; i < learners; i++) {
    errorsOf(chanceFrom(`${seed}/${i}`)).forEach((error, k) => {
      squares[k] = (squares[k] as number) + (error * error) / learners;
    });
  }
  return checkpoints.map((n, k) => ({ n, rmse: Math.sqrt(squares[k] as number), bound: boundOf(n) }));
}

function errorsOf(chance: Chance): number[] {
  let belief = priorBelief(weights.length, 0);
  const general = chance.normal(0, 0.9);
  const abilities = weights.map(() => 0.3 + general + chance.normal(0, 0.5));
  const truth = abilities.reduce((sum, a, d) => sum + (weights[d] as number) * examChance(floor, a), 0);
  const sequence = domainQuotas(blueprint).flatMap((n, d) => new Array<number>(n).fill(d));
  const errors: number[] = [];
  for (let n = 1; n <= 400; n++) {
    const domain = sequence[(n * 21) % 50] as number;
    const logit = (abilities[domain] as number) - chance.normal(0, difficultySd);
    const correct = chance.happens(floor + (1 - floor) * logistic(logit));
    belief = observe(belief, { domain, practice: 0, difficulty: 0, floor }, correct).belief;
    if (checkpoints.includes(n)) {
      errors.push(forecastExam(blueprint, belief, [0, 0, 0, 0], options).share - truth);
    }
  }
  return errors;
}

/**
 * Van Trees bound on the root mean square error: E[g]' (prior^-1 + E[information])^-1 E[g], with g the gradient of the
 * share. Written as E[g]' (P - P (P + 1/J)^-1 P) E[g], which needs one Cholesky root.
 */
function boundOf(n: number): number {
  const rule = gaussHermite(41);
  const mean = (f: (ability: number) => number) =>
    rule.nodes.reduce(
      (sum, z, i) => sum + (rule.weights[i] as number) * f(0.3 + z * Math.sqrt(0.81 + 0.25)),
      0,
    );
  const gradient = weights.map((w) => w * mean((a) => examSlope(floor, a)));
  const information = mean(informationAt);
  const prior = weights.map((_, i) => weights.map((_, j) => 0.81 + (i === j ? 0.25 : 0)));
  const spread = prior.map((row, i) =>
    row.map((x, j) => x + (i === j ? 1 / (n * (weights[i] as number) * information) : 0)),
  );
  const along = prior.map((row) => row.reduce((sum, x, j) => sum + x * (gradient[j] as number), 0));
  const whole = gradient.reduce((sum, g, i) => sum + g * (along[i] as number), 0);
  const known = squaredLength(cholesky(spread), along);
  return Math.sqrt(whole - known);
}

/** Fisher information of an answer whose difficulty is not known. */
function informationAt(ability: number): number {
  const k = 1 / Math.sqrt(1 + (Math.PI * difficultySd ** 2) / 8);
  const s = logistic(k * ability);
  const p = floor + (1 - floor) * s;
  return ((1 - floor) * k * s * (1 - s)) ** 2 / (p * (1 - p));
}

/** x' A^-1 x for the lower root of A, by forward substitution. */
function squaredLength(root: readonly (readonly number[])[], x: readonly number[]): number {
  const y: number[] = [];
  root.forEach((row, i) => {
    let rest = x[i] as number;
    for (let k = 0; k < i; k++) rest -= (row[k] as number) * (y[k] as number);
    y.push(rest / (row[i] as number));
  });
  return y.reduce((sum, v) => sum + v * v, 0);
}
