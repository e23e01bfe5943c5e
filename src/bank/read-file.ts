import { readFileSync, statSync } from "node:fs";
import { type Issue, type IssueCode, issueAt } from "../schema/issue.ts";

const maxBytes = 16 * 1024 * 1024;

/** Reads a bank file as text, or says in one issue why it cannot be used. */
export function readBankFile(file: string): { text: string } | { issue: Issue } {
  const fail = (code: IssueCode, message: string, line = 1, column = 1) => ({
    issue: issueAt({ file, line, column }, code, message),
  });
  let bytes: Buffer;
  try {
    const { size } = statSync(file);
    if (size > maxBytes)
      return fail("file-too-large", `the file has ${size} bytes, at most ${maxBytes} are read`);
    bytes = readFileSync(file);
  } catch (error) {
    return fail(
      "file-unreadable",
      `cannot read the file (${(error as NodeJS.ErrnoException).code ?? error})`,
    );
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    return fail("file-binary", `byte ${zero} is zero: this is no text file`, ...placeOf(bytes, zero));
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const at = firstInvalid(bytes);
    return fail("file-encoding", `byte ${at} is not valid UTF-8`, ...placeOf(bytes, at));
  }
}

function placeOf(bytes: Buffer, at: number): [line: number, column: number] {
  const before = bytes.subarray(0, at);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  return [line, at - before.lastIndexOf(0x0a)];
}

/** Index of the first byte that breaks UTF-8: the longest valid prefix, found by bisection with a streaming decoder. */
function firstInvalid(bytes: Buffer): number {
  const valid = (end: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
