import { Option } from "commander";
import { type CliTools, count, failUnder, io, minutes, seed, whole } from "./options.ts";

/** Commands that ask. */
export function addDrills({ command, run, globals }: CliTools): void {
  command("daily", "Today's drill: what is due, what is weak, what is new, in your minutes", [
    "daily",
    "daily --minutes 10",
  ])
    .addOption(minutes("minutes for today (default: your setting)"))
    .addOption(seed())
    .addOption(io())
    .option("--print-cron", "print a line that reminds you every day")
    .action((options) =>
      run(async (app) => (await import("../commands/daily.ts")).daily(app, options), globals()),
    );

  command("quiz [topic...]", "Questions with feedback after each answer", [
    "quiz lambda -n 5",
    "quiz security --new",
    "quiz 2.1 --minutes 10",
    "quiz --missed",
  ])
    .addOption(count("how many questions (default: 10)"))
    .addOption(minutes("no further question after so many minutes"))
    .addOption(seed())
    .option("--new", "only items you have never seen")
    .option("--missed", "only items you got wrong last time")
    .option("--flagged", "only flagged items")
    .option("--weak", "only your weakest domain")
    .addOption(io())
    .addOption(failUnder("per cent"))
    .action((topics: string[], options) =>
      run(async (app) => (await import("../commands/quiz.ts")).quiz(app, topics, options), globals()),
    );

  command("review [session]", "The items of a session again, with feedback", [
    "review --misses",
    "review 2027-01-02-ab3d --flagged",
  ])
    .option("--misses", "only what you got wrong")
    .option("--flagged", "only what you flagged")
    .addOption(seed())
    .addOption(io())
    .action((session: string | undefined, options) =>
      run(async (app) => (await import("../commands/review.ts")).review(app, session, options), globals()),
    );

  command("diagnose", "The fresh items that narrow the estimate fastest; stops by itself")
    .option("--decide", "go on until pass or fail is known with 95 %")
    .addOption(seed())
    .addOption(io())
    .action((options) =>
      run(async (app) => (await import("../commands/diagnose.ts")).diagnose(app, options), globals()),
    );

  command("resume [session]", "Go on with a session that was left", ["resume", "resume --score"])
    .option("--score", "close it and score what is there")
    .option("--discard", "close it without a score; its answers stay in the history")
    .addOption(io())
    .action((session: string | undefined, options) =>
      run(async (app) => (await import("../commands/resume.ts")).resume(app, session, options), globals()),
    );

  command("exam", "A mock exam: timed, without feedback before its end", [
    "exam",
    "exam --half --seed friday",
    "exam --reserve",
    "exam --resume",
  ])
    .addOption(count("how many items (default: the exam's own 65)"))
    .addOption(minutes("working time (default: the exam's own, by the number of items)"))
    .addOption(
      new Option("--extra-time <minutes>", "more working time, as granted to some candidates").argParser(
        whole(1, 240),
      ),
    )
    .option("--half", "33 items in 65 minutes")
    .option("--domain <domain>", "only one domain, by id or name")
    .option("--reserve", "a form of items kept back for this")
    .option("--practice", "the clock stops while you are away")
    .option("--resume [session]", "go on with an exam that was left")
    .addOption(seed())
    .addOption(io())
    .addOption(failUnder("estimated score"))
    .action((options) =>
      run(async (app) => (await import("../commands/exam.ts")).exam(app, options), globals()),
    );
}
