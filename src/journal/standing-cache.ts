import { closeSync, openSync, readSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import Conf from "conf";
import { digest } from "../schema/fingerprint.ts";
import type { JournalEvent } from "../session/events.ts";
import { inTime, listJournalFiles, mergeEvents, readJournal, readJournalTail } from "./read-journal.ts";

/** How far a journal file had been read. */
interface Position {
  readonly bytes: number;
  /** Digest of what stands right before that position. */
  readonly tail: string;
}

interface Cached {
  readonly stamp: string;
  readonly positions: Record<string, Position>;
  /** The fold's value as JSON text: the store compares and copies what it holds, which is quick for a text. */
  readonly value: string;
}

/** A fold of the journal that can be continued. */
export interface Fold<S> {
  empty(): S;
  /** Folds events in the order of time; false when it has to start from the beginning. */
  fold(value: S, events: readonly JournalEvent[]): boolean;
}

export interface Refreshed<S> {
  readonly value: S;
  /** Why the whole journal was read, when it was. */
  readonly rebuilt?: "missing" | "damaged" | "changed";
}

const tailBytes = 256;

/**
 * Brings a cached fold of the journal up to date: usually there is nothing to read, else the new lines, and when the
 * cache does not fit (deleted, damaged, another bank, another past) the whole journal.
 */
export function refreshFold<S>(
  journal: string,
  cacheFolder: string,
  stamp: string,
  fold: Fold<S>,
): Refreshed<S> {
  const { conf, damaged } = openCache<Cached>(cacheFolder);
  const cached = conf.store as Partial<Cached>;
  const files = listJournalFiles(journal);
  const continued =
    cached.stamp === stamp && cached.positions && cached.value
      ? continueFold(cached as Cached, files, fold)
      : undefined;
  if (continued) {
    if (continued.read > 0)
      conf.store = { stamp, positions: continued.positions, value: JSON.stringify(continued.value) };
    return { value: continued.value };
  }
  const value = fold.empty();
  const positions = Object.fromEntries(
    files.map((file) => [path.basename(file), positionAt(file, wholeBytes(file))]),
  );
  const { events } = readJournal(journal);
  fold.fold(value, events);
  conf.store = { stamp, positions, value: JSON.stringify(value) };
  const why = damaged ? "damaged" : cached.stamp === undefined ? "missing" : "changed";
  return events.length === 0 ? { value } : { value, rebuilt: why };
}

function openCache<T extends object>(folder: string): { conf: Conf<Partial<T>>; damaged: boolean } {
  const open = () =>
    new Conf<Partial<T>>({
      cwd: folder,
      configName: "standing",
      configFileMode: 0o600,
      serialize: (value) => JSON.stringify(value),
      accessPropertiesByDotNotation: false,
    });
  try {
    return { conf: open(), damaged: false };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    rmSync(path.join(folder, "standing.json"));
    return { conf: open(), damaged: true };
  }
}

function continueFold<S>(cached: Cached, files: readonly string[], fold: Fold<S>) {
  const names = files.map((file) => path.basename(file));
  if (Object.keys(cached.positions).some((name) => !names.includes(name))) return undefined;
  const positions: Record<string, Position> = {};
  const fresh: JournalEvent[][] = [];
  for (const file of files) {
    const name = path.basename(file);
    const before = cached.positions[name] ?? { bytes: 0, tail: "" };
    const { size } = statSync(file);
    if (size < before.bytes) return undefined;
    if (size === before.bytes) {
      positions[name] = before;
      continue;
    }
    if (before.bytes > 0 && positionAt(file, before.bytes).tail !== before.tail) return undefined;
    const part = readJournalTail(file, before.bytes);
    positions[name] = positionAt(file, part.end);
    fresh.push(part.events);
  }
  const events = mergeEvents(fresh).sort(inTime);
  const value = JSON.parse(cached.value) as S;
  return fold.fold(value, events) ? { value, positions, read: fresh.length } : undefined;
}

function wholeBytes(file: string): number {
  return readJournalTail(file, 0).end;
}

function positionAt(file: string, bytes: number): Position {
  const length = Math.min(tailBytes, bytes);
  const buffer = Buffer.alloc(length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, buffer, 0, length, bytes - length);
  } finally {
    closeSync(handle);
  }
  return { bytes, tail: digest(buffer.toString("latin1")) };
}
