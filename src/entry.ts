import { readFileSync, writeSync } from "node:fs";
import path from "node:path";

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
  require("./main.cjs").runProcess(path.join(__dirname, "bank"));
} else {
  try {
    writeSync(1, text);
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code !== "EPIPE" &&
      (error as NodeJS.ErrnoException).code !== "EAGAIN"
    )
      throw error;
  }
}
