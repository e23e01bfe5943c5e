import { type Learner, learn } from "../../src/learner/learner.ts";
import type { Attempt, Blueprint, ItemFacts } from "../../src/learner/types.ts";

export const dayMs = 86_400_000;

/** An exam of two domains, 60 % and 40 %, with ten scored items of four options. */
export const smallExam: Blueprint = {
  exam: "small",
  domains: [
    { id: "1", weight: 60 },
    { id: "2", weight: 40 },
  ],
  scored: 10,
  floors: [{ share: 1, floor: 0.25 }],
  cut: { mean: 0.72, sd: 0.03 },
};

/** The four domains of a real outline. */
export const fullExam: Blueprint = {
  exam: "full",
  domains: [
    { id: "1", weight: 32 },
    { id: "2", weight: 26 },
    { id: "3", weight: 24 },
    { id: "4", weight: 18 },
  ],
  scored: 50,
  floors: [
    { share: 0.85, floor: 0.25 },
    { share: 0.15, floor: 0.1 },
  ],
  cut: { mean: 0.72, sd: 0.03 },
};

/** Facts of an item; objectives "1.1.1" of `full` and `small` unless told. */
export function factsOf(id: string, more: Partial<ItemFacts> = {}): ItemFacts {
  return {
    id,
    objectives: { full: "1.1.1", small: "1.1.1" },
    options: 4,
    keys: 1,
    level: "apply",
    services: ["lambda"],
    ...more,
  };
}

/** Items `<domain>-0`, `<domain>-1`, ... of `full`, spread over three services. */
export function itemsOf(domain: string, n: number): ItemFacts[] {
  return Array.from({ length: n }, (_, i) =>
    factsOf(`${domain}-${i}`, {
      objectives: { full: `${domain}.1.${(i % 3) + 1}` },
      services: [["lambda", "sqs", "iam"][i % 3] ?? ""],
    }),
  );
}

/** An attempt at the beginning of a day. */
export function attemptOf(item: string, day: number, correct: boolean, more: Partial<Attempt> = {}): Attempt {
  return { item, at: day * dayMs, correct, ms: 60_000, ...more };
}

/** Answers items on a day; of every ten in a row the first `tenths` are right. */
export function study(learner: Learner, items: readonly ItemFacts[], day: number, tenths: number): Learner {
  items.forEach((facts, i) => {
    learn(learner, attemptOf(facts.id, day, i % 10 < tenths, { at: day * dayMs + i * 60_000 }), facts);
  });
  return learner;
}
