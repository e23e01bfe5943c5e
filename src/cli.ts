import { Command, InvalidArgumentError, Option } from "commander";
import type { App, GlobalOptions } from "./commands/app.ts";
import type { ExitCode } from "./errors.ts";
import type { Host } from "./host.ts";

declare const __VERSION__: string;

/** Version of the package. */
export const version = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0";

/** Reads a whole number in a range. */
function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high) throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    return value;
  };
}

const collect = (text: string, list: string[] = []) => [...list, text];

/** What runs a command: makes the app, calls the action, keeps the exit code. */
export type Runner = (action: (app: App) => Promise<ExitCode> | ExitCode, options: GlobalOptions) => Promise<void>;

const seed = () => new Option("--seed <word>", "the same seed, bank and history give the same session");
const io = () => new Option("--io <mode>", "how to talk: jsonl for programs (default: what the terminal can do)").choices(["screen", "lines", "jsonl"]);
const failUnder = (what: string) => new Option("--fail-under <score>", `exit with 1 below this ${what}`).argParser(whole(0, 1000));
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
    .addHelpText("after", "\nWithout a command: home, with today's plan and where you stand.\nHistory and settings stay on this machine; see `certdrill doctor` for the places.");

  const command = (name: string, about: string, examples: readonly string[] = []) => {
    const made = program.command(name).description(about).configureHelp({ helpWidth: 80 });
    return examples.length > 0 ? made.addHelpText("after", `\nExamples:\n${examples.map((line) => `  $ certdrill ${line}`).join("\n")}`) : made;
  };
  const globals = () => program.opts<GlobalOptions>();

  program.action(() => run(async (app) => (await import("./commands/home.ts")).home(app), globals()));

  command("quiz [topic...]", "Questions with feedback after each answer", ["quiz lambda -n 5", "quiz security --new", "quiz 2.1 --minutes 10", "quiz --missed"])
    .addOption(count("how many questions (default: 10)"))
    .addOption(minutes("no further question after so many minutes"))
    .addOption(seed())
    .option("--new", "only items you have never seen")
    .option("--missed", "only items you got wrong last time")
    .option("--flagged", "only flagged items")
    .option("--weak", "only your weakest domain")
    .addOption(io())
    .addOption(failUnder("per cent"))
    .action((topics: string[], options) => run(async (app) => (await import("./commands/quiz.ts")).quiz(app, topics, options), globals()));

  command("resume [session]", "Go on with a session that was left", ["resume", "resume --score"])
    .option("--score", "close it and score what is there")
    .option("--discard", "close it without a score; its answers stay in the history")
    .addOption(io())
    .action((session: string | undefined, options) =>
      run(async (app) => (await import("./commands/resume.ts")).resume(app, session, options), globals()),
    );

  return program;
}

/** The host's arguments, run through the table. */
export async function runCli(host: Host, run: Runner, configure: (program: Command) => void): Promise<void> {
  const program = buildCli(run);
  configure(program);
  await program.parseAsync([...host.argv], { from: "user" });
}
