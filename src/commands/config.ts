import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { App } from "../app/app.ts";
import { sayDelivery } from "../app/delivery.ts";
import { CertdrillError, type ExitCode, exitCodes } from "../errors.ts";
import { listJournalFiles } from "../journal/read-journal.ts";
import { parseSetting, type Settings, settingRules } from "../journal/settings.ts";
import { fold, table } from "../ui/layout.ts";

const shownValue = (value: unknown) =>
  value === undefined ? "-" : value === true ? "on" : value === false ? "off" : String(value);

/** `certdrill config` */
export async function listConfig(app: App, json: boolean): Promise<ExitCode> {
  const { settings } = app;
  if (json) {
    app.print(JSON.stringify(settings, null, 2));
    return exitCodes.done;
  }
  const rows = Object.entries(settingRules).map(([key, rule]) => [
    key,
    shownValue(settings[key as keyof Settings]),
    rule.about,
  ]);
  const { lookOf } = await import("../app/look.ts");
  app.print([...fold(table(rows), lookOf(app).width), "", `file: ${app.settingsStore.path}`].join("\n"));
  return exitCodes.done;
}

/** `certdrill config get KEY` */
export function getConfig(app: App, key: string): ExitCode {
  if (!Object.hasOwn(settingRules, key)) parseSetting(key, "");
  app.print(shownValue(app.settings[key as keyof Settings]));
  return exitCodes.done;
}

/** `certdrill config set KEY VALUE` */
export async function setConfig(app: App, key: string, text: string): Promise<ExitCode> {
  const parsed = parseSetting(key, key === "journal" ? expandHome(text, app) : text);
  if (parsed.key === "journal") moveHistory(app, parsed.value as string);
  app.settingsStore.set(parsed.key, parsed.value as never);
  app.talk(`${key} is ${shownValue(parsed.value)}`);
  if (parsed.key === "exam" || parsed.key === "examDate") await sayDelivery(app);
  return exitCodes.done;
}

/** `certdrill config unset KEY` */
export function unsetConfig(app: App, key: string): ExitCode {
  if (!Object.hasOwn(settingRules, key)) parseSetting(key, "");
  app.settingsStore.unset(key as keyof Settings);
  app.talk(`${key} has its default again`);
  return exitCodes.done;
}

function expandHome(text: string, app: App): string {
  const home = app.host.env["HOME"] ?? app.host.env["USERPROFILE"];
  return path.resolve(
    app.host.cwd,
    home && /^~(?=$|[\\/])/.test(text) ? path.join(home, text.slice(1)) : text,
  );
}

/** Copies the history to its new folder; what is there already stays, since journals merge. */
function moveHistory(app: App, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const files = listJournalFiles(app.journalFolder).filter(
      (file) => !existsSync(path.join(folder, path.basename(file))),
    );
    for (const file of files) copyFileSync(file, path.join(folder, path.basename(file)));
    if (files.length > 0)
      app.talk(`Your history was copied to ${folder}; the old copy stays in ${app.journalFolder}`);
  } catch (error) {
    throw new CertdrillError("journal-folder", `cannot use ${folder} for the history`, {
      hint: "choose a folder you may write",
      cause: error,
    });
  }
}
