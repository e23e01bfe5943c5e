import { type App, localDay } from "../app/app.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { dueDay } from "../learner/memory.ts";

/** `certdrill due`: how many items wait for today, without starting anything. */
export async function due(app: App, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { learner, days } = await app.standing();
  const [bank, exam] = [await app.bank(), app.options.exam ?? app.settings.exam];
  const today = localDay(app.host.now());
  const { retention } = app.settings;
  const count = Object.entries(learner.items).filter(([id, item]) => {
    const objectives = bank.entry(id)?.objectives;
    return objectives !== undefined && exam in objectives && dueDay(item.memory, retention) <= today;
  }).length;
  const done = days[today]?.done === true;
  app.print(
    options.json
      ? JSON.stringify({ exam, due: count, done })
      : `${count} due${done ? ", today is done" : ""}`,
  );
  return exitCodes.done;
}
