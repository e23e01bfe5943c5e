import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonBinomial } from "../../src/learner/numeric.ts";
import {
  passProbability,
  pointsPerShare,
  rawRange,
  scoreOfShare,
  shareOfScore,
} from "../../src/learner/score.ts";

describe("scoreOfShare", () => {
  it("is linear through the cut and all right, and ends at 100", () => {
    expect(scoreOfShare(0.72, 0.72)).toBeCloseTo(720, 10);
    expect(scoreOfShare(1, 0.72)).toBe(1000);
    expect(scoreOfShare(0.86, 0.72)).toBeCloseTo(860, 10);
    expect(scoreOfShare(0.689, 0.689)).toBeCloseTo(720, 10);
    expect(scoreOfShare(0.02, 0.72)).toBe(100);
    expect(pointsPerShare(0.72)).toBeCloseTo(1000, 10);
  });

  it("is undone by shareOfScore above the floor", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 1, noNaN: true }), (share) => {
        expect(shareOfScore(scoreOfShare(share, 0.72), 0.72)).toBeCloseTo(share, 10);
      }),
    );
  });
});

describe("passProbability", () => {
  const raw = poissonBinomial(new Array<number>(50).fill(0.72));

  it("is the tail from the cut when the cut is known: 36 of 50 for 72 %", () => {
    const tail = [...raw].slice(36).reduce((a, b) => a + b, 0);
    expect(passProbability(raw, { mean: 0.72, sd: 0 })).toBeCloseTo(tail, 12);
    expect(passProbability(raw, { mean: 0.73, sd: 0 })).toBeCloseTo(tail - (raw[36] ?? 0), 12);
  });

  it("is nearer to a coin toss when the cut is unsure", () => {
    const sure = poissonBinomial(new Array<number>(50).fill(0.85));
    const [known, unsure] = [0, 0.05].map((sd) => passProbability(sure, { mean: 0.72, sd }));
    expect(known).toBeGreaterThan(0.99);
    expect(unsure).toBeLessThan((known ?? 0) - 0.01);
  });

  it("is 1 when everything is right", () => {
    expect(passProbability(poissonBinomial([1, 1, 1]), { mean: 0.72, sd: 0.03 })).toBeCloseTo(1, 12);
  });
});

describe("rawRange", () => {
  it("leaves at most 5 % on either side, and not less than it could", () => {
    const mass = poissonBinomial(new Array<number>(50).fill(0.7));
    const { low, high } = rawRange(mass);
    const below = (k: number) => [...mass].slice(0, k).reduce((a, b) => a + b, 0);
    expect(below(low * 50)).toBeLessThanOrEqual(0.05);
    expect(below(low * 50 + 1)).toBeGreaterThan(0.05);
    expect(1 - below(high * 50 + 1)).toBeLessThanOrEqual(0.05);
    expect(1 - below(high * 50)).toBeGreaterThan(0.05);
  });

  it("is a point when nothing is left to chance", () => {
    expect(rawRange(poissonBinomial([1, 1, 0, 0]))).toEqual({ low: 0.5, high: 0.5 });
  });
});
