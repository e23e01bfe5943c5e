import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { JournalEvent } from "../session/events.ts";
import { parseLine } from "./parse-line.ts";

/** A line that could not be read, with its place. */
interface DamagedLine {
  readonly file: string;
  /** Bytes from the start of the file. */
  readonly at: number;
  readonly text: string;
}

/** What was read of a journal. */
export interface JournalPart {
  readonly events: JournalEvent[];
  readonly damaged: DamagedLine[];
  /** Lines of a newer program, which stay where they are. */
  readonly newer: number;
  /** Files whose last line is cut off: a write that never ended. */
  readonly torn: string[];
}

/** The journal files of a folder, sorted by name; none when the folder does not exist yet. */
export function listJournalFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".ndjson"))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Reads journals whole: the union of all files by event id, in the order of time. */
export function readJournal(folder: string): JournalPart {
  return mergeParts(listJournalFiles(folder).map((file) => readLines(file, readFileSync(file), 0)));
}

/** Reads only the lines that mention a text, such as a session id; quick even for long journals. */
export function readJournalMentioning(folder: string, text: string): JournalPart {
  const parts = listJournalFiles(folder).map((file) => {
    const wanted = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.includes(text));
    return readLines(file, Buffer.from(`${wanted.join("\n")}\n`), 0);
  });
  return mergeParts(parts);
}

/** Reads a file from a position that follows a line end. */
export function readJournalTail(file: string, from: number): JournalPart & { readonly end: number } {
  const { size } = statSync(file);
  const buffer = Buffer.alloc(Math.max(0, size - from));
  const handle = openSync(file, "r");
  try {
    readSync(handle, buffer, 0, buffer.length, from);
  } finally {
    closeSync(handle);
  }
  const part = readLines(file, buffer, from);
  const whole = buffer.lastIndexOf(0x0a) + 1;
  return { ...part, end: from + whole };
}

function readLines(file: string, bytes: Buffer, offset: number): JournalPart {
  const part: JournalPart = { events: [], damaged: [], newer: 0, torn: [] };
  let newer = 0;
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    const text = bytes.toString("utf8", start, end).trimEnd();
    if (text !== "") {
      const line = parseLine(text);
      if (line.kind === "event") part.events.push(line.event);
      else if (line.kind === "newer") newer++;
      else part.damaged.push({ file, at: offset + start, text });
    }
    start = end + 1;
  }
  return { ...part, newer, torn: start < bytes.length ? [file] : [] };
}

/** Union of parts by event id, sorted by time; the order of the parts does not matter. */
function mergeParts(parts: readonly JournalPart[]): JournalPart {
  return {
    events: mergeEvents(parts.map((part) => part.events)),
    damaged: parts.flatMap((part) => part.damaged),
    newer: parts.reduce((sum, part) => sum + part.newer, 0),
    torn: parts.flatMap((part) => part.torn),
  };
}

/** Union of events by id in the order of time, ties by id: the same for any order of the lists. */
export function mergeEvents(lists: readonly (readonly JournalEvent[])[]): JournalEvent[] {
  const byId = new Map<string, JournalEvent>();
  for (const list of lists) for (const event of list) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].sort(inTime);
}

/** Orders events by time, then by id. */
export function inTime(a: JournalEvent, b: JournalEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Events of one session in the order of their numbers. */
export function sessionEvents(events: readonly JournalEvent[], session: string): JournalEvent[] {
  return events.filter((event) => event.session === session).sort((a, b) => a.seq - b.seq || inTime(a, b));
}
