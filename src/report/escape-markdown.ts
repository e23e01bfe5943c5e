import { neutralise } from "../schema/safe-text.ts";

/** Text for a table cell or a heading of a Markdown file: one line, without active HTML or broken cells. */
export function cell(text: string): string {
  return neutralise(text)
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("<", "&lt;")
    .replaceAll("|", "\\|");
}

/** A Markdown block from a bank: HTML outside code is disarmed. */
export function block(markdown: string): string {
  return neutralise(markdown)
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;")))
    .join("");
}

/** A Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
