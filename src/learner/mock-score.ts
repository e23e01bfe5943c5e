import { passProbability, rawRange, scoreOfShare } from "./score.ts";
import type { Blueprint } from "./types.ts";

/** What a mock exam says: an estimate on the 100-1000 scale, its 90 % range, and the chance to pass a form like it. */
export interface MockScore {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Chance to pass the next form of this length, 0 to 1 in steps of 0.05. */
  readonly pass: number;
}

/**
 * Score of a mock from its scored items alone. The range and the chance are those of the next form of the same length
 * for somebody who got this many right (beta-binomial with the Jeffreys prior), the cut being as unsure as it is.
 */
export function mockScore(right: number, n: number, cut: Blueprint["cut"]): MockScore | undefined {
  if (n === 0) return undefined;
  const raw = betaBinomial(n, right + 0.5, n - right + 0.5);
  const { low, high } = rawRange(raw);
  const points = (share: number) => Math.round(scoreOfShare(share, cut.mean));
  return {
    estimate: points(right / n),
    low: points(low),
    high: points(high),
    pass: Math.round(passProbability(raw, cut) * 20) / 20,
  };
}

/** Masses of 0 to n successes when the chance itself is Beta(a, b): built up by the ratio of neighbours. */
function betaBinomial(n: number, a: number, b: number): Float64Array {
  const mass = new Float64Array(n + 1);
  mass[0] = 1;
  for (let k = 0; k < n; k++) {
    mass[k + 1] = ((mass[k] ?? 0) * (n - k) * (k + a)) / ((k + 1) * (n - k - 1 + b));
  }
  const total = mass.reduce((sum, m) => sum + m, 0);
  return mass.map((m) => m / total);
}

export type DomainWord = "needs work" | "borderline" | "solid";

/** A word for a domain, only as sure as its 90 % range allows: shares and the cut from 0 to 1. */
export function domainWord(low: number, high: number, cut: number): DomainWord {
  if (high < cut) return "needs work";
  return low >= cut ? "solid" : "borderline";
}
