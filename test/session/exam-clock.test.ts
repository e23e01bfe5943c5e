import { describe, expect, test } from "vitest";
import {
  announcements,
  clockText,
  paceAgainstPlan,
  timeLeft,
  usedAfterAbsence,
  usedTime,
} from "../../src/session/exam-clock.ts";

const minute = 60_000;

describe("the clock of an exam", () => {
  const start = { limit: 130 * minute, used: 10 * minute, monotonic: 5_000 };

  test("runs on monotonic time", () => {
    expect(usedTime(start, 5_000)).toBe(10 * minute);
    expect(usedTime(start, 5_000 + 30 * minute)).toBe(40 * minute);
    expect(timeLeft(start, 5_000 + 30 * minute)).toBe(90 * minute);
    expect(timeLeft(start, 5_000 + 500 * minute)).toBe(0);
  });

  test.each([
    ["a strict exam goes on while it is away", false, 15 * minute, 25 * minute],
    ["a clock set back neither prolongs nor ends it", false, -600 * minute, 10 * minute],
    ["a practice exam stands still", true, 15 * minute, 10 * minute],
    ["a practice exam does not mind the clock", true, 9_999_999 * minute, 10 * minute],
  ])("%s", (_, practice, away, expected) => {
    const left = Date.parse("2026-12-05T10:00:00Z");
    expect(usedAfterAbsence(10 * minute, left, left + away, practice)).toBe(expected);
  });

  test.each([
    [31, 30, [30]],
    [30.5, 29.5, [30]],
    [30, 29, []],
    [12, 4, [10, 5]],
    [6, 0, [5, 1]],
    [130, 129, []],
  ])("announces what lies between %d and %d minutes", (before, after, expected) => {
    expect(announcements(before * minute, after * minute)).toEqual(expected);
  });

  test("tells the pace against an even plan, in minutes", () => {
    expect(paceAgainstPlan({ limit: 130 * minute }, 20 * minute, 10, 65)).toBe(0);
    expect(paceAgainstPlan({ limit: 130 * minute }, 15 * minute, 10, 65)).toBe(5);
    expect(paceAgainstPlan({ limit: 130 * minute }, 26 * minute, 10, 65)).toBe(-6);
  });

  test.each([
    [0, "0:00"],
    [999, "0:01"],
    [61_000, "1:01"],
    [3_600_000, "1:00:00"],
    [5_047_000, "1:24:07"],
  ])("shows %d ms as %s", (ms, text) => {
    expect(clockText(ms)).toBe(text);
  });
});
