import type { App } from "../app/app.ts";
import { conductDrill } from "../app/conduct-drill.ts";
import { sayDelivery } from "../app/delivery.ts";
import { openDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { reminderText } from "../app/reminder.ts";
import { offerUnfinished } from "../app/unfinished.ts";
import { planToday } from "../app/where-you-stand.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { planLine } from "../ui/views/home-view.ts";

export interface DailyOptions {
  readonly minutes?: number;
  readonly seed?: string;
  readonly io?: string;
  readonly printCron?: boolean;
}

/** `certdrill daily`: today's drill, planned by what is due, what is weak and what is new. */
export async function daily(app: App, options: DailyOptions): Promise<ExitCode> {
  if (options.printCron) {
    app.print(reminderText(app.host.platform));
    return exitCodes.done;
  }
  const mode = chooseMode(app, options.io);
  const taken = await offerUnfinished(app, mode);
  if (taken !== undefined) return taken;
  await sayDelivery(app);
  const [exam, standing] = [await app.exam(), await app.standing()];
  const minutes = options.minutes ?? app.settings.minutes;
  const plan = await planToday(app, exam, standing, minutes);
  const short = (id: string) => exam.domains.find((domain) => domain.id === id)?.short ?? id;
  app.talk(`Today: ${planLine(plan, short)}.`);
  if (plan.items.length === 0) {
    app.talk("Nothing is left for today. A topic of your choice: certdrill quiz");
    return exitCodes.done;
  }
  const seed = options.seed ?? app.host.randomWord();
  const ids = plan.items.map(({ item }) => item);
  return conductDrill(await openDrill(app, { kind: "daily", ids, seed, minutes }), mode);
}
