import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { CertdrillError } from "../errors.ts";
import type { EventDraft, JournalEvent } from "../session/events.ts";
import { eventVersion } from "../session/events.ts";

/** Chance and time, as the journal needs them. */
export interface Stamper {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new event id; ids of one process sort in the order they were made. */
  newId(now: number): string;
}

/** The append-only journal of this device. */
export interface Journal {
  readonly folder: string;
  /** Appends events of a session and forces them to the disk before it returns. */
  append(session: string, firstSeq: number, drafts: readonly EventDraft[]): JournalEvent[];
  /** Appends events that are complete already, such as imported ones. */
  appendEvents(events: readonly JournalEvent[]): void;
  close(): void;
}

/** Opens the journal for appending; the file is made with the first event. */
export function openJournal(folder: string, device: string, stamper: Stamper): Journal {
  const file = path.join(folder, `${device}.ndjson`);
  let handle: number | undefined;
  const write = (events: readonly JournalEvent[]) => {
    try {
      handle ??= openForAppend(file);
      const text = events.map((event) => `${JSON.stringify(event)}\n`).join("");
      writeSync(handle, text);
      fsyncSync(handle);
    } catch (error) {
      throw new CertdrillError("journal-unwritable", `cannot write the journal ${file}`, {
        hint: "check the free space and the permissions of the folder; nothing before this answer is lost",
        cause: error,
      });
    }
  };
  return {
    folder,
    append(session, firstSeq, drafts) {
      const events = drafts.map((draft, index) => stampEvent(draft, session, firstSeq + index, stamper));
      if (events.length > 0) write(events);
      return events;
    },
    appendEvents(events) {
      if (events.length > 0) write(events);
    },
    close() {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}

function stampEvent(draft: EventDraft, session: string, seq: number, stamper: Stamper): JournalEvent {
  const now = stamper.now();
  return { v: eventVersion, id: stamper.newId(now), at: new Date(now).toISOString(), session, seq, ...draft };
}

/** Opens the file and heals a torn last line: what was cut off goes to a file beside it, so that nothing is thrown away. */
function openForAppend(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const torn = tornTail(file);
  if (torn) {
    const aside = openSync(`${file}.torn`, "a", 0o600);
    writeSync(aside, Buffer.concat([torn.bytes, Buffer.from("\n")]));
    fsyncSync(aside);
    closeSync(aside);
    const broken = openSync(file, "r+");
    ftruncateSync(broken, torn.from);
    closeSync(broken);
  }
  return openSync(file, "a", 0o600);
}

function tornTail(file: string): { from: number; bytes: Buffer } | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return undefined;
  const handle = openSync(file, "r");
  try {
    const last = Buffer.alloc(1);
    readSync(handle, last, 0, 1, size - 1);
    if (last[0] === 0x0a) return undefined;
    const whole = Buffer.alloc(size);
    readSync(handle, whole, 0, size, 0);
    const from = whole.lastIndexOf(0x0a) + 1;
    return { from, bytes: whole.subarray(from) };
  } finally {
    closeSync(handle);
  }
}
