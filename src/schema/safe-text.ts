import { stripVTControlCharacters } from "node:util";

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Makes foreign text harmless for terminals and files: escape sequences are removed, other control characters and
 * bidirectional overrides become U+FFFD, line ends become LF. Tabs become two blanks.
 */
export function neutralise(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?/g, "\n"))
    .replaceAll("\t", "  ")
    .replace(controls, "\ufffd")
    .replace(bidirectional, "\ufffd");
}

/** Neutralises every string inside a JSON value. */
export function neutraliseDeep<T>(value: T): T {
  if (typeof value === "string") return neutralise(value) as T;
  if (Array.isArray(value)) return value.map(neutraliseDeep) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, neutraliseDeep(inner)])) as T;
}
