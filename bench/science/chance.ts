import { type Rng, seededRng } from "../../src/session/rng.ts";

/** Draws from the distributions that the simulated worlds are made of. */
export interface Chance {
  readonly uniform: (low: number, high: number) => number;
  readonly normal: (mean: number, sd: number) => number;
  readonly happens: (p: number) => boolean;
  readonly below: (n: number) => number;
}

/** Chance from a seed: equal seeds, equal worlds. */
export function chanceFrom(seed: string): Chance {
  const rng = seededRng(seed);
  return {
    uniform: (low, high) => low + (high - low) * rng(),
    normal: (mean, sd) => mean + sd * drawNormal(rng),
    happens: (p) => rng() < p,
    below: (n) => Math.floor(rng() * n),
  };
}

function drawNormal(rng: Rng): number {
  // Box-Muller; 1 - u keeps the logarithm finite.
  return Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
}
