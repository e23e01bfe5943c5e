import { describe, expect, it } from "vitest";
import { emptyLearner, examState, type Learner, practiceAt } from "../../src/learner/learner.ts";
import { normalCdf } from "../../src/learner/numeric.ts";
import { forecastNow, readiness, verdictOf } from "../../src/learner/readiness.ts";
import { takeResult } from "../../src/learner/real-result.ts";
import { dayMs, factsOf, fullExam, itemsOf, study } from "./fixtures.ts";

const bank = ["1", "2", "3", "4"].flatMap((d) => itemsOf(d, 40));
const now = 2 * dayMs;

/** Answers `n` items of each domain, with so many right of every ten. */
function learnerWith(n: number, tenths: readonly number[]): Learner {
  const learner = emptyLearner([fullExam]);
  tenths.forEach((t, d) => {
    study(learner, itemsOf(String(d + 1), n), 1, t);
  });
  return learner;
}

const ready = (learner: Learner) => readiness(learner, "full", now, bank);

describe("readiness", () => {
  it("says nothing without evidence", () => {
    const result = ready(emptyLearner([fullExam]));
    expect(result).toMatchObject({
      exam: "full",
      fresh: 0,
      score: null,
      passProbability: null,
      verdict: null,
    });
    expect(result.domains.map((d) => [d.id, d.expected, d.below, d.weak, d.left])).toEqual([
      ["1", null, null, false, 40],
      ["2", null, null, false, 40],
      ["3", null, null, false, 40],
      ["4", null, null, false, 40],
    ]);
    expect([result.weaker, result.tasks, result.services]).toEqual([[], [], []]);
  });

  it("hides the chance to pass below 65 fresh answers, not the score", () => {
    const [few, enough] = [ready(learnerWith(16, [7, 7, 7, 7])), ready(learnerWith(17, [7, 7, 7, 7]))];
    expect(few).toMatchObject({ fresh: 64, passProbability: null, verdict: null });
    expect(few.score?.estimate).toBeGreaterThan(600);
    const just = study(learnerWith(16, [7, 7, 7, 7]), itemsOf("1", 17).slice(16), 1, 7);
    expect(ready(just)).toMatchObject({ fresh: 65 });
    expect(ready(just).passProbability).not.toBeNull();
    expect(enough.fresh).toBe(68);
    expect(enough.passProbability).not.toBeNull();
  });

  it("gives a chance in steps of 5 % and the word for it", () => {
    const strong = ready(learnerWith(30, [10, 10, 10, 10]));
    const weak = ready(learnerWith(30, [2, 2, 2, 2]));
    expect(strong.passProbability).toBeGreaterThanOrEqual(0.9);
    expect([strong.verdict, weak.verdict]).toEqual(["likely", "not yet"]);
    expect(((weak.passProbability ?? 1) * 20) % 1).toBeCloseTo(0, 10);
    expect([0.19, 0.2, 0.8, 0.81].map(verdictOf)).toEqual(["not yet", "open", "open", "likely"]);
  });

  it("orders its ranges: a form's luck is wider than what is not known of the learner", () => {
    const { score } = ready(learnerWith(30, [7, 7, 7, 7]));
    if (score === null) throw new Error("no score");
    expect(score.today.low).toBeLessThan(score.low);
    expect(score.low).toBeLessThan(score.estimate);
    expect(score.estimate).toBeLessThan(score.high);
    expect(score.high).toBeLessThan(score.today.high);
    for (const n of [score.estimate, score.low, score.high, score.today.low])
      expect(Number.isInteger(n)).toBe(true);
  });

  it("narrows with evidence", () => {
    const width = (n: number) => {
      const score = ready(learnerWith(n, [7, 7, 7, 7])).score;
      return (score?.high ?? 0) - (score?.low ?? 0);
    };
    expect(width(40)).toBeLessThan(width(10));
  });

  it("flags a domain as weak only when that is nearly sure, and compares in pairs", () => {
    const result = ready(learnerWith(30, [8, 2, 8, 8]));
    expect(result.domains.map((d) => d.weak)).toEqual([false, true, false, false]);
    expect(result.domains[1]?.below).toBeGreaterThanOrEqual(0.9);
    expect(result.weaker[0]).toMatchObject({ id: "2" });
    expect(result.weaker[0]?.chance).toBeGreaterThan(0.95);
    expect(result.weaker).toHaveLength(6);
    for (const pair of result.weaker) expect(pair.chance).toBeGreaterThanOrEqual(0.5);
  });

  it("does not flag what is only likelier than not under the cut", () => {
    const [, second] = ready(learnerWith(20, [8, 6, 8, 8])).domains;
    expect(second?.below).toBeGreaterThan(0.5);
    expect(second?.below).toBeLessThan(0.9);
    expect(second?.weak).toBe(false);
  });

  it("compares two domains by the difference of their logits, what they share left out", () => {
    const learner = learnerWith(20, [8, 6, 8, 8]);
    const { mean, cov } = forecastNow(examState(learner, "full"), practiceAt(learner, "full", now), 2)
      .logits as { mean: number[]; cov: number[][] };
    const [a, b] = [mean[0] ?? 0, mean[1] ?? 0];
    const variance = (cov[0]?.[0] ?? 0) + (cov[1]?.[1] ?? 0) - 2 * (cov[0]?.[1] ?? 0);
    const pair = ready(learner).weaker.find((p) => p.id === "2" && p.than === "1");
    expect(pair?.chance).toBeCloseTo(normalCdf((a - b) / Math.sqrt(variance)), 2);
  });

  it("leaves domains with fewer than 5 fresh answers without numbers and out of comparisons", () => {
    const learner = study(learnerWith(0, []), itemsOf("1", 20), 1, 5);
    study(learner, itemsOf("2", 4), 1, 0);
    const result = ready(learner);
    expect(result.domains[1]).toMatchObject({ fresh: 4, right: 0, expected: null, low: null, weak: false });
    expect(result.domains[0]?.expected).not.toBeNull();
    expect(result.weaker).toEqual([]);
  });

  it("tells what was practised, what is remembered, and what is left", () => {
    const [first] = ready(learnerWith(30, [10, 5, 5, 5])).domains;
    expect(first).toMatchObject({ fresh: 30, right: 30, practised: 30, left: 10 });
    expect(first?.remembered).toBeGreaterThan(24);
    expect(first?.remembered).toBeLessThanOrEqual(30);
  });

  it("shows tasks and services from 5 fresh answers on", () => {
    const learner = study(emptyLearner([fullExam]), itemsOf("1", 30), 1, 5);
    study(learner, [factsOf("rare", { objectives: { full: "2.3.1" }, services: ["kms"] })], 1, 5);
    const result = readiness(learner, "full", now, [...bank, factsOf("rare", { services: ["kms"] })]);
    expect(result.tasks.map((t) => [t.id, t.fresh])).toEqual([["1.1", 31]]);
    expect(result.services.map((s) => s.id)).toEqual(["iam", "lambda", "sqs"]);
  });

  it("names the domain that would narrow the estimate most, if it has fresh items left", () => {
    const learner = learnerWith(20, [7, 7, 7, 0]);
    expect(ready(learner).narrowedBy).toBe("1");
    expect(readiness(learner, "full", now, itemsOf("4", 40)).narrowedBy).toBe("4");
    expect(readiness(learner, "full", now, []).narrowedBy).toBeNull();
  });

  it("does not take repeats as proof, however many", () => {
    const learner = learnerWith(30, [5, 5, 5, 5]);
    const before = ready(learner).score?.estimate ?? 0;
    for (let day = 2; day < 20; day += 3) {
      for (const d of ["1", "2", "3", "4"]) study(learner, itemsOf(d, 30), day, 10);
    }
    const after = readiness(learner, "full", 20 * dayMs, bank);
    expect(after.fresh).toBe(120);
    // 95 % of all answers were right by now; the estimate rises by what practice is known to be worth, no more.
    expect(after.score?.estimate).toBeLessThan(before + 120);
  });

  it("widens its ranges when it was wrong too often", () => {
    const learner = learnerWith(30, [9, 6, 8, 6]);
    const before = ready(learner);
    examState(learner, "full").calibration = {
      n: 120,
      right: 60,
      score: -120,
      baseline: -90,
      spread: 25,
      bins: [],
    };
    const after = ready(learner);
    expect([before.widened, after.widened]).toEqual([false, true]);
    const width = (r: typeof before) => (r.score?.high ?? 0) - (r.score?.low ?? 0);
    expect(width(after) / width(before)).toBeGreaterThan(1.15);
  });
});

describe("takeResult", () => {
  it("moves the estimate towards the result, by part of the way", () => {
    const learner = learnerWith(30, [7, 7, 7, 7]);
    const before = ready(learner).score?.estimate ?? 0;
    takeResult(learner, "full", before - 150, now, 2);
    const after = ready(learner).score?.estimate ?? 0;
    expect(after).toBeLessThan(before - 10);
    expect(after).toBeGreaterThan(before - 150);
    expect(examState(learner, "full").shift.variance).toBeLessThan(0.28 ** 2);
  });
});
