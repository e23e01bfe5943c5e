import { Command, InvalidArgumentError, Option } from "commander";
import type { App, GlobalOptions } from "./app/app.ts";
import { CertdrillError, type ExitCode, exitCodes } from "./errors.ts";
import type { Host } from "./host.ts";
import { nearestNames } from "./schema/nearest-names.ts";
import { version } from "./version.ts";

/** Reads a whole number in a range. */
function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    return value;
  };
}

const collect = (text: string, list: string[] = []) => [...list, text];

/** What runs a command: makes the app, calls the action, keeps the exit code. */
export type Runner = (
  action: (app: App) => Promise<ExitCode> | ExitCode,
  options: GlobalOptions,
) => Promise<void>;

const formats = (...names: string[]) =>
  new Option("--format <name>", "how to print it").choices(names).default(names[0]);
const output = () => new Option("-o, --output <file>", "write to a file (- for stdout)");
const json = () => new Option("--json", "as JSON");
const seed = () => new Option("--seed <word>", "the same seed, bank and history give the same session");
const io = () =>
  new Option("--io <mode>", "how to talk: jsonl for programs (default: what the terminal can do)").choices([
    "screen",
    "lines",
    "jsonl",
  ]);
const failUnder = (what: string) =>
  new Option("--fail-under <score>", `exit with 1 below this ${what}`).argParser(whole(0, 1000));
const count = (text: string) => new Option("-n, --count <items>", text).argParser(whole(1, 500));
const minutes = (text: string) => new Option("-m, --minutes <n>", text).argParser(whole(1, 600));

/** The table of commands: names, options, help and examples. Every action loads its command when it runs. */
export function buildCli(run: Runner): Command {
  const program = new Command("certdrill")
    .description("A command-line exam drill for AWS Certified Developer - Associate (DVA-C02, DVA-C03).")
    .version(version, "-V, --version")
    .helpOption("-h, --help")
    .configureHelp({ helpWidth: 80 })
    .option("--exam <code>", "dva-c02 or dva-c03 (default: your setting)")
    .option("--bank <path>", "also use this bank: a YAML file or a folder (repeatable)", collect)
    .option("--accessible", "numbered plain text, nothing redrawn (also ACCESSIBLE=1)")
    .option("--no-color", "no colours (also NO_COLOR=1)")
    .showSuggestionAfterError()
    .enablePositionalOptions(false)
    .addHelpText(
      "after",
      "\nWithout a command: home, with today's plan and where you stand.\nHistory and settings stay on this machine; see `certdrill doctor` for the places.",
    );

  const command = (name: string, about: string, examples: readonly string[] = []) => {
    const made = program.command(name).description(about).configureHelp({ helpWidth: 80 });
    return examples.length > 0
      ? made.addHelpText(
          "after",
          `\nExamples:\n${examples.map((line) => `  $ certdrill ${line}`).join("\n")}`,
        )
      : made;
  };
  const globals = () => program.opts<GlobalOptions>();

  // The menu of home runs a line of this same table, with the same app.
  const runLine = (app: App) => async (words: readonly string[]) => {
    let code: ExitCode = exitCodes.done;
    await buildCli(async (action) => {
      code = await action(app);
    }).parseAsync([...words], { from: "user" });
    return code;
  };

  program.action(() =>
    run(async (app) => (await import("./commands/home.ts")).home(app, runLine(app)), globals()),
  );

  command("daily", "Today's drill: what is due, what is weak, what is new, in your minutes", [
    "daily",
    "daily --minutes 10",
  ])
    .addOption(minutes("minutes for today (default: your setting)"))
    .addOption(seed())
    .addOption(io())
    .option("--print-cron", "print a line that reminds you every day")
    .action((options) =>
      run(async (app) => (await import("./commands/daily.ts")).daily(app, options), globals()),
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
      run(async (app) => (await import("./commands/quiz.ts")).quiz(app, topics, options), globals()),
    );

  command("resume [session]", "Go on with a session that was left", ["resume", "resume --score"])
    .option("--score", "close it and score what is there")
    .option("--discard", "close it without a score; its answers stay in the history")
    .addOption(io())
    .action((session: string | undefined, options) =>
      run(async (app) => (await import("./commands/resume.ts")).resume(app, session, options), globals()),
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
      run(async (app) => (await import("./commands/exam.ts")).exam(app, options), globals()),
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
      run(async (app) => (await import("./commands/review.ts")).review(app, session, options), globals()),
    );

  command("readiness", "Would you pass? An estimate, how sure it is, and what it rests on")
    .addOption(json())
    .addOption(failUnder("estimated score"))
    .action((options) =>
      run(async (app) => (await import("./commands/readiness.ts")).readiness(app, options), globals()),
    );

  command("diagnose", "The fresh items that narrow the estimate fastest; stops by itself")
    .option("--decide", "go on until pass or fail is known with 95 %")
    .addOption(seed())
    .addOption(io())
    .action((options) =>
      run(async (app) => (await import("./commands/diagnose.ts")).diagnose(app, options), globals()),
    );

  command("plan", "Days to the exam, whether they are enough, what comes back when")
    .addOption(minutes("minutes a day (default: your setting)"))
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("./commands/plan.ts")).plan(app, options), globals()),
    );

  command("due", "How many items are due, for a shell prompt")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("./commands/due.ts")).due(app, options), globals()),
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
      run(async (app) => (await import("./commands/weak.ts")).weak(app, options), globals()),
    );

  command("result <score>", "Keep a result of the real exam; estimates learn from it", [
    "result 768 --date 2027-01-15",
  ])
    .option("--date <date>", "day of the exam (default: today)")
    .action((score: string, options) =>
      run(
        async (app) => (await import("./commands/result.ts")).result(app, whole(100, 1000)(score), options),
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
      run(async (app) => (await import("./commands/report.ts")).report(app, session, options), globals()),
    );

  command("stats", "Where you stand: domains, services, trend, streak")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("./commands/stats.ts")).stats(app, options), globals()),
    );

  const exporting = command("export", "Take your history with you");
  exporting
    .command("history")
    .description("One row per answer; the columns are documented in the README")
    .configureHelp({ helpWidth: 80 })
    .addOption(formats("csv", "json", "jsonl", "md"))
    .option("--since <date>", "only answers from this day on (YYYY-MM-DD)")
    .option("--session <id>", "only this session")
    .addOption(output())
    .addHelpText("after", "\nExample:\n  $ certdrill export history --format csv -o history.csv")
    .action((options) =>
      run(
        async (app) => (await import("./commands/export-history.ts")).exportHistory(app, options),
        globals(),
      ),
    );

  const importing = command("import", "Read an exported history back");
  importing
    .command("history <file>")
    .description("Reads the JSON Lines of `export history --format jsonl`; what is here already is skipped")
    .configureHelp({ helpWidth: 80 })
    .action((file: string) =>
      run(async (app) => (await import("./commands/import-history.ts")).importHistory(app, file), globals()),
    );

  const config = command("config", "Settings", [
    "config set exam dva-c03",
    "config set examDate 2027-01-15",
    "config set journal ~/Sync/certdrill",
  ]);
  config
    .addOption(json())
    .action((options) =>
      run(
        async (app) => (await import("./commands/config.ts")).listConfig(app, options.json === true),
        globals(),
      ),
    );
  config
    .command("get <key>")
    .description("print a setting")
    .action((key: string) =>
      run(async (app) => (await import("./commands/config.ts")).getConfig(app, key), globals()),
    );
  config
    .command("set <key> <value>")
    .description("change a setting")
    .action((key: string, value: string) =>
      run(async (app) => (await import("./commands/config.ts")).setConfig(app, key, value), globals()),
    );
  config
    .command("unset <key>")
    .description("give a setting its default again")
    .action((key: string) =>
      run(async (app) => (await import("./commands/config.ts")).unsetConfig(app, key), globals()),
    );

  const bank = command("bank", "Banks of items", [
    "bank add ~/my-items",
    "bank check my-items.yaml",
    "bank search visibility timeout",
  ]);
  const loadBank = () => import("./commands/bank.ts");
  bank
    .command("list")
    .description("the banks in use")
    .action(() => run(async (app) => (await loadBank()).listBanks(app), globals()));
  bank
    .command("add <path>")
    .description("use a bank of your own from now on: a YAML file or a folder")
    .option("--name <name>", "name that its ids carry (default: from the path)")
    .action((path: string, options) =>
      run(async (app) => (await loadBank()).addBank(app, path, options.name), globals()),
    );
  bank
    .command("remove <name>")
    .description("stop using a bank; its files stay")
    .action((name: string) => run(async (app) => (await loadBank()).removeBank(app, name), globals()));
  bank
    .command("check <path>")
    .description("check the format of a bank, with places and hints")
    .action((path: string) => run(async (app) => (await loadBank()).checkBank(app, path), globals()));
  bank
    .command("show <id>")
    .description("an item with its key and reasons")
    .action((id: string) => run(async (app) => (await loadBank()).showItem(app, id), globals()));
  bank
    .command("search <words...>")
    .description("items that contain all the words")
    .action((words: string[]) => run(async (app) => (await loadBank()).searchBank(app, words), globals()));

  command("doctor", "Versions, places, and whether bank and history are sound")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await import("./commands/doctor.ts")).doctor(app, options), globals()),
    );

  command("completion <shell>", "Completion script for bash, zsh or fish", [
    "completion bash >> ~/.bashrc",
  ]).action((shell: string) =>
    run(async (app) => (await import("./commands/completion.ts")).completion(app, shell, program), globals()),
  );

  return program;
}

/** The host's arguments, run through the table. */
export async function runCli(host: Host, run: Runner, configure: (program: Command) => void): Promise<void> {
  const program = buildCli(run);
  configure(program);
  refuseUnknownCommand(program, host.argv);
  await program.parseAsync([...host.argv], { from: "user" });
}

/** Names the nearest command for a mistyped one; home would take it for a surplus argument. */
function refuseUnknownCommand(program: Command, argv: readonly string[]): void {
  const [word] = program.parseOptions([...argv]).operands;
  const names = [...program.commands.map((command) => command.name()), "help"];
  if (word === undefined || names.includes(word)) return;
  const nearest = nearestNames(word, names);
  throw new CertdrillError("command-unknown", `there is no command "${word}"`, {
    hint: nearest.length > 0 ? `did you mean ${nearest.join(" or ")}?` : "see: certdrill --help",
  });
}
