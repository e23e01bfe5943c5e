import type { Exam } from "../schema/exam.ts";
import { type Issue, issueAt } from "../schema/issue.ts";
import { listBankFiles } from "./list-bank-files.ts";
import { type BankItem, findDuplicateIds, parseBankFile, parseExam } from "./parse-bank.ts";

/** Reads all exam outlines of a folder. */
export function readExams(folder: string): { exams: Exam[]; issues: Issue[] } {
  const read = listBankFiles(folder).map(parseExam);
  return { exams: read.flatMap(({ exam }) => exam ?? []), issues: read.flatMap(({ issues }) => issues) };
}

/** Reads a whole bank; every problem of every file is collected. */
export function readBank(location: string, exams: readonly Exam[]): { items: BankItem[]; issues: Issue[] } {
  const files = safeList(location);
  if ("issue" in files) return { items: [], issues: [files.issue] };
  const parsed = files.map((file) => parseBankFile(file, exams));
  const items = parsed.flatMap((file) => file.items);
  return { items, issues: [...parsed.flatMap((file) => file.issues), ...findDuplicateIds(items)] };
}

function safeList(location: string): string[] | { issue: Issue } {
  try {
    return listBankFiles(location);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      issue: issueAt(
        { file: location, line: 1, column: 1 },
        "file-unreadable",
        `cannot read the bank (${reason})`,
      ),
    };
  }
}
