import { type ExitCode, exitCodes } from "../errors.ts";
import type { App } from "./app.ts";

/** `certdrill` */
export async function home(app: App): Promise<ExitCode> {
  app.print("home");
  return exitCodes.done;
}
