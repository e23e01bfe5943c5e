import { reviewGain } from "./gain.ts";
import { itemState, type Learner } from "./learner.ts";
import { dueDay, type Memory, retrievability } from "./memory.ts";
import { daysBetween, type ItemFacts } from "./types.ts";

/** A review that could be done today. */
export interface Review {
  readonly facts: ItemFacts;
  /** Chance that it is recalled now, 0 to 1. */
  readonly recall: number;
}

export interface ReviewRequest {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly today: number;
  /** Desired retention, 0 to 1. */
  readonly retention: number;
  readonly examDay?: number;
}

// Earlier than this before an exam plain FSRS is better: gains on exam day are then blind to the reviews in between.
const examRankDays = 14;

/**
 * Reviews worth doing today, the best first. In the two weeks before an exam: by what they add to recall on exam day
 * per minute, as far as waiting is not the better choice. Otherwise: those that are due, the longest overdue first.
 */
export function rankReviews(learner: Learner, items: readonly ItemFacts[], request: ReviewRequest): Review[] {
  const examIn = request.examDay === undefined ? 0 : request.examDay - request.today;
  const forExam = examIn > 0 && examIn <= examRankDays;
  const ranked = items.flatMap((facts) => {
    const memory = itemState(learner, facts.id)?.memory;
    if (memory === undefined) return [];
    const rank = forExam ? examRank(memory, request.now, examIn) : dueRank(memory, request);
    return rank === undefined ? [] : [{ facts, recall: retrievability(memory, request.now), rank }];
  });
  return ranked.sort((a, b) => b.rank - a.rank || a.recall - b.recall || (a.facts.id < b.facts.id ? -1 : 1));
}

function examRank(memory: Memory, now: number, examIn: number): number | undefined {
  const { net, effort } = reviewGain(memory, daysBetween(memory.last, now), examIn);
  return net > 0 ? net / effort : undefined;
}

function dueRank(memory: Memory, request: ReviewRequest): number | undefined {
  const overdue = request.today - dueDay(memory, request.retention);
  return overdue >= 0 ? overdue : undefined;
}

/** Number of reviews that fall due on each of the next `days` days; what is overdue counts for today, the first. */
export function dueForecast(
  learner: Learner,
  items: readonly ItemFacts[],
  request: ReviewRequest,
  days = 14,
): number[] {
  const counts = new Array<number>(days).fill(0);
  for (const facts of items) {
    const memory = itemState(learner, facts.id)?.memory;
    if (memory === undefined) continue;
    const day = Math.max(0, dueDay(memory, request.retention) - request.today);
    if (day < days) counts[day] = (counts[day] as number) + 1;
  }
  return counts;
}
