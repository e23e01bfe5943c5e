import { CertdrillError } from "../errors.ts";
import type { Exam } from "../schema/exam.ts";
import { type CompiledBank, compileItems } from "./bank-index.ts";
import { readBank } from "./compile-bank.ts";
import { formatIssue } from "./format-issue.ts";
import type { UserBank } from "./open-bank.ts";

const shown = 20;

/** Compiles a user's bank. @throws CertdrillError with every finding in its details when the bank cannot be used */
export function compileUserBank(bank: UserBank, exams: readonly Exam[]): CompiledBank {
  const { items, issues } = readBank(bank.location, exams);
  if (issues.length > 0) {
    const more = issues.length > shown ? [`... and ${issues.length - shown} more`] : [];
    throw new CertdrillError("bank-unusable", `the bank "${bank.name}" has ${issues.length} problem(s)`, {
      hint: `mend them, then check with: certdrill bank lint ${bank.location}`,
      details: [...issues.slice(0, shown).map((issue) => formatIssue(issue)), ...more],
    });
  }
  if (items.length === 0) {
    throw new CertdrillError("bank-empty", `the bank "${bank.name}" (${bank.location}) has no items`, {
      hint: "a bank is a YAML file, or a folder with YAML files, that has a list `items:`",
    });
  }
  return compileItems(items, bank.name);
}
