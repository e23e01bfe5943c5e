import { dueDay } from "../learner/memory.ts";
import type { Standing } from "../learner/standing.ts";
import { statsOf } from "../report/stats.ts";
import type { Exam } from "../schema/exam.ts";
import { type App, localDay } from "./app.ts";
import { deliveryNoticeNow } from "./delivery.ts";
import type { Today } from "./today.ts";
import { unfinishedSession } from "./unfinished.ts";
import { dayOfDate, planToday, readinessNow } from "./where-you-stand.ts";

/** Works out where the learner stands today. */
export async function workOutToday(app: App): Promise<Today> {
  const [exam, standing] = [await app.exam(), await app.standing()];
  const day = localDay(app.host.now());
  const readiness = await readinessNow(app, exam.code, standing);
  const { examDate, minutes, freezeDays } = app.settings;
  const mock = standing.sessions.findLast((session) => session.kind === "exam" && session.exam === exam.code);
  const open = await unfinishedSession(app, "drill");
  return {
    stats: statsOf(standing, exam, readiness, day, freezeDays),
    plan: await planToday(app, exam, standing, minutes),
    due: await countDue(app, exam, standing, day),
    examDate,
    notice: await deliveryNoticeNow(app),
    daysLeft: examDate ? dayOfDate(examDate) - day : undefined,
    lastMock: mock ? { day: (mock.closedAt ?? mock.at).slice(0, 10), ...mock.scored } : undefined,
    unfinished: open ? { kind: open.kind, n: open.n, of: open.of, session: open.session } : undefined,
  };
}

async function countDue(app: App, exam: Exam, { learner }: Standing, day: number): Promise<number> {
  const bank = await app.bank();
  const { retention } = app.settings;
  return Object.entries(learner.items).filter(([id, { memory }]) => {
    const objectives = bank.entry(id)?.objectives;
    return objectives !== undefined && exam.code in objectives && dueDay(memory, retention) <= day;
  }).length;
}
