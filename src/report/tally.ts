import { wilson } from "../learner/numeric.ts";

/** Right answers out of some, with the 90 % range of the share (Wilson); shares are from 0 to 1. */
export interface Score {
  readonly n: number;
  readonly right: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Scores a list of right (true) and wrong (false) answers. */
export function scoreOf(answers: readonly { readonly correct: boolean }[]): Score {
  const n = answers.length;
  const right = answers.filter((answer) => answer.correct).length;
  if (n === 0) return { n, right, share: null, low: null, high: null };
  const { low, high } = wilson(right, n);
  return { n, right, share: round(right / n), low: round(low), high: round(high) };
}

/** Rounds to four digits, so that outputs do not differ in the last bit between engines. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** The middle of a list of numbers, 0 when it is empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
