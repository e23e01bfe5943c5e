import { dueDay, gradeAnswer, type Memory, remember, retrievability } from "../../src/learner/memory.ts";
import type { Attempt } from "../../src/learner/types.ts";
import { chanceFrom } from "./chance.ts";
import { publishedVector, referenceVectors } from "./fsrs-vectors.ts";
import { rms } from "./metrics.ts";
import { answerFromMemory, drawMemory, trueRecall } from "./true-memory.ts";

/** Root mean square error of retrievability at each review, with and without what is known of confidence. */
export interface RecallErrors {
  readonly graded: number;
  /** Every right answer called "good". */
  readonly naive: number;
}

const days = 90;
const newADay = 4;
const retention = 0.9;

/** Four-option answers of learners whose memory follows other weights than the published ones. */
export function runMemory(learners: number, seed: string): RecallErrors {
  const errors = (asSeen: (attempt: Attempt) => Attempt) =>
    rms(Array.from({ length: learners }, (_, i) => errorsOf(`${seed}/${i}`, asSeen)).flat());
  return {
    graded: errors((attempt) => attempt),
    naive: errors((attempt) => ({ ...attempt, confidence: "sure" })),
  };
}

function errorsOf(seed: string, asSeen: (attempt: Attempt) => Attempt): number[] {
  const chance = chanceFrom(seed);
  const truth = drawMemory(chance);
  const seen = new Map<string, Memory>();
  const errors: number[] = [];
  for (let day = 1; day <= days; day++) {
    const due = [...seen].filter(([, memory]) => dueDay(memory, retention) <= day).map(([id]) => id);
    const fresh = Array.from({ length: newADay }, (_, i) => `${day}.${i}`);
    for (const id of [...due, ...fresh]) {
      const before = seen.get(id);
      const at = day * 86_400_000;
      if (before !== undefined) errors.push(retrievability(before, at) - trueRecall(truth, id, day));
      const attempt = asSeen(answerFromMemory(truth, id, day, chance));
      seen.set(id, remember(before, gradeAnswer(attempt, attempt.ms), at, day));
    }
  }
  return errors;
}

/** Largest distance of any stability or difficulty from the reference implementation's. */
export function parityError(): number {
  const distances = referenceVectors.flatMap(({ grades, days, stability, difficulty }) => {
    let memory: Memory | undefined;
    let day = 0;
    return grades.flatMap((grade, i) => {
      day += days[i] as number;
      memory = remember(memory, grade, day * 86_400_000, day);
      return [
        Math.abs(memory.stability - (stability[i] as number)),
        Math.abs(memory.difficulty - (difficulty[i] as number)),
      ];
    });
  });
  return Math.max(...distances, publishedDistance());
}

function publishedDistance(): number {
  const { start, end } = publishedVector;
  let memory: Memory = { ...start, last: 0, day: 0, reviews: 1, lapses: 0 };
  let day = 0;
  for (const wait of publishedVector.days) {
    day += wait;
    memory = remember(memory, 3, day * 86_400_000, day);
  }
  return Math.max(Math.abs(memory.stability - end.stability), Math.abs(memory.difficulty - end.difficulty));
}
