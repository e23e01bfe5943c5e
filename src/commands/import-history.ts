import { readFileSync } from "node:fs";
import path from "node:path";
import type { App } from "../app/app.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { readJournal } from "../journal/read-journal.ts";
import { eventsOfRows, readRows } from "../report/import-history.ts";

const shown = 10;

/** `certdrill import history FILE`: reads an export in JSON Lines back, and skips what is known. */
export async function importHistory(app: App, file: string): Promise<ExitCode> {
  const { rows, problems } = readRows(readText(app, file));
  if (problems.length > 0) {
    const more = problems.length > shown ? [`... and ${problems.length - shown} more`] : [];
    throw new CertdrillError("import-unusable", `${file} is no export of a history; nothing was imported`, {
      hint: "make one with: certdrill export history --format jsonl -o FILE",
      details: [
        ...problems.slice(0, shown).map(({ line, message }) => `${file}:${line}  this line ${message}`),
        ...more,
      ],
    });
  }
  const { events } = readJournal(app.journalFolder);
  const known = new Set(events.map((event) => event.id));
  const fresh = eventsOfRows(rows, events);
  app.journal().appendEvents(fresh);
  const taken = rows.filter((row) => !known.has(row.id)).length;
  app.talk(`${taken} answers imported, ${rows.length - taken} were here already.`);
  return exitCodes.done;
}

function readText(app: App, file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : path.resolve(app.host.cwd, file), "utf8");
  } catch (error) {
    throw new CertdrillError("unreadable", `cannot read ${file}`, {
      hint: "check the name and its permissions",
      cause: error,
    });
  }
}
