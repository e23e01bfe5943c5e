import { describe, expect, test } from "vitest";
import { domainOf } from "../../src/schema/item-parts.ts";
import { type DrawItem, drawForm } from "../../src/session/draw-form.ts";
import { seededRng } from "../../src/session/rng.ts";
import { c02, c03 } from "../helpers/program.ts";

/** A bank with `each` items for every objective of an exam. */
function bankOf(exam: typeof c03, each: number): DrawItem[] {
  const services = ["lambda", "sqs", "s3", "iam", "kms"];
  return exam.domains.flatMap((domain) =>
    domain.tasks.flatMap((task) =>
      task.objectives.flatMap((objective) =>
        Array.from({ length: each }, (_, n) => ({
          id: `${objective.id}-${n}`,
          objectives: { [exam.code]: objective.id },
          services: [services[n % services.length] ?? "lambda"],
          key: n % 5 === 4 ? ["a", "b"] : ["a"],
          ...(n === 0 ? { concept: `c-${objective.id}` } : {}),
          ...(n === 1 ? { concept: `c-${objective.id}` } : {}),
        })),
      ),
    ),
  );
}

function draw(
  exam: typeof c03,
  items: readonly DrawItem[],
  seed: string,
  seen: (id: string) => number = () => 0,
) {
  return drawForm({ exam, items, count: 65, scored: 50, seen, rng: seededRng(seed) });
}

const quotas = { "dva-c02": [21, 17, 15, 12], "dva-c03": [20, 17, 14, 14] } as const;
const scoredQuotas = { "dva-c02": [16, 13, 12, 9], "dva-c03": [15, 13, 11, 11] } as const;

describe.each([c02, c03])("forms of $code", (exam) => {
  const bank = bankOf(exam, 6);
  const domain = (item: DrawItem) => Number(domainOf(item.objectives[exam.code] ?? "")) - 1;
  const perDomain = (items: readonly DrawItem[]) =>
    exam.domains.map((_, d) => items.filter((item) => domain(item) === d).length);

  test("meet the quotas over 1,000 seeds and use every item about evenly", () => {
    const used = new Map(bank.map((item) => [item.id, 0]));
    for (let i = 0; i < 1000; i++) {
      const { items, unscored } = draw(exam, bank, `seed ${i}`);
      expect(perDomain(items)).toEqual(quotas[exam.code as keyof typeof quotas]);
      expect(perDomain(items.filter((item) => !unscored.has(item.id)))).toEqual(
        scoredQuotas[exam.code as keyof typeof quotas],
      );
      expect(new Set(items.map((item) => item.id)).size).toBe(65);
      for (const item of items) used.set(item.id, (used.get(item.id) ?? 0) + 1);
    }
    const inDomain = perDomain(bank);
    for (const item of bank) {
      const expected =
        (1000 * (quotas[exam.code as keyof typeof quotas][domain(item)] ?? 0)) /
        (inDomain[domain(item)] ?? 1);
      expect((used.get(item.id) ?? 0) / expected).toBeGreaterThan(0.6);
      expect((used.get(item.id) ?? 0) / expected).toBeLessThan(1.5);
    }
  });

  test("never hold two items of a concept, and spread over all tasks", () => {
    for (let i = 0; i < 200; i++) {
      const { items } = draw(exam, bank, `concept ${i}`);
      const concepts = items.flatMap((item) => item.concept ?? []);
      expect(new Set(concepts).size).toBe(concepts.length);
      const tasks = new Set(
        items.map((item) => (item.objectives[exam.code] ?? "").split(".").slice(0, 2).join(".")),
      );
      expect(tasks.size).toBe(exam.domains.flatMap((d) => d.tasks).length);
    }
  });

  test("are the same for the same seed", () => {
    expect(draw(exam, bank, "same")).toEqual(draw(exam, bank, "same"));
    expect(draw(exam, bank, "same").items).not.toEqual(draw(exam, bank, "other").items);
  });

  test("take never-seen items first", () => {
    const seen = new Set(bank.filter((_, n) => n % 6 !== 5).map((item) => item.id));
    const fresh = bank.filter((item) => !seen.has(item.id));
    const { items, repeated } = draw(exam, bank, "fresh", (id) => (seen.has(id) ? 1 : 0));
    const expected = perDomain(fresh).reduce(
      (sum, n, d) => sum + Math.min(n, quotas[exam.code as keyof typeof quotas][d] ?? 0),
      0,
    );
    expect(items.filter((item) => !seen.has(item.id)).length).toBe(expected);
    expect(repeated).toBe(65 - expected);
  });
});

test("a domain that has too few items leaves its places to the others", () => {
  const bank = bankOf(c03, 3).filter(
    (item) => !(item.objectives["dva-c03"] ?? "").startsWith("4.") || item.id === "4.1.1-0",
  );
  const { items } = draw(c03, bank, "few");
  expect(items).toHaveLength(65);
  expect(items.filter((item) => item.id.startsWith("4."))).toHaveLength(1);
});
