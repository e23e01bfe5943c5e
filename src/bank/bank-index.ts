import type { Exam } from "../schema/exam.ts";
import { digest, fingerprint } from "../schema/fingerprint.ts";
import type { Level } from "../schema/item.ts";
import { keyOf } from "../schema/item-parts.ts";
import { parseItemTexts } from "../schema/parse-markdown.ts";
import type { BankItem } from "./parse-bank.ts";

/** What can be known of an item without reading its text. */
export interface IndexEntry {
  /** Full id: the written id, preceded by "bank/" for every bank but the shipped one. */
  readonly id: string;
  readonly services: readonly string[];
  readonly objectives: Readonly<Record<string, string>>;
  readonly level: Level;
  readonly concept?: string;
  readonly tags: readonly string[];
  /** Number of options. */
  readonly options: number;
  /** Ids of the right options. */
  readonly key: readonly string[];
  readonly fingerprint: string;
  readonly verified: string;
  /** Number of draws of a computed item. */
  readonly draws?: number;
  readonly file: string;
  readonly line: number;
  /** Position and length in bytes of the item's line in the compiled text. */
  readonly at: number;
  readonly bytes: number;
}

/** A bank in the form that is quick to read: an index, and one JSON line per item. */
export interface CompiledBank {
  readonly index: readonly IndexEntry[];
  readonly lines: string;
}

/** Compiles items; the order of the index is the order of ids, so that nothing depends on file names. */
export function compileItems(items: readonly BankItem[], namespace?: string): CompiledBank {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let at = 0;
  const lines: string[] = [];
  const index = sorted.map((item): IndexEntry => {
    const id = namespace ? `${namespace}/${item.id}` : item.id;
    const line = `${JSON.stringify({ ...item, id, texts: parseItemTexts(item) })}\n`;
    const bytes = Buffer.byteLength(line);
    const entry = { ...entryOf(item, id), at, bytes };
    at += bytes;
    lines.push(line);
    return entry;
  });
  return { index, lines: lines.join("") };
}

/** Digest of all that the learner model knows of items. */
export function factsStamp(index: readonly IndexEntry[]): string {
  return digest(
    JSON.stringify(
      index.map((e) => [e.id, e.objectives, e.key, e.options, e.level, e.services, e.concept ?? null]),
    ),
  );
}

function entryOf(item: BankItem, id: string): Omit<IndexEntry, "at" | "bytes"> {
  return {
    id,
    services: item.services,
    objectives: item.objectives,
    level: item.level,
    ...(item.concept ? { concept: item.concept } : {}),
    tags: item.tags ?? [],
    options: item.options.length,
    key: keyOf(item),
    fingerprint: fingerprint(item),
    verified: item.verified,
    ...(item.draws ? { draws: item.draws.length } : {}),
    file: item.file,
    line: item.line,
  };
}

/** A compiled shipped bank with the exam outlines it was checked against. */
export interface ShippedBank {
  readonly stamp: string;
  readonly exams: readonly Exam[];
  readonly index: readonly IndexEntry[];
}
