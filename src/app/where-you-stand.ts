import type { Bank } from "../bank/open-bank.ts";
import { type DayPlan, type DayRequest, planDay } from "../learner/daily.ts";
import { itemState } from "../learner/learner.ts";
import { type Readiness, readiness } from "../learner/readiness.ts";
import { factsOf, type Standing } from "../learner/standing.ts";
import type { ItemFacts } from "../learner/types.ts";
import type { Exam } from "../schema/exam.ts";
import { reserveForms, reserveOf } from "../session/reserve.ts";
import { type App, localDay } from "./app.ts";

/** Facts of all items of an exam that the open banks hold. */
export function factsOfBank(bank: Bank, exam: string): ItemFacts[] {
  return bank.entries.filter((entry) => exam in entry.objectives).map(factsOf);
}

/** Readiness for an exam now. */
export async function readinessNow(app: App, exam: string, standing: Standing): Promise<Readiness> {
  const now = app.host.now();
  return readiness(standing.learner, exam, now, factsOfBank(await app.bank(), exam), localDay(now));
}

/** Domains that are weak; while none is known to be, the one likeliest to be under the cut, else all. */
export async function weakDomains(app: App, exam: Exam, standing: Standing): Promise<Set<string>> {
  const { domains } = await readinessNow(app, exam.code, standing);
  const weak = domains.filter((domain) => domain.weak);
  if (weak.length > 0) return new Set(weak.map((domain) => domain.id));
  const known = domains.filter((domain) => domain.below !== null);
  const [likeliest] = known.sort((a, b) => (b.below ?? 0) - (a.below ?? 0));
  return new Set(likeliest ? [likeliest.id] : domains.map((domain) => domain.id));
}

/** Items kept back for mock exams: two forms, one less for each reserve form that was sat. */
export function reserveNow(bank: Bank, exam: Exam, standing: Standing): Set<string> {
  const sat = standing.sessions.filter(
    (session) => session.kind === "exam" && session.reserve && session.exam === exam.code,
  ).length;
  const isSeen = (id: string) => itemState(standing.learner, id) !== undefined;
  return reserveOf(exam, bank.entries, isSeen, Math.max(0, reserveForms - sat));
}

/** Day number (days since 1970-01-01) of a date written YYYY-MM-DD. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** What a day's drill is to be made of. */
export function dayRequest(
  app: App,
  bank: Bank,
  exam: Exam,
  standing: Standing,
  minutes: number,
): DayRequest {
  const now = app.host.now();
  return {
    exam: exam.code,
    now,
    today: localDay(now),
    minutes,
    retention: app.settings.retention,
    reserve: reserveNow(bank, exam, standing),
    ...(app.settings.examDate ? { examDay: dayOfDate(app.settings.examDate) } : {}),
  };
}

/** What today's drill would be made of. */
export async function planToday(app: App, exam: Exam, standing: Standing, minutes: number): Promise<DayPlan> {
  const bank = await app.bank();
  return planDay(
    standing.learner,
    factsOfBank(bank, exam.code),
    dayRequest(app, bank, exam, standing, minutes),
  );
}
