/** What can be wrong with a bank file, and what its author can do about it. */
export const issueHints = {
  "file-unreadable": "check that the file exists and that you may read it",
  "file-too-large": "split the bank into files of at most 16 MB",
  "file-binary": "a bank is a text file in YAML",
  "file-encoding": "save the file as UTF-8",
  "yaml-syntax": "mend the YAML at this place; quote text that contains a colon followed by a blank",
  "yaml-aliases": "write repeated text out instead of using anchors and aliases",
  "unknown-key": "remove the key or correct its spelling",
  "missing-key": "add the key",
  "wrong-value": "write the value as the format asks",
  "duplicate-id": "give each item an id of its own",
  "duplicate-option": "give each option of an item an id of its own",
  "no-key": "mark the right option with `correct: true`",
  "all-keys": "leave at least one option without `correct: true`",
  "unknown-exam": "use the code of an exam under questions/exams",
  "unknown-objective": "use an objective id of that exam's outline",
  "template-expression":
    "use names of variables and earlier values, numbers, + - * / ^, comparisons, ceil, floor, round, min, max",
  "template-draws": "widen the ranges until at least 8 draws keep all options apart",
  "template-name": "name only variables and values of the template inside {{ }}",
} as const;

export type IssueCode = keyof typeof issueHints;

/** A finding about a bank file: data first, prose last. Lines and columns count from 1. */
export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error of the format at a place. */
export function issueAt(place: Place, code: IssueCode, message: string): Issue {
  return { code, severity: "error", ...place, message, hint: issueHints[code] };
}
