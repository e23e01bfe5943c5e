import { normalQuantile } from "./numeric.ts";

/** Lower triangular root L of a symmetric positive definite matrix, L L' = matrix, rows first. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const root: number[][] = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    const own = root[i] as number[];
    for (let j = 0; j <= i; j++) {
      const other = root[j] as number[];
      let rest = row[j] as number;
      for (let k = 0; k < j; k++) rest -= (own[k] as number) * (other[k] as number);
      own[j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (other[j] as number);
    }
  });
  return root;
}

/**
 * 512 fixed points that stand for a standard normal in `dims` dimensions: mean 0 and covariance 1 exactly.
 * 256 points of a Kronecker sequence (Roberts 2018), their mirror images, then whitened.
 */
export function whitenedPoints(dims: number): number[][] {
  const phi = kroneckerRoot(dims);
  const half = Array.from({ length: 256 }, (_, i) => kronecker(dims, phi, i + 1).map(normalQuantile));
  const root = cholesky(secondMoment(half, dims));
  const white = half.map((point) => solveLower(root, point));
  return [...white, ...white.map((point) => point.map((x) => -x))];
}

/** Root of x^(dims + 1) = x + 1. */
function kroneckerRoot(dims: number): number {
  let phi = 1.5;
  for (let step = 0; step < 60; step++) phi = (1 + phi) ** (1 / (dims + 1));
  return phi;
}

/** The i-th point in (0, 1)^dims; the steps are powers of the root. */
function kronecker(dims: number, phi: number, i: number): number[] {
  return Array.from({ length: dims }, (_, j) => (0.5 + i * phi ** -(j + 1)) % 1);
}

function secondMoment(points: readonly (readonly number[])[], dims: number): number[][] {
  const axes = Array.from({ length: dims }, (_, j) => j);
  const moment = (j: number, k: number) =>
    points.reduce((sum, p) => sum + (p[j] as number) * (p[k] as number), 0) / points.length;
  return axes.map((j) => axes.map((k) => moment(j, k)));
}

function solveLower(root: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x: number[] = [];
  root.forEach((row, i) => {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (row[k] as number) * (x[k] as number);
    x.push(rest / (row[i] as number));
  });
  return x;
}
