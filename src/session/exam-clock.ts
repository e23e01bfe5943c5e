/** What the clock of an exam is set with. */
export interface ExamClockStart {
  /** Working time allowed, milliseconds. */
  readonly limit: number;
  /** Working time used before this process took over, milliseconds. */
  readonly used: number;
  /** Monotonic milliseconds at which this process took over. */
  readonly monotonic: number;
}

/** Working time used, in milliseconds, from monotonic time alone: the system's clock may jump as it likes. */
export function usedTime(start: ExamClockStart, monotonic: number): number {
  return start.used + Math.max(0, monotonic - start.monotonic);
}

/** Working time left, in milliseconds, never negative. */
export function timeLeft(start: ExamClockStart, monotonic: number): number {
  return Math.max(0, start.limit - usedTime(start, monotonic));
}

/**
 * Working time used when an exam is taken up again. A strict exam never stood still: the wall time since its last event
 * counts, as far as it is not negative (a clock set back neither prolongs nor ends it). A practice exam was paused.
 */
export function usedAfterAbsence(
  usedAtLastEvent: number,
  lastEventAt: number,
  now: number,
  practice: boolean,
): number {
  return practice ? usedAtLastEvent : usedAtLastEvent + Math.max(0, now - lastEventAt);
}

const announced = [30, 10, 5, 1];

/** Minutes that are announced when the time left falls from one value to another (both in milliseconds). */
export function announcements(before: number, after: number): number[] {
  return announced.filter((minutes) => before > minutes * 60_000 && after <= minutes * 60_000);
}

/** Minutes ahead of (positive) or behind (negative) an even pace. */
export function paceAgainstPlan(
  start: Pick<ExamClockStart, "limit">,
  used: number,
  answered: number,
  items: number,
): number {
  const planned = (start.limit * answered) / Math.max(1, items);
  return Math.round((planned - used) / 60_000);
}

/** Time as a clock shows it: 1:24:07, or 4:07 below an hour. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
