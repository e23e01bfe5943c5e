import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Issue, type IssueCode, issueAt, type Place } from "../schema/issue.ts";

type Path = readonly PropertyKey[];

/** A parsed YAML text that can tell where each of its values stands. */
export interface YamlSource {
  readonly value: unknown;
  readonly issues: Issue[];
  /** Place of the value at a path, or of the nearest parent that exists. */
  place(path: Path): Place;
  /** Place of a key inside the map at a path. */
  placeOfKey(path: Path, key: string): Place;
}

/** Parses YAML 1.2; syntax errors and exploding aliases come back as issues, never as exceptions. */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const issues = doc.errors.map((error) => issueAt(at(error.pos[0]), "yaml-syntax", error.message));
  return {
    ...plainValue(doc, issues, at(0)),
    place: (path) => at(offsetOf(doc, path)),
    placeOfKey: (path, key) => at(keyOffset(doc, path, key)),
  };
}

function plainValue(doc: Document, issues: Issue[], start: Place): { value: unknown; issues: Issue[] } {
  if (issues.length > 0) return { value: undefined, issues };
  try {
    return { value: doc.toJS({ maxAliasCount: 20 }), issues };
  } catch (error) {
    return { value: undefined, issues: [issueAt(start, "yaml-aliases", (error as Error).message)] };
  }
}

function offsetOf(doc: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(doc: Document, path: Path, key: string): number {
  const map = path.length === 0 ? doc.contents : doc.getIn(path, true);
  if (!isMap(map)) return offsetOf(doc, path);
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  return (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? offsetOf(doc, path);
}

/** Checks a value against a schema and turns each violation into an issue with its place. */
export function checkShape<T>(schema: z.ZodType<T>, source: YamlSource): { value?: T; issues: Issue[] } {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return { value: parsed.data, issues: [] };
  return { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, source)) };
}

function issuesOf(issue: z.core.$ZodIssue, source: YamlSource): Issue[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      issueAt(source.placeOfKey(issue.path, key), "unknown-key", `${named(issue.path)}unknown key "${key}"`),
    );
  }
  const missing =
    issue.code === "invalid_type" && issue.input === undefined && isMissing(source.value, issue.path);
  const code: IssueCode = missing ? "missing-key" : "wrong-value";
  const message = missing ? `the key "${String(issue.path.at(-1))}" is missing` : issue.message;
  return [
    issueAt(
      source.place(issue.path),
      code,
      `${named(missing ? issue.path.slice(0, -1) : issue.path)}${message}`,
    ),
  ];
}

function isMissing(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, step)) return true;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return false;
}

function named(path: Path): string {
  const text = path.reduce<string>(
    (whole, step) =>
      typeof step === "number" ? `${whole}[${step}]` : `${whole}${whole && "."}${String(step)}`,
    "",
  );
  return text && `${text}: `;
}
