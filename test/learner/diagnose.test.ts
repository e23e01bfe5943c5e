import { describe, expect, it } from "vitest";
import { observe, priorBelief } from "../../src/learner/ability.ts";
import { diagnosisEnd, nextDiagnostic } from "../../src/learner/diagnose.ts";
import { shareGradient, shareVariance, varianceFall } from "../../src/learner/information.ts";
import { emptyLearner, learn } from "../../src/learner/learner.ts";
import { attemptOf, dayMs, factsOf, fullExam, itemsOf, study } from "./fixtures.ts";

const none = [0, 0, 0, 0];
const question = { domain: 1, practice: 0, difficulty: 0, floor: 0.25 };

describe("varianceFall", () => {
  const belief = priorBelief(4, 0);
  const gradient = shareGradient(fullExam, belief, none);

  it("is close to what an answer takes away on average", () => {
    const before = shareVariance(belief, gradient);
    const right = observe(belief, question, true);
    const wrong = observe(belief, question, false);
    const after =
      right.given * shareVariance(right.belief, gradient) +
      (1 - right.given) * shareVariance(wrong.belief, gradient);
    const fall = varianceFall(belief, gradient, question);
    expect(fall / (before - after)).toBeGreaterThan(0.7);
    expect(fall / (before - after)).toBeLessThan(1.4);
  });

  it("never takes away more than there is, however little is known", () => {
    const lost = { ...belief, cov: belief.cov.map((c) => c * 1e4) };
    expect(varianceFall(lost, gradient, question)).toBeLessThan(shareVariance(lost, gradient));
  });

  it("is larger for a heavier domain and for a lower guess floor", () => {
    const fall = (more: Partial<typeof question>) => varianceFall(belief, gradient, { ...question, ...more });
    expect(fall({ domain: 0 })).toBeGreaterThan(fall({ domain: 3 }));
    expect(fall({ floor: 0.1 })).toBeGreaterThan(fall({ floor: 0.25 }));
  });

  it("hangs on practice through the gradient of the gain", () => {
    const [g0, , , , gain] = shareGradient(fullExam, belief, [2, 0, 0, 0]);
    expect(gain).toBeCloseTo(2 * (g0 ?? 0), 12);
  });
});

describe("nextDiagnostic", () => {
  const items = ["1", "2", "3", "4"].flatMap((d) => itemsOf(d, 10));
  const ask = (learner: ReturnType<typeof emptyLearner>, chance: number) =>
    nextDiagnostic(learner, "full", dayMs, items, () => chance)?.id;

  it("picks one of the best five, by chance", () => {
    const learner = emptyLearner([fullExam]);
    const picks = [0, 0.2, 0.4, 0.6, 0.8, 0.99].map((chance) => ask(learner, chance));
    expect(picks).toEqual(["1-0", "1-1", "1-2", "1-3", "1-4", "1-4"]);
  });

  it("turns to other domains as the first gets known, and never asks twice", () => {
    const learner = emptyLearner([fullExam]);
    const seen = new Set<string>();
    const domains = new Set<string>();
    for (let i = 0; i < 12; i++) {
      const next = nextDiagnostic(learner, "full", dayMs, items, () => 0);
      if (next === undefined) throw new Error("ran out");
      expect(seen.has(next.id)).toBe(false);
      seen.add(next.id);
      domains.add(next.id.slice(0, 1));
      learn(learner, attemptOf(next.id, 1, i % 2 === 0), next);
    }
    expect([...domains].sort()).toEqual(["1", "2", "3", "4"]);
  });

  it("has nothing to ask when nothing is fresh or nothing belongs to the exam", () => {
    expect(ask(study(emptyLearner([fullExam]), items, 1, 5), 0)).toBeUndefined();
    const foreign = [factsOf("x", { objectives: { other: "1.1.1" } })];
    expect(nextDiagnostic(emptyLearner([fullExam]), "full", 0, foreign, () => 0)).toBeUndefined();
  });
});

describe("diagnosisEnd", () => {
  const many = ["1", "2", "3", "4"].flatMap((d) => itemsOf(d, 30));
  const answered = (n: number, tenths: number) =>
    study(emptyLearner([fullExam]), many.slice(0, n), 1, tenths);

  it("goes on while the estimate is wide, and ends at 65 items anyway", () => {
    const learner = answered(10, 6);
    expect(diagnosisEnd(learner, "full", dayMs, 10, "narrow")).toBeUndefined();
    expect(diagnosisEnd(learner, "full", dayMs, 65, "narrow")).toBe("long");
  });

  it("ends when the standard error is 45 points", () => {
    expect(diagnosisEnd(answered(120, 9), "full", dayMs, 64, "narrow")).toBe("narrow");
  });

  it("decides clear cases, but not before 20 items", () => {
    const learner = answered(60, 1);
    expect(diagnosisEnd(learner, "full", dayMs, 19, "decide")).toBeUndefined();
    expect(diagnosisEnd(learner, "full", dayMs, 20, "decide")).toBe("decided");
    expect(diagnosisEnd(answered(40, 7), "full", dayMs, 40, "decide")).toBeUndefined();
    expect(diagnosisEnd(answered(40, 7), "full", dayMs, 130, "decide")).toBe("long");
  });
});
