import path from "node:path";
import { spawn } from "@lydell/node-pty";

const bin = path.resolve(import.meta.dirname, "..", "..", "bin", "certdrill.cjs");

/** A program in a real pseudo-terminal. */
export interface TerminalRun {
  readonly pid: number;
  /** Resolves as soon as the text has been printed since the last wait; rejects with what is there after 20 s. */
  see(text: string | RegExp): Promise<void>;
  press(keys: string): void;
  kill(signal: string): void;
  resize(columns: number, rows: number): void;
  exited: Promise<number>;
}

/** Runs certdrill in a pseudo-terminal, with state of its own under a folder. */
export function openTerminal(
  home: string,
  words: readonly string[],
  size = { columns: 80, rows: 24 },
): TerminalRun {
  const {
    CI: _ci,
    NODE_EXTRA_CA_CERTS: _certs,
    NO_COLOR: _noColor,
    FORCE_COLOR: _colour,
    ...env
  } = process.env;
  const child = spawn(process.execPath, [bin, ...words], {
    cols: size.columns,
    rows: size.rows,
    cwd: home,
    env: { ...env, TERM: "xterm-256color", CERTDRILL_HOME: home },
  });
  let unseen = "";
  let check = () => {};
  child.onData((data) => {
    unseen += data;
    check();
  });
  const exited = new Promise<number>((resolve) =>
    child.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode)),
  );
  const see = (text: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`did not see ${text} in:\n${plain(unseen)}`)), 20_000);
      check = () => {
        const shown = plain(unseen);
        const at = typeof text === "string" ? shown.indexOf(text) : shown.search(text);
        if (at < 0) return;
        clearTimeout(timer);
        check = () => {};
        unseen = "";
        resolve();
      };
      check();
    });
  return {
    pid: child.pid,
    see,
    press: (keys) => child.write(keys),
    kill: (signal) => child.kill(signal),
    resize: (columns, rows) => child.resize(columns, rows),
    exited,
  };
}

function plain(text: string): string {
  return text.replace(/\u001b\[[\d;?]*[a-zA-Z]/g, "").replaceAll("\r", "");
}
