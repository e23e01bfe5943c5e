import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { formatIssue } from "../bank/format-issue.ts";
import { parseBankFile } from "../bank/parse-bank.ts";
import type { App } from "./app.ts";

/** Where an item is written: shipped banks name their files from the package's folder. */
export function fileOfItem(app: App, file: string): string {
  return path.isAbsolute(file) ? file : path.resolve(app.host.assets, "..", "..", file);
}

/** Opens an item in the learner's editor at its line, and says afterwards whether the file is still sound. */
export async function editItem(app: App, id: string): Promise<void> {
  const bank = await app.bank();
  const entry = bank.entry(id);
  const editor = app.host.env["VISUAL"] || app.host.env["EDITOR"];
  if (!entry) return app.talk(`${id} is in no open bank.`);
  const file = fileOfItem(app, entry.file);
  if (!editor || !existsSync(file)) {
    return app.talk(
      editor
        ? `${file} is not there.`
        : `Set $VISUAL or $EDITOR to edit; the item is at ${file}:${entry.line}`,
    );
  }
  await run(app, editor, [...lineArguments(editor, file, entry.line)]);
  const { issues } = parseBankFile(file, bank.exams);
  for (const issue of issues) app.talk(formatIssue(issue));
  app.talk(
    issues.length === 0
      ? `${file} is sound; the new wording is asked from the next session on.`
      : `${file} has ${issues.length} problem(s).`,
  );
}

/** Most editors take +LINE before the file; those of the code family take --goto FILE:LINE. */
function lineArguments(editor: string, file: string, line: number): string[] {
  return /(^|[\\/\s])(code|codium|cursor|kiro)(\.exe)?(\s|$)/.test(editor)
    ? ["--wait", "--goto", `${file}:${line}`]
    : [`+${line}`, file];
}

function run(app: App, editor: string, args: readonly string[]): Promise<void> {
  const [program = editor, ...given] = editor.split(/\s+/);
  return new Promise((resolve) => {
    const child = spawn(program, [...given, ...args], { stdio: "inherit" });
    child.on("error", (error) => {
      app.talk(`The editor could not be started (${error.message}).`);
      resolve();
    });
    child.on("exit", () => resolve());
  });
}
