import os from "node:os";
import type { Readable, Writable } from "node:stream";
import { CertdrillError } from "./errors.ts";
import { type Folders, platformFolders } from "./folders.ts";
import type { Stamper } from "./journal/journal.ts";

/** Everything of the outside world that the program uses. */
export interface Host extends Stamper {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Node's name of the operating system. */
  readonly platform: string;
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean; columns?: number; rows?: number };
  readonly stderr: Writable & { isTTY?: boolean };
  /** Folder of the compiled bank and of the files made at build time. */
  readonly assets: string;
  readonly folders: Folders;
  /** Milliseconds that never jump. */
  monotonic(): number;
  /** A random word of 8 letters and digits, for seeds and names. */
  randomWord(): string;
  /** Calls back when the process is asked to end; returns a function that stops listening. */
  onStop(listener: (signal: "SIGINT" | "SIGTERM" | "SIGHUP") => void): () => void;
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

function randomWord(length: number): string {
  // Loaded only here: most commands need no chance, and start-up counts.
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join("");
}

/** Ids that sort by time, then by the order in which this process made them. */
function idMaker(): (now: number) => string {
  let made = 0;
  return (now) =>
    `${now.toString(36).padStart(9, "0")}${(made++).toString(36).padStart(4, "0")}${randomWord(6)}`;
}

/** A clock that starts at CERTDRILL_NOW (ISO 8601) when it is set, and runs on from there. */
function clock(fixed: string | undefined): () => number {
  if (!fixed) return Date.now;
  const start = Date.parse(fixed);
  if (Number.isNaN(start)) {
    throw new CertdrillError("now-unreadable", `CERTDRILL_NOW is "${fixed}"`, {
      hint: "write it like 2026-12-01T08:00:00Z",
    });
  }
  const zero = performance.now();
  return () => Math.round(start + performance.now() - zero);
}

/** The host of a real process. */
export function processHost(assets: string): Host {
  const { env } = process;
  return {
    argv: process.argv.slice(2),
    env,
    cwd: process.cwd(),
    platform: process.platform,
    // Getters: opening the standard streams costs several milliseconds, and many commands use only one of them.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    assets,
    folders: platformFolders(env["CERTDRILL_HOME"]),
    now: clock(env["CERTDRILL_NOW"]),
    newId: idMaker(),
    monotonic: () => performance.now(),
    randomWord: () => randomWord(8),
    onStop(listener) {
      const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
      const heard = signals.map((signal) => ({ signal, hear: () => listener(signal) }));
      for (const { signal, hear } of heard) process.on(signal, hear);
      return () => {
        for (const { signal, hear } of heard) process.off(signal, hear);
      };
    },
  };
}

/** Facts about the machine, for `certdrill doctor`. */
export function machineFacts(): Record<string, string> {
  return { node: process.version, system: `${os.platform()} ${os.release()} ${os.arch()}` };
}
