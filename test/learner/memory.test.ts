import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedVector, referenceVectors } from "../../bench/science/fsrs-vectors.ts";
import {
  answerChance,
  dueDay,
  type Grade,
  gradeAnswer,
  isLeech,
  type Memory,
  recallAfter,
  remember,
  retrievability,
} from "../../src/learner/memory.ts";

const dayMs = 86_400_000;

function replay(grades: readonly Grade[], days: readonly number[]): Memory[] {
  const states: Memory[] = [];
  let day = 0;
  grades.forEach((grade, i) => {
    day += days[i] ?? 0;
    states.push(remember(states.at(-1), grade, day * dayMs, day));
  });
  return states;
}

describe("FSRS-6", () => {
  it.each(referenceVectors)("leaves the states of py-fsrs 6.3.1 after $grades", (vector) => {
    const states = replay(vector.grades, vector.days);
    states.forEach((state, i) => {
      expect(Math.abs(state.stability - (vector.stability[i] ?? 0))).toBeLessThan(1e-4);
      expect(Math.abs(state.difficulty - (vector.difficulty[i] ?? 0))).toBeLessThan(1e-4);
      expect(dueDay(state, 0.9) - state.day).toBe(vector.interval[i]);
      const next = states[i + 1];
      if (next) {
        expect(Math.abs(retrievability(state, next.last) - (vector.recall[i] ?? 0))).toBeLessThan(1e-4);
      }
    });
  });

  it("ends where the published memory-state vector ends", () => {
    const { start, days, end } = publishedVector;
    let memory: Memory = { ...start, last: 0, day: 0, reviews: 1, lapses: 0 };
    let day = 0;
    for (const wait of days) {
      day += wait;
      memory = remember(memory, 3, day * dayMs, day);
    }
    expect(Math.abs(memory.stability - end.stability)).toBeLessThan(1e-4);
    expect(Math.abs(memory.difficulty - end.difficulty)).toBeLessThan(1e-4);
  });

  it("takes one answer a day", () => {
    const first = remember(undefined, 3, 8 * 3_600_000, 0);
    expect(remember(first, 1, 20 * 3_600_000, 0)).toBe(first);
    // Late in the evening and early in the morning are two days, whatever the hours between.
    const next = remember(first, 1, 25 * 3_600_000, 1);
    expect(next).toMatchObject({ reviews: 2, lapses: 1, day: 1, last: 25 * 3_600_000 });
  });

  it("counts no lapse for a first miss", () => {
    expect(remember(undefined, 1, 0, 0)).toMatchObject({ reviews: 1, lapses: 0 });
  });
});

describe("recall", () => {
  it("is 90 % after as many days as the stability, and falls", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3000, noNaN: true }), (stability) => {
        expect(recallAfter(stability, 0)).toBe(1);
        expect(recallAfter(stability, stability)).toBeCloseTo(0.9, 6);
        expect(recallAfter(stability, 2 * stability)).toBeLessThan(0.9);
      }),
    );
  });

  it("does not rise above 1 when the clock was set back", () => {
    const memory = remember(undefined, 3, 10 * dayMs, 10);
    expect(retrievability(memory, 9 * dayMs)).toBe(1);
  });

  it("is due sooner for a higher retention, at least a day later", () => {
    const memory = { stability: 20, difficulty: 5, last: 0, day: 100, reviews: 3, lapses: 0 };
    expect([0.8, 0.9, 0.95, 0.999].map((r) => dueDay(memory, r))).toEqual([166, 120, 108, 101]);
  });

  it("adds the chance of a guess to what is not recalled", () => {
    const memory = { stability: 10, difficulty: 5, last: 0, day: 0, reviews: 1, lapses: 0 };
    expect(answerChance(memory, 10 * dayMs, 0.25)).toBeCloseTo(0.925, 6);
  });
});

describe("gradeAnswer", () => {
  it.each([
    [{ correct: false, confidence: "sure", ms: 10 }, 1],
    [{ correct: false, ms: 10 }, 1],
    [{ correct: true, confidence: "guess", ms: 10 }, 1],
    [{ correct: true, confidence: "unsure", ms: 10 }, 2],
    [{ correct: true, confidence: "sure", ms: 10 }, 3],
    [{ correct: true, confidence: "sure", ms: 500 }, 3],
    [{ correct: true, ms: 200 }, 3],
    [{ correct: true, ms: 201 }, 2],
  ] as const)("grades %o as %i when the median is 100 ms", (answer, grade) => {
    expect(gradeAnswer(answer, 100)).toBe(grade);
  });
});

describe("isLeech", () => {
  const memory = { stability: 1, difficulty: 9, last: 0, day: 0, reviews: 9, lapses: 4 };

  it("needs four lapses and two misses among the last four answers", () => {
    expect(isLeech(memory, [1, 0, 1, 0, 1])).toBe(true);
    expect(isLeech({ ...memory, lapses: 3 }, [0, 0, 0, 0, 0])).toBe(false);
    expect(isLeech(memory, [0, 1, 1, 0, 1])).toBe(false);
  });
});
