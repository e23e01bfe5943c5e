import { type App, localDay } from "../app/app.ts";
import { chooseMode } from "../app/drill-io.ts";
import { firstSteps } from "../app/first-steps.ts";
import { unfinishedSession } from "../app/unfinished.ts";
import { dayOfDate, planToday, readinessNow } from "../app/where-you-stand.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { statsOf } from "../report/stats.ts";
import { type HomeModel, homeLines } from "../ui/views/home-view.ts";

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
  if (interactive && app.settingsStore.fresh) await firstSteps(app);
  const model = await homeModel(app);
  app.print(["", ...homeLines(model, app.width, app.theme), ""].join("\n"));
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

async function homeModel(app: App): Promise<HomeModel> {
  const [exam, standing] = [await app.exam(), await app.standing()];
  const today = localDay(app.host.now());
  const readiness = await readinessNow(app, exam.code, standing);
  const { examDate, minutes, freezeDays } = app.settings;
  const mock = standing.sessions.findLast((session) => session.kind === "exam" && session.exam === exam.code);
  return {
    stats: statsOf(standing, exam, readiness, today, freezeDays),
    plan: await planToday(app, exam, standing, minutes),
    examDate,
    daysLeft: examDate ? dayOfDate(examDate) - today : undefined,
    lastMock: mock ? { day: (mock.closedAt ?? mock.at).slice(0, 10), ...mock.scored } : undefined,
    unfinished: await unfinishedSession(app, "drill"),
  };
}
