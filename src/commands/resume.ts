import type { App } from "../app/app.ts";
import { resumeDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { discard, resumeSession, scoreSession, unfinishedSession } from "../app/unfinished.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";

export interface ResumeOptions {
  readonly score?: boolean;
  readonly discard?: boolean;
  readonly io?: string;
}

/** `certdrill resume [session]` */
export async function resume(
  app: App,
  session: string | undefined,
  options: ResumeOptions,
): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const id = session ?? (await unfinishedSession(app, "drill"))?.session;
  if (!id)
    throw new CertdrillError("nothing-open", "no session was left unfinished", {
      hint: "start one: certdrill quiz",
    });
  if (options.discard) {
    discard(await resumeDrill(app, id));
    return exitCodes.done;
  }
  return options.score ? scoreSession(app, id, mode) : resumeSession(app, id, mode);
}
