/** One choice: a row of features for each alternative, and which of them is right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
}

const mostSteps = 30;
const close = 1e-8;

/**
 * Weights of a conditional logistic model, P(alternative) = softmax(weights . features), by Newton steps on the
 * log-likelihood less `penalty`/2 times the sum of squared weights (McFadden 1974). The function is strictly concave, so
 * the answer does not depend on `start`.
 */
export function fitChoices(
  choices: readonly Choice[],
  size: number,
  penalty: number,
  start?: readonly number[],
): number[] {
  let weights: number[] = start ? [...start] : Array(size).fill(0);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvature } = derivatives(choices, weights, penalty);
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < close) break;
  }
  return weights;
}

/** Weighted sum of features. */
export function scoreOf(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] as number) * (weights[at] as number);
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** Gradient and negative Hessian of the penalised log-likelihood. */
function derivatives(choices: readonly Choice[], weights: readonly number[], penalty: number) {
  const gradient = weights.map((weight) => -penalty * weight);
  const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? penalty : 0)));
  const expected: number[] = Array(weights.length);
  for (const { rows, right } of choices) {
    const chances = softmax(rows.map((row) => scoreOf(row, weights)));
    expected.fill(0);
    for (const [alternative, row] of rows.entries()) addTo(expected, row, chances[alternative] as number);
    for (const [alternative, row] of rows.entries()) {
      const apart = row.map((value, at) => value - (expected[at] as number));
      const chance = chances[alternative] as number;
      if (alternative === right) addTo(gradient, apart, 1);
      for (const [at, value] of apart.entries()) addTo(curvature[at] as number[], apart, chance * value);
    }
  }
  return { gradient, curvature };
}

function addTo(target: number[], values: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < target.length; at++)
    target[at] = (target[at] as number) + factor * (values[at] as number);
}

/** Solves a symmetric positive definite system by elimination; such a matrix needs no pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) addTo(row, pivot, -(row[at] as number) / (pivot[at] as number));
  });
  const solution: number[] = Array(right.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] as number[];
    const known = scoreOf(row.slice(0, -1), solution);
    solution[at] = ((row.at(-1) as number) - known) / (row[at] as number);
  }
  return solution;
}
