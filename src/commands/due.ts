import type { App } from "../app/app.ts";
import { today } from "../app/today.ts";
import { type ExitCode, exitCodes } from "../errors.ts";

/** `certdrill due`: how many items wait for today, without starting anything. */
export async function due(app: App, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { stats, due: count } = await today(app);
  const done = stats.streak.today;
  app.print(
    options.json
      ? JSON.stringify({ exam: stats.exam, due: count, done })
      : `${count} due${done ? ", today is done" : ""}`,
  );
  return exitCodes.done;
}
