import { type ExitCode, exitCodes } from "../errors.ts";
import type { SessionReport } from "../report/session-report.ts";
import type { Leave } from "../session/run-quiz.ts";
import { type Drill, type NextItem, record, runDrill } from "./drill.ts";
import { type IoMode, openSessionIo } from "./drill-io.ts";
import { lookOf } from "./look.ts";
import { reportOf } from "./report-source.ts";

/** Conducts a drill from its first question to its report. */
export async function conductDrill(
  drill: Drill,
  mode: IoMode,
  options: { readonly failUnder?: number; readonly next?: NextItem } = {},
): Promise<ExitCode> {
  const { app } = drill;
  const io = await openSessionIo(app, mode);
  const unhear = app.host.onStop(() => io.stop());
  let left: Leave["how"] | undefined;
  try {
    left = await runDrill(drill, io, options.next);
  } finally {
    unhear();
    await io.close();
  }
  // A pipe that has ended will not come back, and a program that says "quit" wants its result.
  if (left === "end" || (left === "quit" && mode === "jsonl")) {
    record(drill, [{ type: "closed", how: "scored" }]);
    left = undefined;
  }
  if (left) return sayHowToComeBack(drill, left);
  return tellResult(drill, mode, options.failUnder);
}

function sayHowToComeBack({ app, state }: Drill, left: Leave["how"]): ExitCode {
  const { answers, form, session } = state;
  app.talk(
    `${answers.size} of ${form.length} answered, all of it kept. To go on: certdrill resume ${session}`,
  );
  return left === "interrupt" ? exitCodes.interrupted : exitCodes.done;
}

/** Tells the result of a closed session, and turns it into an exit code. */
export async function tellResult(
  drill: Drill,
  mode: IoMode,
  failUnder: number | undefined,
): Promise<ExitCode> {
  const { app, state } = drill;
  const report = await reportOf(app, state.session);
  if (!report) throw new Error(`the session ${state.session} is not in the journal`);
  if (mode === "jsonl") app.print(JSON.stringify({ type: "result", ...report }));
  else await printReport(drill, report);
  const share = (report.score.share ?? 0) * 100;
  return failUnder !== undefined && share < failUnder ? exitCodes.findings : exitCodes.done;
}

async function printReport({ app }: Drill, report: SessionReport): Promise<void> {
  const { sessionReportLines } = await import("../ui/views/session-report-view.ts");
  const misses = report.misses.length;
  const next = misses > 0 ? `certdrill review ${report.session} --misses` : "certdrill daily";
  const { width, theme } = lookOf(app);
  app.print(["", ...sessionReportLines(report, width, theme)].join("\n"));
  app.talk(`Again in full: certdrill report ${report.session}\nNext:          ${next}`);
}
