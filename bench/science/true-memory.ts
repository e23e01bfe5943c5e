import { default_w, FSRSAlgorithm } from "ts-fsrs";
import type { Attempt } from "../../src/learner/types.ts";
import type { Confidence } from "../../src/session/events.ts";
import type { Chance } from "./chance.ts";

/** A memory that follows FSRS-6 with weights of its own: the scheduler's are wrong for it, as for everyone. */
export interface TrueMemory {
  readonly law: FSRSAlgorithm;
  readonly items: Map<string, { stability: number; difficulty: number; day: number }>;
}

const jitter = 0.1;
const floor = 1 / 4;

/** A learner whose weights differ from the published ones by a factor of exp(N(0, 0.1)) each. */
export function drawMemory(chance: Chance): TrueMemory {
  const w = default_w.map((x) => x * Math.exp(chance.normal(0, jitter)));
  return { law: new FSRSAlgorithm({ w, enable_short_term: false, enable_fuzz: false }), items: new Map() };
}

/** True chance that an item is recalled on a day; 0 before it was met. */
export function trueRecall(memory: TrueMemory, id: string, day: number): number {
  const item = memory.items.get(id);
  return item === undefined ? 0 : memory.law.forgetting_curve(day - item.day, item.stability);
}

/** Answers a four-option item: recalled or not, guessed or not, sure or not. Of lucky guesses 60 % are admitted. */
export function answerFromMemory(memory: TrueMemory, id: string, day: number, chance: Chance): Attempt {
  const before = memory.items.get(id);
  const recalled = chance.happens(before === undefined ? 0.5 : trueRecall(memory, id, day));
  const hesitant = recalled && chance.happens(0.15);
  const grade = recalled ? (hesitant ? 2 : 3) : 1;
  const next = memory.law.next_state(before ?? null, before === undefined ? 0 : day - before.day, grade);
  memory.items.set(id, { ...next, day });
  const correct = recalled || chance.happens(floor);
  const confidence = confidenceOf(chance, recalled, hesitant);
  return { item: id, at: day * 86_400_000, correct, confidence, ms: 60_000 };
}

function confidenceOf(chance: Chance, recalled: boolean, hesitant: boolean): Confidence {
  const u = chance.uniform(0, 1);
  if (!recalled) return u < 0.6 ? "guess" : u < 0.85 ? "unsure" : "sure";
  if (hesitant) return u < 0.8 ? "unsure" : "sure";
  return u < 0.9 ? "sure" : "unsure";
}
