/** Running estimate of how long the learner takes for an item. */
export interface Pace {
  readonly n: number;
  /** Median, in milliseconds. */
  readonly median: number;
  /** Mean in milliseconds, of times cut at three medians: interruptions are not study. */
  readonly mean: number;
}

// Until it is known: an exam gives two minutes an item, a drill takes about half of that.
export const startingPace: Pace = { n: 0, median: 60_000, mean: 60_000 };

/**
 * Pace after one more answer. The median moves by a fixed factor up or down that shrinks with experience
 * (stochastic approximation of the median of the logarithm), so one outlier moves it as little as any other answer.
 */
export function paced(pace: Pace, ms: number): Pace {
  const n = pace.n + 1;
  const seen = Math.max(1000, ms);
  const step = Math.max(0.02, 0.7 / n ** 0.7);
  const median = pace.median * Math.exp(seen === pace.median ? 0 : seen > pace.median ? step : -step);
  const weight = Math.max(0.02, 1 / (n + 5));
  return { n, median, mean: pace.mean + weight * (Math.min(seen, 3 * median) - pace.mean) };
}
