import { describe, expect, it } from "vitest";
import { effortOf, reviewGain } from "../../src/learner/gain.ts";
import { emptyLearner, type Learner } from "../../src/learner/learner.ts";
import { type Memory, recallAfter, stabilityAfter } from "../../src/learner/memory.ts";
import { dueForecast, rankReviews } from "../../src/learner/reviews.ts";
import { dayMs, factsOf, fullExam } from "./fixtures.ts";

const memory = (stability: number, day = 0): Memory => ({
  stability,
  difficulty: 5,
  last: day * dayMs,
  day,
  reviews: 3,
  lapses: 0,
});

/** A learner who remembers items by these memories. */
function learnerOf(memories: Record<string, Memory>): Learner {
  const learner = emptyLearner([fullExam]);
  for (const [id, m] of Object.entries(memories)) {
    const first = { at: 0, day: 0, correct: true, fresh: true };
    learner.items[id] = { memory: m, first, n: 3, right: 3, recent: [1, 1, 1] };
  }
  return learner;
}

const request = { now: 10 * dayMs, today: 10, retention: 0.9 };

describe("reviewGain", () => {
  it("is the expected recall on exam day with the review, less that without, on the last day", () => {
    const { net, effort } = reviewGain(memory(5), 4, 1);
    const recall = recallAfter(5, 4);
    const good = recallAfter(stabilityAfter(memory(5), 3, 4), 1);
    const again = recallAfter(stabilityAfter(memory(5), 1, 4), 1);
    expect(net).toBeCloseTo(recall * good + (1 - recall) * again - recallAfter(5, 5), 12);
    expect(effort).toBeCloseTo(2 - recall, 12);
  });

  it("takes off half of the best that a later day would bring", () => {
    const at = (wait: number) => {
      const recall = recallAfter(5, 4 + wait);
      const good = recallAfter(stabilityAfter(memory(5), 3, 4 + wait), 9 - wait);
      const again = recallAfter(stabilityAfter(memory(5), 1, 4 + wait), 9 - wait);
      return recall * good + (1 - recall) * again - recallAfter(5, 13);
    };
    const later = Math.max(...[1, 2, 3, 4, 5, 6, 7, 8].map(at));
    expect(reviewGain(memory(5), 4, 9).net).toBeCloseTo(at(0) - later / 2, 12);
  });

  it("waits with what is still fresh, and not with what fades", () => {
    expect(reviewGain(memory(300), 1, 12).net).toBeLessThan(reviewGain(memory(4), 4, 12).net);
  });

  it("counts a miss double", () => {
    expect([effortOf(1), effortOf(0)]).toEqual([1, 2]);
  });
});

describe("rankReviews", () => {
  const learner = learnerOf({ early: memory(5), overdue: memory(2), late: memory(200), today: memory(10) });
  const items = ["early", "overdue", "late", "today", "unseen"].map((id) => factsOf(id));
  const rank = (more: object) => rankReviews(learner, items, { ...request, ...more }).map((r) => r.facts.id);

  it("is what is due, the longest overdue first, without an exam date", () => {
    expect(rank({})).toEqual(["overdue", "early", "today"]);
    expect(rank({ retention: 0.8 })).toEqual(["overdue"]);
  });

  it("is the same while the exam is more than two weeks away, or over", () => {
    expect(rank({ examDay: 25 })).toEqual(["overdue", "early", "today"]);
    expect(rank({ examDay: 10 })).toEqual(["overdue", "early", "today"]);
    expect(rank({ examDay: 3 })).toEqual(["overdue", "early", "today"]);
  });

  it("is ranked by gain per minute in the last two weeks, due or not", () => {
    const ids = rank({ examDay: 11 });
    expect(ids).toContain("late");
    const gain = (id: string, stability: number) => {
      const { net, effort } = reviewGain(memory(stability), 10, 1);
      return { id, value: net / effort };
    };
    const expected = [gain("early", 5), gain("overdue", 2), gain("late", 200), gain("today", 10)]
      .sort((a, b) => b.value - a.value)
      .map((x) => x.id);
    expect(ids).toEqual(expected);
  });

  it("gives the chance of recall with each", () => {
    const [first] = rankReviews(learner, items, request);
    expect(first?.recall).toBeCloseTo(recallAfter(2, 10), 12);
  });
});

describe("dueForecast", () => {
  it("counts reviews by the day they fall due; overdue ones today", () => {
    const learner = learnerOf({
      a: memory(2),
      b: memory(10),
      c: memory(13),
      d: memory(13, 1),
      e: memory(500),
    });
    const counts = dueForecast(
      learner,
      ["a", "b", "c", "d", "e", "never"].map((id) => factsOf(id)),
      request,
    );
    expect(counts).toEqual([2, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
