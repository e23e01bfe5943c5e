import { describe, expect, it } from "vitest";
import { ece, eceByChance, mean, rms } from "../../bench/science/metrics.ts";
import { coverage, groups, onDay, passCalls, pointErrors } from "../../bench/science/rows.ts";
import { runFamily } from "../../bench/science/science.ts";
import { runStatic } from "../../bench/science/static-trial.ts";

// The small sister of `npm run bench:science`: the same worlds with 30 learners each, and targets that leave room for
// three standard errors of so few.
const perWorld = 30;
const family = runFamily(perWorld, "small");

/** Three standard errors of a share near `p` over `n` independent learners. */
const room = (p: number, n: number) => 3 * Math.sqrt((p * (1 - p)) / n);

describe("simulated learners", () => {
  it("are estimated nearly as well as is possible when nothing moves (row 1)", () => {
    const learners = 1000;
    const ratios = runStatic(learners, "small").map((r) => r.rmse / r.bound);
    expect(ratios).toHaveLength(4);
    for (const ratio of ratios) expect(ratio).toBeLessThan(1.05 + 3 / Math.sqrt(2 * learners));
    expect(mean(ratios)).toBeLessThan(1.03 + 3 / Math.sqrt(2 * learners));
    // Better than the bound would mean that the bound is wrong.
    expect(mean(ratios)).toBeGreaterThan(0.95);
  });

  it("have their true score inside the 90 % range (row 4)", () => {
    expect(coverage(family)).toBeGreaterThan(0.88 - room(0.88, 9 * perWorld));
    expect(coverage(family)).toBeLessThan(0.96 + room(0.96, 9 * perWorld));
    const late = groups(family.filter((c) => c.day >= 21));
    expect(late.map(([name]) => name)).toHaveLength(9);
    for (const [, list] of late) expect(coverage(list)).toBeGreaterThan(0.85 - room(0.85, perWorld));
  });

  it.each([7, 14, 21, 30])("pass as often as they were told on day %i (row 5)", (day) => {
    const calls = passCalls(onDay(family, day));
    expect(calls).toHaveLength(9 * perWorld);
    // Chance alone gives eceByChance on average, and hardly ever twice as much.
    expect(ece(calls)).toBeLessThan(0.05 + 2 * eceByChance(calls));
  });

  it("are not flattered when they only memorise answers (row 7)", () => {
    const last = onDay(family, 30).filter((c) => c.world === "memoriser");
    const errors = pointErrors(last);
    expect(Math.abs(mean(errors))).toBeLessThan(15 + (3 * rms(errors)) / Math.sqrt(perWorld));
    // A percentage of all answers would flatter them by far more.
    expect(mean(last.map((c) => 1000 * (c.rawAll - c.truth)))).toBeGreaterThan(90);
  });
});
