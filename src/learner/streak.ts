import type { DayCount } from "./standing.ts";

/** A run of days on which the day's plan was finished. */
export interface Streak {
  /** Days in the run that ends today, or yesterday while today is still open. */
  readonly days: number;
  /** Whether today is in it. */
  readonly today: boolean;
  /** Days in the run that were bridged by a freeze. */
  readonly frozen: number;
}

/**
 * The current streak. Only finished plans count; a missed day is bridged by a freeze while fewer than `freezes` were
 * used in the 30 days after it. Today does not break a streak before it is over.
 */
export function streakOf(days: Readonly<Record<string, DayCount>>, today: number, freezes: number): Streak {
  const done = (day: number) => days[day]?.done === true;
  const used: number[] = [];
  let counted = done(today) ? 1 : 0;
  let pending: number[] = [];
  const first = Math.min(...Object.keys(days).map(Number), today);
  for (let day = today - 1; day >= first; day--) {
    if (done(day)) {
      counted++;
      used.push(...pending);
      pending = [];
      continue;
    }
    const recent = [...used, ...pending].filter((other) => other - day < 30).length;
    if (recent >= freezes) break;
    pending.push(day);
  }
  return { days: counted, today: done(today), frozen: used.length };
}
