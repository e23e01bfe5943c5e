import fc from "fast-check";
import jStat from "jstat";
import { describe, expect, it } from "vitest";
import {
  gaussHermite,
  logistic,
  logit,
  normalCdf,
  normalDensity,
  normalQuantile,
  poissonBinomial,
  wilson,
} from "../../src/learner/numeric.ts";

const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("logistic and logit", () => {
  it("undo each other", () => {
    fc.assert(
      fc.property(chance, (p) => {
        expect(logistic(logit(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  it("give known values", () => {
    expect(logistic(0)).toBe(0.5);
    expect(logistic(Math.log(3))).toBeCloseTo(0.75, 15);
  });
});

describe("normal distribution", () => {
  it("agrees with jstat to 1e-6", () => {
    for (let x = -6; x <= 6; x += 0.01) {
      expect(Math.abs(normalCdf(x) - jStat.normal.cdf(x, 0, 1))).toBeLessThan(1e-6);
      expect(Math.abs(normalDensity(x) - jStat.normal.pdf(x, 0, 1))).toBeLessThan(1e-12);
    }
    for (let p = 0.001; p < 1; p += 0.001) {
      expect(Math.abs(normalQuantile(p) - jStat.normal.inv(p, 0, 1))).toBeLessThan(1e-6);
    }
  });

  it("gives tabulated tails and quantiles", () => {
    expect(normalCdf(1.6448536269514722)).toBeCloseTo(0.95, 14);
    expect(normalCdf(-8) / 6.220960574271786e-16).toBeCloseTo(1, 7);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  it("quantile undoes distribution, far out too", () => {
    fc.assert(
      fc.property(fc.double({ min: -7.5, max: 5, noNaN: true }), (x) => {
        expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 6);
      }),
    );
  });
});

describe("gaussHermite", () => {
  it("has the exact moments of the standard normal", () => {
    const { nodes, weights } = gaussHermite(21);
    const moment = (k: number) => nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x ** k, 0);
    expect(nodes).toHaveLength(21);
    for (const odd of [1, 3, 5, 7]) expect(moment(odd)).toBeCloseTo(0, 10);
    [1, 1, 3, 15, 105, 945].forEach((exact, half) => {
      expect(moment(2 * half) / exact).toBeCloseTo(1, 10);
    });
  });

  it("integrates a logistic as finely as a long sum does", () => {
    const { nodes, weights } = gaussHermite(21);
    const ours = nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * logistic(0.4 + 1.2 * x), 0);
    let sum = 0;
    for (let z = -9; z < 9; z += 0.001) sum += 0.001 * normalDensity(z) * logistic(0.4 + 1.2 * z);
    expect(ours).toBeCloseTo(sum, 6);
  });
});

describe("wilson", () => {
  it("ends where the share is just z standard errors away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const right = Math.round(n * part);
        const { low, high } = wilson(right, n, 1.96);
        for (const end of [low, high]) {
          const distance = (right / n - end) ** 2 - (1.96 ** 2 * end * (1 - end)) / n;
          expect(Math.abs(distance)).toBeLessThan(1e-9);
        }
        expect(low).toBeLessThanOrEqual(right / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(right / n - 1e-12);
      }),
    );
  });

  it("knows nothing without answers", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("poissonBinomial", () => {
  it("is the binomial of jstat when all chances are equal", () => {
    const mass = poissonBinomial(new Array<number>(16).fill(0.37));
    mass.forEach((m, k) => {
      expect(Math.abs(m - jStat.binomial.pdf(k, 16, 0.37))).toBeLessThan(1e-9);
    });
  });

  it("sums to 1, with the sum of the chances as its mean and sum p(1-p) as its variance", () => {
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 50 }), (chances) => {
        const mass = [...poissonBinomial(chances)];
        const mean = mass.reduce((sum, m, k) => sum + m * k, 0);
        const variance = mass.reduce((sum, m, k) => sum + m * (k - mean) ** 2, 0);
        expect(mass.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo(
          chances.reduce((a, b) => a + b, 0),
          8,
        );
        expect(variance).toBeCloseTo(
          chances.reduce((sum, p) => sum + p * (1 - p), 0),
          8,
        );
      }),
    );
  });
});
