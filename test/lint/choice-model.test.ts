import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, fitChoices, scoreOf } from "../../src/lint/choice-model.ts";

function objective(choices: readonly Choice[], weights: readonly number[], penalty: number): number {
  const likelihood = choices.map(({ rows, right }) => {
    const scores = rows.map((row) => scoreOf(row, weights));
    const top = Math.max(...scores);
    return (
      (scores[right] ?? 0) - top - Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0))
    );
  });
  const ridge = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return likelihood.reduce((sum, value) => sum + value, 0) - (penalty / 2) * ridge;
}

const feature = fc.double({ min: -3, max: 3, noNaN: true });
const choice = fc.record({
  rows: fc.array(fc.tuple(feature, feature, feature), { minLength: 4, maxLength: 4 }),
  right: fc.integer({ min: 0, max: 3 }),
});

describe("fitChoices", () => {
  it("reaches the maximum from any start", () => {
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 1, maxLength: 60 }),
        fc.tuple(feature, feature, feature),
        (choices, start) => {
          const weights = fitChoices(choices, 3, 2);
          const best = objective(choices, weights, 2);
          for (const at of [0, 1, 2])
            for (const step of [-0.01, 0.01]) {
              const moved = weights.map((weight, place) => weight + (place === at ? step : 0));
              expect(objective(choices, moved, 2)).toBeLessThan(best);
            }
          const [near, far] = [
            weights,
            fitChoices(
              choices,
              3,
              2,
              start.map((value) => value / 6),
            ),
          ];
          expect(far.map((value) => value.toFixed(6).replace("-0.000000", "0.000000"))).toEqual(
            near.map((value) => value.toFixed(6).replace("-0.000000", "0.000000")),
          );
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it("follows the log-odds of a single feature", () => {
    const pair = (right: number): Choice => ({ rows: [[1], [0]], right });
    const choices = [...Array(3000).fill(pair(0)), ...Array(1000).fill(pair(1))];
    expect(fitChoices(choices, 1, 1e-6)[0]).toBeCloseTo(Math.log(3), 6);
  });

  it("stays finite when a feature tells all", () => {
    const choices: Choice[] = Array.from({ length: 100 }, (_, at) => ({
      rows: [0, 1, 2, 3].map((row) => [row === at % 4 ? 1 : 0]),
      right: at % 4,
    }));
    const [weight = 0] = fitChoices(choices, 1, 16);
    expect(weight).toBeGreaterThan(1);
    expect(weight).toBeLessThan(3);
  });

  it("has no opinion without choices", () => {
    expect(fitChoices([], 2, 1)).toEqual([0, 0]);
  });
});
