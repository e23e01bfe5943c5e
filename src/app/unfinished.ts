import type { ExitCode } from "../errors.ts";
import type { SessionBrief } from "../learner/standing.ts";
import type { App } from "./app.ts";
import { conductDrill, tellResult } from "./conduct-drill.ts";
import { type Drill, record, resumeDrill } from "./drill.ts";
import type { IoMode } from "./drill-io.ts";

/** The session of a kind that was left last, if one is open: a mock exam, or a drill of any sort. */
export async function unfinishedSession(app: App, kind: "exam" | "drill"): Promise<SessionBrief | undefined> {
  const open = Object.values((await app.standing()).open).filter(
    (brief) => (brief.kind === "exam") === (kind === "exam"),
  );
  return open.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
}

/**
 * Offers to take up a session that was left; gives the exit code when that was done, undefined when the learner wants
 * a new one. Without a person at a terminal it only says how to go on.
 */
export async function offerUnfinished(app: App, mode: IoMode): Promise<ExitCode | undefined> {
  const open = await unfinishedSession(app, "drill");
  if (!open) return undefined;
  if (mode !== "screen") {
    if (mode === "lines")
      app.talk(
        `A ${open.kind} was left at ${open.n} of ${open.of}; to go on: certdrill resume ${open.session}`,
      );
    return undefined;
  }
  const { openPrompts } = await import("../ui/prompts/menu.ts");
  const prompts = await openPrompts(app.host);
  const choice = await prompts.choose(
    `A ${open.kind} of ${open.at.slice(0, 10)} was left at ${open.n} of ${open.of}.`,
    [
      { name: "Resume it", value: "resume" },
      { name: "Score what is there", value: "score" },
      { name: "Discard it (its answers stay in the history)", value: "discard" },
      { name: "Leave it for later and start a new one", value: "later" },
    ] as const,
  );
  if (choice === undefined) return 130;
  if (choice === "resume") return resumeSession(app, open.session, mode);
  if (choice === "score") return scoreSession(app, open.session, mode);
  if (choice === "discard") discard(await resumeDrill(app, open.session));
  return undefined;
}

/** Goes on with a session. */
export async function resumeSession(app: App, session: string, mode: IoMode): Promise<ExitCode> {
  return conductDrill(await resumeDrill(app, session), mode);
}

/** Closes a session as it is and tells its result. */
export async function scoreSession(app: App, session: string, mode: IoMode): Promise<ExitCode> {
  const drill = await resumeDrill(app, session);
  record(drill, [{ type: "closed", how: "scored" }]);
  return tellResult(drill, mode, undefined);
}

/** Closes a session without a score; its answers stay in the history. */
export function discard(drill: Drill): void {
  record(drill, [{ type: "closed", how: "discarded" }]);
  drill.app.talk(
    `Discarded ${drill.state.session}; its ${drill.state.answers.size} answers stay in the history.`,
  );
}
