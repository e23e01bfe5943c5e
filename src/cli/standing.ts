import {
  type CliTools,
  count,
  failUnder,
  formats,
  io,
  json,
  minutes,
  output,
  seed,
  whole,
} from "./options.ts";

/** Commands that tell where a learner stands. */
export function addStanding({ command, run, globals }: CliTools): void {
  command("readiness", "Would you pass? An estimate, how sure it is, and what it rests on")
    .addOption(json())
    .addOption(failUnder("estimated score"))
    .action((options) =>
      run(async (app) => (await import("../commands/readiness.ts")).readiness(app, options), globals()),
    );

  command("plan", "Days to the exam, whether they are enough, what comes back when")
    .addOption(minutes("minutes a day (default: your setting)"))
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("../commands/plan.ts")).plan(app, options), globals()),
    );

  command("due", "How many items are due, for a shell prompt")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("../commands/due.ts")).due(app, options), globals()),
    );

  command("weak", "Weak domains, tasks and services, what you mix up, and a drill on it", [
    "weak",
    "weak --drill",
    "weak --confused",
  ])
    .option("--drill", "start a drill on what is weak")
    .option("--confused", "start a drill on what you mix up")
    .addOption(count("how many questions (default: 10)"))
    .addOption(seed())
    .addOption(io())
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("../commands/weak.ts")).weak(app, options), globals()),
    );

  command("result <score>", "Keep a result of the real exam; estimates learn from it", [
    "result 768 --date 2027-01-15",
  ])
    .option("--date <date>", "day of the exam (default: today)")
    .action((score: string, options) =>
      run(
        async (app) => (await import("../commands/result.ts")).result(app, whole(100, 1000)(score), options),
        globals(),
      ),
    );

  command("report [session]", "Scored report of a session (default: the last one)", [
    "report",
    "report --format md -o report.md",
    "report --list",
  ])
    .addOption(formats("text", "md", "json"))
    .addOption(output())
    .option("--list", "list the sessions")
    .addOption(failUnder("per cent"))
    .action((session: string | undefined, options) =>
      run(async (app) => (await import("../commands/report.ts")).report(app, session, options), globals()),
    );

  command("stats", "Where you stand: domains, services, trend, streak")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("../commands/stats.ts")).stats(app, options), globals()),
    );
}
