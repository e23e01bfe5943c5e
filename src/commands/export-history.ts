import type { App } from "../app/app.ts";
import { checkTarget, deliver } from "../app/output.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { readJournal } from "../journal/read-journal.ts";
import { parseDay } from "../journal/settings.ts";
import { historyRows } from "../report/export-history.ts";
import { historyFormats } from "../report/history-formats.ts";

export interface ExportOptions {
  readonly format: string;
  readonly since?: string;
  readonly session?: string;
  readonly output?: string;
}

/** `certdrill export history` */
export async function exportHistory(app: App, options: ExportOptions): Promise<ExitCode> {
  checkTarget(app, options.output);
  const since = options.since === undefined ? undefined : parseDay(options.since);
  if (options.since !== undefined && since === undefined) {
    throw new CertdrillError("date", `"${options.since}" is no date`, { hint: "write it like 2026-11-21" });
  }
  const { exams } = await app.bank();
  const rows = historyRows(readJournal(app.journalFolder).events, exams, {
    ...(since ? { since } : {}),
    ...(options.session ? { session: options.session } : {}),
    ...(app.options.exam ? { exam: app.options.exam } : {}),
  });
  const format = historyFormats[options.format];
  if (!format) throw new Error(`no format ${options.format}`);
  deliver(app, await format(rows), options.output);
  app.talk(`${rows.length} answers.`);
  return exitCodes.done;
}
