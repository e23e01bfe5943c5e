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
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.726577092700870085e4, 4.5921953931549871457e4,
    1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608,
  ],
  bottom: [
    5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4,
    5.3941960214247511077e3, 6.871870074920579083e2, 4.2313330701600911252e1, 1,
  ],
};
const tails = {
  top: [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  bottom: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};
const farTails = {
  top: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  bottom: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    1.48753612908506148525e-2, 0.1369298809227358053, 0.59983220655588793769, 1,
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
