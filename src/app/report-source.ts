import { readJournal } from "../journal/read-journal.ts";
import { reportSession, type SessionReport } from "../report/session-report.ts";
import type { JournalEvent } from "../session/events.ts";
import type { App } from "./app.ts";
import { cut } from "./blueprints.ts";

/** The report of a session, from the whole journal; undefined when there is no such session. */
export async function reportOf(
  app: App,
  session: string,
  events: readonly JournalEvent[] = readJournal(app.journalFolder).events,
): Promise<SessionReport | undefined> {
  const { exams, entry } = await app.bank();
  return reportSession({ events, exams, keyNow: (id) => entry(id)?.key, cut }, session);
}
