import type { Exam } from "../schema/exam.ts";
import { examSchema } from "../schema/exam.ts";
import { type Issue, type IssueCode, issueAt } from "../schema/issue.ts";
import { bankFileSchema, type Item } from "../schema/item.ts";
import { keyOf, type Numbers } from "../schema/item-parts.ts";
import { neutraliseDeep } from "../schema/safe-text.ts";
import { drawNumbers, TemplateError } from "./draw-numbers.ts";
import { checkShape, parseYaml, type YamlSource } from "./parse-yaml.ts";
import { readBankFile } from "./read-file.ts";

/** An item with what the bank knows of it: where it was written and, for a computed item, its draws. */
export interface BankItem extends Item {
  readonly file: string;
  readonly line: number;
  readonly draws?: readonly Numbers[];
}

const fewestDraws = 8;

/** Reads an exam outline; problems come back as issues. */
export function parseExam(file: string): { exam?: Exam; issues: Issue[] } {
  const read = readBankFile(file);
  if ("issue" in read) return { issues: [read.issue] };
  const source = parseYaml(file, read.text);
  if (source.issues.length > 0) return { issues: source.issues };
  const { value, issues } = checkShape(examSchema, source);
  return value ? { exam: value, issues } : { issues };
}

/** Reads a bank file against the exam outlines; all problems are collected. */
export function parseBankFile(file: string, exams: readonly Exam[]): { items: BankItem[]; issues: Issue[] } {
  const read = readBankFile(file);
  if ("issue" in read) return { items: [], issues: [read.issue] };
  const source = parseYaml(file, read.text);
  if (source.issues.length > 0) return { items: [], issues: source.issues };
  const { value, issues } = checkShape(bankFileSchema, source);
  if (!value) return { items: [], issues };
  const items: BankItem[] = [];
  value.items.forEach((item, index) => {
    const checked = checkItem(item, index, source, exams);
    issues.push(...checked.issues);
    const { line } = source.place(["items", index]);
    items.push({ ...neutraliseDeep(item), file, line, ...(checked.draws ? { draws: checked.draws } : {}) });
  });
  return { items, issues };
}

/** Finds ids that occur twice among the items of one bank. */
export function findDuplicateIds(items: readonly BankItem[]): Issue[] {
  const first = new Map<string, BankItem>();
  return items.flatMap((item) => {
    const earlier = first.get(item.id);
    if (!earlier) {
      first.set(item.id, item);
      return [];
    }
    const message = `the id "${item.id}" is taken by ${earlier.file}:${earlier.line}`;
    return [issueAt({ file: item.file, line: item.line, column: 5 }, "duplicate-id", message)];
  });
}

function checkItem(item: Item, index: number, source: YamlSource, exams: readonly Exam[]) {
  const issues: Issue[] = [];
  const report = (code: IssueCode, path: readonly PropertyKey[], message: string) =>
    issues.push(issueAt(source.place(["items", index, ...path]), code, `${item.id}: ${message}`));
  checkOptions(item, report);
  checkObjectives(item, exams, report);
  const draws = item.template ? checkTemplate(item, report) : undefined;
  return { issues, draws };
}

type Report = (code: IssueCode, path: readonly PropertyKey[], message: string) => void;

function checkOptions(item: Item, report: Report): void {
  const seen = new Set<string>();
  item.options.forEach((option, at) => {
    if (seen.has(option.id))
      report("duplicate-option", ["options", at, "id"], `the option id "${option.id}" occurs twice`);
    seen.add(option.id);
  });
  const keys = keyOf(item).length;
  if (keys === 0) report("no-key", ["options"], "no option is correct");
  if (keys === item.options.length) report("all-keys", ["options"], "every option is correct");
}

function checkObjectives(item: Item, exams: readonly Exam[], report: Report): void {
  for (const [code, id] of Object.entries(item.objectives)) {
    const exam = exams.find((candidate) => candidate.code === code);
    if (!exam) {
      report("unknown-exam", ["objectives", code], `there is no exam "${code}"`);
      continue;
    }
    const known = exam.domains.some((domain) =>
      domain.tasks.some((task) => task.objectives.some((objective) => objective.id === id)),
    );
    if (!known) report("unknown-objective", ["objectives", code], `${code} has no objective ${id}`);
  }
}

function checkTemplate(item: Item, report: Report): Numbers[] | undefined {
  const { template } = item;
  if (!template) return undefined;
  const names = new Set([...Object.keys(template.variables), ...Object.keys(template.values)]);
  const texts = [item.stem, item.explanation, ...item.options.flatMap((option) => [option.text, option.why])];
  for (const [, name = ""] of texts.join("\n").matchAll(/\{\{\s*([^}]*?)\s*\}\}/g))
    if (!names.has(name)) report("template-name", ["stem"], `{{${name}}} is neither a variable nor a value`);
  try {
    const draws = drawNumbers(item, template);
    if (draws.length < fewestDraws)
      report("template-draws", ["template"], `only ${draws.length} draws keep the options apart`);
    return draws;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    report("template-expression", ["template", error.part, error.index], error.message);
    return undefined;
  }
}
