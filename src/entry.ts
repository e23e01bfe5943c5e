import { readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { requireCached } from "./code-cache.ts";

// Help and version are printed from texts made at build time: no library is loaded, no stream is opened.
function fixedText(): string | undefined {
  const words = process.argv.slice(2);
  const last = words.at(-1) ?? "";
  if (!["--help", "-h", "--version", "-V"].includes(last)) return undefined;
  const texts: Record<string, string> = JSON.parse(readFileSync(path.join(__dirname, "help.json"), "utf8"));
  const line = words.join(" ");
  return Object.hasOwn(texts, line) ? texts[line] : undefined;
}

const text = fixedText();
if (text === undefined) {
  const { runProcess } = requireCached<typeof import("./main.ts")>(path.join(__dirname, "main.cjs"));
  runProcess(path.join(__dirname, "bank"));
} else {
  try {
    writeSync(1, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EPIPE" && code !== "EAGAIN") throw error;
  }
}
