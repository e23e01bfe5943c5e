import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { writeFileSync } from "atomically";
import { listJournalFiles } from "../journal/read-journal.ts";
import type { HomeModel } from "../ui/views/home-view.ts";
import { type App, localDay } from "./app.ts";

/** What home and `due` tell: where the learner stands today. */
export interface Today extends HomeModel {
  /** Items due today. */
  readonly due: number;
}

/**
 * Where the learner stands today. Worked out once for a day, a history, a bank and the settings, then kept in the cache
 * folder: home and a shell prompt are looked at more often than anything changes.
 */
export async function today(app: App): Promise<Today> {
  const file = path.join(app.host.folders.cache, "today.json");
  const key = keyOf(app);
  const kept = key === undefined ? undefined : readKept(file);
  if (kept && kept.key === key) return kept.today;
  const { workOutToday } = await import("./work-out-today.ts");
  const found = await workOutToday(app);
  if (key !== undefined) writeFileSync(file, JSON.stringify({ key, today: found }), { mode: 0o600 });
  return found;
}

/** Everything that today depends on, as a text; undefined with banks of the learner's own, which may change at any time. */
function keyOf(app: App): string | undefined {
  const { bank, exam } = app.options;
  if (bank || Object.keys(app.settings.banks).length > 0) return undefined;
  const sizeOf = (file: string) => [path.basename(file), statSync(file).size];
  const journal = listJournalFiles(app.journalFolder).map(sizeOf);
  const { size, mtimeMs } =
    statSync(path.join(app.host.assets, "index.json"), { throwIfNoEntry: false }) ?? {};
  return JSON.stringify([localDay(app.host.now()), app.settings, journal, size, mtimeMs, exam]);
}

function readKept(file: string): { readonly key: string; readonly today: Today } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { key: string; today: Today };
  } catch {
    return undefined;
  }
}
