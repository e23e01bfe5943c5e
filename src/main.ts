import { CommanderError } from "commander";
import { buildCli, runCli } from "./cli.ts";
import { CertdrillError, exitCodes } from "./errors.ts";
import { type Host, processHost } from "./host.ts";
import { neutralise } from "./schema/safe-text.ts";

/** Runs the program once and gives its exit code. Known errors are told; everything else is a bug and is thrown. */
export async function main(host: Host): Promise<number> {
  let code: number = exitCodes.done;
  try {
    await runCli(
      host,
      async (action, options) => {
        const { openApp } = await import("./app/app.ts");
        code = await action(openApp(host, options));
      },
      (program) => {
        for (const command of [program, ...program.commands]) {
          command.exitOverride().configureOutput({
            writeOut: (text) => host.stdout.write(text),
            writeErr: (text) => host.stderr.write(text),
          });
        }
      },
    );
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof CertdrillError) return tell(host, error);
    throw error;
  }
}

function tell(host: Host, error: CertdrillError): number {
  const cause = error.cause instanceof Error ? [`  reason: ${error.cause.message}`] : [];
  const hint = error.hint ? [`  hint: ${error.hint}`] : [];
  const lines = [
    ...error.details.flatMap((detail) => [detail, ""]),
    `certdrill: ${error.message}`,
    ...cause,
    ...hint,
  ];
  host.stderr.write(`${neutralise(lines.join("\n"))}\n`);
  return error.exitCode;
}

/** Runs the real process. Only here is the exit code of the process set. */
export async function runProcess(assets: string): Promise<void> {
  for (const stream of ["stdout", "stderr"] as const) {
    // A reader that went away (`certdrill stats | head`) is no failure of ours.
    process[stream].on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  try {
    process.exitCode = await main(processHost(assets));
  } catch (error) {
    if (!(error instanceof CertdrillError)) throw error;
    process.stderr.write(`certdrill: ${error.message}\n${error.hint ? `  hint: ${error.hint}\n` : ""}`);
    process.exitCode = error.exitCode;
  }
  // A terminal that was read from keeps the process alive; nothing is left to do.
  process.stdin.unref?.();
}

/** All help texts by command line, made at build time so that printing them needs no library. */
export function helpTexts(): Record<string, string> {
  const program = buildCli(async () => {});
  const texts: Record<string, string> = {};
  const add = (words: readonly string[], command: typeof program) => {
    let text = "";
    command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
    texts[[...words, "--help"].join(" ")] = text;
    texts[[...words, "-h"].join(" ")] = text;
    for (const child of command.commands) add([...words, child.name()], child);
  };
  add([], program);
  texts["--version"] = texts["-V"] = `${program.version()}\n`;
  return texts;
}
