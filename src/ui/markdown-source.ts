import { parseInline, parseMarkdown } from "../schema/parse-markdown.ts";
import { neutralise } from "../schema/safe-text.ts";
import { renderBlocks, renderInlines } from "./markdown.ts";
import type { Theme } from "./theme.ts";

/** A Markdown text that was not parsed before, as lines. */
export function renderMarkdown(source: string, width: number, theme: Theme): string[] {
  return renderBlocks(parseMarkdown(neutralise(source)), width, theme);
}

/** A line of Markdown that was not parsed before. */
export function renderInline(source: string, theme: Theme): string {
  return renderInlines(parseInline(neutralise(source)), theme);
}
