import { Option } from "commander";
import { type CliTools, days, formats, json, output } from "./options.ts";

/** Commands for history, settings, banks and the program itself. */
export function addData({ command, run, globals, program }: CliTools): void {
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
        async (app) => (await import("../commands/export-history.ts")).exportHistory(app, options),
        globals(),
      ),
    );

  const importing = command("import", "Read an exported history back");
  importing
    .command("history <file>")
    .description("Reads the JSON Lines of `export history --format jsonl`; what is here already is skipped")
    .configureHelp({ helpWidth: 80 })
    .action((file: string) =>
      run(async (app) => (await import("../commands/import-history.ts")).importHistory(app, file), globals()),
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
        async (app) => (await import("../commands/config.ts")).listConfig(app, options.json === true),
        globals(),
      ),
    );
  config
    .command("get <key>")
    .description("print a setting")
    .action((key: string) =>
      run(async (app) => (await import("../commands/config.ts")).getConfig(app, key), globals()),
    );
  config
    .command("set <key> <value>")
    .description("change a setting")
    .action((key: string, value: string) =>
      run(async (app) => (await import("../commands/config.ts")).setConfig(app, key, value), globals()),
    );
  config
    .command("unset <key>")
    .description("give a setting its default again")
    .action((key: string) =>
      run(async (app) => (await import("../commands/config.ts")).unsetConfig(app, key), globals()),
    );

  const bank = command("bank", "Banks of items", [
    "bank add ~/my-items",
    "bank lint my-items.yaml",
    "bank search visibility timeout",
  ]);
  const loadBank = () => import("../commands/bank.ts");
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
  const loadQuality = () => import("../commands/bank-quality.ts");
  bank
    .command("lint [paths...]")
    .description("check format and form, with places and hints (default: the shipped bank)")
    .addOption(formats("text", "json", "sarif"))
    .addOption(
      new Option("--stale <days>", "report facts last checked more than so many days ago").argParser(days),
    )
    .addOption(output())
    .action((paths: string[], options) =>
      run(async (app) => (await loadQuality()).lintBanks(app, paths, options), globals()),
    );
  bank
    .command("stats [paths...]")
    .description("coverage, age, and how far form alone gives keys away")
    .addOption(json())
    .action((paths: string[], options) =>
      run(async (app) => (await loadQuality()).statsOfBanks(app, paths, options.json === true), globals()),
    );
  bank
    .command("diff <old> <new>")
    .description("items added, removed, with another key, with another wording")
    .addOption(json())
    .action((before: string, after: string, options) =>
      run(
        async (app) => (await loadQuality()).diffTwoBanks(app, before, after, options.json === true),
        globals(),
      ),
    );
  bank
    .command("map")
    .description("what a learner of the other exam keeps, loses and misses")
    .requiredOption("--to <exam>", "the exam to go to, such as dva-c03")
    .addOption(json())
    .action((options) =>
      run(async (app) => (await loadQuality()).mapBank(app, options.to, options.json === true), globals()),
    );
  bank
    .command("new <file>")
    .description("write a file with an example item to start from")
    .action((file: string) => run(async (app) => (await loadQuality()).newBank(app, file), globals()));
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
      run(async (app) => (await import("../commands/doctor.ts")).doctor(app, options), globals()),
    );

  command("completion <shell>", "Completion script for bash, zsh or fish", [
    "completion bash >> ~/.bashrc",
  ]).action((shell: string) =>
    run(
      async (app) => (await import("../commands/completion.ts")).completion(app, shell, program),
      globals(),
    ),
  );
}
