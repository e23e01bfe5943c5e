import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { compileItems } from "../../src/bank/bank-index.ts";
import { readBank, readExams } from "../../src/bank/compile-bank.ts";
import { attackItems } from "../../src/lint/attacker.ts";
import { viewItem } from "../../src/lint/item-view.ts";
import { lintItems } from "../../src/lint/lint-bank.ts";
import { domainQuotas } from "../../src/schema/blueprint.ts";
import { domainOf, keyOf } from "../../src/schema/item-parts.ts";
import { serviceSlugs } from "../../src/schema/services.ts";
import { drawForm } from "../../src/session/draw-form.ts";
import { reserveForms, reserveOf } from "../../src/session/reserve.ts";
import { seededRng } from "../../src/session/rng.ts";

const root = path.resolve(import.meta.dirname, "..", "..");
const { exams } = readExams(path.join(root, "questions", "exams"));
const { items, issues } = readBank(path.join(root, "questions"), exams);
const fewest: Readonly<Record<string, number>> = { "dva-c02": 3, "dva-c03": 4 };
const major = [
  "lambda",
  "dynamodb",
  "api-gateway",
  "s3",
  "iam",
  "sts",
  "cognito",
  "kms",
  "secrets-manager",
  "sqs",
  "sns",
  "eventbridge",
  "kinesis",
  "step-functions",
  "cloudformation",
  "sam",
  "cdk",
  "codebuild",
  "codedeploy",
  "codepipeline",
  "elastic-beanstalk",
  "ecs",
  "ecr",
  "elasticache",
  "cloudwatch",
  "x-ray",
  "cloudfront",
];

describe("the shipped bank", () => {
  test("has at least 520 items, and nothing is wrong with its format", () => {
    expect(issues).toEqual([]);
    expect(items.length).toBeGreaterThanOrEqual(520);
  });

  test("passes its own lint without a finding", () => {
    const findings = lintItems(items, { now: new Date("2026-12-01T00:00:00Z"), staleDays: 180 });
    expect(
      findings.map(({ code, file, line, message }) => `${path.basename(file)}:${line} ${code} ${message}`),
    ).toEqual([]);
  });

  test("gives an attacker who sees form only no more than 28 % of the keys, and no strategy more than 30 %", () => {
    const { model, strategies } = attackItems(items.map(viewItem));
    expect(model.share).toBeLessThanOrEqual(0.28);
    expect(model.high).toBeLessThanOrEqual(0.32);
    expect(strategies.filter(({ share }) => share > 0.3).map(({ name }) => name)).toEqual([]);
  });

  test.each(exams)("covers every objective of $code, and its domains by their weights", (exam) => {
    const counts = new Map<string, number>();
    const own = items.flatMap((item) => item.objectives[exam.code] ?? []);
    for (const objective of own) counts.set(objective, (counts.get(objective) ?? 0) + 1);
    const objectives = exam.domains.flatMap((domain) =>
      domain.tasks.flatMap((task) => task.objectives.map(({ id }) => id)),
    );
    expect(objectives.filter((id) => (counts.get(id) ?? 0) < (fewest[exam.code] ?? 1))).toEqual([]);
    for (const { id, weight } of exam.domains) {
      const share = (100 * own.filter((objective) => domainOf(objective) === id).length) / own.length;
      expect(Math.abs(share - weight), `domain ${id}: ${share.toFixed(1)} %`).toBeLessThanOrEqual(2);
    }
  });

  test("has at least 3 items for every service in scope and 12 for the major ones", () => {
    const of = (service: string) => items.filter((item) => item.services.includes(service)).length;
    expect(serviceSlugs.filter((service) => of(service) < 3)).toEqual([]);
    expect(major.filter((service) => of(service) < 12)).toEqual([]);
  });

  test("asks for judgement more than for memory, and for several answers about as often as the exam", () => {
    const share = (fits: (item: (typeof items)[number]) => boolean) =>
      items.filter(fits).length / items.length;
    expect(share((item) => item.level !== "recall")).toBeGreaterThanOrEqual(0.75);
    expect(share((item) => item.level === "analyse")).toBeGreaterThanOrEqual(0.25);
    expect(share((item) => keyOf(item).length > 1)).toBeGreaterThanOrEqual(0.15);
    expect(share((item) => keyOf(item).length > 1)).toBeLessThanOrEqual(0.2);
    expect(items.filter((item) => item.template).length).toBeGreaterThanOrEqual(20);
  });

  test.each(exams)(
    "gives ten different forms of $code, and repeats an item only as the quotas force",
    (exam) => {
      const { index } = compileItems(items);
      const reserve = reserveOf(exam, index, () => false, reserveForms);
      const pool = index.filter((entry) => exam.code in entry.objectives && !reserve.has(entry.id));
      const [count, forms] = [exam.questions.scored + exam.questions.unscored, 10];
      const quotas = domainQuotas(exam, count);
      const domain = (entry: (typeof pool)[number]) => domainOf(entry.objectives[exam.code] ?? "");
      const shown = new Map(pool.map(({ id }) => [id, 0]));
      const drawn = new Set<string>();
      for (let n = 0; n < forms; n++) {
        const form = drawForm({
          exam,
          items: pool,
          count,
          scored: exam.questions.scored,
          seen: (id) => shown.get(id) ?? 0,
          rng: seededRng(`form ${n}`),
        }).items;
        for (const { id } of form) shown.set(id, (shown.get(id) ?? 0) + 1);
        drawn.add(
          form
            .map(({ id }) => id)
            .sort()
            .join(),
        );
        for (const [id, quota] of quotas)
          expect(form.filter((entry) => domain(entry) === id)).toHaveLength(quota);
      }
      expect(drawn.size).toBe(forms);
      for (const [id, quota] of quotas) {
        const times = pool.filter((entry) => domain(entry) === id).map((entry) => shown.get(entry.id) ?? 0);
        const share = (forms * quota) / times.length;
        expect([Math.min(...times), Math.max(...times)], `domain ${id}`).toEqual([
          Math.floor(share),
          Math.ceil(share),
        ]);
      }
    },
  );

  test("tests every topic of the study checklist that is a fact to be asked", () => {
    const topics: Record<string, { topic: string; items?: string[]; not?: string }> = JSON.parse(
      readFileSync(path.join(root, "test", "fixtures", "topics.json"), "utf8"),
    );
    const ids = new Set(items.map((item) => item.id));
    const open = Object.entries(topics).filter(([, { items: tested, not }]) => !not && !tested?.length);
    expect(open.map(([id, { topic }]) => `${id} ${topic}`)).toEqual([]);
    const gone = Object.values(topics).flatMap(({ items: tested = [] }) =>
      tested.filter((id) => !ids.has(id)),
    );
    expect(gone).toEqual([]);
  });
});
