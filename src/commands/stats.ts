import { type App, localDay } from "../app/app.ts";
import { lookOf } from "../app/look.ts";
import { readinessNow } from "../app/where-you-stand.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { statsOf } from "../report/stats.ts";
import { statsLines } from "../ui/views/stats-view.ts";

/** `certdrill stats` */
export async function stats(app: App, options: { readonly json?: boolean }): Promise<ExitCode> {
  const [exam, standing] = [await app.exam(), await app.standing()];
  const readiness = await readinessNow(app, exam.code, standing);
  const found = statsOf(standing, exam, readiness, localDay(app.host.now()), app.settings.freezeDays);
  const { width, theme } = lookOf(app);
  app.print(options.json ? JSON.stringify(found, null, 2) : statsLines(found, width, theme).join("\n"));
  return exitCodes.done;
}
