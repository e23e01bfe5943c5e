import { type App, localDay } from "../app/app.ts";
import { deliveryNoticeNow } from "../app/delivery.ts";
import { lookOf } from "../app/look.ts";
import { dayOfDate, dayRequest, factsOfBank, planToday, readinessNow } from "../app/where-you-stand.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { feasibilityOf } from "../learner/feasibility.ts";
import { dueForecast } from "../learner/reviews.ts";
import { type PlanModel, planLines } from "../ui/views/plan-view.ts";

/** `certdrill plan`: the days to the exam, whether they are enough, and what comes back when. */
export async function plan(
  app: App,
  options: { readonly json?: boolean; readonly minutes?: number },
): Promise<ExitCode> {
  const [exam, standing, bank] = [await app.exam(), await app.standing(), await app.bank()];
  const minutes = options.minutes ?? app.settings.minutes;
  const items = factsOfBank(bank, exam.code);
  const request = dayRequest(app, bank, exam, standing, minutes);
  const { domains } = await readinessNow(app, exam.code, standing);
  const today = localDay(app.host.now());
  const { examDate } = app.settings;
  const model: PlanModel = {
    exam: exam.code,
    examDate: examDate ?? null,
    notice: await deliveryNoticeNow(app),
    daysLeft: examDate ? dayOfDate(examDate) - today : null,
    minutes,
    today: await planToday(app, exam, standing, minutes),
    feasibility: feasibilityOf(standing.learner, items, request),
    forecast: dueForecast(standing.learner, items, request, 14),
    firstDay: today,
    domains: domains.map(({ id, left, practised, remembered }) => ({
      id,
      short: exam.domains.find((domain) => domain.id === id)?.short ?? id,
      left,
      practised,
      remembered,
    })),
  };
  const { width, theme } = lookOf(app);
  app.print(options.json ? JSON.stringify(model, null, 2) : planLines(model, width, theme).join("\n"));
  return exitCodes.done;
}
