import { renameSync } from "node:fs";
import path from "node:path";
import Conf from "conf";
import { CertdrillError } from "../errors.ts";

/** What a learner can set. Every key is optional: a missing one has its default. */
export interface Settings {
  exam: string;
  examDate?: string;
  minutes: number;
  retention: number;
  confidence: boolean;
  accessible: boolean;
  theme: "auto" | "plain" | "mono";
  freezeDays: number;
  journal?: string;
  banks: Record<string, string>;
  device?: string;
}

export type SettingKey = keyof Settings;

interface SettingRule {
  readonly about: string;
  /** Reads the value a person typed; undefined when it is not acceptable. */
  parse(text: string): unknown;
  readonly accepts: string;
}

const oneOf = (...words: string[]) => ({
  accepts: words.join(", "),
  parse: (text: string) => (words.includes(text) ? text : undefined),
});
const between = (low: number, high: number) => ({
  accepts: `a number from ${low} to ${high}`,
  parse: (text: string) => {
    const value = Number(text);
    return text.trim() !== "" && value >= low && value <= high ? value : undefined;
  },
});
const yesNo = {
  accepts: "on, off",
  parse: (text: string) => ({ on: true, true: true, yes: true, off: false, false: false, no: false })[text],
};

/** The settings a person can change, with what each accepts. */
export const settingRules: Readonly<Record<Exclude<SettingKey, "banks" | "device">, SettingRule>> = {
  exam: { about: "exam you prepare for", ...oneOf("dva-c02", "dva-c03") },
  examDate: { about: "day of your exam", accepts: "a date like 2027-01-15", parse: parseDay },
  minutes: { about: "minutes a day", ...between(3, 240) },
  retention: {
    about: "share of answers to remember when an item comes back",
    ...between(0.7, 0.97),
  },
  confidence: { about: "ask how sure you are after each pick", ...yesNo },
  accessible: { about: "numbered plain text, nothing redrawn", ...yesNo },
  theme: {
    about: "colours: auto, plain (no accents), mono (none at all)",
    ...oneOf("auto", "plain", "mono"),
  },
  freezeDays: { about: "days a month that do not break a streak", ...between(0, 10) },
  journal: {
    about: "folder of the history, e.g. a synced one",
    accepts: "a folder",
    parse: (text) => text || undefined,
  },
};

const defaults: Settings = {
  exam: "dva-c03",
  minutes: 15,
  retention: 0.9,
  confidence: true,
  accessible: false,
  theme: "auto",
  freezeDays: 2,
  banks: {},
};

/** A date typed by a person, when it is a day of the calendar. */
export function parseDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/** The settings file: small, private, written atomically. */
export interface SettingsStore {
  readonly path: string;
  /** Tells what was put aside because it could not be read. */
  readonly notice: string | undefined;
  /** Whether the learner has ever set anything. */
  readonly fresh: boolean;
  all(): Settings;
  set<K extends SettingKey>(key: K, value: Settings[K]): void;
  unset(key: SettingKey): void;
}

/** Opens the settings; a file that cannot be read is put aside, never overwritten. */
export function openSettings(folder: string): SettingsStore {
  const { conf, notice } = openConf(folder);
  // The store reads its file at each look; within a process only this store writes it.
  let read: Settings | undefined;
  const all = () => {
    read ??= { ...defaults, ...sound(conf.store) };
    return read;
  };
  return {
    path: conf.path,
    notice,
    fresh: conf.size === 0,
    all,
    set(key, value) {
      conf.set(key, value);
      read = undefined;
    },
    unset(key) {
      conf.delete(key);
      read = undefined;
    },
  };
}

function openConf(folder: string): { conf: Conf<Partial<Settings>>; notice: string | undefined } {
  const open = () =>
    new Conf<Partial<Settings>>({
      cwd: folder,
      configName: "settings",
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
    });
  try {
    return { conf: open(), notice: undefined };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const file = path.join(folder, "settings.json");
    renameSync(file, `${file}.damaged`);
    return { conf: open(), notice: `settings could not be read; they were put aside as ${file}.damaged` };
  }
}

/** Leaves out values that were edited by hand into something unusable. */
function sound(store: Partial<Settings>): Partial<Settings> {
  const usable = Object.entries(store).filter(([key, value]) => {
    if (key === "banks") return value !== null && typeof value === "object";
    if (key === "device") return typeof value === "string";
    const rule = settingRules[key as keyof typeof settingRules];
    return (
      rule !== undefined &&
      rule.parse(typeof value === "boolean" ? (value ? "on" : "off") : String(value)) !== undefined
    );
  });
  return Object.fromEntries(usable);
}

/** Reads a setting as typed. @throws CertdrillError for an unknown key or an unacceptable value */
export function parseSetting(key: string, text: string): { key: SettingKey; value: unknown } {
  const rule = Object.hasOwn(settingRules, key) ? settingRules[key as keyof typeof settingRules] : undefined;
  if (!rule) {
    throw new CertdrillError("setting-unknown", `there is no setting "${key}"`, {
      hint: `settings are: ${Object.keys(settingRules).join(", ")}`,
    });
  }
  const value = rule.parse(text);
  if (value === undefined) {
    throw new CertdrillError("setting-value", `"${text}" is no value for ${key}`, {
      hint: `${key} accepts: ${rule.accepts}`,
    });
  }
  return { key: key as SettingKey, value };
}
