import { grades, type Memory, recallAfter, stabilityAfter } from "./memory.ts";

/** What a review today is worth for exam day. */
export interface ReviewGain {
  /** Gain in recall on exam day, less half of the best gain that a review on a later day would bring. */
  readonly net: number;
  /** Expected effort, in units of one answer: a miss takes twice as long. */
  readonly effort: number;
}

// Above 0.5 everything waits for a later day, and recall on exam day collapses.
const laterWeight = 0.5;

/**
 * Gain of a review now for an exam `examIn` days (more than 0) from now, for an item last answered `since` days ago:
 * R S_good + (1 - R) S_again - R(exam day, no review), where S is the recall left on exam day after that grade.
 */
export function reviewGain(memory: Memory, since: number, examIn: number): ReviewGain {
  const untouched = recallAfter(memory.stability, since + examIn);
  const gainAfter = (wait: number) => recallOnExam(memory, since + wait, examIn - wait) - untouched;
  let later = 0;
  for (let wait = 1; wait < examIn; wait++) later = Math.max(later, gainAfter(wait));
  return {
    net: gainAfter(0) - laterWeight * later,
    effort: effortOf(recallAfter(memory.stability, since)),
  };
}

function recallOnExam(memory: Memory, since: number, left: number): number {
  const recall = recallAfter(memory.stability, since);
  const good = recallAfter(stabilityAfter(memory, grades.good, since), left);
  const again = recallAfter(stabilityAfter(memory, grades.again, since), left);
  return recall * good + (1 - recall) * again;
}

/** Effort of an answer that is right with chance `p`, in units of one answer: a miss takes twice as long. */
export function effortOf(p: number): number {
  return 2 - p;
}
