import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";

/** Lines of an input, one at a time; undefined once it has ended. */
export interface LineReader {
  next(): Promise<string | undefined>;
  close(): void;
}

/** Reads an input line by line. Lines that arrive before they are asked for are kept. */
export function readLines(input: Readable): LineReader {
  const waiting: ((line: string | undefined) => void)[] = [];
  const lines: string[] = [];
  let ended = false;
  const reader: Interface = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  reader.on("line", (line) => {
    const taker = waiting.shift();
    if (taker) taker(line);
    else lines.push(line);
  });
  reader.on("close", () => {
    ended = true;
    for (const taker of waiting.splice(0)) taker(undefined);
  });
  return {
    next: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      return ended ? Promise.resolve(undefined) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () => reader.close(),
  };
}
