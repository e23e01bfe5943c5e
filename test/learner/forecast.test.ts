import { describe, expect, it } from "vitest";
import { type Belief, priorBelief } from "../../src/learner/ability.ts";
import {
  domainQuotas,
  domainShares,
  examChance,
  examFloor,
  examLogits,
  examSlope,
  forecastExam,
  logitOfChance,
  rawScores,
} from "../../src/learner/forecast.ts";
import { poissonBinomial } from "../../src/learner/numeric.ts";
import { fullExam, smallExam } from "./fixtures.ts";

const still = { shift: { mean: 0, variance: 0 }, widening: 1 };
const none = [0, 0, 0, 0];

/** Abilities that are known exactly. */
function certain(mean: readonly number[]): Belief {
  return { mean, cov: new Array<number>(mean.length ** 2).fill(0), day: 0 };
}

describe("blueprint", () => {
  it("gives quotas by largest remainder", () => {
    expect(domainQuotas(fullExam)).toEqual([16, 13, 12, 9]);
    expect(domainQuotas({ ...fullExam, scored: 65 })).toEqual([21, 17, 15, 12]);
    expect(domainQuotas(smallExam)).toEqual([6, 4]);
  });

  it("mixes the guess floors, and weights sum to 1", () => {
    expect(examFloor(fullExam)).toBeCloseTo(0.2275, 12);
    expect(domainShares(fullExam).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe("exam chance", () => {
  it("is undone by logitOfChance, and its slope is its derivative", () => {
    for (const logit of [-3, -1, 0, 0.5, 2]) {
      expect(logitOfChance(0.25, examChance(0.25, logit))).toBeCloseTo(logit, 10);
      const rise = (examChance(0.25, logit + 1e-5) - examChance(0.25, logit - 1e-5)) / 2e-5;
      expect(examSlope(0.25, logit)).toBeCloseTo(rise, 8);
    }
    expect(logitOfChance(0.25, 0.2)).toBe(-Infinity);
  });
});

describe("examLogits", () => {
  it("adds practice times gain, with its uncertainty, and the exam's shift to all", () => {
    const options = { shift: { mean: -0.1, variance: 0.04 }, widening: 1 };
    const { mean, cov } = examLogits(priorBelief(2, 0), [0, 2], options);
    expect(mean[0]).toBeCloseTo(0.2, 12);
    expect(mean[1]).toBeCloseTo(0.3 + 2 * 0.36 - 0.1, 12);
    expect(cov[0]?.[0]).toBeCloseTo(1.06 + 0.04, 12);
    expect(cov[1]?.[1]).toBeCloseTo(1.06 + 4 * 0.0625 + 0.04, 12);
    expect(cov[0]?.[1]).toBeCloseTo(0.81 + 0.04, 12);
  });

  it("widens every standard deviation by the factor", () => {
    const options = { shift: { mean: 0, variance: 0.04 }, widening: 1.25 };
    expect(examLogits(priorBelief(2, 0), [0, 0], options).cov[0]?.[0]).toBeCloseTo(1.1 * 1.5625, 12);
  });
});

describe("forecastExam", () => {
  it("is a point when abilities are known", () => {
    const forecast = forecastExam(fullExam, certain([1, 0.5, 0, -0.5, 0]), none, still);
    const exact = [1, 0.5, 0, -0.5].map((a) => examChance(0.2275, a));
    const share = exact.reduce((sum, p, d) => sum + p * ([0.32, 0.26, 0.24, 0.18][d] ?? 0), 0);
    expect(forecast.share).toBeCloseTo(share, 5);
    expect(forecast.low).toBeCloseTo(share, 4);
    expect(forecast.high).toBeCloseTo(share, 4);
    forecast.domains.forEach((p, d) => {
      expect(p).toBeCloseTo(exact[d] ?? 0, 5);
    });
  });

  it("has a mean and a spread that a long sum over one unknown confirms", () => {
    // All domains move together: one standard normal decides.
    const cov = new Array<number>(25).fill(0).map((_, k) => (k % 5 < 4 && k < 20 ? 0.49 : 0));
    const forecast = forecastExam(fullExam, { mean: [0.6, 0.6, 0.6, 0.6, 0], cov, day: 0 }, none, still);
    let [mean, square] = [0, 0];
    for (let z = -8; z <= 8; z += 0.001) {
      const weight = (0.001 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
      const p = examChance(0.2275, 0.6 + 0.7 * z);
      mean += weight * p;
      square += weight * p * p;
    }
    expect(forecast.share).toBeCloseTo(mean, 3);
    expect(forecast.sd).toBeCloseTo(Math.sqrt(square - mean * mean), 2);
    expect(forecast.low).toBeCloseTo(examChance(0.2275, 0.6 - 1.645 * 0.7), 1);
    expect(forecast.high).toBeCloseTo(examChance(0.2275, 0.6 + 1.645 * 0.7), 1);
  });

  it("is wider with a wider shift", () => {
    const width = (variance: number) => {
      const { low, high } = forecastExam(fullExam, priorBelief(4, 0), none, {
        ...still,
        shift: { mean: 0, variance },
      });
      return high - low;
    };
    expect(width(1)).toBeGreaterThan(width(0) * 1.1);
  });
});

describe("rawScores", () => {
  it("is the exact distribution of a form when abilities are known", () => {
    const mean = [1, 0.5, 0, -0.5];
    const cov = mean.map(() => mean.map(() => 0));
    const raw = rawScores(fullExam, { mean, cov });
    const form = [16, 13, 12, 9].flatMap((n, d) =>
      new Array<number>(n).fill(examChance(0.2275, mean[d] ?? 0)),
    );
    poissonBinomial(form).forEach((mass, k) => {
      expect(raw[k]).toBeCloseTo(mass, 5);
    });
  });
});
