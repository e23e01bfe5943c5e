import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Belief,
  difficultyOf,
  labelledSlope,
  observe,
  practiceOf,
  priorBelief,
  slope,
  tick,
} from "../../src/learner/ability.ts";
import { logistic, normalDensity } from "../../src/learner/numeric.ts";

const question = { domain: 0, practice: 0, difficulty: 0, floor: 0.25 };
const cell = (belief: Belief, i: number, j: number) => belief.cov[i * belief.mean.length + j] ?? Number.NaN;

/** Mean and variance of the question's logit after an answer, by a fine sum over the whole line. */
function exactMoments(mean: number, variance: number, floor: number, correct: boolean) {
  const sums = [0, 0, 0];
  for (let z = -9; z <= 9; z += 0.002) {
    const x = mean + z * Math.sqrt(variance);
    const p = floor + (1 - floor) * logistic(labelledSlope * x);
    const weight = normalDensity(z) * (correct ? p : 1 - p);
    [1, x, x * x].forEach((f, k) => {
      sums[k] = (sums[k] ?? 0) + weight * f;
    });
  }
  const [total, first, second] = sums as [number, number, number];
  return { mean: first / total, variance: second / total - (first / total) ** 2 };
}

describe("priorBelief", () => {
  it("has equal domains that hang together, and a gain that is not known", () => {
    const belief = priorBelief(4, 7);
    expect(belief.mean).toEqual([0.3, 0.3, 0.3, 0.3, 0.36]);
    expect(cell(belief, 0, 0)).toBeCloseTo(1.06, 12);
    expect(cell(belief, 0, 3)).toBeCloseTo(0.81, 12);
    expect(cell(belief, 4, 4)).toBeCloseTo(0.0625, 12);
    expect(cell(belief, 4, 0)).toBe(0);
    expect(belief.day).toBe(7);
  });
});

describe("tick", () => {
  it("adds drift for each day, to abilities only, and once", () => {
    const before = priorBelief(2, 10);
    const after = tick(before, 20);
    expect(cell(after, 0, 0) - cell(before, 0, 0)).toBeCloseTo(0.07, 12);
    expect(cell(after, 0, 1) - cell(before, 0, 1)).toBeCloseTo(0.05, 12);
    expect(cell(after, 2, 2)).toBe(cell(before, 2, 2));
    expect(tick(after, 20)).toBe(after);
    expect(tick(after, 5)).toBe(after);
  });

  it("in two steps is as in one", () => {
    const [one, two] = [tick(priorBelief(3, 0), 9), tick(tick(priorBelief(3, 0), 4), 9)];
    one.cov.forEach((c, i) => {
      expect(two.cov[i]).toBeCloseTo(c, 12);
    });
  });
});

describe("observe", () => {
  it.each([true, false])("keeps the first two moments of the exact posterior (right: %s)", (correct) => {
    const before = priorBelief(4, 0);
    const { belief } = observe(before, { ...question, domain: 2 }, correct);
    const exact = exactMoments(0.3, 1.06, 0.25, correct);
    expect(belief.mean[2]).toBeCloseTo(exact.mean, 5);
    expect(cell(belief, 2, 2)).toBeCloseTo(exact.variance, 5);
    // The other domains move by their share of the covariance.
    const moved = (exact.mean - 0.3) * (0.81 / 1.06);
    expect((belief.mean[0] ?? 0) - 0.3).toBeCloseTo(moved, 5);
  });

  it("gives as the chance what the posterior is then normalised by", () => {
    const { given } = observe(priorBelief(4, 0), question, true);
    let sum = 0;
    for (let z = -9; z <= 9; z += 0.002) {
      sum += 0.002 * normalDensity(z) * (0.25 + 0.75 * logistic(labelledSlope * (0.3 + z * Math.sqrt(1.06))));
    }
    expect(given).toBeCloseTo(sum, 5);
    expect(observe(priorBelief(4, 0), question, false).given).toBe(given);
  });

  it("rises after a right answer, falls after a wrong one, and a miss says more than a hit", () => {
    const up = (observe(priorBelief(4, 0), question, true).belief.mean[0] ?? 0) - 0.3;
    const down = 0.3 - (observe(priorBelief(4, 0), question, false).belief.mean[0] ?? 0);
    expect(up).toBeGreaterThan(0.1);
    expect(down).toBeGreaterThan(up);
  });

  it("learns the gain only from domains that were practised", () => {
    const gain = (practice: number, correct: boolean) =>
      observe(priorBelief(2, 0), { ...question, practice }, correct).belief.mean[2] ?? 0;
    expect(gain(0, true)).toBe(0.36);
    expect(gain(2, true)).toBeGreaterThan(0.36);
    expect(gain(2, false)).toBeLessThan(0.36);
  });

  it("never grows more unsure about what it asked, and stays a covariance", () => {
    const step = fc.record({
      domain: fc.integer({ min: 0, max: 3 }),
      practice: fc.double({ min: 0, max: 5, noNaN: true }),
      difficulty: fc.constantFrom(-0.6, 0, 0.6),
      floor: fc.constantFrom(0.05, 0.1, 0.25, 0.5),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 60 }), (answers) => {
        let belief = priorBelief(4, 0);
        for (const [asked, correct] of answers) {
          const next = observe(belief, asked, correct);
          expect(next.given).toBeGreaterThan(asked.floor);
          expect(next.given).toBeLessThan(1);
          belief = next.belief;
        }
        for (let i = 0; i < 5; i++) {
          expect(cell(belief, i, i)).toBeGreaterThan(0);
          for (let j = 0; j < 5; j++) {
            expect(cell(belief, i, j)).toBeCloseTo(cell(belief, j, i), 10);
            expect(cell(belief, i, j) ** 2).toBeLessThanOrEqual(
              cell(belief, i, i) * cell(belief, j, j) + 1e-9,
            );
          }
        }
      }),
    );
  });
});

describe("labels and slopes", () => {
  it("carry at most 0.6 logits, and mean nothing on average", () => {
    expect(["recall", "apply", "analyse"].map((l) => difficultyOf(l as "recall"))).toEqual([-0.5, 0, 0.5]);
  });

  it("stand for a spread of difficulties within 0.005", () => {
    for (let x = -4; x <= 4; x += 0.5) {
      let mean = 0;
      for (let z = -9; z <= 9; z += 0.01) mean += 0.01 * normalDensity(z) * logistic(x + z);
      expect(Math.abs(logistic(slope(1) * x) - mean)).toBeLessThan(0.005);
    }
  });
});

describe("practiceOf", () => {
  it("starts at 0 and grows ever less", () => {
    expect(practiceOf(0)).toBe(0);
    expect(practiceOf(10)).toBeCloseTo(Math.LN2, 12);
    expect(practiceOf(30) - practiceOf(20)).toBeLessThan(practiceOf(20) - practiceOf(10));
  });
});
