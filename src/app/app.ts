import path from "node:path";
import type { Bank, UserBank } from "../bank/open-bank.ts";
import { CertdrillError } from "../errors.ts";
import type { Host } from "../host.ts";
import { type Journal, openJournal } from "../journal/journal.ts";
import { openSettings, type Settings, type SettingsStore } from "../journal/settings.ts";
import type { Standing, StandingContext } from "../learner/standing.ts";
import type { Exam } from "../schema/exam.ts";
import { neutralise } from "../schema/safe-text.ts";
import { blueprintOf } from "./blueprints.ts";

/** Options that every command understands. */
export interface GlobalOptions {
  readonly exam?: string;
  readonly bank?: readonly string[];
  readonly color?: boolean;
  readonly accessible?: boolean;
}

/** What commands work with: opened on first use, so that a command pays only for what it needs. */
export interface App {
  readonly host: Host;
  readonly options: GlobalOptions;
  readonly settingsStore: SettingsStore;
  readonly settings: Settings;
  readonly journalFolder: string;
  /** Writes to stdout: the answer. */
  print(text: string): void;
  /** Writes a line to stderr: the talk. */
  talk(text: string): void;
  bank(): Promise<Bank>;
  exam(): Promise<Exam>;
  journal(): Journal;
  standing(): Promise<Standing>;
  standingContext(): Promise<StandingContext>;
}

/** Day (days since 1970-01-01) of an epoch time in the time zone of this machine. */
export function localDay(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000);
}

/** Date (YYYY-MM-DD) of an epoch time in the time zone of this machine. */
export function localDate(at: number): string {
  return new Date(localDay(at) * 86_400_000).toISOString().slice(0, 10);
}

/** Makes the app of a command. */
export function openApp(host: Host, options: GlobalOptions): App {
  const store = openSettings(host.folders.config);
  let bank: Promise<Bank> | undefined;
  let journal: Journal | undefined;
  const app: App = {
    host,
    options,
    settingsStore: store,
    // Read anew each time: a command may have changed them.
    get settings() {
      return store.all();
    },
    get journalFolder() {
      return store.all().journal ?? path.join(host.folders.data, "journal");
    },
    print: (text) => host.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
    talk: (text) => host.stderr.write(`${neutralise(text)}\n`),
    bank: () =>
      (bank ??= import("../bank/open-bank.ts").then(({ openBank }) =>
        openBank(host.assets, userBanks(app.settings, options, host.cwd), host.folders.cache),
      )),
    exam: async () => findExam((await app.bank()).exams, options.exam ?? app.settings.exam),
    journal: () => (journal ??= openJournal(app.journalFolder, deviceOf(app), host)),
    standingContext: async () => {
      const { exams, entry } = await app.bank();
      return { blueprints: exams.map(blueprintOf), entry, dayOf: localDay };
    },
    standing: () => readStanding(app),
  };
  if (store.notice) app.talk(store.notice);
  return app;
}

/** Finds an exam by its code. @throws CertdrillError when there is none */
export function findExam(exams: readonly Exam[], code: string): Exam {
  const exam = exams.find((candidate) => candidate.code === code.toLowerCase());
  if (exam) return exam;
  throw new CertdrillError("exam-unknown", `there is no exam "${code}"`, {
    hint: `exams are: ${exams.map((e) => e.code).join(", ")}`,
  });
}

function userBanks(settings: Settings, options: GlobalOptions, cwd: string): UserBank[] {
  const named = Object.entries(settings.banks).map(([name, location]) => ({ name, location }));
  const given = (options.bank ?? []).map((location) => {
    const absolute = path.resolve(cwd, location);
    return { name: bankName(absolute), location: absolute };
  });
  const taken = new Set<string>();
  return [...named, ...given]
    .filter(({ location }) => !taken.has(location) && taken.add(location))
    .map(uniqueName());
}

function uniqueName(): (bank: UserBank) => UserBank {
  const used = new Set<string>();
  return (bank) => {
    let name = bank.name;
    for (let n = 2; used.has(name); n++) name = `${bank.name}-${n}`;
    used.add(name);
    return { ...bank, name };
  };
}

/** The name that ids of a bank carry: the last part of its path without an ending. */
export function bankName(location: string): string {
  const name = path.basename(location).replace(/\.ya?ml$/i, "");
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "bank"
  );
}

function deviceOf(app: App): string {
  const known = app.settings.device;
  if (known) return known;
  const device = app.host.randomWord();
  app.settingsStore.set("device", device);
  return device;
}

async function readStanding(app: App): Promise<Standing> {
  const context = await app.standingContext();
  const bank = await app.bank();
  const [{ emptyStanding, foldStanding }, { refreshFold }] = await Promise.all([
    import("../learner/standing.ts"),
    import("../journal/standing-cache.ts"),
  ]);
  const { value, rebuilt } = refreshFold<Standing>(app.journalFolder, app.host.folders.cache, bank.stamp, {
    empty: () => emptyStanding(context),
    fold: (standing, events) => foldStanding(standing, events, context),
  });
  if (rebuilt === "damaged" || rebuilt === "missing")
    app.talk(`The standing was ${rebuilt}; it was made again from the history.`);
  return value;
}
