import type { App } from "../app/app.ts";
import { lookOf } from "../app/look.ts";
import { checkTarget, deliver } from "../app/output.ts";
import { reportOf } from "../app/report-source.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { readJournal } from "../journal/read-journal.ts";
import { sessionMarkdown } from "../report/session-markdown.ts";
import { fold, table } from "../ui/layout.ts";
import { missLines, sessionReportLines } from "../ui/views/session-report-view.ts";

export interface ReportOptions {
  readonly format: string;
  readonly output?: string;
  readonly list?: boolean;
  readonly failUnder?: number;
}

/** `certdrill report [session]` */
export async function report(
  app: App,
  session: string | undefined,
  options: ReportOptions,
): Promise<ExitCode> {
  checkTarget(app, options.output);
  if (options.list) return listSessions(app);
  const { events } = readJournal(app.journalFolder);
  const latest = events.findLast((event) => event.type === "closed" && event.how !== "discarded")?.session;
  const id = session ?? latest ?? events.findLast((event) => event.type === "opened")?.session;
  if (!id)
    throw new CertdrillError("no-session", "there is no session yet", { hint: "start one: certdrill quiz" });
  const found = await reportOf(app, id, events);
  if (!found)
    throw new CertdrillError("session-unknown", `there is no session "${id}"`, {
      hint: "see: certdrill report --list",
    });
  const { width, theme } = lookOf(app);
  const text = {
    text: () =>
      [...sessionReportLines(found, width, theme), ...missLines(found.misses, width, theme)].join("\n"),
    md: () => sessionMarkdown(found),
    json: () => JSON.stringify(found, null, 2),
  }[options.format];
  if (!text) throw new Error(`no format ${options.format}`);
  deliver(app, `${text().trimEnd()}\n`, options.output);
  const share = (found.score.share ?? 0) * 100;
  return options.failUnder !== undefined && share < options.failUnder ? exitCodes.findings : exitCodes.done;
}

async function listSessions(app: App): Promise<ExitCode> {
  const { sessions, open } = await app.standing();
  const rows = [...sessions, ...Object.values(open)].map((brief) => [
    brief.session,
    brief.kind,
    brief.exam,
    `${brief.right}/${brief.n}`,
    brief.closed ?? "open",
  ]);
  app.print(
    rows.length === 0
      ? "No sessions yet."
      : fold(table([["session", "kind", "exam", "right", "state"], ...rows], [3]), lookOf(app).width).join(
          "\n",
        ),
  );
  return exitCodes.done;
}
