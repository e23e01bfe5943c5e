import { planDay } from "../../src/learner/daily.ts";
import { effortOf } from "../../src/learner/gain.ts";
import { emptyLearner, type Learner, learn } from "../../src/learner/learner.ts";
import { dueDay } from "../../src/learner/memory.ts";
import type { Blueprint, ItemFacts } from "../../src/learner/types.ts";
import { chanceFrom } from "./chance.ts";
import { answerFromMemory, drawMemory, trueRecall } from "./true-memory.ts";

/** A plan is tried with so many days to the exam and minutes a day. */
export interface Setting {
  readonly days: number;
  readonly minutes: number;
}

/** Mean recall on exam day over all items, never met ones counting 0. */
export interface TrialResult extends Setting {
  readonly plain: number;
  readonly planned: number;
}

export const settings: readonly Setting[] = [
  { days: 14, minutes: 30 },
  { days: 30, minutes: 15 },
  { days: 30, minutes: 30 },
  { days: 60, minutes: 20 },
];

const bankSize = 300;
// All items are met once in the days before the trial: what is compared is the order of reviews.
const warmUpDays = 10;
const newADay = bankSize / warmUpDays;
const retention = 0.9;
const blueprint: Blueprint = {
  exam: "exam",
  domains: [{ id: "1", weight: 100 }],
  scored: 50,
  floors: [{ share: 1, floor: 1 / 4 }],
  cut: { mean: 0.72, sd: 0 },
};
const bank: readonly ItemFacts[] = Array.from({ length: bankSize }, (_, i) => ({
  id: `i${i}`,
  objectives: { exam: `1.1.${i % 10}` },
  options: 4,
  keys: 1,
  level: "apply",
  services: [`s${i % 12}`],
}));

type Scheduler = (learner: Learner, day: number, minutes: number, examDay: number) => readonly string[];

/** What FSRS alone would do: what is due, in the order of the days, then new items. */
const plain: Scheduler = (learner, day) =>
  Object.entries(learner.items)
    .map(([id, item]) => ({ id, due: dueDay(item.memory, retention), last: item.memory.day }))
    .filter((x) => x.due <= day && x.last < day)
    .sort((a, b) => a.due - b.due)
    .map((x) => x.id);

const planned: Scheduler = (learner, day, minutes, examDay) => {
  const now = day * 86_400_000;
  const reserve = new Set<string>();
  const request = { exam: blueprint.exam, now, today: day, minutes, retention, examDay, reserve };
  return planDay(learner, bank, request).items.map((x) => x.item);
};

/** Compares the plan for an exam day with plain FSRS, minute for minute, over simulated learners. */
export function runTrial(setting: Setting, learners: number, seed: string): TrialResult {
  let [a, b] = [0, 0];
  for (let i = 0; i < learners; i++) {
    a += recallOnExamDay(plain, setting, `${seed}/${i}`) / learners;
    b += recallOnExamDay(planned, setting, `${seed}/${i}`) / learners;
  }
  return { ...setting, plain: a, planned: b };
}

function recallOnExamDay(scheduler: Scheduler, setting: Setting, seed: string): number {
  const chance = chanceFrom(seed);
  const memory = drawMemory(chance);
  const learner = emptyLearner([blueprint]);
  const study = (id: string, day: number) => {
    const attempt = answerFromMemory(memory, id, day, chance);
    learn(learner, attempt, bank[Number(id.slice(1))] as ItemFacts);
    return effortOf(Number(attempt.correct));
  };
  for (let i = 0; i < bankSize; i++) study(`i${i}`, Math.floor(i / newADay) + 1 - warmUpDays);
  const examDay = setting.days + 1;
  for (let day = 1; day < examDay; day++) {
    let left = setting.minutes;
    // A plan that ends early is followed by another: both arms use every minute.
    for (;;) {
      const ids = left > 0 ? scheduler(learner, day, left, examDay) : [];
      for (const id of ids) if (left > 0) left -= study(id, day);
      if (ids.length === 0) break;
    }
  }
  return bank.reduce((sum, f) => sum + trueRecall(memory, f.id, examDay), 0) / bankSize;
}
