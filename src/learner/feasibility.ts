import { type DayRequest, minutesFor, quietDays } from "./daily.ts";
import { examState, itemState, type Learner } from "./learner.ts";
import { dueForecast } from "./reviews.ts";
import { domainIndex, type ItemFacts } from "./types.ts";

/** Whether every item can be met before the exam at this pace. */
export interface Feasibility {
  /** Items never seen, and days left on which new ones are begun. */
  readonly unseen: number;
  readonly days: number;
  /** New items a day that would be needed, and that fit beside the reviews. */
  readonly needed: number;
  readonly possible: number;
  readonly feasible: boolean;
  /** Share of the items that will be remembered on exam day if this pace is kept, 0 to 1. */
  readonly recall: number;
}

const lookAhead = 7;
// Chance of a right answer that a new item is planned with.
const chanceOfNew = 0.6;

/** Feasibility of meeting all items before the exam; null without an exam date ahead. */
export function feasibilityOf(
  learner: Learner,
  items: readonly ItemFacts[],
  request: DayRequest,
): Feasibility | null {
  const { examDay, today, minutes, retention } = request;
  if (examDay === undefined || examDay <= today) return null;
  const { blueprint } = examState(learner, request.exam);
  const all = items.filter((f) => domainIndex(blueprint, f) >= 0 && !request.reserve.has(f.id));
  const unseen = all.filter((facts) => itemState(learner, facts.id) === undefined).length;
  const days = Math.max(0, examDay - today - quietDays);
  const due = dueForecast(learner, all, request, lookAhead).reduce((a, b) => a + b, 0) / lookAhead;
  const left = minutes - due * minutesFor(learner, retention);
  const possible = Math.max(0, Math.floor(left / minutesFor(learner, chanceOfNew)));
  const needed = unseen === 0 ? 0 : days === 0 ? unseen : Math.ceil(unseen / days);
  const met = all.length - unseen + Math.min(unseen, possible * days);
  return {
    unseen,
    days,
    needed,
    possible,
    feasible: needed <= possible,
    recall: all.length === 0 ? 0 : Math.round((retention * met * 100) / all.length) / 100,
  };
}
