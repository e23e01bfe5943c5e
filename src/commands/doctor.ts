import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { App } from "../app/app.ts";
import { type ExitCode, exitCodes } from "../errors.ts";
import { machineFacts } from "../host.ts";
import { listJournalFiles, readJournal } from "../journal/read-journal.ts";
import { table } from "../ui/layout.ts";
import { version } from "../version.ts";

/** `certdrill doctor`: versions, places, and whether bank and journal are sound. */
export async function doctor(app: App, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { events, damaged, newer, torn } = readJournal(app.journalFolder);
  const bank = await app.bank();
  const quarantine =
    damaged.length > 0
      ? quarantineLines(
          app,
          damaged.map((line) => `${line.file}:${line.at}\t${line.text}`),
        )
      : undefined;
  const facts = {
    certdrill: version,
    ...machineFacts(),
    terminal: `${app.host.env["TERM"] ?? "none"}, ${app.host.stdout.isTTY ? `${app.host.stdout.columns}x${app.host.stdout.rows}` : "no terminal"}`,
    settings: app.settingsStore.path,
    journal: app.journalFolder,
    cache: app.host.folders.cache,
    editor: app.host.env["VISUAL"] || app.host.env["EDITOR"] || "none ($VISUAL, $EDITOR)",
    banks: `${bank.entries.length} items, ${Object.keys(app.settings.banks).length} banks added`,
    history: `${events.length} events in ${listJournalFiles(app.journalFolder).length} file(s)`,
    newer: newer > 0 ? `${newer} events of a newer certdrill, kept and skipped` : "none",
    torn:
      torn.length > 0 ? `${torn.join(", ")} (a write that never ended; healed with the next answer)` : "none",
    damaged: quarantine ? `${damaged.length} lines, copied to ${quarantine}` : "none",
  };
  if (options.json)
    app.print(JSON.stringify({ ...facts, damaged: damaged.map(({ file, at }) => ({ file, at })) }, null, 2));
  else app.print(table(Object.entries(facts)).join("\n"));
  return damaged.length > 0 ? exitCodes.findings : exitCodes.done;
}

/** Copies lines that cannot be read to a file of their own, for whoever wants to mend them. */
function quarantineLines(app: App, lines: readonly string[]): string {
  const file = path.join(app.host.folders.data, "quarantine.txt");
  if (!existsSync(app.host.folders.data)) mkdirSync(app.host.folders.data, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}
