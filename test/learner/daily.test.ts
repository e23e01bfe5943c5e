import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayRequest, planDay } from "../../src/learner/daily.ts";
import { feasibilityOf } from "../../src/learner/feasibility.ts";
import { emptyLearner, learn } from "../../src/learner/learner.ts";
import { interleave } from "../../src/session/interleave.ts";
import { attemptOf, dayMs, factsOf, fullExam, itemsOf, study } from "./fixtures.ts";

const bank = ["1", "2", "3", "4"].flatMap((d) => itemsOf(d, 40));

function on(day: number, more: Partial<DayRequest> = {}): DayRequest {
  return {
    exam: "full",
    now: day * dayMs,
    today: day,
    minutes: 20,
    retention: 0.9,
    reserve: new Set(),
    ...more,
  };
}

/** 20 items of each domain answered on day 1; the second domain badly. */
function halfway() {
  const learner = emptyLearner([fullExam]);
  [9, 2, 9, 9].forEach((tenths, d) => {
    study(learner, itemsOf(String(d + 1), 20), 1, tenths);
  });
  return learner;
}

const reasons = (plan: ReturnType<typeof planDay>) => {
  const count = { due: 0, weak: 0, new: 0 };
  for (const { reason } of plan.items) count[reason]++;
  return count;
};

describe("planDay", () => {
  it("begins with new items from all domains, by their weight", () => {
    const plan = planDay(emptyLearner([fullExam]), bank, on(1, { minutes: 60 }));
    expect(plan.weakest).toBeNull();
    expect(reasons(plan)).toEqual({ due: 0, weak: 0, new: plan.items.length });
    const domains = ["1", "2", "3", "4"].map((d) => plan.items.filter((p) => p.item.startsWith(d)).length);
    expect(domains).toEqual([...domains].sort((a, b) => b - a));
    expect(Math.min(...domains)).toBeGreaterThan(3);
  });

  it("mixes due, weak and new items", () => {
    const plan = planDay(halfway(), bank, on(4, { minutes: 40 }));
    const count = reasons(plan);
    expect(plan.weakest).toBe("2");
    expect(count.due).toBeGreaterThanOrEqual(12);
    expect(count.weak).toBeGreaterThanOrEqual(4);
    expect(count.new).toBeGreaterThanOrEqual(4);
    for (const { item, reason } of plan.items) {
      if (reason === "weak") expect(item.startsWith("2-")).toBe(true);
    }
  });

  it("ends on time, at the learner's own pace", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 90 }), fc.integer({ min: 2, max: 60 }), (minutes, day) => {
        const plan = planDay(halfway(), bank, on(day, { minutes }));
        expect(plan.minutes).toBeLessThanOrEqual(minutes + 1e-9);
        expect(plan.minutes).toBeGreaterThan(Math.min(minutes - 2.1, 30));
        expect(new Set(plan.items.map((p) => p.item)).size).toBe(plan.items.length);
      }),
      { numRuns: 30 },
    );
    const slow = halfway();
    slow.pace = { n: 100, median: 120_000, mean: 120_000 };
    const [own, twice] = [planDay(halfway(), bank, on(4)), planDay(slow, bank, on(4))];
    expect(twice.items.length).toBeLessThan(own.items.length * 0.65);
  });

  it("plans at least one item, however short the time", () => {
    expect(planDay(halfway(), bank, on(4, { minutes: 0.1 })).items).toHaveLength(1);
  });

  it("never touches the reserve, nor what was answered today", () => {
    const learner = halfway();
    const reserve = new Set(bank.filter((_, i) => i % 2 === 0).map((f) => f.id));
    const first = planDay(learner, bank, on(4, { reserve }));
    expect(first.items.filter((p) => reserve.has(p.item))).toEqual([]);
    for (const { item } of first.items) {
      learn(learner, attemptOf(item, 4, true), bank.find((f) => f.id === item) ?? factsOf(item));
    }
    const second = planDay(learner, bank, on(4, { reserve }));
    const done = new Set(first.items.map((p) => p.item));
    expect(second.items.length).toBeGreaterThan(0);
    expect(second.items.filter((p) => done.has(p.item))).toEqual([]);
  });

  it("shows one item of a concept a day, those answered today included", () => {
    const twins = bank.map((f, i) => ({ ...f, concept: `c${Math.floor(i / 2)}` }));
    const learner = emptyLearner([fullExam]);
    learn(learner, attemptOf("1-0", 5, true), twins[0] ?? factsOf("1-0"));
    const plan = planDay(learner, twins, on(5, { minutes: 300 }));
    const concepts = plan.items.map((p) => twins.find((f) => f.id === p.item)?.concept);
    expect(new Set(concepts).size).toBe(concepts.length);
    expect(plan.items.map((p) => p.item)).not.toContain("1-1");
  });

  it("alternates services", () => {
    const plan = planDay(halfway(), bank, on(4));
    const services = plan.items.map((p) => bank.find((f) => f.id === p.item)?.services[0]);
    const neighbours = services.filter((s, i) => i > 0 && s === services[i - 1]).length;
    expect(neighbours).toBe(0);
  });

  it("begins nothing new in the last three days before the exam", () => {
    const fresh = (examDay: number) => {
      const { due, ...rest } = reasons(planDay(halfway(), bank, on(10, { examDay })));
      return { due: due > 0, ...rest };
    };
    expect(fresh(14).new).toBeGreaterThan(0);
    const lessons = planDay(halfway(), bank, on(10, { examDay: 13 })).items;
    expect(lessons.filter((p) => Number(p.item.slice(2)) >= 20)).toEqual([]);
    expect(lessons.length).toBeGreaterThan(5);
    // After the exam everything is as without one.
    expect(planDay(halfway(), bank, on(10, { examDay: 9 }))).toEqual(planDay(halfway(), bank, on(10)));
  });

  it("gives more time to new items when the exam is near and much is unseen", () => {
    const share = (examDay: number) => {
      const plan = planDay(halfway(), bank, on(10, { examDay, minutes: 40 }));
      return plan.items.filter((p) => p.reason !== "due").length / plan.items.length;
    };
    expect(share(16)).toBeGreaterThan(share(200));
  });

  it("turns to forgotten items of the weakest domain when nothing is unseen", () => {
    const learner = halfway();
    const seen = bank.filter((f) => Number(f.id.slice(2)) < 20);
    const plan = planDay(learner, seen, on(2, { minutes: 60 }));
    expect(plan.items.filter((p) => p.reason === "new")).toEqual([]);
    expect(plan.items.filter((p) => p.reason === "weak").map((p) => p.item[0])).toContain("2");
  });

  it("is the same for the same learner", () => {
    expect(planDay(halfway(), bank, on(4))).toEqual(planDay(halfway(), bank, on(4)));
  });
});

describe("feasibilityOf", () => {
  it("tells how many new items a day are needed, and how many fit", () => {
    const found = feasibilityOf(halfway(), bank, on(2, { examDay: 15, minutes: 60 }));
    expect(found).toMatchObject({ unseen: 80, days: 10, needed: 8, feasible: true, recall: 0.9 });
  });

  it("says what recall it comes down to when time is short", () => {
    const found = feasibilityOf(emptyLearner([fullExam]), bank, on(2, { examDay: 10, minutes: 14 }));
    // 14 minutes hold ten new items of 1.4 minutes; five days of them are 50 of 160.
    expect(found).toEqual({ unseen: 160, days: 5, needed: 32, possible: 10, feasible: false, recall: 0.28 });
  });

  it("has nothing to say without an exam ahead", () => {
    expect(feasibilityOf(halfway(), bank, on(2))).toBeNull();
    expect(feasibilityOf(halfway(), bank, on(2, { examDay: 2 }))).toBeNull();
  });

  it("leaves the reserve out", () => {
    const reserve = new Set(bank.map((f) => f.id));
    expect(feasibilityOf(halfway(), bank, on(2, { examDay: 9, reserve }))).toMatchObject({
      unseen: 0,
      needed: 0,
    });
  });
});

describe("interleave", () => {
  it("keeps all items, and equal ones apart while that can be", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 }), (list) => {
        const order = interleave(list, (x) => x);
        expect([...order].sort()).toEqual([...list].sort());
        const most = Math.max(0, ...["a", "b", "c"].map((x) => list.filter((y) => y === x).length));
        const neighbours = order.filter((x, i) => i > 0 && x === order[i - 1]).length;
        expect(neighbours).toBe(Math.max(0, 2 * most - list.length - 1));
      }),
    );
  });

  it("keeps the order inside a group", () => {
    expect(interleave(["a1", "a2", "b1", "b2"], (x) => x.slice(0, 1))).toEqual(["a1", "b1", "a2", "b2"]);
  });
});
