import type { App } from "../app/app.ts";
import { conductDrill } from "../app/conduct-drill.ts";
import { openDrill } from "../app/drill.ts";
import { chooseMode } from "../app/drill-io.ts";
import { reportOf } from "../app/report-source.ts";
import { CertdrillError, type ExitCode } from "../errors.ts";

export interface ReviewOptions {
  readonly misses?: boolean;
  readonly flagged?: boolean;
  readonly seed?: string;
  readonly io?: string;
}

/** `certdrill review [session]`: the items of a session again, with feedback. */
export async function review(
  app: App,
  session: string | undefined,
  options: ReviewOptions,
): Promise<ExitCode> {
  const mode = chooseMode(app, options.io);
  const id = session ?? (await app.standing()).sessions.at(-1)?.session;
  const report = id ? await reportOf(app, id) : undefined;
  if (!id || !report) {
    throw new CertdrillError(
      "session-unknown",
      id ? `there is no session "${id}"` : "there is no finished session yet",
      {
        hint: "see: certdrill report --list",
      },
    );
  }
  if (!report.closed)
    throw new CertdrillError("session-open", `the session ${id} is not over`, {
      hint: `go on with it: certdrill resume ${id}`,
    });
  const bank = await app.bank();
  const wanted = report.answers
    .filter((answer) => (!options.misses || !answer.correct) && (!options.flagged || answer.flagged))
    .map((answer) => answer.item);
  const ids = wanted.filter((item) => bank.entry(item));
  if (ids.length < wanted.length)
    app.talk(`${wanted.length - ids.length} items are in no open bank any more.`);
  if (ids.length === 0)
    throw new CertdrillError("nothing-to-review", "there is nothing to review in that session", {
      hint: "leave out --misses or --flagged",
    });
  return conductDrill(
    await openDrill(app, { kind: "review", ids, seed: options.seed ?? app.host.randomWord() }),
    mode,
  );
}
