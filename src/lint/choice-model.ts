/** One choice: a row of features for each alternative, and which of them is right. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
}

const steps = 8;

/**
 * Weights of a conditional logistic model, P(alternative) = softmax(weights . features), by Newton steps on the
 * log-likelihood less a ridge of `penalty`/2 times the squared weights (McFadden 1974). Concave: one maximum.
 */
export function fitChoices(choices: readonly Choice[], size: number, penalty: number): number[] {
  let weights: number[] = Array(size).fill(0);
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = derivatives(choices, weights, penalty);
    const change = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights;
}

/** Weighted sum of features. */
export function scoreOf(row: readonly number[], weights: readonly number[]): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** Gradient and negative Hessian of the penalised log-likelihood. */
function derivatives(choices: readonly Choice[], weights: readonly number[], penalty: number) {
  const size = weights.length;
  const gradient = weights.map((weight) => -penalty * weight);
  const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? penalty : 0)));
  for (const { rows, right } of choices) {
    const chances = softmax(rows.map((row) => scoreOf(row, weights)));
    const expected = Array.from({ length: size }, (_, at) =>
      rows.reduce((sum, row, alternative) => sum + (chances[alternative] ?? 0) * (row[at] ?? 0), 0),
    );
    rows.forEach((row, alternative) => {
      const chance = chances[alternative] ?? 0;
      const apart = row.map((value, at) => value - (expected[at] ?? 0));
      if (alternative === right) addTo(gradient, apart, 1);
      apart.forEach((value, at) => addTo(curvature[at] ?? [], apart, chance * value));
    });
  }
  return { gradient, curvature };
}

function addTo(target: number[], values: readonly number[], factor: number): void {
  for (let at = 0; at < values.length; at++) target[at] = (target[at] ?? 0) + factor * (values[at] ?? 0);
}

/** Solves a symmetric positive definite system by elimination; such a matrix needs no pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    const lead = pivot[at] ?? 1;
    for (const row of rows.slice(at + 1)) addTo(row, pivot, -(row[at] ?? 0) / lead);
  });
  const solution: number[] = Array(right.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    const known = scoreOf(row.slice(at + 1, -1), solution.slice(at + 1));
    solution[at] = ((row.at(-1) ?? 0) - known) / (row[at] ?? 1);
  }
  return solution;
}
