import { type Command, InvalidArgumentError, Option } from "commander";
import type { App, GlobalOptions } from "../app/app.ts";
import type { ExitCode } from "../errors.ts";

/** What runs a command: makes the app, calls the action, keeps the exit code. */
export type Runner = (
  action: (app: App) => Promise<ExitCode> | ExitCode,
  options: GlobalOptions,
) => Promise<void>;

/** What the parts of the table share. */
export interface CliTools {
  readonly program: Command;
  readonly run: Runner;
  /** Adds a command with its examples. */
  command(name: string, about: string, examples?: readonly string[]): Command;
  globals(): GlobalOptions;
}

/** Reads a whole number in a range. */
export function whole(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`It takes a whole number from ${low} to ${high}.`);
    return value;
  };
}

export const formats = (...names: string[]) =>
  new Option("--format <name>", "how to print it").choices(names).default(names[0]);
export const output = () => new Option("-o, --output <file>", "write to a file (- for stdout)");
export const json = () => new Option("--json", "as JSON");
export const seed = () =>
  new Option("--seed <word>", "the same seed, bank and history give the same session");
export const io = () =>
  new Option("--io <mode>", "how to talk: jsonl for programs (default: what the terminal can do)").choices([
    "screen",
    "lines",
    "jsonl",
  ]);
export const failUnder = (what: string) =>
  new Option("--fail-under <score>", `exit with 1 below this ${what}`).argParser(whole(0, 1000));
export const count = (text: string) => new Option("-n, --count <items>", text).argParser(whole(1, 500));
export const minutes = (text: string) => new Option("-m, --minutes <n>", text).argParser(whole(1, 600));

/** Days, written as a number or like 180d. */
export const days = (text: string): number => whole(1, 36_500)(text.replace(/d$/, ""));
