import { describe, expect, it } from "vitest";
import { type TopicAnswer, topicStandings, twoPlaces } from "../../src/learner/topics.ts";

const answers = (topic: string, n: number, right: number, expected = 0.7): TopicAnswer[] =>
  Array.from({ length: n }, (_, i) => ({ topics: [topic], correct: i < right, expected }));

describe("topicStandings", () => {
  it("starts where the domain stands, with the weight of ten answers", () => {
    const [standing] = topicStandings(answers("sqs", 10, 3), 0.72);
    // (10 x 0.7 + 3) / 20
    expect(standing).toMatchObject({ id: "sqs", fresh: 10, right: 3, expected: 0.5 });
    expect(standing?.low).toBeCloseTo(0.33, 2);
    expect(standing?.high).toBeCloseTo(0.67, 2);
  });

  it("says nothing below five answers", () => {
    expect(topicStandings(answers("kms", 4, 0), 0.72)).toEqual([]);
  });

  it("calls a topic weak only from 90 % on", () => {
    const weak = (right: number) => topicStandings(answers("s", 15, right), 0.72)[0]?.weak;
    expect([2, 6, 8, 12].map(weak)).toEqual([true, true, false, false]);
    expect(topicStandings(answers("s", 5, 2), 0.72)[0]?.weak).toBe(false);
  });

  it("counts an answer for each of its topics, and sorts by id", () => {
    const both = answers("b", 6, 3).map((a) => ({ ...a, topics: ["b", "a"] }));
    expect(topicStandings(both, 0.72).map((s) => [s.id, s.fresh])).toEqual([
      ["a", 6],
      ["b", 6],
    ]);
  });

  it("rounds to two places", () => {
    expect([0.125, 0.1249, 2 / 3].map(twoPlaces)).toEqual([0.13, 0.12, 0.67]);
  });
});
