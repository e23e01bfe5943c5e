import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, whitenedPoints } from "../../src/learner/points.ts";

describe("whitenedPoints", () => {
  it.each([1, 2, 4, 6])("stand for a standard normal in %i dimensions", (dims) => {
    const points = whitenedPoints(dims);
    expect(points).toHaveLength(512);
    const mean = (f: (p: number[]) => number) => points.reduce((sum, p) => sum + f(p), 0) / points.length;
    for (let i = 0; i < dims; i++) {
      expect(mean((p) => p[i] ?? 0)).toBeCloseTo(0, 12);
      for (let j = 0; j < dims; j++) {
        expect(mean((p) => (p[i] ?? 0) * (p[j] ?? 0))).toBeCloseTo(i === j ? 1 : 0, 10);
      }
      expect(mean((p) => Number((p[i] ?? 0) < -1.2816))).toBeCloseTo(0.1, 1);
    }
  });

  it("are the same every time", () => {
    expect(whitenedPoints(3)).toEqual(whitenedPoints(3));
  });
});

describe("cholesky", () => {
  it("gives a lower root: L L' is the matrix", () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        (a) => {
          const product = (x: number[][], y: number[][]) =>
            x.map((row) => y.map((other) => row.reduce((sum, v, k) => sum + v * (other[k] ?? 0), 0)));
          const matrix = product(a, a).map((row, i) => row.map((v, j) => v + (i === j ? 0.5 : 0)));
          const root = cholesky(matrix);
          product(root, root).forEach((row, i) => {
            row.forEach((v, j) => {
              expect(v).toBeCloseTo(matrix[i]?.[j] ?? Number.NaN, 8);
            });
          });
          expect(root[0]?.slice(1)).toEqual([0, 0, 0]);
        },
      ),
    );
  });
});
