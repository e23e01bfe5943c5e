import type { Readiness } from "../learner/readiness.ts";
import type { SessionBrief, Standing } from "../learner/standing.ts";
import { type Streak, streakOf } from "../learner/streak.ts";
import type { Exam } from "../schema/exam.ts";
import { serviceName } from "../schema/services.ts";

/** A week of first answers: days since 1970-01-01 of its first day, and the share of right ones. */
interface Week {
  readonly from: number;
  readonly n: number;
  readonly share: number | null;
}

/** The whole standing of a learner in an exam; the same for every format. */
export interface Stats {
  readonly format: 1;
  readonly exam: string;
  readonly answers: number;
  readonly right: number;
  readonly itemsSeen: number;
  readonly itemsLeft: number;
  readonly streak: Streak;
  readonly readiness: Readiness;
  readonly domains: readonly (Readiness["domains"][number] & {
    readonly name: string;
    readonly short: string;
  })[];
  readonly services: readonly (Readiness["services"][number] & { readonly name: string })[];
  /** First answers by week, oldest first. */
  readonly weeks: readonly Week[];
  /** Answers a day in the last weeks, by day number. */
  readonly calendar: readonly { readonly day: number; readonly n: number; readonly done: boolean }[];
  /** Finished sessions, oldest first. */
  readonly sessions: readonly SessionBrief[];
  readonly keyChanged: number;
}

const weeksShown = 8;
const daysShown = 56;

/** Builds the standing's numbers for an exam on a day. */
export function statsOf(
  standing: Standing,
  exam: Exam,
  readiness: Readiness,
  today: number,
  freezes: number,
): Stats {
  const days = Object.values(standing.days);
  const items = Object.values(standing.learner.items);
  return {
    format: 1,
    exam: exam.code,
    answers: days.reduce((sum, day) => sum + day.n, 0),
    right: days.reduce((sum, day) => sum + day.right, 0),
    itemsSeen: readiness.domains.reduce((sum, domain) => sum + domain.practised, 0),
    itemsLeft: readiness.domains.reduce((sum, domain) => sum + domain.left, 0),
    streak: streakOf(standing.days, today, freezes),
    readiness,
    domains: readiness.domains.map((domain) => {
      const named = exam.domains.find((candidate) => candidate.id === domain.id);
      return { ...domain, name: named?.name ?? domain.id, short: named?.short ?? domain.id };
    }),
    services: readiness.services.map((service) => ({ ...service, name: serviceName(service.id) })),
    weeks: weeksOf(
      items.map((item) => item.first),
      today,
    ),
    calendar: Array.from({ length: daysShown }, (_, index) => {
      const day = today - daysShown + 1 + index;
      return { day, n: standing.days[day]?.n ?? 0, done: standing.days[day]?.done ?? false };
    }),
    sessions: standing.sessions.filter((session) => session.exam === exam.code),
    keyChanged: standing.keyChanged,
  };
}

function weeksOf(
  firsts: readonly { readonly day: number; readonly correct: boolean }[],
  today: number,
): Week[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const from = today - 7 * (weeksShown - index) + 1;
    const week = firsts.filter(({ day }) => day >= from && day < from + 7);
    const right = week.filter(({ correct }) => correct).length;
    return {
      from,
      n: week.length,
      share: week.length === 0 ? null : Math.round((100 * right) / week.length) / 100,
    };
  });
}
