import { Command } from "commander";
import type { App, GlobalOptions } from "./app/app.ts";
import { addData } from "./cli/data.ts";
import { addDrills } from "./cli/drills.ts";
import type { CliTools, Runner } from "./cli/options.ts";
import { addStanding } from "./cli/standing.ts";
import { CertdrillError, type ExitCode, exitCodes } from "./errors.ts";
import type { Host } from "./host.ts";
import { nearestNames } from "./schema/nearest-names.ts";
import { version } from "./version.ts";

const collect = (text: string, list: string[] = []) => [...list, text];

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

  const tools: CliTools = { program, run, command, globals };
  addDrills(tools);
  addStanding(tools);
  addData(tools);
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
  const [word] = argv;
  const names = [...program.commands.map((command) => command.name()), "help"];
  if (word === undefined || word.startsWith("-") || names.includes(word)) return;
  const nearest = nearestNames(word, names);
  throw new CertdrillError("command-unknown", `there is no command "${word}"`, {
    hint: nearest.length > 0 ? `did you mean ${nearest.join(" or ")}?` : "see: certdrill --help",
  });
}
