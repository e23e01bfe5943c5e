import { describe, expect, it } from "vitest";
import { paced, startingPace } from "../../src/learner/pace.ts";
import { seededRng } from "../../src/session/rng.ts";

function answered(times: readonly number[]) {
  return times.reduce(paced, startingPace);
}

/** Times of a skewed kind: median 30 s, a tail of long ones. */
function skewed(n: number): number[] {
  const rng = seededRng("pace");
  return Array.from({ length: n }, () => 30_000 * Math.exp(0.6 * (rng() + rng() + rng() + rng() - 2) * 1.73));
}

describe("pace", () => {
  it("finds the median within 15 % in a hundred answers", () => {
    const pace = answered(skewed(100));
    expect(pace.n).toBe(100);
    expect(pace.median).toBeGreaterThan(25_500);
    expect(pace.median).toBeLessThan(34_500);
  });

  it("is moved no more by a coffee break than by any slow answer", () => {
    const times = skewed(200);
    const slow = answered([...times, 90_000]);
    const coffee = answered([...times, 3_600_000]);
    expect(coffee.median).toBe(slow.median);
    expect(coffee.mean).toBeLessThan(slow.mean * 1.01);
  });

  it("follows a learner who gets faster", () => {
    const pace = answered([...skewed(300), ...skewed(300).map((ms) => ms / 2)]);
    expect(pace.median).toBeLessThan(20_000);
    expect(pace.mean).toBeLessThan(22_000);
  });

  it("starts at a minute an item", () => {
    expect(startingPace).toEqual({ n: 0, median: 60_000, mean: 60_000 });
  });
});
