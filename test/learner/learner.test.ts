import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { practiceOf } from "../../src/learner/ability.ts";
import {
  beliefOn,
  emptyLearner,
  examState,
  itemState,
  type Learner,
  learn,
  practiceAt,
  rememberedOf,
} from "../../src/learner/learner.ts";
import type { Attempt } from "../../src/learner/types.ts";
import { attemptOf, dayMs, factsOf, fullExam, itemsOf, smallExam, study } from "./fixtures.ts";

const bank = [
  ...itemsOf("1", 5),
  ...itemsOf("3", 5),
  factsOf("both", { objectives: { full: "2.1.1", small: "2.3.4" }, concept: "idea", keys: 2, options: 5 }),
  factsOf("again", { concept: "idea" }),
  factsOf("foreign", { objectives: { other: "1.1.1" } }),
];

const history = fc.array(
  fc.record({
    item: fc.nat(bank.length - 1),
    wait: fc.integer({ min: 0, max: 5 * dayMs }),
    correct: fc.boolean(),
    confidence: fc.constantFrom("sure" as const, "unsure" as const, "guess" as const, undefined),
    ms: fc.integer({ min: 1, max: 300_000 }),
  }),
  { maxLength: 80 },
);

function attemptsOf(
  steps: { item: number; wait: number; correct: boolean; confidence: Attempt["confidence"]; ms: number }[],
) {
  let at = 0;
  return steps.map(({ item, wait, correct, confidence, ms }): [Attempt, (typeof bank)[number]] => {
    at += wait;
    const facts = bank[item] ?? factsOf("none");
    return [{ item: facts.id, at, correct, ms, ...(confidence ? { confidence } : {}) }, facts];
  });
}

function replay(learner: Learner, steps: ReturnType<typeof attemptsOf>): Learner {
  for (const [attempt, facts] of steps) learn(learner, attempt, facts);
  return learner;
}

describe("learn", () => {
  it("can be stopped anywhere, kept as JSON, and continued to the same state", () => {
    fc.assert(
      fc.property(history, fc.nat(80), (steps, cut) => {
        const attempts = attemptsOf(steps);
        const whole = replay(emptyLearner([fullExam, smallExam]), attempts);
        const half = replay(emptyLearner([fullExam, smallExam]), attempts.slice(0, cut));
        const kept = JSON.parse(JSON.stringify(half)) as Learner;
        expect(replay(kept, attempts.slice(cut))).toEqual(JSON.parse(JSON.stringify(whole)));
      }),
    );
  });

  it("takes only the first answer to an item as evidence of ability", () => {
    const learner = emptyLearner([fullExam]);
    const facts = factsOf("a");
    learn(learner, attemptOf("a", 1, false), facts);
    const { mean } = beliefOn(examState(learner, "full"), 1);
    for (let day = 2; day < 12; day++) learn(learner, attemptOf("a", day, true), facts);
    expect(beliefOn(examState(learner, "full"), 1).mean).toEqual(mean);
    expect(examState(learner, "full").fresh).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(itemState(learner, "a")).toMatchObject({ n: 11, right: 10, recent: [1, 1, 1, 1, 1] });
    expect(itemState(learner, "a")?.first).toEqual({ at: dayMs, day: 1, correct: false, fresh: true });
    expect(itemState(learner, "a")?.memory.reviews).toBe(11);
  });

  it("leaves memory alone on a second answer of the same day, but counts it", () => {
    const learner = emptyLearner([fullExam]);
    const facts = factsOf("a");
    learn(learner, attemptOf("a", 1, false), facts);
    const before = itemState(learner, "a")?.memory;
    learn(learner, attemptOf("a", 1, true, { at: 1.2 * dayMs }), facts);
    expect(itemState(learner, "a")).toMatchObject({ n: 2, right: 1, recent: [0, 1] });
    expect(itemState(learner, "a")?.memory).toEqual(before);
  });

  it("keeps confidence out of the score: a lucky guess counts there, and only there", () => {
    const [sure, guess] = (["sure", "guess"] as const).map((confidence) =>
      learn(emptyLearner([fullExam]), attemptOf("a", 1, true, { confidence }), factsOf("a")),
    ) as [Learner, Learner];
    expect(examState(guess, "full")).toEqual(examState(sure, "full"));
    const stability = (learner: Learner) => itemState(learner, "a")?.memory.stability ?? 0;
    expect(stability(guess)).toBeLessThan(stability(sure));
  });

  it("grades a slow right answer as hard, by the learner's own median", () => {
    const slow = learn(emptyLearner([fullExam]), attemptOf("a", 1, true, { ms: 130_000 }), factsOf("a"));
    const quick = learn(emptyLearner([fullExam]), attemptOf("a", 1, true, { ms: 110_000 }), factsOf("a"));
    expect(itemState(slow, "a")?.memory.stability).toBeLessThan(itemState(quick, "a")?.memory.stability ?? 0);
  });

  it("serves every exam an item belongs to, each by its own domain", () => {
    const facts = factsOf("both", { objectives: { full: "2.1.1", small: "1.3.4" } });
    const learner = learn(emptyLearner([fullExam, smallExam]), attemptOf("both", 1, true), facts);
    expect(examState(learner, "full").fresh).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(examState(learner, "small").fresh).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(examState(learner, "small").practised).toEqual([["both"], []]);
  });

  it("remembers an item of no known exam without taking it as evidence", () => {
    const facts = factsOf("x", { objectives: { other: "1.1.1" } });
    const learner = learn(emptyLearner([fullExam]), attemptOf("x", 1, true), facts);
    expect(itemState(learner, "x")?.n).toBe(1);
    expect(examState(learner, "full").belief).toBeUndefined();
  });

  it("takes one item of a concept a week as evidence", () => {
    const learner = emptyLearner([fullExam]);
    const answer = (id: string, day: number) =>
      learn(learner, attemptOf(id, day, true), factsOf(id, { concept: "visibility" }));
    answer("a", 1);
    answer("b", 7);
    expect(examState(learner, "full").fresh[0]).toEqual([1, 1]);
    expect(itemState(learner, "b")?.first.fresh).toBe(false);
    answer("c", 8);
    expect(examState(learner, "full").fresh[0]).toEqual([2, 2]);
  });

  it("is not confused by items called like methods of objects", () => {
    const learner = emptyLearner([fullExam]);
    expect(itemState(learner, "constructor")).toBeUndefined();
    learn(learner, attemptOf("constructor", 1, true), factsOf("constructor", { concept: "toString" }));
    expect(itemState(learner, "constructor")?.n).toBe(1);
    expect(examState(learner, "full").fresh[0]).toEqual([1, 1]);
  });

  it("knows no exam it has no blueprint of", () => {
    expect(() => examState(emptyLearner([fullExam]), "small")).toThrow(RangeError);
  });
});

describe("practice", () => {
  it("adds up answers as far as their items are remembered", () => {
    const learner = study(emptyLearner([fullExam]), itemsOf("1", 4), 1, 10);
    const now = dayMs + 3 * 60_000;
    const remembered = rememberedOf(learner, ["1-0", "1-1", "1-2", "1-3"], now);
    expect(remembered).toBeCloseTo(4, 1);
    expect(practiceAt(learner, "full", now)[0]).toBeCloseTo(practiceOf(remembered), 12);
    expect(practiceAt(learner, "full", now).slice(1)).toEqual([0, 0, 0]);
    study(learner, itemsOf("1", 4), 3, 10);
    expect(practiceAt(learner, "full", 3 * dayMs + 3 * 60_000)[0]).toBeCloseTo(practiceOf(8), 1);
    expect(practiceAt(learner, "full", 400 * dayMs)[0]).toBeLessThan(practiceOf(5.5));
  });
});
