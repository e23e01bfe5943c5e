import { describe, expect, it } from "vitest";
import { dayOf, daysBetween, domainIndex, guessFloor, utcDay } from "../../src/learner/types.ts";
import { attemptOf, dayMs, factsOf, fullExam } from "./fixtures.ts";

describe("guessFloor", () => {
  it.each([
    [4, 1, 1 / 4],
    [5, 2, 1 / 10],
    [6, 3, 1 / 20],
    [2, 1, 1 / 2],
    [3, 3, 1],
  ])("of %i options with %i keys", (options, keys, floor) => {
    expect(guessFloor({ options, keys })).toBeCloseTo(floor, 15);
  });
});

describe("days", () => {
  it("are UTC unless the attempt says which", () => {
    expect(utcDay(dayMs - 1)).toBe(0);
    expect(dayOf(attemptOf("a", 3, true))).toBe(3);
    expect(dayOf(attemptOf("a", 3, true, { day: 2 }))).toBe(2);
  });

  it("between times are fractional and never negative", () => {
    expect(daysBetween(0, 1.5 * dayMs)).toBe(1.5);
    expect(daysBetween(dayMs, 0)).toBe(0);
  });
});

describe("domainIndex", () => {
  it("is the place of the objective's domain in the blueprint", () => {
    expect(domainIndex(fullExam, factsOf("a", { objectives: { full: "3.2.1" } }))).toBe(2);
  });

  it("is -1 for an item of other exams, or of a domain the exam does not have", () => {
    expect(domainIndex(fullExam, factsOf("a", { objectives: { other: "3.2.1" } }))).toBe(-1);
    expect(domainIndex(fullExam, factsOf("a", { objectives: { full: "9.2.1" } }))).toBe(-1);
  });
});
