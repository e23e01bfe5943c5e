import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { writeFileSync } from "atomically";
import { CertdrillError } from "../errors.ts";
import type { Exam } from "../schema/exam.ts";
import { digest } from "../schema/fingerprint.ts";
import type { ItemTexts } from "../schema/markdown.ts";
import type { IndexEntry, ShippedBank } from "./bank-index.ts";
import { listBankFiles } from "./list-bank-files.ts";
import type { BankItem } from "./parse-bank.ts";

/** An item with its texts parsed. */
export interface LoadedItem extends BankItem {
  readonly texts: ItemTexts;
}

/** Everything that can be asked: an index of all banks, and a way to the full text of an item. */
export interface Bank {
  /** Changes whenever an item's facts (objectives, key, level, services, concept) change. */
  readonly stamp: string;
  readonly exams: readonly Exam[];
  readonly entries: readonly IndexEntry[];
  entry(id: string): IndexEntry | undefined;
  /** Reads the full text of items. @throws CertdrillError when an id is unknown */
  load(ids: readonly string[]): LoadedItem[];
}

/** A bank of the user: a name that its ids carry, and a YAML file or a folder of them. */
export interface UserBank {
  readonly name: string;
  readonly location: string;
}

interface Part {
  readonly stamp: string;
  readonly index: readonly IndexEntry[];
  readonly linesFile: string;
}

/** Opens the shipped bank and the user's banks, which are compiled into the cache folder when they changed. */
export async function openBank(assets: string, userBanks: readonly UserBank[], cache: string): Promise<Bank> {
  const shipped = readJson<ShippedBank>(path.join(assets, "index.json"));
  if (!shipped) {
    throw new CertdrillError("bank-missing", `the shipped bank is not where it should be (${assets})`, {
      hint: "install certdrill again, or run `npm run build` in a checkout",
    });
  }
  const parts: Part[] = [
    { stamp: shipped.stamp, index: shipped.index, linesFile: path.join(assets, "items.jsonl") },
  ];
  for (const bank of userBanks) parts.push(await openUserBank(bank, shipped.exams, cache));
  return bankOf(shipped.exams, parts);
}

function bankOf(exams: readonly Exam[], parts: readonly Part[]): Bank {
  const where = new Map<string, { entry: IndexEntry; part: Part }>();
  for (const part of parts) for (const entry of part.index) where.set(entry.id, { entry, part });
  const loadOne = (id: string): LoadedItem => {
    const found = where.get(id);
    if (!found) throw new CertdrillError("item-unknown", `there is no item "${id}" in the open banks`);
    return readItem(found.part.linesFile, found.entry);
  };
  return {
    stamp: parts.map((part) => part.stamp).join(" "),
    exams,
    entries: parts.flatMap((part) => part.index),
    entry: (id) => where.get(id)?.entry,
    load: (ids) => ids.map(loadOne),
  };
}

function readItem(file: string, entry: IndexEntry): LoadedItem {
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(entry.bytes);
    readSync(handle, buffer, 0, entry.bytes, entry.at);
    return JSON.parse(buffer.toString("utf8")) as LoadedItem;
  } finally {
    closeSync(handle);
  }
}

interface CachedIndex {
  readonly stamp: string;
  readonly index: readonly IndexEntry[];
}

async function openUserBank(bank: UserBank, exams: readonly Exam[], cache: string): Promise<Part> {
  const stem = path.join(cache, "banks", digest(`${bank.name}\n${bank.location}`));
  const linesFile = `${stem}.jsonl`;
  const stamp = stampOf(bank.location);
  const cached = readJson<CachedIndex>(`${stem}.json`);
  if (cached && stamp && cached.stamp === stamp) return { stamp, index: cached.index, linesFile };
  const { compileUserBank } = await import("./compile-user-bank.ts");
  const compiled = compileUserBank(bank, exams);
  writeFileSync(linesFile, compiled.lines, { mode: 0o600 });
  writeFileSync(`${stem}.json`, JSON.stringify({ stamp, index: compiled.index }), { mode: 0o600 });
  return { stamp, index: compiled.index, linesFile };
}

/** Changes when a file of the bank is added, removed or written; empty when the bank cannot be read. */
function stampOf(location: string): string {
  try {
    const seen = [location, ...listBankFiles(location)].map((file) => {
      const { size, mtimeMs, ino } = statSync(file);
      return [file, size, mtimeMs, ino];
    });
    return digest(JSON.stringify([formatVersion, seen]));
  } catch {
    return "";
  }
}

/** Raised when the compiled form changes, so that caches of an older program are not used. */
const formatVersion = 2;

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
