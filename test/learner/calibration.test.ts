import { describe, expect, it } from "vitest";
import {
  type Calibration,
  emptyCalibration,
  priorShift,
  recorded,
  reliability,
  shiftAfterResult,
  wideningOf,
} from "../../src/learner/calibration.ts";

function answered(n: number, call: (i: number) => { given: number; correct: boolean }): Calibration {
  let calibration = emptyCalibration;
  for (let i = 0; i < n; i++) {
    const { given, correct } = call(i);
    calibration = recorded(calibration, given, correct);
  }
  return calibration;
}

describe("reliability", () => {
  it("sorts first answers by the chance they were given", () => {
    const calibration = answered(10, (i) => ({ given: i < 4 ? 0.7 : 0.9, correct: i % 2 === 0 }));
    const rows = reliability(calibration);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ n: 4, right: 0.5 });
    expect(rows[0]?.from).toBeCloseTo(0.6, 12);
    expect(rows[0]?.given).toBeCloseTo(0.7, 12);
    expect(rows[1]).toMatchObject({ n: 6, to: 1, right: 0.5 });
  });

  it("puts a chance of 1 into the last bin, and has no rows without answers", () => {
    expect(recorded(emptyCalibration, 1, true).bins[4]).toEqual([1, 1, 1]);
    expect(reliability(emptyCalibration)).toEqual([]);
  });
});

describe("wideningOf", () => {
  // Answers alternate: the running share does as well as anybody can.
  const confident = (i: number) => ({ given: 0.95, correct: i % 2 === 0 });
  const honest = (i: number) => ({ given: i % 2 === 0 ? 0.8 : 0.3, correct: i % 2 === 0 });

  it("widens by a quarter when 100 first answers were called worse than by their running share", () => {
    expect(wideningOf(answered(99, confident))).toBe(1);
    expect(wideningOf(answered(100, confident))).toBe(1.25);
  });

  it("leaves good calls alone, and calls that are worse by no more than chance", () => {
    expect(wideningOf(answered(300, honest))).toBe(1);
    const calls = { ...answered(300, honest), score: -101, baseline: -100 };
    expect(wideningOf({ ...calls, spread: 1 })).toBe(1);
    expect(wideningOf({ ...calls, spread: 0.3 })).toBe(1.25);
  });
});

describe("shiftAfterResult", () => {
  const forecast = { share: 0.75, variance: 0.004, slope: 0.15, noise: 0.004 };

  it("moves part of the way towards the result, and is surer afterwards", () => {
    const shift = shiftAfterResult(priorShift, forecast, 0.65);
    // 0.0784 * 0.15 / 0.008 = 1.47 logits per share, times -0.1.
    expect(shift.mean).toBeCloseTo(-0.147, 10);
    expect(shift.variance).toBeCloseTo(0.0784 * (1 - 1.47 * 0.15), 10);
  });

  it("stays where it is when the result is what was forecast", () => {
    expect(shiftAfterResult(priorShift, forecast, 0.75).mean).toBe(0);
  });
});
