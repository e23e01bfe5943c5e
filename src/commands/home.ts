import type { App } from "../app/app.ts";
import { chooseMode } from "../app/drill-io.ts";
import { lookOf } from "../app/look.ts";
import { today } from "../app/today.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { homeLines } from "../ui/views/home-view.ts";

/** Runs another command of the table, as if it had been typed. */
export type RunCommand = (words: readonly string[]) => Promise<ExitCode>;

const menu = [
  { name: "Today's drill", value: ["daily"] },
  { name: "Quiz on a topic", value: ["quiz"] },
  { name: "Mock exam", value: ["exam"] },
  { name: "Where you stand", value: ["stats"] },
  { name: "Last report", value: ["report"] },
  { name: "Leave", value: [] },
] as const;

/** `certdrill`: where you stand today and, in a terminal, a menu. */
export async function home(app: App, runCommand: RunCommand): Promise<ExitCode> {
  const interactive = chooseMode(app, undefined) === "screen";
  if (interactive && app.settingsStore.fresh) {
    const { firstSteps } = await import("../app/first-steps.ts");
    await firstSteps(app);
  }
  const model = await today(app);
  const { width, theme } = lookOf(app);
  app.print(["", ...homeLines(model, width, theme), ""].join("\n"));
  if (!interactive) return exitCodes.done;
  const { openPrompts } = await import("../ui/prompts/menu.ts");
  const prompts = await openPrompts(app.host);
  const resume = model.unfinished
    ? [{ name: `Resume the ${model.unfinished.kind}`, value: ["resume"] as const }]
    : [];
  const words: readonly string[] | undefined = await prompts.choose<readonly string[]>("What now?", [
    ...resume,
    ...menu,
  ]);
  if (words === undefined) return exitCodes.interrupted;
  if (words.length === 0) return exitCodes.done;
  if (words[0] !== "quiz") return runCommand(words);
  const topic = await prompts.ask("Topics, apart by blanks (lambda, security, 2.1 ...; Enter for all):");
  return topic === undefined
    ? exitCodes.interrupted
    : runCommand(["quiz", ...topic.split(/\s+/).filter(Boolean)]);
}
