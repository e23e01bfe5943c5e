/** Logistic function, the chance that belongs to a logit. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Logit of a chance strictly between 0 and 1. */
export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** Standard normal distribution function, to about 1e-15 (Hart 1968, as arranged by West 2005). */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  const tail = z > 37 ? 0 : Math.exp((-z * z) / 2) * (z < 7.07106781186547 ? centre(z) : farTail(z));
  return x > 0 ? 1 - tail : tail;
}

const above = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const below = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

function centre(z: number): number {
  return polynomial(above, z) / polynomial(below, z);
}

function farTail(z: number): number {
  return 1 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
}

/** Standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

// Coefficients of algorithm AS 241 (Wichura 1988), highest power first: the middle, the tails, the far tails.
const middle = {
  top: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  bottom: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const tails = {
  top: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  bottom: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const farTails = {
  top: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  bottom: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

/** Standard normal quantile of a chance in (0, 1), to about 1e-15 (AS 241, Wichura 1988); +-Infinity at the ends. */
export function normalQuantile(p: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? -Infinity : Infinity;
  const q = p - 0.5;
  const of = ({ top, bottom }: typeof middle, x: number) => polynomial(top, x) / polynomial(bottom, x);
  if (Math.abs(q) <= 0.425) return q * of(middle, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  return Math.sign(q) * (r <= 5 ? of(tails, r - 1.6) : of(farTails, r - 5));
}

/** Points and weights that integrate a function against the standard normal density. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Gauss-Hermite rule of `n` points for the standard normal: exact for polynomials up to degree 2n - 1. */
export function gaussHermite(n: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    const x = hermiteRoot(n, i);
    const before = hermite(n - 1, x);
    nodes.push(x);
    weights.push(1 / (n * before * before));
  }
  return { nodes, weights };
}

/** Orthonormal Hermite polynomial of the standard normal. */
function hermite(n: number, x: number): number {
  let [previous, current] = [0, 1];
  for (let k = 0; k < n; k++) {
    [previous, current] = [current, (x * current - Math.sqrt(k) * previous) / Math.sqrt(k + 1)];
  }
  return current;
}

/** The i-th root from below, by bisection between sign changes: slow, sure, and done once. */
function hermiteRoot(n: number, i: number): number {
  // Roots up to x are counted by the sign changes of the sequence (Sturm).
  const rootsBelow = (x: number) => {
    let count = 0;
    for (let k = 1; k <= n; k++) if (hermite(k, x) >= 0 !== hermite(k - 1, x) >= 0) count++;
    return n - count;
  };
  let [low, high] = [-2 * Math.sqrt(n) - 1, 2 * Math.sqrt(n) + 1];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (rootsBelow(middle) > i) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Wilson score interval for `right` of `n`; the whole of [0, 1] when n is 0. `z` is 1.645 for 90 %. */
export function wilson(right: number, n: number, z = 1.6448536269514722): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const p = right / n;
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const middle = p + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Distribution of the number of successes in independent trials of the given chances (Poisson-binomial): n + 1 masses. */
export function poissonBinomial(chances: readonly number[]): Float64Array {
  const mass = new Float64Array(chances.length + 1);
  mass[0] = 1;
  let trials = 0;
  for (const p of chances) {
    trials++;
    for (let k = trials; k > 0; k--) mass[k] = (mass[k] as number) * (1 - p) + (mass[k - 1] as number) * p;
    mass[0] = (mass[0] as number) * (1 - p);
  }
  return mass;
}
