/** The scale results are reported on. */
const scale = { min: 100, pass: 720, max: 1000 } as const;

// Gauss-Hermite with 5 points for a standard normal (Abramowitz and Stegun, table 25.10, rescaled).
const cutPoints = {
  nodes: [-2.8569700138728056, -1.3556261799742659, 0, 1.3556261799742659, 2.8569700138728056],
  weights: [
    0.011257411327720691, 0.2220759220056126, 0.5333333333333333, 0.2220759220056126, 0.011257411327720691,
  ],
} as const;

/** Score on the 100-1000 scale for a share of scored items: linear through the cut (720) and all right (1000). */
export function scoreOfShare(share: number, cut: number): number {
  return Math.max(scale.min, scale.max - ((scale.max - scale.pass) * (1 - share)) / (1 - cut));
}

/** Share of scored items behind a score: the inverse of scoreOfShare. */
export function shareOfScore(score: number, cut: number): number {
  return 1 - ((scale.max - score) * (1 - cut)) / (scale.max - scale.pass);
}

/** Points of the scale per whole share. */
export function pointsPerShare(cut: number): number {
  return (scale.max - scale.pass) / (1 - cut);
}

/** Chance to reach the cut, averaged over what the cut may be, for a distribution of right scored items. */
export function passProbability(raw: Float64Array, cut: { mean: number; sd: number }): number {
  let chance = 0;
  cutPoints.nodes.forEach((z, i) => {
    const needed = Math.ceil((cut.mean + cut.sd * z) * (raw.length - 1) - 1e-9);
    chance += (cutPoints.weights[i] as number) * tail(raw, needed);
  });
  return Math.min(1, chance);
}

function tail(raw: Float64Array, from: number): number {
  let sum = 0;
  for (let k = Math.max(0, from); k < raw.length; k++) sum += raw[k] as number;
  return sum;
}

/** Smallest range of right scored items that leaves at most 5 % on either side, as shares. */
export function rawRange(raw: Float64Array): { low: number; high: number } {
  const n = raw.length - 1;
  let [low, below] = [0, raw[0] as number];
  while (low < n && below <= 0.05) below += raw[++low] as number;
  let [high, above] = [n, raw[n] as number];
  while (high > 0 && above <= 0.05) above += raw[--high] as number;
  return { low: low / n, high: high / n };
}
