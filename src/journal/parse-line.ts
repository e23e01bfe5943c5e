import { eventVersion, type JournalEvent } from "../session/events.ts";

/** What a line of a journal file turned out to be. */
export type Line =
  | { readonly kind: "event"; readonly event: JournalEvent }
  /** Written by a newer program: kept in the file and skipped. */
  | { readonly kind: "newer" }
  | { readonly kind: "damaged" };

const types = new Set<string>([
  "opened",
  "extended",
  "item",
  "answered",
  "skipped",
  "flagged",
  "undone",
  "disputed",
  "chosen",
  "left",
  "closed",
  "result",
] satisfies JournalEvent["type"][]);

/** Reads one line. Only what replay relies on is checked; unknown types and versions are no damage. */
export function parseLine(text: string): Line {
  const value = parseObject(text);
  if (!value || typeof value["v"] !== "number" || typeof value["type"] !== "string")
    return { kind: "damaged" };
  if (value["v"] > eventVersion || !types.has(value["type"])) return { kind: "newer" };
  const sound = isStamp(value) && hasBody(value);
  return sound ? { kind: "event", event: value as unknown as JournalEvent } : { kind: "damaged" };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isStamp(value: Record<string, unknown>): boolean {
  return (
    typeof value["id"] === "string" &&
    value["id"] !== "" &&
    typeof value["at"] === "string" &&
    !Number.isNaN(Date.parse(value["at"])) &&
    typeof value["session"] === "string" &&
    Number.isInteger(value["seq"])
  );
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === "string");

function hasBody(value: Record<string, unknown>): boolean {
  switch (value["type"]) {
    case "opened":
      return (
        Array.isArray(value["form"]) && typeof value["exam"] === "string" && value["form"].every(isFormEntry)
      );
    case "extended":
      return Array.isArray(value["form"]) && value["form"].every(isFormEntry);
    case "answered":
      return (
        Number.isInteger(value["n"]) &&
        typeof value["item"] === "string" &&
        isTexts(value["choose"]) &&
        isTexts(value["key"]) &&
        typeof value["correct"] === "boolean" &&
        typeof value["ms"] === "number"
      );
    case "item":
      return (
        typeof value["fingerprint"] === "string" &&
        value["item"] !== null &&
        typeof value["item"] === "object"
      );
    case "undone":
      return typeof value["ref"] === "string" && Number.isInteger(value["n"]);
    case "chosen":
      return Number.isInteger(value["n"]) && isTexts(value["choose"]) && typeof value["used"] === "number";
    case "closed":
      return typeof value["how"] === "string";
    case "result":
      return typeof value["score"] === "number" && typeof value["exam"] === "string";
    default:
      return true;
  }
}

function isFormEntry(value: unknown): boolean {
  const entry = value as Record<string, unknown> | null;
  return (
    entry !== null &&
    typeof entry === "object" &&
    typeof entry["item"] === "string" &&
    typeof entry["fingerprint"] === "string" &&
    isTexts(entry["order"])
  );
}
