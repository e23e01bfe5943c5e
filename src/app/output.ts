import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { writeFileSync } from "atomically";
import { CertdrillError } from "../errors.ts";
import type { App } from "./app.ts";

/** Writes to a file atomically, or to stdout for "-" and when no file is named. */
export function deliver(app: App, text: string, file: string | undefined): void {
  if (file === undefined || file === "-") {
    app.print(text);
    return;
  }
  const target = path.resolve(app.host.cwd, file);
  try {
    writeFileSync(target, text, { mode: 0o600 });
  } catch (error) {
    throw new CertdrillError("unwritable", `cannot write ${target}`, {
      hint: "check the folder and its permissions",
      cause: error,
    });
  }
  app.talk(`Written to ${target}`);
}

/** Refuses a target that cannot be written before any work is done. */
export function checkTarget(app: App, file: string | undefined): void {
  if (file === undefined || file === "-") return;
  const folder = path.dirname(path.resolve(app.host.cwd, file));
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new CertdrillError("no-folder", `there is no folder ${folder}`, {
    hint: "make it first, or choose another place with -o",
  });
}
